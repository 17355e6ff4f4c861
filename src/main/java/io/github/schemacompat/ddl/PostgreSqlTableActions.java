package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;

/** The clauses of PostgreSQL's ALTER TABLE. */
final class PostgreSqlTableActions implements TableActions {
    private final NameReader names;
    private final ColumnDefinitionReader columns;
    private final ConstraintReader constraints;
    private final ExpressionReader expressions;
    private final StorageOptions storage;
    private final PostgreSqlColumnChanges columnChanges;

    PostgreSqlTableActions(Dialect dialect) {
        this.names = new NameReader(dialect);
        this.columns = new ColumnDefinitionReader(dialect);
        this.constraints = new ConstraintReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.storage = new StorageOptions(dialect);
        this.columnChanges = new PostgreSqlColumnChanges(dialect);
    }

    @Override
    public void read(TokenCursor cursor, List<TableAction> actions) {
        int from = cursor.index();
        if (cursor.accept("alter")) {
            alter(cursor, from, actions);
        } else {
            actions.add(action(cursor, from));
        }
    }

    private TableAction action(TokenCursor cursor, int from) {
        if (cursor.accept("add")) {
            return add(cursor, from);
        }
        if (cursor.accept("drop")) {
            return drop(cursor, from);
        }
        if (cursor.accept("rename")) {
            return rename(cursor, from);
        }
        if (cursor.accept("set")) {
            return set(cursor, from);
        }
        if (cursor.accept("attach", "partition")) {
            QualifiedName partition = names.read(cursor);
            CreateTableReader.bound(cursor, expressions);
            return new TableAction.AttachPartition(cursor.spanFrom(from), partition);
        }
        if (cursor.accept("detach", "partition")) {
            QualifiedName partition = names.read(cursor);
            cursor.acceptAny("concurrently", "finalize");
            return new TableAction.DetachPartition(cursor.spanFrom(from), partition);
        }
        if (cursor.accept("no", "inherit")) {
            QualifiedName parent = names.read(cursor);
            return new TableAction.Inherit(cursor.spanFrom(from), parent, false);
        }
        if (cursor.accept("inherit")) {
            QualifiedName parent = names.read(cursor);
            return new TableAction.Inherit(cursor.spanFrom(from), parent, true);
        }
        if (cursor.accept("force", "row", "level", "security")) {
            return new TableAction.RowSecurity(cursor.spanFrom(from), true);
        }
        if (cursor.accept("no", "force", "row", "level", "security")) {
            return new TableAction.RowSecurity(cursor.spanFrom(from), false);
        }
        if (cursor.acceptAny("enable", "disable")) {
            return enable(cursor, from);
        }
        String reason = withoutEffect(cursor);
        return new TableAction.NoEffect(cursor.spanFrom(from), reason);
    }

    private String withoutEffect(TokenCursor cursor) {
        if (cursor.accept("validate", "constraint")) {
            names.simple(cursor);
            return "validation";
        }
        if (cursor.accept("owner", "to")) {
            names.simple(cursor);
            return "owner";
        }
        if (cursor.accept("cluster", "on")) {
            names.simple(cursor);
            return "storage option";
        }
        if (cursor.accept("reset")) {
            storage.postgresql(cursor);
            return "storage option";
        }
        if (cursor.accept("options")) {
            expressions.parentheses(cursor);
            return "foreign table option";
        }
        if (cursor.accept("not", "of")) {
            return "type of the table";
        }
        if (cursor.accept("replica", "identity")) {
            if (cursor.accept("using", "index")) {
                names.simple(cursor);
            } else if (!cursor.acceptAny("default", "full", "nothing")) {
                throw Expected.at(cursor, "DEFAULT, FULL, NOTHING or USING INDEX");
            }
            return "replication";
        }
        throw Expected.at(cursor, "an action of ALTER TABLE");
    }

    private TableAction add(TokenCursor cursor, int from) {
        int ahead = cursor.at("constraint") ? 2 : 0;
        if (cursor.peek(ahead).is("not") && cursor.peek(ahead + 1).is("null")) {
            return addNotNull(cursor, from);
        }
        if (constraints.at(cursor)) {
            ConstraintDefinition constraint = constraints.read(cursor);
            return new TableAction.AddConstraint(cursor.spanFrom(from), constraint, false);
        }
        cursor.accept("column");
        boolean ifNotExists = cursor.accept("if", "not", "exists");
        ColumnDefinition column = columns.read(cursor);
        if (column.type() == null) {
            throw Expected.at(cursor, "a data type");
        }
        return new TableAction.AddColumn(cursor.spanFrom(from), column, ColumnPlace.UNSAID, ifNotExists);
    }

