package io.github.schemacompat.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL's fixes are run: {@link PostgreSqlFactsTest}. */
class FixSqlTest {
    private static final QualifiedName CUSTOMERS = new QualifiedName("dbo", "Customers");
    private static final QualifiedName ORDERS = QualifiedName.of("order");

    @Test
    void sqlServer() {
        FixSql fix = Dialect.SQL_SERVER.fixSql();
        Column name = Column.of("SurName", ColumnType.of("nvarchar", "50"));
        assertThat(fix.addNullableColumn(CUSTOMERS, name.withNullable(false)))
                .isEqualTo("ALTER TABLE dbo.Customers ADD SurName nvarchar(50) NULL;");
        assertThat(fix.addColumnWithDefault(CUSTOMERS, Column.of("Level", ColumnType.of("int")), "0"))
                .isEqualTo("ALTER TABLE dbo.Customers ADD Level int NOT NULL CONSTRAINT DF_Customers_Level DEFAULT 0;");
        assertThat(fix.setDefault(CUSTOMERS, name, "newid()"))
                .hasValue(
                        "ALTER TABLE dbo.Customers ADD CONSTRAINT DF_Customers_SurName DEFAULT (newid()) FOR SurName;");
        assertThat(fix.makeNullable(CUSTOMERS, name.withNullable(false)))
                .isEqualTo("ALTER TABLE dbo.Customers ALTER COLUMN SurName nvarchar(50) NULL;");
        assertThat(fix.keepOldName(CUSTOMERS, new QualifiedName("dbo", "User"), List.of("Id")))
                .hasValue("CREATE SYNONYM dbo.Customers FOR dbo.[User];");
        assertThat(fix.addUniqueForValues(CUSTOMERS, "UX_Mail", List.of("Mail", "Key")))
                .isEqualTo("CREATE UNIQUE INDEX UX_Mail ON dbo.Customers (Mail, [Key])"
                        + " WHERE Mail IS NOT NULL AND [Key] IS NOT NULL;");
        assertThat(fix.addCheckNotEnforced(CUSTOMERS, "CK_1", "SurName <> ''"))
                .contains("ALTER TABLE dbo.Customers WITH NOCHECK ADD CONSTRAINT CK_1 CHECK (SurName <> '');\n"
                        + "ALTER TABLE dbo.Customers NOCHECK CONSTRAINT CK_1;");
        assertThat(fix.copyColumn(CUSTOMERS, "LastName", "SurName"))
                .isEqualTo("UPDATE dbo.Customers SET SurName = LastName WHERE SurName IS NULL;");
        assertThat(fix.addCopyOfColumn(CUSTOMERS, Column.of("SurName", ColumnType.of("nvarchar", "50")), "LastName"))
                .isEqualTo("ALTER TABLE dbo.Customers ADD SurName nvarchar(50) NULL;\nGO\n"
                        + "UPDATE dbo.Customers SET SurName = LastName WHERE SurName IS NULL;");
        assertThat(fix.createHead("procedure", new QualifiedName("dbo", "spFindAllThings_2")))
                .isEqualTo("CREATE PROCEDURE dbo.spFindAllThings_2");
    }

    @Test
    void mySql() {
        FixSql fix = Dialect.MYSQL.fixSql();
        Column size = Column.of("size", ColumnType.of("int unsigned")).withDefault("1", null);
        assertThat(fix.addNullableColumn(ORDERS, size))
                .isEqualTo("ALTER TABLE `order` ADD COLUMN size int unsigned NULL;");
        assertThat(fix.addColumnWithDefault(ORDERS, Column.of("k", ColumnType.of("char", "36")), "uuid()"))
                .isEqualTo("ALTER TABLE `order` ADD COLUMN k char(36) NOT NULL DEFAULT (uuid());");
        Column stamp = Column.of("seen", ColumnType.of("timestamp"))
                .withDefault("current_timestamp", null)
                .withOnUpdate("current_timestamp");
        assertThat(fix.makeNullable(ORDERS, stamp))
                .isEqualTo("ALTER TABLE `order` MODIFY COLUMN seen timestamp NULL"
                        + " DEFAULT current_timestamp ON UPDATE current_timestamp;");
        Column text = Column.of("t", ColumnType.of("varchar", "5")).withCharset("utf8mb4", "utf8mb4_bin");
        assertThat(fix.addColumn(ORDERS, text))
                .isEqualTo(
                        "ALTER TABLE `order` ADD COLUMN t varchar(5) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;");
        assertThat(fix.addCheckNotEnforced(ORDERS, "c", "size > 0"))
                .contains("ALTER TABLE `order` ADD CONSTRAINT c CHECK (size > 0) NOT ENFORCED;");
        assertThat(Dialect.MARIADB.fixSql().addCheckNotEnforced(ORDERS, "c", "size > 0"))
                .isEmpty();
    }
}
