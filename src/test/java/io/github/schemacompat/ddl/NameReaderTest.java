package io.github.schemacompat.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sqlserver  | T                        |      | T
            sqlserver  | [sales].[Order Items]    | sales | Order Items
            sqlserver  | srv.shop.dbo.T           | dbo  | T
            sqlserver  | shop..T                  |      | T
            sqlserver  | ..T                      |      | T
            sqlserver  | [a]]b]                   |      | a]b
            sqlserver  | "a""b"                   |      | a"b
            sqlserver  | [$(db)].dbo.T            | dbo  | T
            postgresql | Shop.Orders              | shop | orders
            postgresql | "Shop".Orders            | Shop | orders
            postgresql | shop.select              | shop | select
            postgresql | ${schema}.${prefix}orders | ${schema} | ${prefix}orders
            mysql      | `Shop`.Orders            | Shop | Orders
            mysql      | `a``b`                   |      | a`b
            """)
    void readsQualifiedNames(String dialect, String written, String schema, String name) {
        assertThat(read(dialect, written)).isEqualTo(new QualifiedName(schema, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"select", "7", "'t'", "a.b.c.d.e", "a.", "column", ""})
    void refusesWhatIsNoName(String written) {
        assertThatThrownBy(() -> read("sqlserver", written)).isInstanceOf(Expected.class);
    }

    @Test
    void mysqlHasNoNamesOfThreeParts() {
        assertThatThrownBy(() -> read("mysql", "a.b.c")).isInstanceOf(Expected.class);
    }

    private static QualifiedName read(String dialectId, String sql) {
        Dialect dialect = Dialect.byId(dialectId).orElseThrow();
        return new NameReader(dialect).read(new Readings(dialect).cursor(sql));
    }
}
