package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.TokenCursor;

/** What only one engine lets stand behind a column's type. */
interface ColumnAttributes {
    /**
     * Reads one attribute into the draft.
     *
     * @return whether one of this engine's own attributes stood there; if not, the cursor has not moved
     * @throws Expected if one begins there and can't be read
     */
    boolean read(TokenCursor cursor, ColumnDraft draft);

    static ColumnAttributes of(Dialect dialect) {
        return switch (Grammar.of(dialect)) {
            case SQL_SERVER -> new SqlServerColumnAttributes(dialect);
            case POSTGRESQL -> new PostgreSqlColumnAttributes(dialect);
            case MYSQL -> new MySqlColumnAttributes(dialect);
            case H2 -> new H2ColumnAttributes(dialect);
            case HSQLDB -> new HsqldbColumnAttributes(dialect);
            case SQLITE -> new SqliteColumnAttributes(dialect);
            case ORACLE -> new OracleColumnAttributes(dialect);
            case DB2 -> new Db2ColumnAttributes(dialect);
        };
    }
}
