package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;
import java.util.Map;

/** The clauses of ALTER TABLE in Oracle, but for partitions and storage. */
final class OracleTableActions implements TableActions {
    private final NameReader names;
    private final ColumnDefinitionReader columns;
    private final ConstraintReader constraints;
    private final OracleStorageActions storage;

    OracleTableActions(Dialect dialect) {
        this.names = new NameReader(dialect);
        this.columns = new ColumnDefinitionReader(dialect);
        this.constraints = new ConstraintReader(dialect);
        this.storage = new OracleStorageActions(dialect);
    }

    @Override
    public void read(TokenCursor cursor, List<TableAction> actions) {
        int from = cursor.index();
        if (storage.at(cursor)) {
            actions.add(storage.read(cursor));
        } else if (cursor.accept("add")) {
            add(cursor, from, actions);
        } else if (cursor.accept("modify")) {
            modify(cursor, from, actions);
        } else if (cursor.accept("drop")) {
            drop(cursor, from, actions);
        } else if (cursor.accept("set", "unused")) {
            dropColumns(cursor, from, actions);
        } else if (cursor.accept("rename")) {
            actions.add(rename(cursor, from));
        } else if (cursor.acceptAny("enable", "disable")) {
            actions.add(enforce(cursor, from, cursor.previous().is("enable")));
        } else {
            throw Expected.at(cursor, "an action of ALTER TABLE");
        }
    }

    // ---- ADD

    private void add(TokenCursor cursor, int from, List<TableAction> actions) {
        boolean list = cursor.accept("(");
        cursor.accept("column");
        int itemFrom = list ? cursor.index() : from;
        do {
            if (constraints.at(cursor)) {
                ConstraintDefinition constraint = constraints.read(cursor);
                actions.add(new TableAction.AddConstraint(cursor.spanFrom(itemFrom), constraint, false));
            } else {
                boolean ifNotExists = cursor.accept("if", "not", "exists");
                ColumnDefinition column = columns.read(cursor);
                actions.add(
                        new TableAction.AddColumn(cursor.spanFrom(itemFrom), column, ColumnPlace.UNSAID, ifNotExists));
            }
            itemFrom = cursor.index() + 1;
        } while (cursor.accept(","));
        if (list) {
            Expected.next(cursor, ")");
            storage.lobs(cursor);
        }
    }

    // ---- MODIFY

    private void modify(TokenCursor cursor, int from, List<TableAction> actions) {
        if (atConstraint(cursor)) {
            actions.add(modifyConstraint(cursor, from));
            return;
        }
        boolean list = cursor.accept("(");
        cursor.accept("column");
        int itemFrom = list ? cursor.index() : from;
        do {
            cursor.accept("if", "exists");
            if (list && atConstraint(cursor)) {
                actions.add(modifyConstraint(cursor, itemFrom));
            } else {
                modifyColumn(cursor, itemFrom, actions);
            }
            itemFrom = cursor.index() + 1;
        } while (cursor.accept(","));
        if (list) {
            Expected.next(cursor, ")");
        }
    }

    private static boolean atConstraint(TokenCursor cursor) {
        boolean named = cursor.peek().is("constraint") && cursor.peek(1).isName();
        boolean primary = cursor.peek().is("primary") && cursor.peek(1).is("key");
        return named || primary || cursor.peek().is("unique") && cursor.peek(1).is("(");
    }

    /** Its state changes where ENABLE or DISABLE is said. */
    private TableAction modifyConstraint(TokenCursor cursor, int from) {
        String name = null;
        List<String> over = List.of();
        if (cursor.accept("constraint")) {
            name = names.simple(cursor);
        } else if (!cursor.accept("primary", "key")) {
            Expected.next(cursor, "unique");
            over = names.list(cursor);
        }
        int stateFrom = cursor.index();
        boolean enforced = constraints.state(cursor);
        boolean said =
                cursor.between(stateFrom, cursor.index()).stream().anyMatch(token -> token.isAny("enable", "disable"));
        keyTail(cursor);
        if (!said) {
            return new TableAction.NoEffect(cursor.spanFrom(from), "when and how rows that are there are checked");
        }
        return name == null
                ? new TableAction.SetKeyEnforced(cursor.spanFrom(from), over, enforced)
                : new TableAction.SetConstraintEnforced(cursor.spanFrom(from), name, enforced);
    }

