package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.TokenCursor;

/** GENERATED, storage and compression. */
final class PostgreSqlColumnAttributes implements ColumnAttributes {
    private final GeneratedClause generated;
    private final NameReader names;

    PostgreSqlColumnAttributes(Dialect dialect) {
        this.generated = new GeneratedClause(dialect);
        this.names = new NameReader(dialect);
    }

    @Override
    public boolean read(TokenCursor cursor, ColumnDraft draft) {
        if (generated.read(cursor, draft)) {
            return true;
        }
        if (cursor.accept("storage") || cursor.accept("compression")) {
            names.simple(cursor);
            return true;
        }
        return cursor.accept("with", "options") || cursor.accept("no", "inherit");
    }
}
