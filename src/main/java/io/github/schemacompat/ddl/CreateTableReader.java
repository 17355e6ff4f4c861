package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CREATE TABLE in all its forms. */
final class CreateTableReader {
    private static final WordList BEFORE_TABLE = WordList.of("""
            or replace global local private temporary temp unlogged foreign external sharded duplicated immutable blockchain summary
            """);

    private final Grammar grammar;
    private final NameReader names;
    private final TableElementReader elements;
    private final ExpressionReader expressions;
    private final IndexReader indexes;
    private final StorageOptions storage;
    private final MySqlTableOptions mysqlOptions;
    private final PhysicalOptions physical;

    CreateTableReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.elements = new TableElementReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.indexes = new IndexReader(dialect);
        this.storage = new StorageOptions(dialect);
        this.mysqlOptions = new MySqlTableOptions(dialect);
        this.physical = new PhysicalOptions(grammar, expressions);
    }

    /** Whether the statement is one of these; the cursor stays at its first token. */
    boolean at(TokenCursor cursor) {
        int i = 1;
        if (!cursor.at("create")) {
            return false;
        }
        while (BEFORE_TABLE.holds(cursor.peek(i)) || storedAs(cursor, i)) {
            i++;
        }
        return cursor.peek(i).is("table");
    }

    /** The words of H2 and HSQLDB that say where the rows are kept. */
    private boolean storedAs(TokenCursor cursor, int ahead) {
        boolean standard = grammar == Grammar.H2 || grammar == Grammar.HSQLDB;
        return standard && cursor.peek(ahead).isAny("memory", "cached", "text", "not", "logged");
    }

    /** Reads the whole statement, from its first token to its last. */
    List<Operation> read(TokenCursor cursor) {
        int from = cursor.index();
        try {
            Draft draft = new Draft();
            head(cursor, draft);
            switch (grammar) {
                case SQL_SERVER -> sqlServer(cursor, draft);
                case POSTGRESQL -> postgresql(cursor, draft);
                case MYSQL -> mysql(cursor, draft);
                case H2, HSQLDB -> standard(cursor, draft);
                case SQLITE -> sqlite(cursor, draft);
                case ORACLE -> oracle(cursor, draft);
                case DB2 -> db2(cursor, draft);
            }
            Expected.end(cursor);
            if (draft.isEmpty()) {
                throw Expected.at(cursor, "columns");
            }
            boolean typed = grammar != Grammar.SQLITE && draft.query == null && draft.partitionOf == null;
            if (typed && draft.elements.lacksType()) {
                throw Expected.that("expected a data type for every column of the table");
            }
            return List.of(draft.operation(cursor.spanFrom(from)));
        } catch (Expected expected) {
            cursor.rest();
            return List.of(new Operation.NotUnderstood(cursor.spanFrom(from), expected.why()));
        }
    }

    private void head(TokenCursor cursor, Draft draft) {
        Expected.next(cursor, "create");
        if (cursor.accept("or", "replace")) {
            draft.mode = CreateMode.OR_REPLACE;
        }
        while (storedAs(cursor, 0)) {
            cursor.next();
        }
        boolean global = cursor.acceptAny("global", "local", "private")
                && cursor.previous().is("global");
        draft.temporary = cursor.acceptAny("temporary", "temp");
        if (global && (grammar == Grammar.ORACLE || grammar == Grammar.DB2)) {
            // only its rows are temporary
            draft.temporary = false;
        }
        while (cursor.acceptAny(
                "unlogged", "foreign", "external", "sharded", "duplicated", "immutable", "blockchain", "summary")) {
            // a table all the same
            draft.external |= cursor.previous().is("external");
        }
        Expected.next(cursor, "table");
        if (cursor.accept("if", "not", "exists")) {
            draft.mode = CreateMode.IF_NOT_EXISTS;
        }
        draft.name = names.read(cursor);
        if (grammar == Grammar.SQL_SERVER && draft.name.name().startsWith("#")) {
            draft.temporary = true;
        }
    }

    private void sqlServer(TokenCursor cursor, Draft draft) {
        draft.elements = elements.read(cursor);
        draft.listed = true;
        if (cursor.accept("as") && !cursor.acceptAny("node", "edge")) {
            throw Expected.at(cursor, "NODE or EDGE");
        }
        if (draft.external && cursor.accept("with")) {
            // where the rows are, in the words of their source
            expressions.parentheses(cursor);
        }
        storage.sqlServerTail(cursor);
    }

    private void postgresql(TokenCursor cursor, Draft draft) {
        if (cursor.accept("partition", "of")) {
            draft.partitionOf = names.read(cursor);
            if (cursor.at("(")) {
                draft.elements = elements.read(cursor);
                draft.listed = true;
            }
            bound(cursor, expressions);
        } else if (cursor.accept("of")) {
            QualifiedName type = names.read(cursor);
            if (cursor.at("(")) {
                draft.elements = elements.read(cursor);
            }
            draft.elements.like.add(new Operation.Like(type, List.of(), List.of(), 0));
        } else if (cursor.at("(")) {
            draft.elements = elements.read(cursor);
            draft.listed = true;
        }
        boolean tail = true;
        while (tail) {
            tail = postgresqlOption(cursor, draft);
        }
        if (cursor.accept("as")) {
            draft.query = query(cursor);
        }
    }

    /** Which rows a partition takes: {@code DEFAULT} or {@code FOR VALUES …}. */
    static void bound(TokenCursor cursor, ExpressionReader expressions) {
        if (cursor.accept("default")) {
            return;
        }
        Expected.next(cursor, "for", "values");
        if (cursor.accept("from")) {
            expressions.parentheses(cursor);
            Expected.next(cursor, "to");
        } else if (!cursor.acceptAny("in", "with")) {
            throw Expected.at(cursor, "FROM, IN or WITH");
        }
        expressions.parentheses(cursor);
    }

    private boolean postgresqlOption(TokenCursor cursor, Draft draft) {
        if (cursor.accept("inherits")) {
            Expected.next(cursor, "(");
            do {
                draft.inherits.add(names.read(cursor));
            } while (cursor.accept(","));
            Expected.next(cursor, ")");
        } else if (cursor.accept("partition", "by")) {
            if (!cursor.acceptAny("range", "list", "hash")) {
                throw Expected.at(cursor, "RANGE, LIST or HASH");
            }
            indexes.keys(cursor);
        } else if (cursor.accept("using") || cursor.accept("tablespace") || cursor.accept("server")) {
            names.simple(cursor);
        } else if (cursor.accept("with")) {
            storage.postgresql(cursor);
        } else if (cursor.accept("options")) {
            expressions.parentheses(cursor);
        } else if (cursor.accept("on", "commit")) {
            if (!cursor.accept("preserve", "rows") && !cursor.accept("delete", "rows") && !cursor.accept("drop")) {
                throw Expected.at(cursor, "PRESERVE ROWS, DELETE ROWS or DROP");
            }
        } else {
            return cursor.accept("without", "oids");
        }
        return true;
    }

    /** H2 and HSQLDB. */
    private void standard(TokenCursor cursor, Draft draft) {
        if (cursor.at("(") && !atQuery(cursor)) {
            draft.elements = elements.read(cursor);
            draft.listed = true;
        }
        while (standardOption(cursor, draft)) {
            // the next one
        }
        if (cursor.accept("as")) {
            draft.query = query(cursor);
        }
    }

    private boolean standardOption(TokenCursor cursor, Draft draft) {
        if (cursor.accept("on", "commit")) {
            if (!cursor.accept("preserve", "rows") && !cursor.accept("delete", "rows") && !cursor.accept("drop")) {
                throw Expected.at(cursor, "PRESERVE ROWS, DELETE ROWS or DROP");
            }
            return true;
        }
        if (cursor.accept("with", "system", "versioning") || cursor.accept("not", "persistent")) {
            return true;
        }
        if (cursor.accept("transactional") || cursor.accept("hidden")) {
            return true;
        }
        if (grammar == Grammar.H2 && cursor.accept("with")) {
            do {
                expressions.read(cursor);
            } while (cursor.accept(","));
            return true;
        }
        // H2 takes MySQL's options as well
        boolean option = grammar == Grammar.H2 && mysqlOptions.option(cursor, draft.options);
        if (option) {
            cursor.accept(",");
        }
        return option;
    }

    private void sqlite(TokenCursor cursor, Draft draft) {
        if (cursor.accept("as")) {
            draft.query = query(cursor);
            return;
        }
        draft.elements = elements.read(cursor);
        draft.listed = true;
        boolean withoutRowid = false;
        boolean strict = false;
        if (!cursor.atEnd() && !cursor.at(";")) {
            do {
                if (cursor.accept("without", "rowid")) {
                    withoutRowid = true;
                } else if (cursor.accept("strict")) {
                    strict = true;
                } else {
                    throw Expected.at(cursor, "WITHOUT ROWID or STRICT");
                }
            } while (cursor.accept(","));
        }
        List<ColumnDefinition> meant =
                SqliteKeys.meant(draft.elements.columns, draft.elements.constraints, withoutRowid, strict);
        draft.elements.columns.clear();
        draft.elements.columns.addAll(meant);
    }

    private void oracle(TokenCursor cursor, Draft draft) {
        if (cursor.accept("of")) {
            draft.elements.like.add(new Operation.Like(names.read(cursor), List.of(), List.of(), 0));
            if (cursor.at("(")) {
                expressions.parentheses(cursor);
            }
        } else if (cursor.at("(")) {
            draft.elements = elements.read(cursor);
            draft.listed = true;
        }
        while (!cursor.atEnd() && !cursor.at("as") && !cursor.at(";")) {
            if (!physical.option(cursor) && !rowOption(cursor)) {
                throw Expected.at(cursor, "how the table is stored");
            }
        }
        if (cursor.accept("as")) {
            draft.query = query(cursor);
        }
    }

    private static boolean rowOption(TokenCursor cursor) {
        return cursor.accept("enable", "row", "movement")
                || cursor.accept("disable", "row", "movement")
                || cursor.accept("read", "write")
                || cursor.accept("annotations") && !cursor.acceptParentheses().isEmpty();
    }

    private void db2(TokenCursor cursor, Draft draft) {
        if (cursor.accept("like")) {
            draft.elements.like.add(elements.like(cursor, 0));
        } else if (cursor.at("(")) {
            draft.elements = elements.read(cursor);
            draft.listed = true;
        }
        if (cursor.accept("as")) {
            int from = cursor.index();
            if (!atQuery(cursor)) {
                throw Expected.at(cursor, "a query");
            }
            expressions.parentheses(cursor);
            draft.query = cursor.spanFrom(from);
            if (!cursor.accept("definition", "only") && !cursor.accept("with", "no", "data")) {
                cursor.accept("with", "data");
            }
        }
        while (!cursor.atEnd() && !cursor.at(";")) {
            boolean options = cursor.acceptAny("including", "excluding");
            if (!options && !physical.option(cursor)) {
                throw Expected.at(cursor, "how the table is stored");
            }
            while (options && cursor.acceptAny("column", "defaults", "identity", "attributes")) {
                // what is copied with the columns
            }
        }
    }

    private void mysql(TokenCursor cursor, Draft draft) {
        if (cursor.accept("like")) {
            draft.elements.like.add(elements.like(cursor, 0));
            return;
        }
        if (cursor.at("(") && !atQuery(cursor)) {
            draft.elements = elements.read(cursor);
            draft.listed = true;
        }
        boolean options = true;
        while (options) {
            options = mysqlOptions.option(cursor, draft.options);
            if (options) {
                cursor.accept(",");
            }
        }
        if (cursor.atSequence("partition", "by")) {
            mysqlOptions.partitionBy(cursor);
        }
        boolean rows = cursor.acceptAny("ignore", "replace");
        boolean as = cursor.accept("as");
        if (rows || as || atQuery(cursor)) {
            draft.query = query(cursor);
        }
    }

    private static boolean atQuery(TokenCursor cursor) {
        int i = 0;
        while (cursor.peek(i).is("(")) {
            i++;
        }
        return cursor.peek(i).isAny("select", "with", "values", "table");
    }

    /** Everything to the end, but for PostgreSQL's WITH [NO] DATA. */
    private Span query(TokenCursor cursor) {
        int from = cursor.index();
        if (!atQuery(cursor) && !cursor.at("execute")) {
            throw Expected.at(cursor, "a query");
        }
        while (!cursor.atEnd()
                && !cursor.atSequence("with", "data")
                && !cursor.atSequence("with", "no", "data")
                && cursor.peek().kind() != TokenKind.UNKNOWN) {
            cursor.next();
        }
        Span query = withoutParentheses(cursor, from);
        if (cursor.at("with") && cursor.peek(1).isAny("data", "no") && cursor.accept("with")) {
            cursor.accept("no");
            cursor.accept("data");
        }
        return query;
    }

    /** The query inside, where parentheses stand around all of it. */
    private static Span withoutParentheses(TokenCursor cursor, int from) {
        List<Token> tokens = cursor.between(from, cursor.index());
        int outer = 0;
        while (tokens.size() > 2 * outer + 2 && closes(tokens, outer) == tokens.size() - 1 - outer) {
            outer++;
        }
        return outer == 0
                ? cursor.spanFrom(from)
                : Language.span(cursor.source(), tokens.subList(outer, tokens.size() - outer));
    }

    /** Where the parenthesis closes that opens at an index, or -1. */
    private static int closes(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size() && tokens.get(open).is("("); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** A table while it is read. */
    private static final class Draft {
        private boolean external;
        QualifiedName name = QualifiedName.of("");
        CreateMode mode = CreateMode.CREATE;
        boolean temporary;
        /** Whether there was a list of columns, be it empty. */
        boolean listed;

        TableElements elements = new TableElements();
        final List<QualifiedName> inherits = new ArrayList<>();
        final MySqlTableOptions.Said options = new MySqlTableOptions.Said();

        @Nullable
        QualifiedName partitionOf;

        @Nullable
        Span query;

        /** Whether nothing says what the table is made of. */
        boolean isEmpty() {
            return !listed && elements.like.isEmpty() && partitionOf == null && query == null;
        }

        Operation operation(Span span) {
            return new Operation.CreateTable(
                    span,
                    name,
                    mode,
                    temporary,
                    elements.columns,
                    elements.constraints,
                    elements.indexes,
                    elements.like,
                    inherits,
                    partitionOf,
                    query,
                    options.charset,
                    options.collation,
                    options.comment);
        }
    }
}
