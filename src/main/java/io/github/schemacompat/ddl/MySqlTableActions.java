package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clauses of ALTER TABLE in MySQL and MariaDB, but for partitions. */
final class MySqlTableActions implements TableActions {
    private final NameReader names;
    private final ColumnDefinitionReader columns;
    private final ConstraintReader constraints;
    private final IndexReader indexes;
    private final ExpressionReader expressions;
    private final MySqlTableOptions options;
    private final MySqlPartitionActions partitions;

    MySqlTableActions(Dialect dialect) {
        this.names = new NameReader(dialect);
        this.columns = new ColumnDefinitionReader(dialect);
        this.constraints = new ConstraintReader(dialect);
        this.indexes = new IndexReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.options = new MySqlTableOptions(dialect);
        this.partitions = new MySqlPartitionActions(dialect);
    }

    @Override
    public void read(TokenCursor cursor, List<TableAction> actions) {
        int from = cursor.index();
        if (partitions.at(cursor)) {
            actions.add(partitions.read(cursor));
        } else if (cursor.accept("add")) {
            add(cursor, from, actions);
        } else if (cursor.accept("drop")) {
            actions.add(drop(cursor, from));
        } else if (cursor.accept("modify")) {
            cursor.accept("column");
            boolean ifExists = cursor.accept("if", "exists");
            actions.add(redefine(cursor, from, null, ifExists));
        } else if (cursor.accept("change")) {
            cursor.accept("column");
            boolean ifExists = cursor.accept("if", "exists");
            actions.add(redefine(cursor, from, names.simple(cursor), ifExists));
        } else if (cursor.accept("alter")) {
            actions.add(alter(cursor, from));
        } else if (cursor.accept("rename")) {
            actions.add(rename(cursor, from));
        } else {
            other(cursor, from, actions);
        }
    }

    // ---- ADD

