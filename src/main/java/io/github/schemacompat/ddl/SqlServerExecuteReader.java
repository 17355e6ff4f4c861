package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.FixSql;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads EXEC of SQL Server: text that is run, the system procedures that change a schema, and calls. */
final class SqlServerExecuteReader implements StatementForm {
    /** System procedures that leave the schema of this database as it is. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("""
            sp_recompile sp_updatestats sp_createstats sp_autostats sp_configure sp_addmessage sp_dropmessage
            sp_addrolemember sp_droprolemember sp_addrole sp_droprole sp_addsrvrolemember sp_dropsrvrolemember
            sp_addlogin sp_droplogin sp_adduser sp_dropuser sp_grantdbaccess sp_revokedbaccess sp_grantlogin
            sp_change_users_login sp_changedbowner sp_dboption sp_help sp_helptext sp_helpindex sp_helpconstraint
            sp_helpdb sp_columns sp_tables sp_spaceused sp_depends sp_lock sp_who sp_who2 sp_tableoption sp_indexoption
            sp_procoption sp_settriggerorder sp_set_session_context sp_getapplock sp_releaseapplock sp_setapprole
            sp_unsetapprole sp_addlinkedserver sp_dropserver sp_serveroption sp_addlinkedsrvlogin
            sp_fulltext_database sp_fulltext_catalog sp_fulltext_table sp_fulltext_column sp_fulltext_service
            sp_estimate_data_compression_savings sp_query_store_flush_db sp_db_vardecimal_storage_format
            sp_send_dbmail sp_start_job sp_add_job sp_add_jobstep sp_add_jobserver sp_add_jobschedule sp_add_schedule
            sp_attach_schedule sp_delete_job sp_update_job sp_add_category sp_dbcmptlevel sp_cycle_errorlog
            sp_control_plan_guide sp_create_plan_guide sp_describe_first_result_set sp_trace_create xp_cmdshell
            xp_logevent sp_oacreate sp_oamethod sp_oadestroy sp_xml_preparedocument sp_xml_removedocument
            sp_addserver sp_testlinkedserver sp_defaultdb sp_password sp_validname sp_fkeys sp_pkeys sp_statistics
            sp_cdc_enable_db sp_cdc_enable_table sp_cdc_disable_db sp_cdc_disable_table sp_invalidate_textptr
            """.strip().split("\\s+"));

    private final Language language;
    private final TextExpressionReader texts;

    SqlServerExecuteReader(Language language, TextExpressionReader texts) {
        this.language = language;
        this.texts = texts;
    }

    private record Arguments(List<Argument> all, Map<String, List<Token>> named, List<List<Token>> positional) {
        @Nullable
        List<Token> get(String name, int position) {
            List<Token> value = named.get(name);
            return value != null ? value : position < positional.size() ? positional.get(position) : null;
        }
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        int from = cursor.index();
        cursor.acceptAny("exec", "execute");
        if (cursor.at("(")) {
            return List.of(text(cursor, from));
        }
        if (cursor.atSequence("as") && cursor.peek(1).isAny("user", "login", "caller", "owner")) {
            cursor.rest();
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "session setting"));
        }
        if (cursor.peek().kind() == TokenKind.VARIABLE && cursor.peek(1).is("=")) {
            cursor.next();
            cursor.next();
        }
        if (cursor.peek().kind() == TokenKind.VARIABLE) {
            Token variable = cursor.next();
            cursor.rest();
            return List.of(new Operation.NotUnderstood(
                    cursor.spanFrom(from), "the name of the procedure is in " + variable.text()));
        }
        List<String> parts = language.nameParts(cursor);
        if (cursor.accept(";")) {
            cursor.next();
        }
        Arguments arguments = arguments(cursor);
        cursor.rest();
        return called(cursor.source(), cursor.spanFrom(from), parts, arguments);
    }

    private Operation text(TokenCursor cursor, int from) {
        List<Token> parentheses = cursor.acceptParentheses();
        List<Token> inner = parentheses.subList(1, Math.max(1, parentheses.size() - 1));
        List<Token> text = Condition.split(inner, ",").get(0);
        if (cursor.accept("as")) {
            cursor.acceptAny("user", "login");
            cursor.accept("=");
            cursor.next();
        }
        if (cursor.accept("at")) {
            language.name(cursor);
            return new Operation.NoSchemaEffect(cursor.spanFrom(from), "run on another server");
        }
        return new Operation.Execute(cursor.spanFrom(from), texts.read(cursor.source(), text));
    }

    private Arguments arguments(TokenCursor cursor) {
        List<Argument> all = new ArrayList<>();
        Map<String, List<Token>> named = new LinkedHashMap<>();
        List<List<Token>> positional = new ArrayList<>();
        int from = cursor.index();
        while (!cursor.atEnd()
                && !cursor.at(";")
                && !cursor.atSequence("with", "recompile")
                && !cursor.atSequence("with", "result")) {
            cursor.next();
        }
        List<Token> tokens = cursor.between(from, cursor.index());
        if (tokens.isEmpty()) {
            return new Arguments(all, named, positional);
        }
        for (List<Token> argument : Condition.split(tokens, ",")) {
            List<Token> value = argument;
            boolean byName = value.size() > 2
                    && value.get(0).kind() == TokenKind.VARIABLE
                    && value.get(1).is("=");
            if (byName) {
                value = value.subList(2, value.size());
            }
            if (!value.isEmpty() && value.get(value.size() - 1).isAny("output", "out")) {
                value = value.subList(0, value.size() - 1);
            }
            if (byName) {
                named.put(argument.get(0).text().toLowerCase(Locale.ROOT), value);
            } else {
                positional.add(value);
            }
            String name = byName ? argument.get(0).text() : null;
            all.add(new Argument(name, texts.read(cursor.source(), value)));
        }
        return new Arguments(all, named, positional);
    }

    private List<Operation> called(SourceText source, Span span, List<String> parts, Arguments arguments) {
        String procedure = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
        boolean otherDatabase = parts.size() > 2 && parts.get(parts.size() - 3).equalsIgnoreCase("msdb");
        if (otherDatabase || WITHOUT_EFFECT.contains(procedure)) {
            return List.of(new Operation.NoSchemaEffect(span, "system procedure"));
        }
        switch (procedure) {
            case "sp_executesql":
                List<Token> text = arguments.get("@stmt", 0);
                if (text == null) {
                    text = arguments.get("@statement", 0);
                }
                return text == null
                        ? List.of(new Operation.NotUnderstood(span, "sp_executesql without a statement"))
                        : List.of(new Operation.Execute(span, texts.read(source, text)));
            case "sp_rename":
                return List.of(rename(source, span, arguments));
            case "sp_refreshview", "sp_refreshsqlmodule":
                return List.of(refresh(
                        source, span, arguments.get(procedure.equals("sp_refreshview") ? "@viewname" : "@name", 0)));
            case "sp_addextendedproperty", "sp_updateextendedproperty", "sp_dropextendedproperty":
                return List.of(property(span, procedure, arguments));
            case "sp_addtype":
                return List.of(aliasType(span, arguments));
            case "sp_droptype":
                QualifiedName type = named(arguments.get("@typename", 0));
                return type == null
                        ? List.of(new Operation.NotUnderstood(span, "the type's name can't be told"))
                        : List.of(new Operation.DropObject(span, ObjectKind.TYPE, type, null, null, false, false));
            case "sp_msforeachtable":
                return forEachTable(source, span, arguments);
            case "sp_bindefault":
                return List.of(bound(span, arguments.get("@objname", 1), named(arguments.get("@defname", 0))));
            case "sp_unbindefault":
                return List.of(bound(span, arguments.get("@objname", 0), null));
            case "sp_bindrule", "sp_unbindrule", "sp_changeobjectowner", "sp_msforeachdb", "sp_renamedb":
                return List.of(new Operation.NotUnderstood(span, procedure + " is not followed"));
            default:
                return List.of(new Operation.Call(span, language.qualified(parts), arguments.all(), false));
        }
    }

    private List<Operation> forEachTable(SourceText source, Span span, Arguments arguments) {
        List<Token> replaced = arguments.get("@replacechar", 1);
        String placeholder = replaced == null ? "?" : constant(replaced);
        if (placeholder == null || placeholder.isEmpty() || arguments.get("@whereand", 4) != null) {
            return List.of(new Operation.NotUnderstood(span, "the tables of sp_MSforeachtable can't be told"));
        }
        List<Operation> commands = new ArrayList<>();
        add(commands, text(source, arguments.get("@precommand", 5)), text -> new Operation.Execute(span, text));
        for (List<Token> command : Arrays.asList(
                arguments.get("@command1", 0), arguments.get("@command2", 2), arguments.get("@command3", 3))) {
            add(commands, text(source, command), text -> new Operation.ExecuteForEachTable(span, text, placeholder));
        }
        add(commands, text(source, arguments.get("@postcommand", 6)), text -> new Operation.Execute(span, text));
        return commands.isEmpty()
                ? List.of(new Operation.NotUnderstood(span, "sp_MSforeachtable without a command"))
                : commands;
    }

    private static void add(
            List<Operation> commands, @Nullable TextExpression text, Function<TextExpression, Operation> command) {
        if (text != null) {
            commands.add(command.apply(text));
        }
    }

    private @Nullable TextExpression text(SourceText source, @Nullable List<Token> value) {
        String constant = constant(value);
        return value == null || value.isEmpty() || value.get(0).is("null")
                ? null
                : constant == null
                        ? texts.read(source, value)
                        : TextExpressionReader.literal(source, value.get(0), constant);
    }

    private @Nullable String constant(@Nullable List<Token> value) {
        if (value == null || value.size() != 1) {
            return null;
        }
        Token token = value.get(0);
        if (token.kind() == TokenKind.STRING) {
            return language.string(token);
        }
        if (token.kind() == TokenKind.QUOTED) {
            // A procedure takes a quoted name as the text between the quotes.
            String quoted = token.text();
            String close = quoted.substring(quoted.length() - 1);
            return quoted.substring(1, quoted.length() - 1).replace(close + close, close);
        }
        return token.isName() && !token.is("null") ? token.text() : null;
    }

    private @Nullable QualifiedName named(@Nullable List<Token> value) {
        String text = constant(value);
        List<String> parts = text == null ? List.of() : language.partsIn(text);
        return parts.isEmpty() ? null : language.qualified(parts);
    }

    /**
     * A default of its own is bound to a column, or none any more.
     *
     * @param value the default, which stands for what it says; null to unbind
     */
    private Operation bound(Span span, @Nullable List<Token> column, @Nullable QualifiedName value) {
        String text = constant(column);
        List<String> parts = text == null ? List.of() : language.partsIn(text);
        if (parts.size() < 2) {
            return new Operation.NotUnderstood(span, "a default of a type is not followed");
        }
        QualifiedName table = language.qualified(parts.subList(0, parts.size() - 1));
        String name = parts.get(parts.size() - 1);
        TableAction.ColumnChange change = new TableAction.ColumnChange.SetDefault(
                value == null ? null : FixSql.BOUND_DEFAULT + value.toString().toLowerCase(Locale.ROOT));
        return new Operation.AlterTable(
                span, table, false, List.of(new TableAction.AlterColumn(span, name, change, false)));
    }

