package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of ALTER TABLE in H2, HSQLDB and SQLite. Each has most of what the standard says, and little that would mean
 * something else in the other ones; what H2's compatibility modes add is read as well.
 */
final class StandardTableActions implements TableActions {
    private final NameReader names;
    private final ColumnDefinitionReader columns;
    private final ConstraintReader constraints;
    private final IndexReader indexes;
    private final ExpressionReader expressions;
    private final StandardColumnChanges changes;

    StandardTableActions(Dialect dialect) {
        this.names = new NameReader(dialect);
        this.columns = new ColumnDefinitionReader(dialect);
        this.constraints = new ConstraintReader(dialect);
        this.indexes = new IndexReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.changes = new StandardColumnChanges(dialect);
    }

    @Override
    public void read(TokenCursor cursor, List<TableAction> actions) {
        int from = cursor.index();
        if (cursor.accept("add")) {
            add(cursor, from, actions);
        } else if (cursor.accept("drop")) {
            drop(cursor, from, actions);
        } else if (cursor.accept("alter")) {
            alter(cursor, from, actions);
        } else if (cursor.accept("rename")) {
            actions.add(rename(cursor, from));
        } else if (cursor.acceptAny("modify", "change")) {
            actions.add(redefine(cursor, from));
        } else {
            String reason = withoutEffect(cursor);
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), reason));
        }
    }

    // ---- ADD

    private void add(TokenCursor cursor, int from, List<TableAction> actions) {
        if (cursor.accept("system", "versioning")) {
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "system versioning"));
            return;
        }
        if (cursor.accept("period", "for")) {
            names.simple(cursor);
            names.list(cursor);
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "period"));
            return;
        }
        if (constraints.at(cursor) || indexes.at(cursor)) {
            addKey(cursor, from, actions);
            return;
        }
        if (cursor.peek(1).isName() || cursor.peek(1).is("(")) {
            cursor.accept("column");
        }
        boolean ifNotExists = cursor.accept("if", "not", "exists");
        if (cursor.at("(")) {
            addList(cursor, ifNotExists, actions);
        } else {
            addColumn(cursor, from, ifNotExists, actions);
        }
    }

    private void addList(TokenCursor cursor, boolean ifNotExists, List<TableAction> actions) {
        int known = actions.size();
        Expected.next(cursor, "(");
        int itemFrom = cursor.index();
        do {
            if (constraints.at(cursor) || indexes.at(cursor)) {
                addKey(cursor, itemFrom, actions);
            } else {
                addColumn(cursor, itemFrom, ifNotExists, actions);
            }
            itemFrom = cursor.index() + 1;
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        ColumnPlace place = place(cursor);
        for (int i = known; i < actions.size() && place.neighbour() != null; i++) {
            if (actions.get(i) instanceof TableAction.AddColumn added) {
                actions.set(i, new TableAction.AddColumn(added.span(), added.column(), place, added.ifNotExists()));
                boolean behind = place.kind() == ColumnPlace.Kind.AFTER;
                place = behind
                        ? new ColumnPlace(ColumnPlace.Kind.AFTER, added.column().name())
                        : place;
            }
        }
    }

    private void addKey(TokenCursor cursor, int from, List<TableAction> actions) {
        if (constraints.at(cursor)) {
            boolean ifNotExists = cursor.atSequence("constraint", "if", "not", "exists");
            ConstraintDefinition constraint = constraints.read(cursor);
            // whether the rows that are there are looked at
            cursor.acceptAny("check", "nocheck");
            actions.add(new TableAction.AddConstraint(cursor.spanFrom(from), constraint, ifNotExists));
        } else {
            IndexDefinition index = indexes.element(cursor, null);
            actions.add(new TableAction.AddIndex(cursor.spanFrom(from), index, false));
        }
    }

    private void addColumn(TokenCursor cursor, int from, boolean ifNotExists, List<TableAction> actions) {
        ColumnDefinition column = columns.read(cursor);
        if (cursor.accept("using")) {
            // what the rows that are there get
            expressions.read(cursor);
        }
        ColumnPlace place = place(cursor);
        actions.add(new TableAction.AddColumn(cursor.spanFrom(from), column, place, ifNotExists));
    }

    private ColumnPlace place(TokenCursor cursor) {
        if (cursor.accept("first")) {
            return new ColumnPlace(ColumnPlace.Kind.FIRST, null);
        }
        if (cursor.acceptAny("before", "after")) {
            ColumnPlace.Kind kind = cursor.previous().is("before") ? ColumnPlace.Kind.BEFORE : ColumnPlace.Kind.AFTER;
            return new ColumnPlace(kind, names.simple(cursor));
        }
        return ColumnPlace.UNSAID;
    }

    // ---- DROP

    private void drop(TokenCursor cursor, int from, List<TableAction> actions) {
        if (cursor.accept("primary", "key")) {
            cascade(cursor);
            actions.add(
                    new TableAction.DropConstraint(cursor.spanFrom(from), null, ObjectKind.PRIMARY_KEY, false, false));
        } else if (cursor.accept("constraint")) {
            actions.add(dropConstraint(cursor, from, ObjectKind.OTHER));
        } else if (cursor.accept("foreign", "key")) {
            actions.add(dropConstraint(cursor, from, ObjectKind.FOREIGN_KEY));
        } else if (cursor.accept("system", "versioning")) {
            cascade(cursor);
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "system versioning"));
        } else if (cursor.accept("period", "for")) {
            names.simple(cursor);
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "period"));
        } else if (cursor.at("index") && cursor.peek(1).isName()) {
            cursor.next();
            boolean ifExists = cursor.accept("if", "exists");
            String name = names.simple(cursor);
            actions.add(new TableAction.DropIndex(cursor.spanFrom(from), name, ifExists));
        } else {
            dropColumns(cursor, from, actions);
        }
    }

    private TableAction dropConstraint(TokenCursor cursor, int from, ObjectKind kind) {
        boolean ifExists = cursor.accept("if", "exists");
        String name = names.simple(cursor);
        boolean cascade = cascade(cursor);
        return new TableAction.DropConstraint(cursor.spanFrom(from), name, kind, ifExists, cascade);
    }

    /** One column, or H2's {@code a, b} and {@code (a, b)}. */
    private void dropColumns(TokenCursor cursor, int from, List<TableAction> actions) {
        if (cursor.peek(1).isName() || cursor.peek(1).is("(")) {
            cursor.accept("column");
        }
        boolean ifExists = cursor.accept("if", "exists");
        boolean bracketed = cursor.accept("(");
        int itemFrom = bracketed ? cursor.index() : from;
        do {
            String name = names.simple(cursor);
            boolean cascade = cascade(cursor);
            actions.add(new TableAction.DropColumn(cursor.spanFrom(itemFrom), name, ifExists, cascade));
            itemFrom = cursor.index() + 1;
        } while (cursor.accept(","));
        if (bracketed) {
            Expected.next(cursor, ")");
        }
    }

    private static boolean cascade(TokenCursor cursor) {
        boolean cascade = cursor.accept("cascade");
        cursor.accept("restrict");
        return cascade;
    }

    // ---- ALTER

    private void alter(TokenCursor cursor, int from, List<TableAction> actions) {
        int actionFrom = from;
        do {
            if (cursor.peek(1).isName()) {
                cursor.accept("column");
            }
            boolean ifExists = cursor.accept("if", "exists");
            int nameAt = cursor.index();
            String column = names.simple(cursor);
            if (cursor.accept("rename", "to")) {
                String name = names.simple(cursor);
                actions.add(new TableAction.RenameColumn(cursor.spanFrom(actionFrom), column, name, ifExists));
            } else {
                List<TableAction.ColumnChange> changed = changes.read(cursor);
                if (changed.isEmpty()) {
                    cursor.reset(nameAt);
                    ColumnDefinition definition = columns.read(cursor);
                    actions.add(new TableAction.RedefineColumn(
                            cursor.spanFrom(actionFrom), column, definition, place(cursor), ifExists));
                }
                for (TableAction.ColumnChange change : changed) {
                    actions.add(new TableAction.AlterColumn(cursor.spanFrom(actionFrom), column, change, ifExists));
                }
            }
            actionFrom = cursor.index();
        } while (!cursor.atSequence("alter", "table") && cursor.accept("alter"));
    }

    /** {@code MODIFY [COLUMN] a …} and {@code CHANGE [COLUMN] a b …}. */
    private TableAction redefine(TokenCursor cursor, int from) {
        boolean change = cursor.previous().is("change");
        cursor.accept("column");
        boolean ifExists = cursor.accept("if", "exists");
        @Nullable String old = change ? names.simple(cursor) : null;
        ColumnDefinition definition = columns.read(cursor);
        ColumnPlace place = place(cursor);
        String column = old == null ? definition.name() : old;
        return new TableAction.RedefineColumn(cursor.spanFrom(from), column, definition, place, ifExists);
    }

    // ---- RENAME

    private TableAction rename(TokenCursor cursor, int from) {
        if (cursor.accept("to")) {
            return new TableAction.RenameTable(cursor.spanFrom(from), names.read(cursor));
        }
        if (cursor.at("constraint") && cursor.peek(1).isName()) {
            cursor.next();
            String old = names.simple(cursor);
            Expected.next(cursor, "to");
            String name = names.simple(cursor);
            return new TableAction.RenameConstraint(cursor.spanFrom(from), old, name);
        }
        if (cursor.peek(1).isName() && !cursor.peek(1).is("to")) {
            cursor.accept("column");
        }
        String old = names.simple(cursor);
        Expected.next(cursor, "to");
        String name = names.simple(cursor);
        return new TableAction.RenameColumn(cursor.spanFrom(from), old, name, false);
    }

    // ---- the rest

    private static String withoutEffect(TokenCursor cursor) {
        if (cursor.accept("set", "referential_integrity")) {
            if (!cursor.acceptAny("true", "false")) {
                throw Expected.at(cursor, "TRUE or FALSE");
            }
            cursor.acceptAny("check", "nocheck");
            return "checking of foreign keys";
        }
        if (cursor.acceptAny("engine", "auto_increment", "comment", "charset")) {
            cursor.accept("=");
            if (!cursor.peek().isName() && cursor.peek().kind() == TokenKind.SYMBOL) {
                throw Expected.at(cursor, "a value");
            }
            cursor.next();
            return "table option";
        }
        throw Expected.at(cursor, "an action of ALTER TABLE");
    }
}
