package io.github.schemacompat.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What types of DB2 are called, and what a change from one to another means. */
class Db2TypesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    INT                         | integer
                    DEC                         | decimal(5,0)
                    NUMERIC(10)                 | decimal(10,0)
                    NUMBER(10,2)                | decimal(10,2)
                    FLOAT                       | double
                    FLOAT(24)                   | real
                    double precision            | double
                    DECFLOAT                    | decfloat(34)
                    CHARACTER                   | char(1)
                    character varying(9)        | varchar(9)
                    VARCHAR(9 OCTETS)           | varchar(9)
                    VARCHAR(9 CODEUNITS32)      | varchar(9 codeunits32)
                    CLOB                        | clob(1048576)
                    CLOB(10M)                   | clob(10485760)
                    BLOB(2 G)                   | blob(2147483648)
                    BINARY LARGE OBJECT(64K)    | blob(65536)
                    TIMESTAMP                   | timestamp(6)
                    timestamp(12)               | timestamp(12)
                    XML                         | xml
                    MONEY_T                     | MONEY_T
                    """)
    void canonical(String written, String canonical) {
        assertThat(Dialect.DB2.canonical(ColumnType.parse(written))).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int                    | integer                | SAME     | synonyms
                    smallint               | integer                | WIDENED  |
                    bigint                 | integer                | NARROWED |
                    integer                | decimal(10,0)          | WIDENED  | ten digits
                    decimal(10,2)          | decimal(12,2)          | WIDENED  |
                    varchar(20)            | varchar(255)           | LONGER   |
                    varchar(255)           | varchar(20)            | NARROWED |
                    varchar(20)            | varchar(20 codeunits32) | LONGER  | up to four bytes each
                    varchar(20 codeunits32) | varchar(40)           | NARROWED | eighty bytes may be needed
                    char(10)               | char(20)               | CHANGED  | padding
                    char(10)               | varchar(10)            | CHANGED  | padding
                    varchar(20)            | clob(1M)               | WIDENED  | another type for drivers
                    clob(1M)               | clob(10M)              | LONGER   |
                    clob(10M)              | clob                   | NARROWED | one megabyte if nothing is said
                    varchar(20) for bit data | varchar(40) for bit data | LONGER |
                    varchar(20)            | varchar(20) for bit data | CHANGED | bytes are no characters
                    date                   | timestamp              | CHANGED  |
                    timestamp(12)          | timestamp              | NARROWED |
                    double                 | real                   | NARROWED |
                    smallint               | boolean                | NARROWED |
                    """)
    void change(String before, String after, TypeChange expected, String why) {
        assertThat(Dialect.DB2.typeChange(column(before), column(after)))
                .as("%s to %s (%s)", before, after, why)
                .isEqualTo(expected);
    }

    private static Column column(String type) {
        int suffix = type.indexOf(" for bit data");
        ColumnType parsed = ColumnType.parse(suffix < 0 ? type : type.substring(0, suffix));
        String name = parsed.name() + (suffix < 0 ? "" : type.substring(suffix));
        return Column.of("C", Dialect.DB2.canonical(new ColumnType(name, parsed.arguments())));
    }
}