    private Operation rename(SourceText source, Span span, Arguments arguments) {
        List<Token> object = arguments.get("@objname", 0);
        List<Token> newName = arguments.get("@newname", 1);
        if (object == null || newName == null) {
            return new Operation.NotUnderstood(span, "sp_rename without two names");
        }
        List<Token> typeValue = arguments.get("@objtype", 2);
        String type =
                typeValue == null || typeValue.size() == 1 && typeValue.get(0).is("null") ? "" : constant(typeValue);
        String from = constant(object);
        String to = constant(newName);
        if (from == null || to == null || type == null) {
            return dynamicRename(source, span, object, newName, typeValue);
        }
        List<String> parts = language.partsIn(from);
        if (parts.isEmpty() || to.isBlank()) {
            return new Operation.NotUnderstood(span, "'" + (to.isBlank() ? to : from) + "' is no name");
        }
        return rename(span, parts, to, type.strip().toLowerCase(Locale.ROOT));
    }

    private Operation rename(Span span, List<String> parts, String to, String type) {
        QualifiedName newName = QualifiedName.of(to);
        QualifiedName name = language.qualified(parts);
        boolean column = type.equals("column") || type.isEmpty() && parts.size() > 2;
        if (column || type.equals("index")) {
            if (parts.size() < 2) {
                return new Operation.NotUnderstood(span, "the table of '" + parts.get(0) + "' is not named");
            }
            QualifiedName table = language.qualified(parts.subList(0, parts.size() - 1));
            ObjectKind kind = column ? ObjectKind.COLUMN : ObjectKind.INDEX;
            return new Operation.RenameObject(span, kind, table, QualifiedName.of(name.name()), null, newName, false);
        }
        return switch (type) {
            case "", "object" -> new Operation.RenameObject(span, null, null, name, null, newName, false);
            case "userdatatype" -> new Operation.RenameObject(span, ObjectKind.TYPE, null, name, null, newName, false);
            case "statistics" -> new Operation.NoSchemaEffect(span, "statistics");
            default -> new Operation.NotUnderstood(span, "sp_rename of a " + type);
        };
    }

