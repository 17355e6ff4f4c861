package io.github.schemacompat.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardReaderTest {
    private static final QualifiedName ORDERS = new QualifiedName("dbo", "Orders");
    private static final Guard TABLE = new Guard.ObjectExists(List.of(ObjectKind.TABLE), ORDERS);
    private static final Guard COLUMN = new Guard.MemberExists(List.of(ObjectKind.COLUMN), ORDERS, "Total");
    private static final Guard INDEX = new Guard.MemberExists(
            List.of(ObjectKind.INDEX, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE), ORDERS, "IX_Total");

    private final ReadStatements sqlServer = new ReadStatements(Dialect.SQL_SERVER);
    private final ReadStatements postgreSql = new ReadStatements(Dialect.POSTGRESQL);
    private final ReadStatements mySql = new ReadStatements(Dialect.MYSQL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OBJECT_ID('dbo.Orders', 'U') IS NOT NULL",
                "OBJECT_ID(N'[dbo].[Orders]', N'U') IS NOT NULL",
                "(OBJECT_ID('dbo.Orders', 'U') > 0)",
                "OBJECTPROPERTY(OBJECT_ID('dbo.Orders'), 'IsUserTable') = 1",
                "EXISTS (SELECT * FROM sys.tables WHERE object_id = OBJECT_ID('dbo.Orders'))",
                "EXISTS (SELECT 1 FROM sys.tables t WHERE t.[name] = 'Orders' AND t.schema_id = SCHEMA_ID('dbo'))",
                "EXISTS (SELECT 1 FROM sys.tables t JOIN sys.schemas s ON t.schema_id = s.schema_id"
                        + " WHERE t.name = 'Orders' AND s.name = 'dbo')",
                "EXISTS (SELECT * FROM sys.objects WHERE object_id = OBJECT_ID(N'[dbo].[Orders]') AND type in (N'U'))",
                "(SELECT COUNT(*) FROM sys.tables WHERE name = 'Orders' AND SCHEMA_NAME(schema_id) = 'dbo') > 0",
                "EXISTS (SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'dbo'"
                        + " AND TABLE_NAME = 'Orders' AND TABLE_TYPE = 'BASE TABLE')"
            })
    void a_table_exists(String condition) {
        assertThat(sqlServer.guard(condition)).isEqualTo(TABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COL_LENGTH('dbo.Orders', 'Total') IS NOT NULL",
                "COL_LENGTH('[dbo].[Orders]', '[Total]') IS NOT NULL",
                "COLUMNPROPERTY(OBJECT_ID('dbo.Orders'), 'Total', 'ColumnId') IS NOT NULL",
                "EXISTS (SELECT * FROM sys.columns WHERE Name = N'Total' AND Object_ID = Object_ID(N'dbo.Orders'))",
                "EXISTS (SELECT 1 FROM sys.columns c INNER JOIN sys.tables t ON c.object_id = t.object_id"
                        + " INNER JOIN sys.schemas s ON s.schema_id = t.schema_id"
                        + " WHERE c.name = 'Total' AND t.name = 'Orders' AND s.name = 'dbo')",
                "EXISTS (SELECT * FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = 'Orders'"
                        + " AND TABLE_SCHEMA = 'dbo' AND COLUMN_NAME = 'Total')",
                "EXISTS (SELECT * FROM dbo.syscolumns WHERE id = OBJECT_ID('dbo.Orders') AND name = 'Total')"
            })
    void a_column_exists(String condition) {
        assertThat(sqlServer.guard(condition)).isEqualTo(COLUMN);
        assertThat(sqlServer.guard("NOT (" + condition + ")")).isEqualTo(new Guard.Not(COLUMN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INDEXPROPERTY(OBJECT_ID('dbo.Orders'), 'IX_Total', 'IndexID') IS NOT NULL",
                "EXISTS (SELECT name FROM sys.indexes WHERE name = 'IX_Total' AND object_id = OBJECT_ID('dbo.Orders'))",
                "EXISTS (SELECT 1 FROM sys.indexes WITH (NOLOCK) WHERE object_id = OBJECT_ID('dbo.Orders')"
                        + " AND name = 'IX_Total')"
            })
    void an_index_exists(String condition) {
        assertThat(sqlServer.guard(condition)).isEqualTo(INDEX);
    }

    @Test
    void a_constraint_is_looked_up_by_name_and_by_table() {
        QualifiedName fk = new QualifiedName("dbo", "FK_Orders");
        assertThat(sqlServer.guard("OBJECT_ID('dbo.FK_Orders', 'F') IS NULL"))
                .isEqualTo(new Guard.Not(new Guard.MemberExists(List.of(ObjectKind.FOREIGN_KEY), null, "FK_Orders")));
        assertThat(sqlServer.guard("OBJECT_ID('dbo.FK_Orders') IS NULL"))
                .isEqualTo(new Guard.Not(new Guard.ObjectExists(List.of(), fk)));
        assertThat(sqlServer.guard("EXISTS (SELECT * FROM sys.foreign_keys WHERE object_id = OBJECT_ID('FK_Orders')"
                        + " AND parent_object_id = OBJECT_ID('dbo.Orders'))"))
                .isEqualTo(new Guard.MemberExists(List.of(ObjectKind.FOREIGN_KEY), ORDERS, "FK_Orders"));
        assertThat(sqlServer.guard("EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
                        + " WHERE CONSTRAINT_NAME = 'PK_Orders' AND CONSTRAINT_TYPE = 'PRIMARY KEY')"))
                .isEqualTo(new Guard.MemberExists(List.of(ObjectKind.PRIMARY_KEY), null, "PK_Orders"));
        assertThat(sqlServer.guard("OBJECTPROPERTY(OBJECT_ID('dbo.Orders'), 'TableHasPrimaryKey') = 0"))
                .isEqualTo(new Guard.Not(new Guard.HasAny(ObjectKind.PRIMARY_KEY, ORDERS)));
    }

    @Test
    void a_column_property_needs_the_column() {
        assertThat(sqlServer.guard("EXISTS (SELECT 1 FROM sys.columns WHERE name = 'Total'"
                        + " AND object_id = OBJECT_ID('dbo.Orders') AND is_nullable = 1)"))
                .isEqualTo(new Guard.And(
                        List.of(COLUMN, new Guard.ColumnProperty(ORDERS, "Total", "nullable", "=", "true"))));
        assertThat(sqlServer.guard("COL_LENGTH('dbo.Orders', 'Total') = 100"))
                .isEqualTo(new Guard.ColumnProperty(ORDERS, "Total", "bytes", "=", "100"));
        assertThat(sqlServer.guard("(SELECT DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'dbo'"
                        + " AND TABLE_NAME = 'Orders' AND COLUMN_NAME = 'Total') = 'Int'"))
                .isEqualTo(
                        new Guard.And(List.of(COLUMN, new Guard.ColumnProperty(ORDERS, "Total", "type", "=", "int"))));
        assertThat(postgreSql.guard("EXISTS (SELECT FROM information_schema.columns WHERE table_name = 'orders'"
                        + " AND column_name = 'total' AND character_maximum_length < 50)"))
                .isEqualTo(new Guard.And(List.of(
                        new Guard.MemberExists(List.of(ObjectKind.COLUMN), QualifiedName.of("orders"), "total"),
                        new Guard.ColumnProperty(QualifiedName.of("orders"), "total", "length", "<", "50"))));
    }

    @Test
    void conditions_are_joined() {
        Guard type = new Guard.ObjectExists(List.of(ObjectKind.TYPE), new QualifiedName("dbo", "Ids"));
        assertThat(sqlServer.guard(
                        "OBJECT_ID('dbo.Orders', 'U') IS NULL AND (TYPE_ID('dbo.Ids') IS NOT NULL OR 1 = 1)"))
                .isEqualTo(new Guard.And(
                        List.of(new Guard.Not(TABLE), new Guard.Or(List.of(type, new Guard.Constant(true))))));
        assertThat(sqlServer.guard("EXISTS (SELECT 1 FROM sys.tables WHERE name IN ('A', 'B'))"))
                .isEqualTo(new Guard.Or(List.of(
                        new Guard.ObjectExists(List.of(ObjectKind.TABLE), new QualifiedName(Guard.ANY_SCHEMA, "A")),
                        new Guard.ObjectExists(List.of(ObjectKind.TABLE), new QualifiedName(Guard.ANY_SCHEMA, "B")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to_regclass('orders') IS NOT NULL",
                "to_regclass('orders')::text IS NOT NULL",
            })
    void postgresql_finds_relations_by_name(String condition) {
        assertThat(postgreSql.guard(condition))
                .isEqualTo(new Guard.ObjectExists(
                        List.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.SEQUENCE, ObjectKind.INDEX),
                        QualifiedName.of("orders")));
    }

    @Test
    void postgresql_catalogs() {
        QualifiedName orders = QualifiedName.of("orders");
        assertThat(postgreSql.guard("EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'orders_fk'"
                        + " AND conrelid = 'orders'::regclass AND contype = 'f')"))
                .isEqualTo(new Guard.MemberExists(List.of(ObjectKind.FOREIGN_KEY), orders, "orders_fk"));
        assertThat(postgreSql.guard("NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood')"))
                .isEqualTo(new Guard.Not(new Guard.ObjectExists(List.of(ObjectKind.TYPE), QualifiedName.of("mood"))));
        assertThat(postgreSql.guard("EXISTS (SELECT 1 FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid"
                        + " WHERE t.typname = 'mood' AND e.enumlabel = 'sad')"))
                .isEqualTo(new Guard.LabelExists(QualifiedName.of("mood"), "sad"));
        assertThat(postgreSql.guard("EXISTS (SELECT 1 FROM pg_enum WHERE enumlabel = 'sad'"
                        + " AND enumtypid = (SELECT oid FROM pg_type WHERE typname = 'mood'))"))
                .isEqualTo(new Guard.LabelExists(QualifiedName.of("mood"), "sad"));
        assertThat(postgreSql.guard("EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relname = 'orders' AND n.nspname = 'shop' AND c.relkind = 'v')"))
                .isEqualTo(new Guard.ObjectExists(List.of(ObjectKind.VIEW), new QualifiedName("shop", "orders")));
        assertThat(postgreSql.guard("EXISTS (SELECT 1 FROM pg_indexes WHERE schemaname = current_schema()"
                        + " AND tablename = 'orders' AND indexname = 'ix')"))
                .isEqualTo(new Guard.MemberExists(
                        List.of(ObjectKind.INDEX, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE), orders, "ix"));
    }

    @Test
    void mysql_counts_rows_of_its_catalog() {
        Guard column = new Guard.MemberExists(List.of(ObjectKind.COLUMN), QualifiedName.of("orders"), "total");
        String query = "(SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
                + " AND TABLE_NAME = 'orders' AND COLUMN_NAME = 'total')";
        assertThat(mySql.guard(query + " = 0")).isEqualTo(new Guard.Not(column));
        assertThat(mySql.guard(query + " > 0")).isEqualTo(column);
        assertThat(mySql.guard(query + " > 1")).isInstanceOf(Guard.Unknown.class);
        assertThat(mySql.guard("NOT EXISTS (SELECT * FROM information_schema.statistics WHERE table_schema = schema()"
                        + " AND table_name = 'orders' AND index_name = 'ix')"))
                .isEqualTo(new Guard.Not(new Guard.MemberExists(
                        List.of(ObjectKind.INDEX, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE),
                        QualifiedName.of("orders"),
                        "ix")));
    }

    @Test
    void variables_are_compared_with_constants() {
        assertThat(sqlServer.guard("@done IS NULL")).isEqualTo(new Guard.VariableIs("@done", "=", null));
        assertThat(sqlServer.guard("@done > 3")).isEqualTo(new Guard.VariableIs("@done", ">", "3"));
        assertThat(mySql.guard("found_rows = 0")).isEqualTo(new Guard.VariableIs("found_rows", "=", "0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXISTS (SELECT 1 FROM dbo.Settings WHERE Name = 'x')",
                "EXISTS (SELECT 1 FROM sys.tables WHERE name LIKE 'Ord%')",
                "EXISTS (SELECT 1 FROM sys.tables WHERE name <> 'Orders')",
                "EXISTS (SELECT 1 FROM sys.tables WHERE name = @name)",
                "EXISTS (SELECT 1 FROM sys.tables WHERE name = 'Orders' AND create_date < '2020-01-01')",
                "EXISTS (SELECT 1 FROM sys.tables)",
                "EXISTS (SELECT 1 FROM sys.indexes WHERE name = 'IX_Total' AND is_unique = 1)",
                "EXISTS (SELECT 1 FROM sys.tables t LEFT JOIN sys.columns c ON c.object_id = t.object_id"
                        + " WHERE t.name = 'Orders')",
                "OBJECT_ID(@name) IS NULL",
                "@@ERROR <> 0",
                "@a = @b",
                "DB_NAME() = 'x'",
                "(SELECT COUNT(*) FROM dbo.Orders) = 0"
            })
    void what_the_schema_cannot_answer_is_unknown(String condition) {
        Guard guard = sqlServer.guard(condition);
        assertThat(guard instanceof Guard.Not not ? not.guard() : guard).isInstanceOf(Guard.Unknown.class);
    }
}
