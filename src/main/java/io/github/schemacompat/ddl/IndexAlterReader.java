package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;

/** Reads ALTER INDEX. */
final class IndexAlterReader {
    /** What ALTER INDEX does to where and how an index of Oracle or DB2 is stored and used. */
    private static final WordList ALTERED = WordList.of("""
            rebuild coalesce visible invisible unusable parallel noparallel logging nologging monitoring nomonitoring
            initrans pctfree maxtrans storage compress nocompress allocate deallocate shrink enable disable modify
            split update compile parameters
            """);

    private final Grammar grammar;
    private final NameReader names;
    private final ExpressionReader expressions;
    private final StorageOptions storage;
    private final FullTextIndexReader fullText;

    IndexAlterReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.storage = new StorageOptions(dialect);
        this.fullText = new FullTextIndexReader(dialect);
    }

    Operation read(TokenCursor cursor, int from) {
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
            return fullText.alter(cursor, from);
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