    /** {@code ADD [CONSTRAINT name] NOT NULL column}, new in version 18. */
    private TableAction addNotNull(TokenCursor cursor, int from) {
        String column = constraints.notNull(cursor);
        return new TableAction.AlterColumn(
                cursor.spanFrom(from), column, new TableAction.ColumnChange.SetNullable(false), false);
    }

    private TableAction drop(TokenCursor cursor, int from) {
        boolean constraint = cursor.accept("constraint");
        if (!constraint && cursor.at("column") && cursor.peek(1).isName()) {
            cursor.next();
        }
        boolean ifExists = cursor.accept("if", "exists");
        String name = names.simple(cursor);
        boolean cascade = cursor.accept("cascade");
        cursor.accept("restrict");
        return constraint
                ? new TableAction.DropConstraint(cursor.spanFrom(from), name, ObjectKind.OTHER, ifExists, cascade)
                : new TableAction.DropColumn(cursor.spanFrom(from), name, ifExists, cascade);
    }

    private TableAction rename(TokenCursor cursor, int from) {
        if (cursor.accept("to")) {
            String name = names.simple(cursor);
            return new TableAction.RenameTable(cursor.spanFrom(from), QualifiedName.of(name));
        }
        boolean constraint = cursor.accept("constraint");
        if (!constraint
                && cursor.at("column")
                && cursor.peek(1).isName()
                && !cursor.peek(1).is("to")) {
            cursor.next();
        }
        String old = names.simple(cursor);
        Expected.next(cursor, "to");
        String name = names.simple(cursor);
        return constraint
                ? new TableAction.RenameConstraint(cursor.spanFrom(from), old, name)
                : new TableAction.RenameColumn(cursor.spanFrom(from), old, name, false);
    }

    private TableAction set(TokenCursor cursor, int from) {
        if (cursor.accept("schema")) {
            String schema = names.simple(cursor);
            return new TableAction.SetSchema(cursor.spanFrom(from), schema);
        }
        if (cursor.at("(")) {
            storage.postgresql(cursor);
        } else if (cursor.accept("access", "method")) {
            names.simple(cursor);
        } else if (cursor.accept("tablespace")) {
            names.simple(cursor);
            cursor.accept("nowait");
        } else if (!cursor.acceptAny("logged", "unlogged")
                && !cursor.accept("without", "cluster")
                && !cursor.accept("without", "oids")
                && !cursor.accept("with", "oids")) {
            throw Expected.at(cursor, "what ALTER TABLE can set");
        }
        return new TableAction.NoEffect(cursor.spanFrom(from), "storage option");
    }

    private TableAction enable(TokenCursor cursor, int from) {
        boolean enabled = cursor.previous().is("enable");
        if (cursor.accept("row", "level", "security")) {
            return new TableAction.RowSecurity(cursor.spanFrom(from), enabled);
        }
        if (enabled) {
            cursor.acceptAny("replica", "always");
        }
        if (cursor.accept("rule")) {
            names.simple(cursor);
            return new TableAction.NoEffect(cursor.spanFrom(from), "rule");
        }
        Expected.next(cursor, "trigger");
        boolean all = cursor.peek().kind() == TokenKind.WORD && cursor.acceptAny("all", "user");
        String name = all ? null : names.simple(cursor);
        return new TableAction.SetTriggerEnabled(cursor.spanFrom(from), name, enabled);
    }

    private void alter(TokenCursor cursor, int from, List<TableAction> actions) {
        if (cursor.at("constraint") && cursor.peek(1).isName()) {
            cursor.next();
            actions.add(alterConstraint(cursor, from));
            return;
        }
        if (cursor.at("column") && cursor.peek(1).isName()) {
            cursor.next();
        }
        String column = names.simple(cursor);
        for (TableAction.ColumnChange change : columnChanges.read(cursor)) {
            actions.add(new TableAction.AlterColumn(cursor.spanFrom(from), column, change, false));
        }
    }

    private TableAction alterConstraint(TokenCursor cursor, int from) {
        String name = names.simple(cursor);
        if (cursor.accept("not", "enforced") || cursor.accept("enforced")) {
            boolean enforced = !cursor.peek(-2).is("not");
            return new TableAction.SetConstraintEnforced(cursor.spanFrom(from), name, enforced);
        }
        int behind = cursor.index();
        while (cursor.accept("not", "deferrable")
                || cursor.accept("deferrable")
                || cursor.accept("initially", "deferred")
                || cursor.accept("initially", "immediate")
                || cursor.accept("no", "inherit")
                || cursor.accept("inherit")) {
            // when it is checked, and whether children have it
        }
        if (cursor.index() == behind) {
            throw Expected.at(cursor, "what ALTER CONSTRAINT changes");
        }
        return new TableAction.NoEffect(cursor.spanFrom(from), "constraint timing");
    }
}
