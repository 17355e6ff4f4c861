package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads CREATE INDEX, DROP INDEX and ALTER INDEX. */
final class IndexStatementReader {
    /** SQL Server's full-text index has no name, and a table has at most one. */
    private static final String FULL_TEXT = "fulltext";

    private static final WordList BEFORE_INDEX =
            WordList.of("or replace unique clustered nonclustered columnstore fulltext spatial vector pri"
                    + "mary xml online offline bitmap multivalue hash nulls not all distinct");

    /** What ALTER INDEX does to where and how an index of Oracle or DB2 is stored and used. */
    private static final WordList ALTERED = WordList.of("""
            rebuild coalesce visible invisible unusable parallel noparallel logging nologging monitoring nomonitoring
            initrans pctfree maxtrans storage compress nocompress allocate deallocate shrink enable disable modify
            split update compile parameters
            """);

    private final Grammar grammar;
    private final NameReader names;
    private final ExpressionReader expressions;
    private final IndexReader indexes;
    private final StorageOptions storage;
    private final PhysicalOptions physical;

    IndexStatementReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.indexes = new IndexReader(dialect);
        this.storage = new StorageOptions(dialect);
        this.physical = new PhysicalOptions(grammar, expressions);
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
                operations = drop(cursor, from);
            } else {
                Expected.next(cursor, "alter");
                operations = List.of(alter(cursor, from));
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
            case SQL_SERVER -> cursor.at("fulltext") ? sqlServerFullText(cursor, from) : sqlServer(cursor, from);
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

    private Operation sqlServerFullText(TokenCursor cursor, int from) {
        Expected.next(cursor, "fulltext", "index", "on");
        QualifiedName table = names.read(cursor);
        List<String> columns = cursor.at("(") ? fullTextColumns(cursor) : List.of();
        Expected.next(cursor, "key", "index");
        names.simple(cursor);
        if (cursor.accept("on")) {
            if (cursor.at("(")) {
                expressions.parentheses(cursor);
            } else {
                names.simple(cursor);
            }
        }
        if (cursor.accept("with")) {
            if (cursor.at("(")) {
                expressions.parentheses(cursor);
            } else {
                fullTextOption(cursor);
            }
        }
        IndexDefinition index =
                new IndexDefinition(cursor.spanFrom(from), FULL_TEXT, columns, List.of(), false, null, null, FULL_TEXT);
        return new Operation.CreateIndex(cursor.spanFrom(from), table, index, CreateMode.CREATE);
    }

    private List<String> fullTextColumns(TokenCursor cursor) {
        List<String> columns = new ArrayList<>();
        Expected.next(cursor, "(");
        do {
            columns.add(names.simple(cursor));
            if (cursor.accept("type", "column")) {
                names.simple(cursor);
            }
            if (cursor.accept("language")) {
                cursor.next();
            }
            cursor.accept("statistical_semantics");
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return columns;
    }

    /** Columns that a full-text index gets or loses; the rest is about how it is kept up. */
    private Operation alterFullText(TokenCursor cursor, int from) {
        QualifiedName table = names.read(cursor);
        if (cursor.acceptAny("add", "drop") && cursor.at("(")) {
            boolean added = cursor.previous().is("add");
            List<String> columns = fullTextColumns(cursor);
            cursor.accept("with", "no", "population");
            Span span = cursor.spanFrom(from);
            TableAction action = new TableAction.AlterFullText(span, columns, added);
            return new Operation.AlterTable(span, table, false, List.of(action));
        }
        if (!cursor.peek().isAny("enable", "disable", "start", "stop", "pause", "resume", "set", "alter")) {
            throw Expected.at(cursor, "ADD, DROP, ALTER, ENABLE, DISABLE, START, STOP, PAUSE, RESUME or SET");
        }
        cursor.rest();
        return new Operation.NoSchemaEffect(cursor.spanFrom(from), "maintenance");
    }

    private void fullTextOption(TokenCursor cursor) {
        do {
            if (!cursor.acceptAny("change_tracking", "stoplist", "search")) {
                throw Expected.at(cursor, "an option of the full-text index");
            }
            cursor.accept("property", "list");
            cursor.accept("=");
            names.simple(cursor);
            cursor.accept("no", "population");
        } while (cursor.accept(","));
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

    private static void mysqlWay(TokenCursor cursor) {
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

    // ---- DROP INDEX

    private List<Operation> drop(TokenCursor cursor, int from) {
        if (grammar == Grammar.SQL_SERVER && cursor.accept("fulltext", "index", "on")) {
            QualifiedName table = names.read(cursor);
            return List.of(
                    new Operation.DropIndex(cursor.spanFrom(from), QualifiedName.of(FULL_TEXT), table, false, false));
        }
        cursor.acceptAny("online", "offline");
        Expected.next(cursor, "index");
        return switch (grammar) {
            case SQL_SERVER -> dropSqlServer(cursor, from);
            case POSTGRESQL -> dropPostgresql(cursor, from);
            case MYSQL -> List.of(dropMysql(cursor, from));
            case ORACLE, DB2 -> dropStored(cursor, from);
            case H2, HSQLDB, SQLITE -> List.of(dropStandard(cursor, from));
        };
    }

    private List<Operation> dropSqlServer(TokenCursor cursor, int from) {
        List<Operation> drops = new ArrayList<>();
        boolean ifExists = cursor.accept("if", "exists");
        int itemFrom = from;
        do {
            List<String> parts = names.parts(cursor);
            String index = parts.get(parts.size() - 1);
            QualifiedName table;
            if (cursor.accept("on")) {
                table = names.read(cursor);
            } else if (parts.size() > 1) {
                table = names.qualified(parts.subList(0, parts.size() - 1));
            } else {
                throw Expected.at(cursor, "ON");
            }
            if (cursor.accept("with")) {
                storage.sqlServer(cursor);
            }
            drops.add(new Operation.DropIndex(
                    cursor.spanFrom(itemFrom), QualifiedName.of(index), table, ifExists, false));
            itemFrom = cursor.index() + 1;
        } while (cursor.accept(","));
        return drops;
    }

    private List<Operation> dropPostgresql(TokenCursor cursor, int from) {
        cursor.accept("concurrently");
        boolean ifExists = cursor.accept("if", "exists");
        List<QualifiedName> dropped = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        int itemFrom = from;
        do {
            dropped.add(names.read(cursor));
            spans.add(cursor.spanFrom(itemFrom));
            itemFrom = cursor.index() + 1;
        } while (cursor.accept(","));
        boolean cascade = cursor.accept("cascade");
        cursor.accept("restrict");
        List<Operation> drops = new ArrayList<>();
        for (int i = 0; i < dropped.size(); i++) {
            drops.add(new Operation.DropIndex(spans.get(i), dropped.get(i), null, ifExists, cascade));
        }
        return drops;
    }

    private Operation dropMysql(TokenCursor cursor, int from) {
        boolean ifExists = cursor.accept("if", "exists");
        String index = names.simple(cursor);
        Expected.next(cursor, "on");
        QualifiedName table = names.read(cursor);
        mysqlWay(cursor);
        if (index.equalsIgnoreCase("primary")) {
            TableAction action = new TableAction.DropConstraint(
                    cursor.spanFrom(from), null, ObjectKind.PRIMARY_KEY, ifExists, false);
            return new Operation.AlterTable(cursor.spanFrom(from), table, false, List.of(action));
        }
        return new Operation.DropIndex(cursor.spanFrom(from), QualifiedName.of(index), table, ifExists, false);
    }

    private List<Operation> dropStored(TokenCursor cursor, int from) {
        boolean ifExists = cursor.accept("if", "exists");
        QualifiedName index = names.read(cursor);
        cursor.acceptAny("online", "force");
        cursor.acceptAny("deferred", "immediate");
        cursor.accept("invalidation");
        return List.of(new Operation.DropIndex(cursor.spanFrom(from), index, null, ifExists, false));
    }

    private Operation dropStandard(TokenCursor cursor, int from) {
        boolean ifExists = cursor.accept("if", "exists");
        QualifiedName index = names.read(cursor);
        ifExists |= cursor.accept("if", "exists");
        if (cursor.accept("on")) {
            // H2's MySQL mode
            names.read(cursor);
        }
        return new Operation.DropIndex(cursor.spanFrom(from), index, null, ifExists, false);
    }

    // ---- ALTER INDEX

    private Operation alter(TokenCursor cursor, int from) {
        return switch (grammar) {
            case SQL_SERVER -> alterSqlServer(cursor, from);
            case POSTGRESQL -> alterPostgresql(cursor, from);
            case MYSQL -> throw Expected.at(cursor, "a statement of MySQL");
            case ORACLE, DB2 -> alterStored(cursor, from);
            case H2, HSQLDB -> alterNamed(cursor, from);
            case SQLITE -> throw Expected.at(cursor, "a statement of SQLite");
        };
    }

    private Operation alterNamed(TokenCursor cursor, int from) {
        Expected.next(cursor, "index");
        boolean ifExists = cursor.accept("if", "exists");
        QualifiedName index = names.read(cursor);
        if (cursor.accept("as")) {
            throw Expected.at(cursor, "RENAME TO; the columns of an index can't be followed here");
        }
        Expected.next(cursor, "rename", "to");
        QualifiedName to = QualifiedName.of(names.read(cursor).name());
        return new Operation.RenameObject(cursor.spanFrom(from), ObjectKind.INDEX, null, index, null, to, ifExists);
    }

    private Operation alterSqlServer(TokenCursor cursor, int from) {
        if (cursor.accept("fulltext", "index", "on")) {
            return alterFullText(cursor, from);
        }
        Expected.next(cursor, "index");
        String index = cursor.accept("all") ? null : names.simple(cursor);
        Expected.next(cursor, "on");
        QualifiedName table = names.read(cursor);
        if (cursor.accept("disable")) {
            return new Operation.SetIndexEnabled(cursor.spanFrom(from), index, table, false);
        }
        boolean rebuilt = cursor.at("rebuild");
        if (cursor.accept("set")) {
            storage.sqlServer(cursor);
        } else if (cursor.acceptAny("rebuild", "reorganize", "resume", "pause", "abort")) {
            if (cursor.accept("partition")) {
                Expected.next(cursor, "=");
                if (!cursor.peek().isName() && cursor.peek().kind() != TokenKind.NUMBER) {
                    throw Expected.at(cursor, "a partition");
                }
                cursor.next();
            }
            if (cursor.at("with")) {
                cursor.next();
                expressions.parentheses(cursor);
            }
        } else {
            throw Expected.at(cursor, "REBUILD, REORGANIZE, DISABLE or SET");
        }
        if (rebuilt) {
            return new Operation.SetIndexEnabled(cursor.spanFrom(from), index, table, true);
        }
        return new Operation.NoSchemaEffect(cursor.spanFrom(from), "maintenance");
    }

    private Operation alterStored(TokenCursor cursor, int from) {
        Expected.next(cursor, "index");
        boolean ifExists = cursor.accept("if", "exists");
        QualifiedName index = names.read(cursor);
        if (cursor.accept("rename", "to")) {
            QualifiedName to = QualifiedName.of(names.simple(cursor));
            return new Operation.RenameObject(cursor.spanFrom(from), ObjectKind.INDEX, null, index, null, to, ifExists);
        }
        if (!ALTERED.holds(cursor.peek())) {
            throw Expected.at(cursor, "an action of ALTER INDEX");
        }
        cursor.rest();
        return new Operation.NoSchemaEffect(cursor.spanFrom(from), "maintenance");
    }

    private Operation alterPostgresql(TokenCursor cursor, int from) {
        Expected.next(cursor, "index");
        if (cursor.atSequence("all", "in", "tablespace")) {
            AlterTableReader.moveAll(cursor, names);
            return new Operation.NoSchemaEffect(cursor.spanFrom(from), "tablespace");
        }
        boolean ifExists = cursor.accept("if", "exists");
        QualifiedName index = names.read(cursor);
        if (cursor.accept("rename", "to")) {
            QualifiedName to = QualifiedName.of(names.simple(cursor));
            return new Operation.RenameObject(cursor.spanFrom(from), ObjectKind.INDEX, null, index, null, to, ifExists);
        }
        if (cursor.accept("set", "tablespace")) {
            names.simple(cursor);
            cursor.accept("nowait");
        } else if (cursor.accept("set") || cursor.accept("reset")) {
            storage.postgresql(cursor);
        } else if (cursor.accept("attach", "partition")) {
            names.read(cursor);
        } else if (cursor.accept("depends", "on", "extension") || cursor.accept("no", "depends", "on", "extension")) {
            names.simple(cursor);
        } else if (cursor.accept("alter")) {
            cursor.accept("column");
            cursor.next();
            Expected.next(cursor, "set", "statistics");
            cursor.next();
        } else {
            throw Expected.at(cursor, "an action of ALTER INDEX");
        }
        return new Operation.NoSchemaEffect(cursor.spanFrom(from), "storage option");
    }
}
