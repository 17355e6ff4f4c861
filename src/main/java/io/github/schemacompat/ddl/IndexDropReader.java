package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads DROP INDEX. */
final class IndexDropReader {
    private final Grammar grammar;
    private final NameReader names;
    private final StorageOptions storage;
    private final FullTextIndexReader fullText;

    IndexDropReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.storage = new StorageOptions(dialect);
        this.fullText = new FullTextIndexReader(dialect);
    }

    List<Operation> read(TokenCursor cursor, int from) {
        if (grammar == Grammar.SQL_SERVER && cursor.accept("fulltext", "index", "on")) {
            return List.of(fullText.drop(cursor, from));
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
        IndexStatementReader.mysqlWay(cursor);
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
}
