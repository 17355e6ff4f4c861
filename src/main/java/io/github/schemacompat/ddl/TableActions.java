package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** What one engine lets stand behind ALTER TABLE and the table's name. */
interface TableActions {
    /**
     * Reads one clause, which can be several actions; behind it a comma and another clause can stand.
     *
     * @param actions takes up what the clause says
     * @throws Expected if it can't be read
     */
    void read(TokenCursor cursor, List<TableAction> actions);

    static TableActions of(Dialect dialect) {
        return switch (Grammar.of(dialect)) {
            case SQL_SERVER -> new SqlServerTableActions(dialect);
            case POSTGRESQL -> new PostgreSqlTableActions(dialect);
            case MYSQL -> new MySqlTableActions(dialect);
            case H2, HSQLDB, SQLITE -> new StandardTableActions(dialect);
            case ORACLE -> new OracleTableActions(dialect);
            case DB2 -> new Db2TableActions(dialect);
        };
    }
}