    private void modifyColumn(TokenCursor cursor, int from, List<TableAction> actions) {
        if (cursor.peek(1).is("drop") && cursor.peek(2).is("identity")) {
            String column = names.simple(cursor);
            Expected.next(cursor, "drop", "identity");
            TableAction.ColumnChange none = new TableAction.ColumnChange.SetIdentity(Identity.NONE, Map.of());
            actions.add(new TableAction.AlterColumn(cursor.spanFrom(from), column, none, false));
            return;
        }
        int begin = cursor.index();
        ColumnDefinition definition = columns.read(cursor);
        boolean shown = cursor.between(begin, cursor.index()).stream().anyMatch(token -> token.is("visible"));
        actions.add(new TableAction.RedefineColumn(
                cursor.spanFrom(from), definition.name(), definition, ColumnPlace.UNSAID, false));
        if (shown) {
            TableAction.ColumnChange visible = new TableAction.ColumnChange.SetInvisible(false);
            actions.add(new TableAction.AlterColumn(cursor.spanFrom(from), definition.name(), visible, false));
        }
    }

    // ---- DROP

    private void drop(TokenCursor cursor, int from, List<TableAction> actions) {
        if (cursor.accept("unused", "columns") || cursor.accept("columns", "continue")) {
            checkpoint(cursor);
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "columns that are unused already"));
        } else if (cursor.accept("primary", "key")) {
            boolean cascade = keyTail(cursor);
            actions.add(new TableAction.DropConstraint(
                    cursor.spanFrom(from), null, ObjectKind.PRIMARY_KEY, false, cascade));
        } else if (cursor.accept("unique")) {
            List<String> over = names.list(cursor);
            boolean cascade = keyTail(cursor);
            actions.add(new TableAction.DropUniqueOver(cursor.spanFrom(from), over, cascade));
        } else if (cursor.accept("constraint")) {
            boolean ifExists = cursor.accept("if", "exists");
            String name = names.simple(cursor);
            boolean cascade = keyTail(cursor);
            actions.add(
                    new TableAction.DropConstraint(cursor.spanFrom(from), name, ObjectKind.OTHER, ifExists, cascade));
        } else {
            dropColumns(cursor, from, actions);
        }
    }

    private static boolean keyTail(TokenCursor cursor) {
        boolean cascade = cursor.accept("cascade");
        if (cursor.acceptAny("keep", "drop")) {
            Expected.next(cursor, "index");
        }
        cursor.accept("online");
        return cascade;
    }

    private void dropColumns(TokenCursor cursor, int from, List<TableAction> actions) {
        boolean one = cursor.accept("column");
        boolean ifExists = cursor.accept("if", "exists");
        if (!one && !cursor.at("(")) {
            throw Expected.at(cursor, "what is dropped");
        }
        List<String> dropped = cursor.at("(") ? names.list(cursor) : List.of(names.simple(cursor));
        boolean cascade = cursor.accept("cascade", "constraints") || cursor.accept("cascade", "constraint");
        cursor.accept("invalidate");
        cursor.accept("online");
        checkpoint(cursor);
        for (String column : dropped) {
            actions.add(new TableAction.DropColumn(cursor.spanFrom(from), column, ifExists, cascade));
        }
    }

    private static void checkpoint(TokenCursor cursor) {
        if (cursor.accept("checkpoint") && cursor.peek().kind() == TokenKind.NUMBER) {
            cursor.next();
        }
    }

    // ---- RENAME

    private TableAction rename(TokenCursor cursor, int from) {
        if (cursor.accept("to")) {
            return new TableAction.RenameTable(cursor.spanFrom(from), names.read(cursor));
        }
        boolean column = cursor.accept("column");
        if (!column && !cursor.accept("constraint")) {
            throw Expected.at(cursor, "TO, COLUMN or CONSTRAINT");
        }
        boolean ifExists = cursor.accept("if", "exists");
        String old = names.simple(cursor);
        Expected.next(cursor, "to");
        String name = names.simple(cursor);
        return column
                ? new TableAction.RenameColumn(cursor.spanFrom(from), old, name, ifExists)
                : new TableAction.RenameConstraint(cursor.spanFrom(from), old, name);
    }

    // ---- ENABLE, DISABLE

    private TableAction enforce(TokenCursor cursor, int from, boolean enabled) {
        if (cursor.accept("all", "triggers")) {
            return new TableAction.SetTriggerEnabled(cursor.spanFrom(from), null, enabled);
        }
        cursor.acceptAny("validate", "novalidate");
        if (cursor.accept("constraint")) {
            String name = names.simple(cursor);
            enforceTail(cursor);
            return new TableAction.SetConstraintEnforced(cursor.spanFrom(from), name, enabled);
        }
        List<String> over = List.of();
        if (!cursor.accept("primary", "key")) {
            Expected.next(cursor, "unique");
            over = names.list(cursor);
        }
        enforceTail(cursor);
        return new TableAction.SetKeyEnforced(cursor.spanFrom(from), over, enabled);
    }

    private void enforceTail(TokenCursor cursor) {
        constraints.state(cursor);
        keyTail(cursor);
    }
}