    /** Once its variables are known, the text of the rename can be read again. */
    private Operation dynamicRename(
            SourceText source, Span span, List<Token> object, List<Token> newName, @Nullable List<Token> type) {
        Token at = object.isEmpty() ? new Token(TokenKind.WORD, "", span.start(), span.start()) : object.get(0);
        List<TextExpression> parts = new ArrayList<>();
        parts.add(TextExpressionReader.literal(source, at, "EXEC sp_rename '"));
        parts.add(texts.read(source, object));
        parts.add(TextExpressionReader.literal(source, at, "', '"));
        parts.add(texts.read(source, newName));
        if (type != null) {
            parts.add(TextExpressionReader.literal(source, at, "', '"));
            parts.add(texts.read(source, type));
        }
        parts.add(TextExpressionReader.literal(source, at, "'"));
        return new Operation.Execute(span, new TextExpression.Concatenation(parts));
    }

    private Operation refresh(SourceText source, Span span, @Nullable List<Token> name) {
        QualifiedName view = named(name);
        if (view != null) {
            return new Operation.RefreshModule(span, view);
        }
        if (name == null || name.isEmpty()) {
            return new Operation.NotUnderstood(span, "no name of a view or module");
        }
        Token at = name.get(0);
        return new Operation.Execute(
                span,
                new TextExpression.Concatenation(List.of(
                        TextExpressionReader.literal(source, at, "EXEC sp_refreshsqlmodule '"),
                        texts.read(source, name),
                        TextExpressionReader.literal(source, at, "'"))));
    }

