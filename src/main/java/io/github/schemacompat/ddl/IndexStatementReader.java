package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads CREATE INDEX, and hands DROP INDEX and ALTER INDEX on. */
final class IndexStatementReader {
    private static final WordList BEFORE_INDEX =
            WordList.of("or replace unique clustered nonclustered columnstore fulltext spatial vector pri"
                    + "mary xml online offline bitmap multivalue hash nulls not all distinct");
    private final Grammar grammar;
    private final NameReader names;
    private final ExpressionReader expressions;
    private final IndexReader indexes;
    private final StorageOptions storage;
    private final PhysicalOptions physical;
    private final IndexDropReader drops;
    private final IndexAlterReader alterations;
    private final FullTextIndexReader fullText;

    IndexStatementReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.indexes = new IndexReader(dialect);
        this.storage = new StorageOptions(dialect);
        this.physical = new PhysicalOptions(grammar, expressions);
        this.drops = new IndexDropReader(dialect);
        this.alterations = new IndexAlterReader(dialect);
        this.fullText = new FullTextIndexReader(dialect);
    }

    /** Whether the statement is one of these; the cursor stays at its first token. */
    boolean at(TokenCursor cursor) {
        int i = 1;
        if (!cursor.peek().isAny("create", "drop", "alter")) {
            return false;
        }
        while (BEFORE_INDEX.holds(cursor.peek(i))) {
            i++;
        }
        return cursor.peek(i).is("index");
    }

    /** Reads the whole statement, from its first token to its last. */
    List<Operation> read(TokenCursor cursor) {
        int from = cursor.index();
        try {
            List<Operation> operations;
            if (cursor.accept("create")) {
                operations = List.of(create(cursor, from));
            } else if (cursor.accept("drop")) {
                operations = drops.read(cursor, from);
            } else {
                Expected.next(cursor, "alter");
                operations = List.of(alterations.read(cursor, from));
            }
            Expected.end(cursor);
            return operations;
        } catch (Expected expected) {
            cursor.rest();
            return List.of(new Operation.NotUnderstood(cursor.spanFrom(from), expected.why()));
        }
    }

    private Operation create(TokenCursor cursor, int from) {
        return switch (grammar) {
            case SQL_SERVER -> cursor.at("fulltext") ? fullText.create(cursor, from) : sqlServer(cursor, from);
            case POSTGRESQL -> postgresql(cursor, from);
            case MYSQL -> mysql(cursor, from);
            case ORACLE, DB2 -> stored(cursor, from);
            case H2, HSQLDB, SQLITE -> standard(cursor, from);
        };
    }

    // ---- CREATE INDEX

    private Operation sqlServer(TokenCursor cursor, int from) {
        boolean unique = cursor.accept("unique");
        cursor.acceptAny("clustered", "nonclustered");
        String method = "btree";
        if (cursor.acceptAny("columnstore", "spatial")) {
            method = Language.lower(cursor.previous());
        } else if (cursor.accept("primary", "xml") || cursor.accept("xml")) {
            method = "xml";
        }
        Expected.next(cursor, "index");
        String name = names.simple(cursor);
        Expected.next(cursor, "on");
        QualifiedName table = names.read(cursor);
        boolean columnstore = method.equals("columnstore");
        List<String> keys = columnstore && !cursor.at("(") ? List.of() : indexes.keys(cursor);
        if (method.equals("xml") && cursor.accept("using", "xml", "index")) {
            names.simple(cursor);
            if (cursor.accept("for") && !cursor.acceptAny("value", "path", "property")) {
                throw Expected.at(cursor, "VALUE, PATH or PROPERTY");
            }
        }
        if (method.equals("spatial") && cursor.accept("using")) {
            names.simple(cursor);
        }
        List<String> included = cursor.accept("include") ? names.list(cursor) : List.of();
        String where = cursor.accept("where") ? expressions.condition(cursor) : null;
        if (columnstore && cursor.accept("order")) {
            indexes.keys(cursor);
        }
        Map<String, String> options = storage.sqlServerTail(cursor);
        IndexDefinition index =
                new IndexDefinition(cursor.spanFrom(from), name, keys, included, unique, null, where, method);
        CreateMode mode = "on".equals(options.get("drop_existing")) ? CreateMode.OR_REPLACE : CreateMode.CREATE;
        return new Operation.CreateIndex(cursor.spanFrom(from), table, index, mode);
    }

    private Operation postgresql(TokenCursor cursor, int from) {
        boolean unique = cursor.accept("unique");
        Expected.next(cursor, "index");
        cursor.accept("concurrently");
        CreateMode mode = cursor.accept("if", "not", "exists") ? CreateMode.IF_NOT_EXISTS : CreateMode.CREATE;
        String name = cursor.at("on") ? null : names.simple(cursor);
        Expected.next(cursor, "on");
        cursor.accept("only");
        QualifiedName table = names.read(cursor);
        String method = cursor.accept("using") ? indexes.method(cursor) : "btree";
        List<String> keys = indexes.keys(cursor);
        List<String> included = cursor.accept("include") ? names.list(cursor) : List.of();
        Boolean nullsEqual = null;
        if (cursor.accept("nulls", "not", "distinct")) {
            nullsEqual = true;
        } else if (cursor.accept("nulls", "distinct")) {
            nullsEqual = false;
        }
        storage.postgresqlTail(cursor);
        String where = cursor.accept("where") ? expressions.condition(cursor) : null;
        IndexDefinition index =
                new IndexDefinition(cursor.spanFrom(from), name, keys, included, unique, nullsEqual, where, method);
        return new Operation.CreateIndex(cursor.spanFrom(from), table, index, mode);
    }

    private Operation mysql(TokenCursor cursor, int from) {
        CreateMode mode = cursor.accept("or", "replace") ? CreateMode.OR_REPLACE : CreateMode.CREATE;
        cursor.acceptAny("online", "offline");
        boolean unique = cursor.accept("unique");
        String kind = "";
        if (cursor.acceptAny("fulltext", "spatial", "vector")) {
            kind = Language.lower(cursor.previous());
        }
        Expected.next(cursor, "index");
        if (cursor.accept("if", "not", "exists")) {
            mode = CreateMode.IF_NOT_EXISTS;
        }
        String name = names.simple(cursor);
        String method = cursor.acceptAny("using", "type") ? storage.mysqlMethod(cursor) : "btree";
        Expected.next(cursor, "on");
        QualifiedName table = names.read(cursor);
        List<String> keys = indexes.keys(cursor);
        String behind = storage.mysqlTail(cursor);
        mysqlWay(cursor);
        String chosen = !kind.isEmpty() ? kind : behind.equals("btree") ? method : behind;
        IndexDefinition index =
                new IndexDefinition(cursor.spanFrom(from), name, keys, List.of(), unique, null, null, chosen);
        return new Operation.CreateIndex(cursor.spanFrom(from), table, index, mode);
    }

    /** Oracle and DB2: the table's name comes before the keys, and all that follows says how the index is stored. */
    private Operation stored(TokenCursor cursor, int from) {
        boolean unique = cursor.accept("unique");
        cursor.acceptAny("bitmap", "multivalue");
        Expected.next(cursor, "index");
        CreateMode mode = cursor.accept("if", "not", "exists") ? CreateMode.IF_NOT_EXISTS : CreateMode.CREATE;
        String name = names.read(cursor).name();
        Expected.next(cursor, "on");
        QualifiedName table = names.read(cursor);
        if (grammar == Grammar.ORACLE && cursor.peek().isName()) {
            names.simple(cursor);
        }
        List<String> keys = indexes.keys(cursor);
        List<String> included = new ArrayList<>();
        boolean excludesNulls = false;
        while (!cursor.atEnd() && !cursor.at(";")) {
            if (cursor.accept("include")) {
                included.addAll(names.list(cursor));
            } else if (cursor.accept("exclude", "null", "keys")) {
                excludesNulls = true;
            } else if (!physical.option(cursor)) {
                throw Expected.at(cursor, "how the index is stored");
            }
        }
        Boolean nullsEqual = excludesNulls ? Boolean.FALSE : null;
        IndexDefinition index =
                new IndexDefinition(cursor.spanFrom(from), name, keys, included, unique, nullsEqual, null, "btree");
        return new Operation.CreateIndex(cursor.spanFrom(from), table, index, mode);
    }

    /** H2, HSQLDB and SQLite. */
    private Operation standard(TokenCursor cursor, int from) {
        boolean unique = cursor.accept("unique");
        Boolean nullsEqual = null;
        if (cursor.accept("nulls", "not", "distinct")) {
            nullsEqual = true;
        } else if (cursor.accept("nulls", "distinct") || cursor.accept("nulls", "all", "distinct")) {
            nullsEqual = false;
        }
        String method = cursor.acceptAny("spatial", "hash") ? Language.lower(cursor.previous()) : "btree";
        Expected.next(cursor, "index");
        CreateMode mode = cursor.accept("if", "not", "exists") ? CreateMode.IF_NOT_EXISTS : CreateMode.CREATE;
        QualifiedName name = cursor.at("on") ? null : names.read(cursor);
        Expected.next(cursor, "on");
        QualifiedName table = names.read(cursor);
        if (name != null && table.schema() == null) {
            // an index is in the schema of its table, wherever that is said
            table = table.withSchema(name.schema());
        }
        List<String> keys = indexes.keys(cursor);
        List<String> included = cursor.accept("include") ? names.list(cursor) : List.of();
        String where = cursor.accept("where") ? expressions.condition(cursor) : null;
        IndexDefinition index = new IndexDefinition(
                cursor.spanFrom(from),
                name == null ? null : name.name(),
                keys,
                included,
                unique,
                nullsEqual,
                where,
                method);
        return new Operation.CreateIndex(cursor.spanFrom(from), table, index, mode);
    }

    static void mysqlWay(TokenCursor cursor) {
        while (cursor.acceptAny("algorithm", "lock")) {
            cursor.accept("=");
            if (!cursor.acceptAny("default", "instant", "inplace", "copy", "nocopy", "none", "shared", "exclusive")) {
                throw Expected.at(cursor, "how the index is built");
            }
        }
        if (cursor.accept("wait")) {
            cursor.next();
        }
        cursor.accept("nowait");
    }
}