    private void add(TokenCursor cursor, int from, List<TableAction> actions) {
        if (cursor.accept("system", "versioning")) {
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "system versioning"));
        } else if (cursor.accept("period", "for")) {
            names.simple(cursor);
            names.list(cursor);
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), "period"));
        } else if (constraints.at(cursor) || indexes.at(cursor)) {
            addKey(cursor, from, actions);
        } else {
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
    }

    private void addList(TokenCursor cursor, boolean ifNotExists, List<TableAction> actions) {
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
    }

    private void addKey(TokenCursor cursor, int from, List<TableAction> actions) {
        if (constraints.at(cursor)) {
            ConstraintDefinition constraint = constraints.read(cursor);
            actions.add(new TableAction.AddConstraint(cursor.spanFrom(from), constraint, ifNotExists(cursor, from)));
        } else {
            IndexDefinition index = indexes.element(cursor, null);
            actions.add(new TableAction.AddIndex(cursor.spanFrom(from), index, ifNotExists(cursor, from)));
        }
    }

    private static boolean ifNotExists(TokenCursor cursor, int from) {
        List<Token> clause = cursor.between(from, cursor.index());
        for (int i = 0; i + 2 < clause.size() && !clause.get(i).is("("); i++) {
            if (clause.get(i).is("if")
                    && clause.get(i + 1).is("not")
                    && clause.get(i + 2).is("exists")) {
                return true;
            }
        }
        return false;
    }

    private void addColumn(TokenCursor cursor, int from, boolean ifNotExists, List<TableAction> actions) {
        ColumnDefinition column = columns.read(cursor);
        ColumnPlace place = place(cursor);
        actions.add(new TableAction.AddColumn(cursor.spanFrom(from), column, place, ifNotExists));
    }

    private ColumnPlace place(TokenCursor cursor) {
        if (cursor.accept("first")) {
            return new ColumnPlace(ColumnPlace.Kind.FIRST, null);
        }
        if (cursor.accept("after")) {
            return new ColumnPlace(ColumnPlace.Kind.AFTER, names.simple(cursor));
        }
        return ColumnPlace.UNSAID;
    }

    private TableAction redefine(TokenCursor cursor, int from, @Nullable String old, boolean ifExists) {
        ColumnDefinition definition = columns.read(cursor);
        ColumnPlace place = place(cursor);
        String column = old == null ? definition.name() : old;
        return new TableAction.RedefineColumn(cursor.spanFrom(from), column, definition, place, ifExists);
    }

    // ---- DROP

    private TableAction drop(TokenCursor cursor, int from) {
        if (cursor.accept("primary", "key")) {
            return new TableAction.DropConstraint(cursor.spanFrom(from), null, ObjectKind.PRIMARY_KEY, false, false);
        }
        if (cursor.accept("system", "versioning")) {
            return new TableAction.NoEffect(cursor.spanFrom(from), "system versioning");
        }
        if (cursor.accept("period", "for")) {
            names.simple(cursor);
            return new TableAction.NoEffect(cursor.spanFrom(from), "period");
        }
        if (cursor.accept("foreign", "key")) {
            return dropConstraint(cursor, from, ObjectKind.FOREIGN_KEY);
        }
        if (cursor.accept("check")) {
            return dropConstraint(cursor, from, ObjectKind.CHECK);
        }
        if (cursor.accept("constraint")) {
            return dropConstraint(cursor, from, ObjectKind.OTHER);
        }
        if (cursor.acceptAny("index", "key")) {
            boolean ifExists = cursor.accept("if", "exists");
            String name = names.simple(cursor);
            return new TableAction.DropIndex(cursor.spanFrom(from), name, ifExists);
        }
        if (cursor.peek(1).isName()) {
            cursor.accept("column");
        }
        boolean ifExists = cursor.accept("if", "exists");
        String name = names.simple(cursor);
        boolean cascade = cursor.accept("cascade");
        cursor.accept("restrict");
        return new TableAction.DropColumn(cursor.spanFrom(from), name, ifExists, cascade);
    }

    private TableAction dropConstraint(TokenCursor cursor, int from, ObjectKind kind) {
        boolean ifExists = cursor.accept("if", "exists");
        String name = names.simple(cursor);
        return new TableAction.DropConstraint(cursor.spanFrom(from), name, kind, ifExists, false);
    }

    // ---- ALTER

    private TableAction alter(TokenCursor cursor, int from) {
        if (cursor.acceptAny("index", "key")) {
            cursor.accept("if", "exists");
            names.simple(cursor);
            if (!cursor.acceptAny("visible", "invisible", "ignored") && !cursor.accept("not", "ignored")) {
                throw Expected.at(cursor, "VISIBLE or INVISIBLE");
            }
            return new TableAction.NoEffect(cursor.spanFrom(from), "visibility of an index");
        }
        if (cursor.acceptAny("check", "constraint")) {
            String name = names.simple(cursor);
            boolean enforced = !cursor.accept("not");
            Expected.next(cursor, "enforced");
            return new TableAction.SetConstraintEnforced(cursor.spanFrom(from), name, enforced);
        }
        if (cursor.peek(1).isName()) {
            cursor.accept("column");
        }
        boolean ifExists = cursor.accept("if", "exists");
        String column = names.simple(cursor);
        TableAction.ColumnChange change;
        if (cursor.accept("set", "default")) {
            change = new TableAction.ColumnChange.SetDefault(expressions.read(cursor));
        } else if (cursor.accept("drop", "default")) {
            change = new TableAction.ColumnChange.SetDefault(null);
        } else if (cursor.accept("set", "visible") || cursor.accept("set", "invisible")) {
            change = new TableAction.ColumnChange.SetInvisible(cursor.previous().is("invisible"));
        } else {
            throw Expected.at(cursor, "SET DEFAULT, DROP DEFAULT, SET VISIBLE or SET INVISIBLE");
        }
        return new TableAction.AlterColumn(cursor.spanFrom(from), column, change, ifExists);
    }

    // ---- RENAME

    private TableAction rename(TokenCursor cursor, int from) {
        if (cursor.accept("column")) {
            boolean ifExists = cursor.accept("if", "exists");
            String old = names.simple(cursor);
            Expected.next(cursor, "to");
            String name = names.simple(cursor);
            return new TableAction.RenameColumn(cursor.spanFrom(from), old, name, ifExists);
        }
        if (cursor.acceptAny("index", "key")) {
            cursor.accept("if", "exists");
            String old = names.simple(cursor);
            Expected.next(cursor, "to");
            String name = names.simple(cursor);
            return new TableAction.RenameIndex(cursor.spanFrom(from), old, name);
        }
        cursor.acceptAny("to", "as", "=");
        QualifiedName name = names.read(cursor);
        return new TableAction.RenameTable(cursor.spanFrom(from), name);
    }

    // ---- the rest

    private void other(TokenCursor cursor, int from, List<TableAction> actions) {
        if (cursor.accept("convert", "to")) {
            convert(cursor, from, actions);
            return;
        }
        if (cursor.accept("discard", "tablespace")) {
            actions.add(new TableAction.NotUnderstood(
                    cursor.spanFrom(from), "the rows are gone, and nobody can use the table until IMPORT TABLESPACE"));
            return;
        }
        String reason = withoutEffect(cursor);
        if (reason != null) {
            actions.add(new TableAction.NoEffect(cursor.spanFrom(from), reason));
            return;
        }
        MySqlTableOptions.Said said = new MySqlTableOptions.Said();
        if (!options.option(cursor, said)) {
            throw Expected.at(cursor, "an action of ALTER TABLE");
        }
        while (options.option(cursor, said)) {
            // several options can stand in one clause
        }
        Span span = cursor.spanFrom(from);
        if (said.charset != null || said.collation != null) {
            actions.add(new TableAction.SetCharset(span, said.charset, said.collation, false));
        }
        if (said.autoIncrement != null) {
            actions.add(new TableAction.RestartIdentity(span, said.autoIncrement));
        }
        if (said.unseen) {
            actions.add(new TableAction.NoEffect(span, "table option"));
        }
    }

    private static void convert(TokenCursor cursor, int from, List<TableAction> actions) {
        if (!cursor.accept("character", "set") && !cursor.accept("charset") && !cursor.accept("char", "set")) {
            throw Expected.at(cursor, "CHARACTER SET");
        }
        String charset = MySqlColumnAttributes.characterSet(cursor);
        String collation = cursor.accept("collate") ? MySqlColumnAttributes.characterSet(cursor) : null;
        actions.add(new TableAction.SetCharset(cursor.spanFrom(from), charset, collation, true));
    }

    private @Nullable String withoutEffect(TokenCursor cursor) {
        if (cursor.at("algorithm") || cursor.at("lock")) {
            cursor.next();
            cursor.accept("=");
            if (!cursor.acceptAny("default", "instant", "inplace", "copy", "nocopy", "none", "shared", "exclusive")) {
                throw Expected.at(cursor, "how the table is altered");
            }
            return "way of altering";
        }
        if (cursor.accept("order", "by")) {
            do {
                names.simple(cursor);
                cursor.acceptAny("asc", "desc");
            } while (cursor.at(",") && orderGoesOn(cursor) && cursor.accept(","));
            return "order of rows";
        }
        if (cursor.accept("force")) {
            return "maintenance";
        }
        if (cursor.accept("enable", "keys") || cursor.accept("disable", "keys")) {
            return "maintenance";
        }
        if (cursor.accept("import", "tablespace")) {
            return "tablespace";
        }
        if (cursor.accept("with", "validation") || cursor.accept("without", "validation")) {
            return "validation";
        }
        return null;
    }

    /** Whether a name, and nothing but a direction, stands between this comma and the next or the end. */
    private static boolean orderGoesOn(TokenCursor cursor) {
        boolean direction = cursor.peek(2).isAny("asc", "desc");
        Token behind = cursor.peek(direction ? 3 : 2);
        return cursor.peek(1).isName()
                && cursor.peek(1).kind() != TokenKind.PLACEHOLDER
                && (behind == TokenCursor.END || behind.is(","));
    }
}
