package io.github.schemacompat.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.TokenCursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sqlserver  | [nvarchar] (max)                 | nvarchar(max)
            sqlserver  | [sys].[datetime2](3)             | datetime2(3)
            sqlserver  | dbo.IdList                       | idlist
            sqlserver  | [shop].[Price List]              | shop.price list
            sqlserver  | national character varying(20)   | nvarchar(20)
            postgresql | Character  Varying (20)          | character varying(20)
            postgresql | timestamp(3) with time zone      | timestamp(3) with time zone
            postgresql | pg_catalog.int8                  | bigint
            postgresql | bigint[3][]                      | bigint[]
            postgresql | numeric(5, -2)[]                 | numeric(5,-2)[]
            postgresql | SETOF shop.Orders                | setof shop.orders
            postgresql | Orders.Id%TYPE                   | orders.id%type
            postgresql | public.mood                      | mood
            postgresql | ${app}.mood                      | ${app}.mood
            mysql      | int(10) UNSIGNED                 | int unsigned
            mysql      | ENUM('a', "it's", 'x\\'y')       | enum('a','it''s','x''y')
            mysql      | double precision                 | double
            mariadb    | uuid                             | uuid
            """)
    void readsTheWholeType(String dialect, String written, String canonical) {
        TokenCursor cursor = cursor(dialect, written);

        assertThat(new TypeReader(Dialect.byId(dialect).orElseThrow()).read(cursor))
                .hasToString(canonical);
        assertThat(cursor.atEnd()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            postgresql | timestamp DEFAULT now()       | DEFAULT
            postgresql | varchar(20) COLLATE "C"       | COLLATE
            postgresql | integer with                  | with
            mysql      | int unsigned NOT NULL         | NOT
            mysql      | char(3) CHARACTER SET utf8mb4 | CHARACTER
            sqlserver  | bit READONLY                  | READONLY
            """)
    void stopsBehindTheType(String dialect, String written, String next) {
        TokenCursor cursor = cursor(dialect, written);

        new TypeReader(Dialect.byId(dialect).orElseThrow()).read(cursor);

        assertThat(cursor.peek().text()).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mysql      | itneger      | expected a data type of MySQL, found 'itneger'
            mysql      | set          | expected the labels of the type, found the end of the statement
            postgresql | NOT NULL     | expected a data type, found 'NOT'
            postgresql | varchar(     | expected an argument of the data type, found the end of the statement
            postgresql | varchar(3    | expected ), found the end of the statement
            postgresql | int[         | expected ], found the end of the statement
            sqlserver  | 7            | expected a data type, found '7'
            """)
    void saysWhatIsMissing(String dialect, String written, String why) {
        assertThatThrownBy(() -> new TypeReader(Dialect.byId(dialect).orElseThrow()).read(cursor(dialect, written)))
                .isInstanceOf(Expected.class)
                .hasMessage(why);
    }

    @Test
    void quotedNamesOfTypesKeepTheirCaseWhereTheEngineMindsIt() {
        assertThat(new TypeReader(Dialect.POSTGRESQL).read(cursor("postgresql", "\"Mood\"")))
                .hasToString("Mood");
    }

    private static TokenCursor cursor(String dialect, String sql) {
        return new Readings(Dialect.byId(dialect).orElseThrow()).cursor(sql);
    }
}
