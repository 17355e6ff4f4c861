package io.github.schemacompat.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What types of Oracle are called, and what a change from one to another means. */
class OracleTypesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    NUMBER                         | number
                    NUMBER(*)                      | number
                    NUMBER(10)                     | number(10,0)
                    NUMBER(*,2)                    | number(38,2)
                    NUMBER(10, -2)                 | number(10,-2)
                    INTEGER                        | number(38,0)
                    smallint                       | number(38,0)
                    decimal(9,2)                   | number(9,2)
                    NUMERIC                        | number(38,0)
                    DOUBLE PRECISION               | float(126)
                    real                           | float(63)
                    FLOAT                          | float(126)
                    VARCHAR(20)                    | varchar2(20)
                    VARCHAR2(20 BYTE)              | varchar2(20)
                    VARCHAR2(20 CHAR)              | varchar2(20 char)
                    character varying(5)           | varchar2(5)
                    CHAR                           | char(1)
                    national character varying(7)  | nvarchar2(7)
                    TIMESTAMP                      | timestamp(6)
                    DATE                           | date
                    RAW(16)                        | raw(16)
                    LONG RAW                       | long raw
                    ADDRESS_T                      | ADDRESS_T
                    """)
    void canonical(String written, String canonical) {
        assertThat(Dialect.ORACLE.canonical(ColumnType.parse(written))).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    number(10)         | number(10,0)       | SAME     | synonyms
                    integer            | number(38)         | SAME     | synonyms
                    number(10)         | number(19)         | WIDENED  |
                    number(19)         | number(10)         | NARROWED |
                    number(10,2)       | number(12,2)       | WIDENED  |
                    number(10,2)       | number(10,4)       | NARROWED | two digits before the point are lost
                    number(10)         | number             | WIDENED  | a number without limits
                    number             | number(38,0)       | NARROWED | fractions are lost
                    number             | float              | NARROWED | a NUMBER can have more digits
                    float(63)          | float(126)         | WIDENED  |
                    float(126)         | float(63)          | NARROWED |
                    varchar2(20)       | varchar2(20 byte)  | SAME     | bytes are what is counted
                    varchar2(20)       | varchar2(20 char)  | LONGER   | up to four bytes each
                    varchar2(20 char)  | varchar2(20)       | NARROWED | twenty characters may need eighty bytes
                    varchar2(20 char)  | varchar2(80)       | LONGER   | eighty bytes are enough
                    varchar2(20 char)  | varchar2(79)       | NARROWED |
                    varchar2(20)       | varchar2(50)       | LONGER   |
                    varchar2(50)       | varchar2(20)       | NARROWED |
                    varchar2(50)       | nvarchar2(50)      | WIDENED  | another type for drivers
                    varchar2(50)       | clob               | WIDENED  |
                    clob               | varchar2(4000)     | NARROWED |
                    char(10)           | char(20)           | CHANGED  | padding
                    char(10)           | varchar2(10)       | CHANGED  | padding
                    raw(16)            | raw(32)            | LONGER   |
                    raw(16)            | blob               | WIDENED  |
                    date               | timestamp          | CHANGED  | readers see fractions
                    timestamp          | date               | NARROWED | fractions are lost
                    timestamp(3)       | timestamp(6)       | WIDENED  |
                    timestamp(6)       | timestamp(3)       | NARROWED |
                    number(1)          | varchar2(1)        | CHANGED  | another family
                    """)
    void change(String before, String after, TypeChange expected, String why) {
        assertThat(Dialect.ORACLE.typeChange(column(before), column(after)))
                .as("%s to %s (%s)", before, after, why)
                .isEqualTo(expected);
    }

    private static Column column(String type) {
        return Column.of("C", Dialect.ORACLE.canonical(ColumnType.parse(type)));
    }
}
