package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clauses of ALTER TABLE in DB2. */
final class Db2TableActions implements TableActions {
    private static final WordList STORAGE = WordList.of("""
            data value compress pctfree append locksize volatile cardinality log not with long activate deactivate index
            organize security partitioning distribute
            """);

    private final NameReader names;
    private final TypeReader types;
    private final ColumnDefinitionReader columns;
    private final ConstraintReader constraints;
    private final ExpressionReader expressions;
    private final SequenceOptions sequences;

    Db2TableActions(Dialect dialect) {
        this.names = new NameReader(dialect);
        this.types = new TypeReader(dialect);
        this.columns = new ColumnDefinitionReader(dialect);
        this.constraints = new ConstraintReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.sequences = SequenceOptions.ofColumn(dialect);
    }

    @Override
    public void read(TokenCursor cursor, List<TableAction> actions) {
        int from = cursor.index();
        if (cursor.accept("add")) {
            actions.add(add(cursor, from));
        } else if (cursor.accept("alter")) {
            alter(cursor, from, actions);
        } else if (cursor.accept("drop")) {
            actions.add(drop(cursor, from));
        } else if (cursor.accept("rename")) {
            cursor.accept("column");
            String old = names.simple(cursor);
            Expected.next(cursor, "to");
            String name = names.simple(cursor);
            actions.add(new TableAction.RenameColumn(cursor.spanFrom(from), old, name, false));
        } else if (cursor.accept("attach", "partition")) {
            cursor.rest();
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "partition"));
        } else if (cursor.accept("detach", "partition")) {
            actions.add(detach(cursor, from));
        } else if (cursor.accept("activate", "row", "access", "control")) {
            actions.add(new TableAction.RowSecurity(cursor.spanFrom(from), true));
        } else if (cursor.accept("deactivate", "row", "access", "control")) {
            actions.add(new TableAction.RowSecurity(cursor.spanFrom(from), false));
        } else if (cursor.accept("activate", "not", "logged", "initially")) {
            boolean emptied = cursor.accept("with", "empty", "table");
            actions.add(
                    emptied
                            ? new TableAction.DropPartition(cursor.spanFrom(from), List.of(""), true)
                            : new TableAction.NoEffect(cursor.spanFrom(from), "logging"));
        } else if (cursor.accept("set", "materialized", "query", "as") || cursor.accept("set", "summary", "as")) {
            cursor.rest();
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "materialized query"));
        } else if (STORAGE.holds(cursor.peek())) {
            passStorage(cursor);
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "storage option"));
        } else {
            throw Expected.at(cursor, "an action of ALTER TABLE");
        }
    }

    private void passStorage(TokenCursor cursor) {
        cursor.next();
        while (!cursor.atEnd() && !cursor.at(";") && !cursor.peek().isAny("add", "alter", "drop", "rename")) {
            if (cursor.at("(")) {
                expressions.parentheses(cursor);
            } else {
                cursor.next();
            }
        }
    }

    // ---- ADD

    private TableAction add(TokenCursor cursor, int from) {
        if (constraints.at(cursor)) {
            ConstraintDefinition constraint = constraints.read(cursor);
            return new TableAction.AddConstraint(cursor.spanFrom(from), constraint, false);
        }
        boolean option = cursor.peek().isAny("restrict", "partition", "period", "versioning", "security")
                        && !cursor.peek(2).is("not")
                || cursor.at("distribute")
                || cursor.at("partitioning");
        if (option && !columnTypeFollows(cursor)) {
            passStorage(cursor);
            return new TableAction.NoEffect(cursor.spanFrom(from), "table option");
        }
        if (cursor.peek(1).isName()) {
            cursor.accept("column");
        }
        boolean ifNotExists = cursor.accept("if", "not", "exists");
        ColumnDefinition column = columns.read(cursor);
        return new TableAction.AddColumn(cursor.spanFrom(from), column, ColumnPlace.UNSAID, ifNotExists);
    }

    /** {@code ADD PERIOD INTEGER} adds a column. */
    private static boolean columnTypeFollows(TokenCursor cursor) {
        return cursor.peek(1)
                .isAny(
                        "integer",
                        "int",
                        "bigint",
                        "smallint",
                        "varchar",
                        "char",
                        "character",
                        "decimal",
                        "numeric",
                        "date",
                        "time",
                        "timestamp",
                        "clob",
                        "blob",
                        "double",
                        "boolean");
    }

    private TableAction detach(TokenCursor cursor, int from) {
        names.simple(cursor);
        Expected.next(cursor, "into");
        cursor.accept("table");
        QualifiedName target = names.read(cursor);
        return new TableAction.SwitchPartition(cursor.spanFrom(from), target);
    }

    // ---- ALTER

    private void alter(TokenCursor cursor, int from, List<TableAction> actions) {
        if (cursor.peek().isAny("constraint", "check") || cursor.atSequence("foreign", "key")) {
            cursor.accept("foreign");
            cursor.next();
            String name = names.simple(cursor);
            actions.add(constraint(cursor, from, name));
            return;
        }
        if (cursor.peek(1).isName()) {
            cursor.accept("column");
        }
        String column = names.simple(cursor);
        int changes = 0;
        do {
            TableAction.ColumnChange change = change(cursor);
            actions.add(new TableAction.AlterColumn(cursor.spanFrom(from), column, change, false));
            changes++;
        } while (changes < 20 && continues(cursor));
    }

    /** Several changes of a generated column can stand behind its name. */
    private static boolean continues(TokenCursor cursor) {
        return cursor.at("set") && !cursor.peek(1).isAny("materialized", "summary") || cursor.at("restart");
    }

    private TableAction constraint(TokenCursor cursor, int from, String name) {
        if (cursor.accept("not", "enforced")) {
            cursor.accept("not", "trusted");
            cursor.accept("trusted");
            return new TableAction.SetConstraintEnforced(cursor.spanFrom(from), name, false);
        }
        if (cursor.accept("enforced")) {
            return new TableAction.SetConstraintEnforced(cursor.spanFrom(from), name, true);
        }
        if (cursor.acceptAny("enable", "disable")) {
            Expected.next(cursor, "query", "optimization");
            return new TableAction.NoEffect(cursor.spanFrom(from), "optimizer");
        }
        throw Expected.at(cursor, "ENFORCED or NOT ENFORCED");
    }

    private TableAction.ColumnChange change(TokenCursor cursor) {
        if (cursor.accept("drop")) {
            return dropped(cursor);
        }
        if (cursor.at("restart")) {
            return SequenceOptions.numbering(sequences.read(cursor));
        }
        if (cursor.accept("add", "scope")) {
            names.read(cursor);
            return new TableAction.ColumnChange.NoEffect("scope");
        }
        if (cursor.accept("compress")) {
            cursor.next();
            cursor.accept("default");
            return new TableAction.ColumnChange.NoEffect("storage option");
        }
        Expected.next(cursor, "set");
        if (cursor.accept("data", "type")) {
            return new TableAction.ColumnChange.SetType(types.read(cursor), null, null);
        }
        if (cursor.accept("not", "null")) {
            return new TableAction.ColumnChange.SetNullable(false);
        }
        if (cursor.accept("default") || cursor.accept("with", "default")) {
            return new TableAction.ColumnChange.SetDefault(Db2ColumnAttributes.defaultOf(cursor, null, expressions));
        }
        if (cursor.accept("expression", "as")) {
            return new TableAction.ColumnChange.SetGenerated(expressions.parenthesised(cursor));
        }
        if (cursor.accept("inline", "length")) {
            cursor.next();
            return new TableAction.ColumnChange.NoEffect("storage option");
        }
        if (cursor.accept("implicitly", "hidden")) {
            return new TableAction.ColumnChange.SetInvisible(true);
        }
        if (cursor.accept("not", "hidden")) {
            return new TableAction.ColumnChange.SetInvisible(false);
        }
        if (cursor.accept("generated")) {
            return generated(cursor);
        }
        return SequenceOptions.numbering(sequences.readSome(cursor, "what is set"));
    }

    private static TableAction.ColumnChange dropped(TokenCursor cursor) {
        if (cursor.accept("not", "null")) {
            return new TableAction.ColumnChange.SetNullable(true);
        }
        if (cursor.accept("default")) {
            return new TableAction.ColumnChange.SetDefault(null);
        }
        if (cursor.accept("identity")) {
            return new TableAction.ColumnChange.SetIdentity(Identity.NONE, Map.of());
        }
        if (cursor.acceptAny("expression", "generated")) {
            return new TableAction.ColumnChange.SetGenerated(null);
        }
        throw Expected.at(cursor, "NOT NULL, DEFAULT, IDENTITY or EXPRESSION");
    }

    private TableAction.ColumnChange generated(TokenCursor cursor) {
        boolean byDefault = cursor.accept("by", "default");
        if (!byDefault) {
            cursor.accept("always");
        }
        if (!cursor.accept("as")) {
            return new TableAction.ColumnChange.SetIdentity(
                    byDefault ? Identity.BY_DEFAULT : Identity.ALWAYS, Map.of());
        }
        if (!cursor.accept("identity")) {
            return new TableAction.ColumnChange.SetGenerated(expressions.parenthesised(cursor));
        }
        Map<String, String> options = Map.of();
        if (cursor.accept("(")) {
            options = sequences.read(cursor);
            Expected.next(cursor, ")");
        }
        return new TableAction.ColumnChange.SetIdentity(byDefault ? Identity.BY_DEFAULT : Identity.ALWAYS, options);
    }

    // ---- DROP

    private TableAction drop(TokenCursor cursor, int from) {
        if (cursor.accept("primary", "key")) {
            return new TableAction.DropConstraint(cursor.spanFrom(from), null, ObjectKind.PRIMARY_KEY, false, false);
        }
        ObjectKind kind = constraintKind(cursor);
        if (kind != null) {
            boolean guarded = cursor.accept("if", "exists");
            String name = names.simple(cursor);
            return new TableAction.DropConstraint(cursor.spanFrom(from), name, kind, guarded, false);
        }
        boolean option = cursor.accept("restrict", "on", "drop")
                || cursor.accept("distribution")
                || cursor.accept("partitioning", "key")
                || cursor.accept("versioning")
                || cursor.accept("materialized", "query")
                || cursor.accept("materialized")
                || cursor.accept("query")
                || cursor.accept("security", "policy");
        if (option) {
            return new TableAction.NoEffect(cursor.spanFrom(from), "table option");
        }
        if (cursor.accept("period")) {
            names.simple(cursor);
            return new TableAction.NoEffect(cursor.spanFrom(from), "period");
        }
        if (cursor.peek(1).isName() && !cursor.peek(1).isAny("cascade", "restrict", "drop", "add", "alter")) {
            cursor.accept("column");
        }
        boolean ifExists = cursor.accept("if", "exists");
        String name = names.simple(cursor);
        boolean cascade = cursor.accept("cascade");
        cursor.accept("restrict");
        return new TableAction.DropColumn(cursor.spanFrom(from), name, ifExists, cascade);
    }

    private static @Nullable ObjectKind constraintKind(TokenCursor cursor) {
        if (cursor.accept("foreign", "key")) {
            return ObjectKind.FOREIGN_KEY;
        }
        if (cursor.accept("unique")) {
            return ObjectKind.UNIQUE;
        }
        if (cursor.accept("check")) {
            return ObjectKind.CHECK;
        }
        return cursor.accept("constraint") ? ObjectKind.OTHER : null;
    }
}
