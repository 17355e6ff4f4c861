package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses of SQL Server's ALTER TABLE: one per statement, ADD and DROP with lists. */
final class SqlServerTableActions implements TableActions {
    private final NameReader names;
    private final ColumnDefinitionReader columns;
    private final ConstraintReader constraints;
    private final IndexReader indexes;
    private final ExpressionReader expressions;
    private final StorageOptions storage;

    SqlServerTableActions(Dialect dialect) {
        this.names = new NameReader(dialect);
        this.columns = new ColumnDefinitionReader(dialect);
        this.constraints = new ConstraintReader(dialect);
        this.indexes = new IndexReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.storage = new StorageOptions(dialect);
    }

    @Override
    public void read(TokenCursor cursor, List<TableAction> actions) {
        int from = cursor.index();
        boolean with = cursor.accept("with", "check") || cursor.accept("with", "nocheck");
        if (cursor.accept("add")) {
            add(cursor, from, actions);
        } else if (cursor.accept("check", "constraint") || cursor.accept("nocheck", "constraint")) {
            enforce(cursor, from, actions);
        } else if (with) {
            throw Expected.at(cursor, "ADD, CHECK or NOCHECK");
        } else if (cursor.accept("alter", "column")) {
            actions.add(alterColumn(cursor, from));
        } else if (cursor.accept("drop")) {
            drop(cursor, from, actions);
        } else if (cursor.accept("switch")) {
            actions.add(switchPartition(cursor, from));
        } else if (cursor.acceptAny("enable", "disable")) {
            enable(cursor, from, actions);
        } else if (cursor.accept("set")) {
            storage.sqlServer(cursor);
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "table option"));
        } else if (cursor.accept("rebuild")) {
            partition(cursor);
            storage.sqlServerTail(cursor);
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "maintenance"));
        } else {
            throw Expected.at(cursor, "an action of ALTER TABLE");
        }
    }

    // ---- ADD

    private void add(TokenCursor cursor, int from, List<TableAction> actions) {
        int itemFrom = from;
        do {
            addItem(cursor, itemFrom, actions);
            while (constraints.atBehindColumn(cursor)) {
                ConstraintDefinition constraint = constraints.read(cursor);
                actions.add(new TableAction.AddConstraint(constraint.span(), constraint, false));
            }
            itemFrom = cursor.index() + 1;
        } while (cursor.accept(","));
    }

    private void addItem(TokenCursor cursor, int from, List<TableAction> actions) {
        if (constraints.at(cursor)) {
            ConstraintDefinition constraint = constraints.read(cursor);
            actions.add(new TableAction.AddConstraint(cursor.spanFrom(from), constraint, false));
        } else if (indexes.at(cursor)) {
            IndexDefinition index = indexes.element(cursor, null);
            actions.add(new TableAction.AddIndex(cursor.spanFrom(from), index, false));
        } else if (cursor.accept("period", "for", "system_time")) {
            names.list(cursor);
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "period"));
        } else {
            List<IndexDefinition> inline = new ArrayList<>();
            ColumnDefinition column = columns.read(cursor, inline);
            actions.add(new TableAction.AddColumn(cursor.spanFrom(from), column, ColumnPlace.UNSAID, false));
            for (IndexDefinition index : inline) {
                actions.add(new TableAction.AddIndex(index.span(), index, false));
            }
        }
    }

    // ---- DROP

    private void drop(TokenCursor cursor, int from, List<TableAction> actions) {
        int itemFrom = from;
        String kind = "constraint";
        boolean ifExists = false;
        do {
            if (cursor.peek().isAny("column", "constraint", "index")
                    && cursor.peek(1).isName()) {
                kind = Language.lower(cursor.next());
                ifExists = cursor.accept("if", "exists");
            }
            if (cursor.accept("period", "for", "system_time")) {
                actions.add(new TableAction.NoEffect(cursor.spanFrom(itemFrom), "period"));
            } else {
                actions.add(dropItem(cursor, itemFrom, kind, ifExists));
            }
            itemFrom = cursor.index() + 1;
        } while (cursor.accept(","));
    }

    private TableAction dropItem(TokenCursor cursor, int from, String kind, boolean ifExists) {
        String name = names.simple(cursor);
        if (cursor.accept("with")) {
            storage.sqlServer(cursor);
        }
        return switch (kind) {
            case "column" -> new TableAction.DropColumn(cursor.spanFrom(from), name, ifExists, false);
            case "index" -> new TableAction.DropIndex(cursor.spanFrom(from), name, ifExists);
            default -> new TableAction.DropConstraint(cursor.spanFrom(from), name, ObjectKind.OTHER, ifExists, false);
        };
    }

    // ---- ALTER COLUMN

    private TableAction alterColumn(TokenCursor cursor, int from) {
        if (cursor.peek(1).isAny("add", "drop")) {
            return columnProperty(cursor, from);
        }
        ColumnDefinition definition = columns.read(cursor);
        if (cursor.accept("with")) {
            storage.sqlServer(cursor);
        }
        return new TableAction.RedefineColumn(
                cursor.spanFrom(from), definition.name(), definition, ColumnPlace.UNSAID, false);
    }

    private TableAction columnProperty(TokenCursor cursor, int from) {
        String column = names.simple(cursor);
        boolean added = cursor.next().is("add");
        TableAction.ColumnChange change;
        if (cursor.accept("hidden")) {
            change = new TableAction.ColumnChange.SetInvisible(added);
        } else if (cursor.accept("masked")) {
            if (cursor.accept("with")) {
                expressions.parentheses(cursor);
            }
            change = new TableAction.ColumnChange.NoEffect("mask");
        } else if (cursor.acceptAny("persisted", "rowguidcol", "sparse")
                || cursor.accept("not", "for", "replication")) {
            change = new TableAction.ColumnChange.NoEffect("storage option");
        } else {
            throw Expected.at(cursor, "PERSISTED, ROWGUIDCOL, SPARSE, HIDDEN, MASKED or NOT FOR REPLICATION");
        }
        return new TableAction.AlterColumn(cursor.spanFrom(from), column, change, false);
    }

    // ---- the rest

    private void enforce(TokenCursor cursor, int from, List<TableAction> actions) {
        boolean enforced = cursor.peek(-2).is("check");
        int itemFrom = from;
        do {
            String name = nameOrAll(cursor);
            actions.add(new TableAction.SetConstraintEnforced(cursor.spanFrom(itemFrom), name, enforced));
            itemFrom = cursor.index() + 1;
        } while (cursor.accept(","));
    }

    private void enable(TokenCursor cursor, int from, List<TableAction> actions) {
        boolean enabled = cursor.previous().is("enable");
        if (cursor.accept("change_tracking")) {
            if (cursor.accept("with")) {
                expressions.parentheses(cursor);
            }
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "change tracking"));
            return;
        }
        Expected.next(cursor, "trigger");
        int itemFrom = from;
        do {
            String name = nameOrAll(cursor);
            actions.add(new TableAction.SetTriggerEnabled(cursor.spanFrom(itemFrom), name, enabled));
            itemFrom = cursor.index() + 1;
        } while (cursor.accept(","));
    }

    private @Nullable String nameOrAll(TokenCursor cursor) {
        return cursor.accept("all") ? null : names.simple(cursor);
    }

    private TableAction switchPartition(TokenCursor cursor, int from) {
        boolean allRows = !cursor.at("partition");
        partition(cursor);
        Expected.next(cursor, "to");
        QualifiedName target = names.read(cursor);
        partition(cursor);
        if (cursor.accept("with")) {
            storage.sqlServer(cursor);
        }
        return new TableAction.SwitchPartition(cursor.spanFrom(from), target, allRows);
    }

    /** {@code PARTITION [=] number, ALL or an expression}; nothing, if it isn't said. */
    private void partition(TokenCursor cursor) {
        if (!cursor.accept("partition")) {
            return;
        }
        cursor.accept("=");
        if (cursor.peek().kind() == TokenKind.WORD && cursor.accept("all")) {
            return;
        }
        expressions.read(cursor);
    }
}