    private Operation property(Span span, String procedure, Arguments arguments) {
        String name = constant(arguments.get("@name", 0));
        boolean drop = procedure.equals("sp_dropextendedproperty");
        int shift = drop ? 1 : 2;
        String text = drop ? null : constant(arguments.get("@value", 1));
        String schema = constant(arguments.get("@level0name", shift + 1));
        String type1 = constant(arguments.get("@level1type", shift + 2));
        String name1 = constant(arguments.get("@level1name", shift + 3));
        String type2 = constant(arguments.get("@level2type", shift + 4));
        String name2 = constant(arguments.get("@level2name", shift + 5));
        if (name == null || name1 == null || type1 == null) {
            return new Operation.NoSchemaEffect(span, "comment");
        }
        ObjectKind kind = kind(type2 == null ? type1 : type2);
        return new Operation.CommentOn(span, kind, new QualifiedName(schema, name1), null, name2, name, text);
    }

    private static ObjectKind kind(String level) {
        return switch (level.toLowerCase(Locale.ROOT)) {
            case "table" -> ObjectKind.TABLE;
            case "view" -> ObjectKind.VIEW;
            case "procedure", "function", "aggregate" -> ObjectKind.ROUTINE;
            case "column" -> ObjectKind.COLUMN;
            case "index" -> ObjectKind.INDEX;
            case "trigger" -> ObjectKind.TRIGGER;
            case "sequence" -> ObjectKind.SEQUENCE;
            case "synonym" -> ObjectKind.SYNONYM;
            case "type", "table_type" -> ObjectKind.TYPE;
            default -> ObjectKind.OTHER;
        };
    }

    private Operation aliasType(Span span, Arguments arguments) {
        QualifiedName name = named(arguments.get("@typename", 0));
        String base = constant(arguments.get("@phystype", 1));
        String nullable = constant(arguments.get("@nulltype", 2));
        if (name == null || base == null) {
            return new Operation.NotUnderstood(span, "the type can't be told");
        }
        ColumnType type =
                language.type(language.cursor(SourceText.of(span.file(), base).whole()));
        boolean notNull = nullable != null && nullable.strip().equalsIgnoreCase("not null");
        return new Operation.CreateType(
                span, name, CreateMode.CREATE, "alias", List.of(), List.of(), List.of(), type, notNull, null, "");
    }
}
