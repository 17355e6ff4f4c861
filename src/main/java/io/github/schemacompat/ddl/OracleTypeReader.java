package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads object and collection types of Oracle, and the bodies of their methods. */
final class OracleTypeReader {
    private static final WordList METHODS =
            WordList.of("member static constructor map order overriding final instantiable not");

    private final Language language;
    private final TableBody attributes;

    OracleTypeReader(Language language) {
        this.language = language;
        this.attributes = new TableBody(language);
    }

    List<Operation> create(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        Expected.next(cursor, "type");
        boolean body = cursor.accept("body");
        CreateMode mode = head.orIfNotExists(cursor);
        QualifiedName name = language.name(cursor);
        Span span = cursor.spanFrom(head.from());
        cursor.accept("force");
        int afterName = cursor.index();
        while (!cursor.atEnd() && !cursor.peek().isAny("as", "is", "under", ";")) {
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        if (body) {
            cursor.rest();
            String definition = language.definition(cursor.between(afterName, cursor.index()));
            return List.of(new Operation.CreateRoutine(
                    span, name, "type body", mode, List.of(), null, "external", null, definition));
        }
        boolean object = cursor.at("under");
        if (cursor.acceptAny("as", "is")) {
            object = cursor.accept("object");
        }
        List<ColumnDefinition> columns = List.of();
        if (object) {
            while (!cursor.atEnd() && !cursor.at("(")) {
                cursor.next();
            }
            columns = columns(cursor, cursor.acceptParentheses());
        }
        cursor.rest();
        List<Token> definition = cursor.between(afterName, cursor.index());
        return List.of(new Operation.CreateType(
                span,
                name,
                mode,
                "other",
                List.of(),
                columns,
                List.of(),
                null,
                false,
                null,
                language.definition(definition)));
    }

    /** The attributes come first, then the methods. */
    private List<ColumnDefinition> columns(TokenCursor cursor, List<Token> parentheses) {
        List<Token> plain = new ArrayList<>();
        if (parentheses.size() < 2) {
            return List.of();
        }
        for (List<Token> entry : GuardReader.entries(parentheses)) {
            if (!entry.isEmpty() && !METHODS.holds(entry.get(0))) {
                plain.add(plain.isEmpty() ? parentheses.get(0) : comma(entry.get(0)));
                plain.addAll(entry);
            }
        }
        if (plain.isEmpty()) {
            return List.of();
        }
        plain.add(parentheses.get(parentheses.size() - 1));
        return attributes.read(cursor.source(), plain).columns();
    }

    private static Token comma(Token before) {
        return new Token(TokenKind.SYMBOL, ",", before.start(), before.start());
    }

    List<Operation> alter(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "type");
        QualifiedName name = language.name(cursor);
        if (cursor.acceptAny("compile", "editionable", "noneditionable", "reset")) {
            cursor.rest();
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "recompilation"));
        }
        String verb = Language.lower(cursor.peek());
        if (!cursor.acceptAny("add", "drop", "modify")) {
            throw Expected.at(cursor, "an action of ALTER TYPE");
        }
        if (!cursor.accept("attribute")) {
            throw Expected.at(cursor, "ATTRIBUTE: methods and limits that change are not followed");
        }
        boolean list = cursor.accept("(");
        List<Operation.TypeAction> actions = new ArrayList<>();
        do {
            int item = cursor.index();
            String attribute = language.simpleName(cursor);
            if (verb.equals("drop")) {
                actions.add(new Operation.TypeAction.DropAttribute(cursor.spanFrom(item), attribute, false));
            } else {
                ColumnType type = language.type(cursor);
                actions.add(
                        verb.equals("modify")
                                ? new Operation.TypeAction.AlterAttribute(cursor.spanFrom(item), attribute, type)
                                : new Operation.TypeAction.AddAttribute(
                                        cursor.spanFrom(item), attribute(cursor.spanFrom(item), attribute, type)));
            }
        } while (cursor.accept(","));
        if (list) {
            Expected.next(cursor, ")");
        }
        while (cursor.acceptAny(
                "cascade", "invalidate", "including", "table", "data", "not", "convert", "to", "force")) {
            // what becomes of those that use it
        }
        return List.of(new Operation.AlterType(cursor.spanFrom(from), name, false, actions));
    }

    private static ColumnDefinition attribute(Span span, String name, ColumnType type) {
        ColumnDraft draft = new ColumnDraft(name);
        draft.type = type;
        return draft.definition(span);
    }
}
