package io.github.schemacompat.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row: the old type, the new one, what that means, and why. */
class TypeChangeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int                | integer            | SAME     | synonyms
                    decimal            | numeric(18)        | SAME     | the default precision
                    datetime2          | datetime2(7)       | SAME     | the default precision
                    float              | float(53)          | SAME     | the default precision
                    float(24)          | real               | SAME     | synonyms
                    rowversion         | timestamp          | SAME     | synonyms
                    sysname            | nvarchar(128)      | SAME     | an alias of the engine
                    int                | bigint             | WIDENED  | every int is a bigint
                    tinyint            | smallint           | WIDENED  | 0 to 255 fits
                    smallint           | tinyint            | NARROWED | tinyint has no negative values
                    bigint             | int                | NARROWED |
                    int                | decimal(10,0)      | WIDENED  | ten digits
                    int                | decimal(9,0)       | NARROWED | 2147483647 has ten digits
                    int                | decimal(11,2)      | NARROWED | nine digits before the point
                    decimal(10,2)      | decimal(12,2)      | WIDENED  |
                    decimal(10,2)      | decimal(12,4)      | WIDENED  | eight digits before the point stay
                    decimal(10,2)      | decimal(10,4)      | NARROWED | two digits before the point are lost
                    decimal(10,2)      | decimal(10,0)      | NARROWED | the cents are lost
                    decimal(18,0)      | bigint             | WIDENED  | eighteen nines fit
                    decimal(19,0)      | bigint             | NARROWED | nineteen nines don't
                    money              | decimal(19,4)      | WIDENED  |
                    decimal(19,4)      | money              | NARROWED | money ends at 922337203685477.5807
                    smallmoney         | money              | WIDENED  |
                    int                | float              | WIDENED  | 53 bits hold 32
                    int                | real               | NARROWED | 24 bits don't
                    bigint             | float              | NARROWED | 53 bits don't hold 64
                    decimal(10,2)      | float              | CHANGED  | 0.10 is no binary fraction
                    float              | decimal(38,10)     | NARROWED |
                    real               | float              | WIDENED  |
                    float              | real               | NARROWED |
                    bit                | int                | CHANGED  | readers ask for a boolean
                    int                | bit                | NARROWED |
                    int                | varchar(20)        | CHANGED  | another family
                    varchar(20)        | int                | CHANGED  | another family
                    varchar(20)        | varchar(50)        | LONGER   |
                    varchar(20)        | varchar(max)       | LONGER   |
                    varchar(50)        | varchar(20)        | NARROWED |
                    varchar(max)       | varchar(8000)      | NARROWED |
                    nvarchar(50)       | nvarchar(max)      | LONGER   |
                    varchar(50)        | nvarchar(50)       | WIDENED  | every character of a code page is in Unicode
                    varchar(8000)      | nvarchar(4000)     | NARROWED | half as long
                    nvarchar(50)       | varchar(50)        | NARROWED | characters outside the code page are lost
                    nvarchar(50)       | varchar(max)       | NARROWED | the same
                    char(10)           | char(20)           | CHANGED  | readers see more padding
                    char(10)           | char(5)            | NARROWED |
                    char(10)           | varchar(10)        | CHANGED  | padding
                    varchar(10)        | char(10)           | CHANGED  | padding
                    char(10)           | nchar(10)          | WIDENED  |
                    nvarchar(max)      | ntext              | WIDENED  |
                    text               | varchar(max)       | WIDENED  |
                    binary(8)          | binary(16)         | CHANGED  | padding
                    varbinary(8)       | varbinary(16)      | LONGER   |
                    varbinary(max)     | varbinary(8000)    | NARROWED |
                    varchar(10)        | varbinary(10)      | CHANGED  | bytes are no characters
                    uniqueidentifier   | varchar(36)        | CHANGED  | another family
                    datetime2(7)       | datetime2(3)       | NARROWED | fractions are lost
                    datetime2(3)       | datetime2(7)       | WIDENED  |
                    datetime           | datetime2(7)       | WIDENED  |
                    datetime           | datetime2(0)       | NARROWED | fractions are lost
                    datetime2(3)       | datetime           | NARROWED | datetime begins in 1753
                    smalldatetime      | datetime           | WIDENED  |
                    datetime           | smalldatetime      | NARROWED | seconds are lost
                    datetimeoffset(7)  | datetime2(7)       | NARROWED | the offset is lost
                    datetime2(7)       | datetimeoffset(7)  | CHANGED  | another type for readers
                    date               | datetime           | CHANGED  | a day is no moment
                    datetime           | date               | NARROWED | the time is lost
                    time(7)            | time(0)            | NARROWED |
                    xml                | nvarchar(max)      | CHANGED  |
                    emailaddress       | phonenumber        | CHANGED  | user types
                    emailaddress       | dbo.EmailAddress   | SAME     | the default schema, another case
                    """)
    void sqlServer(String before, String after, TypeChange expected, String why) {
        assertChange(Dialect.SQL_SERVER, before, after, expected, why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int4               | integer            | SAME     | synonyms
                    serial             | int                | SAME     | the type of a serial column
                    decimal            | numeric            | SAME     | synonyms
                    timestamp(6)       | timestamp          | SAME     | six digits are the default
                    smallint           | bigint             | WIDENED  |
                    bigint             | integer            | NARROWED |
                    integer            | numeric            | WIDENED  | numeric has no limit
                    numeric            | numeric(10,2)      | NARROWED |
                    numeric(10,2)      | numeric            | WIDENED  |
                    numeric(10,2)      | numeric(10,4)      | NARROWED | digits before the point are lost
                    numeric(5,-2)      | integer            | WIDENED  | 9999900 at most
                    numeric            | double precision   | CHANGED  | another arithmetic
                    integer            | double precision   | WIDENED  |
                    bigint             | double precision   | NARROWED |
                    real               | double precision   | WIDENED  |
                    double precision   | real               | NARROWED |
                    double precision   | numeric            | NARROWED | infinity and digits
                    varchar(20)        | varchar(30)        | LONGER   |
                    varchar(20)        | varchar            | LONGER   |
                    varchar(20)        | text               | LONGER   | readers see no difference
                    varchar            | text               | SAME     | both without a limit
                    text               | varchar            | SAME     | both without a limit
                    text               | varchar(2000)      | NARROWED |
                    char(10)           | char(12)           | CHANGED  | padding
                    char(10)           | char(5)            | NARROWED |
                    char(10)           | text               | CHANGED  | padding
                    varchar(10)        | char(10)           | CHANGED  | padding
                    text               | citext             | CHANGED  | a type of an extension
                    text               | mood               | CHANGED  | an enum
                    mood               | text               | CHANGED  | an enum
                    mood               | public.mood        | SAME     | the default schema
                    boolean            | integer            | CHANGED  | another family
                    integer            | boolean            | CHANGED  | another family
                    date               | timestamp          | CHANGED  | a day is no moment
                    timestamp          | date               | NARROWED | the time is lost
                    timestamp          | timestamptz        | CHANGED  | old values get a time zone
                    timestamptz        | timestamp          | NARROWED | the time zone is lost
                    timestamptz        | timestamptz(3)     | NARROWED | fractions are lost
                    timestamp(3)       | timestamp          | WIDENED  |
                    time               | timetz             | CHANGED  |
                    interval           | interval(3)        | NARROWED |
                    interval day       | interval           | WIDENED  |
                    interval           | interval day       | NARROWED |
                    uuid               | text               | CHANGED  |
                    json               | jsonb              | CHANGED  | key order and other operators
                    jsonb              | json               | CHANGED  |
                    bytea              | text               | CHANGED  |
                    bit(8)             | bit(16)            | CHANGED  | the length is fixed
                    varbit(8)          | varbit(16)         | LONGER   |
                    integer[]          | bigint[]           | WIDENED  |
                    bigint[]           | integer[]          | NARROWED |
                    integer            | integer[]          | CHANGED  |
                    int array          | integer[]          | SAME     | synonyms
                    varchar(10)[]      | varchar(20)[]      | LONGER   |
                    money              | numeric(12,2)      | CHANGED  | money depends on the locale
                    """)
    void postgreSql(String before, String after, TypeChange expected, String why) {
        assertChange(Dialect.POSTGRESQL, before, after, expected, why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    int(11)            | int                | SAME     | the display width
                    bool               | tinyint(1)         | SAME     | synonyms
                    decimal            | numeric(10,0)      | SAME     | the default precision
                    tinyint(1)         | tinyint(4)         | CHANGED  | drivers read tinyint(1) as a boolean
                    tinyint(4)         | tinyint(1)         | CHANGED  | the same
                    tinyint(1)         | int                | CHANGED  | the same
                    int                | bigint             | WIDENED  |
                    int                | int unsigned       | NARROWED | negative values are lost
                    int unsigned       | int                | NARROWED | large values are lost
                    int unsigned       | bigint             | WIDENED  |
                    bigint unsigned    | bigint             | NARROWED |
                    mediumint          | int                | WIDENED  |
                    int unsigned       | int zerofill       | CHANGED  | readers see zeros
                    decimal(10,2)      | decimal(10,4)      | NARROWED | digits before the point are lost
                    decimal(10,2)      | decimal(12,4)      | WIDENED  |
                    decimal(10,2)      | decimal(10,2) unsigned | NARROWED |
                    int                | decimal(10,0)      | WIDENED  |
                    int                | double             | WIDENED  |
                    float              | double             | WIDENED  |
                    double             | float              | NARROWED |
                    float              | float(7,2)         | NARROWED |
                    double unsigned    | double             | WIDENED  |
                    double             | double unsigned    | NARROWED |
                    varchar(20)        | varchar(255)       | LONGER   |
                    varchar(255)       | varchar(20)        | NARROWED |
                    varchar(255)       | text               | WIDENED  |
                    varchar(255)       | tinytext           | NARROWED | 255 bytes, not characters
                    varchar(60)        | tinytext           | WIDENED  | 240 bytes at most
                    varchar(16000)     | text               | WIDENED  | no row holds more
                    tinytext           | varchar(255)       | WIDENED  | 255 bytes are 255 characters at most
                    text               | varchar(2000)      | NARROWED |
                    text               | mediumtext         | LONGER   |
                    longtext           | text               | NARROWED |
                    char(10)           | char(20)           | LONGER   | the engine cuts the padding off
                    char(10)           | varchar(10)        | WIDENED  | the same
                    char(20)           | char(10)           | NARROWED |
                    blob               | longblob           | LONGER   |
                    varbinary(20)      | blob               | WIDENED  |
                    binary(16)         | binary(20)         | CHANGED  | padding
                    varchar(20)        | varbinary(20)      | CHANGED  |
                    bit(1)             | bit(8)             | CHANGED  | bit(1) is read as a boolean
                    bit(1)             | tinyint(1)         | CHANGED  |
                    datetime           | datetime(6)        | WIDENED  |
                    datetime(6)        | datetime           | NARROWED |
                    datetime           | timestamp          | NARROWED | timestamp ends in 2038
                    timestamp          | datetime           | NARROWED | no longer a moment
                    date               | datetime           | CHANGED  |
                    datetime           | date               | NARROWED |
                    year               | int                | CHANGED  |
                    enum('a','b')      | enum('a','b','c')  | WIDENED  | a new label
                    enum('a','b')      | enum('a')          | NARROWED | a label is gone
                    enum('a','b')      | enum('b','a')      | WIDENED  | only the order
                    enum('a','b')      | set('a','b')       | CHANGED  |
                    set('a','b')       | enum('a','b')      | NARROWED |
                    set('a','b')       | set('a','b','c')   | WIDENED  |
                    enum('a','long')   | varchar(4)         | WIDENED  |
                    enum('a','long')   | varchar(3)         | NARROWED |
                    varchar(4)         | enum('a','b')      | NARROWED | any text was allowed
                    json               | longtext           | CHANGED  |
                    longtext           | json               | CHANGED  |
                    int                | varchar(20)        | CHANGED  |
                    """)
    void mySql(String before, String after, TypeChange expected, String why) {
        assertChange(Dialect.MYSQL, before, after, expected, why);
        if (!before.equals("json") && !after.equals("json")) {
            assertChange(Dialect.MARIADB, before, after, expected, why);
        }
    }

    @ParameterizedTest
    @CsvSource({"json, longtext, SAME, json is longtext", "uuid, char(36), CHANGED, another type"})
    void mariaDb(String before, String after, TypeChange expected, String why) {
        assertChange(Dialect.MARIADB, before, after, expected, why);
    }

    @ParameterizedTest
    @CsvSource({
        "varchar(50), latin1, varchar(50), utf8mb4, SAME",
        "varchar(50), utf8mb4, varchar(50), latin1, NARROWED",
        "varchar(50), utf8mb4, varchar(50), utf8, NARROWED",
        "varchar(50), latin1, varchar(50), latin2, NARROWED",
        "varchar(50), latin1, varchar(80), utf8mb4, LONGER",
        "varchar(255), latin1, tinytext, latin1, WIDENED",
        "varchar(50), utf8, nvarchar(50), utf8mb3, SAME",
        "varchar(50), , varchar(50), utf8mb4, SAME"
    })
    void characterSetsOfMySql(
            String before, String charsetBefore, String after, String charsetAfter, TypeChange expected) {
        Column old = column(Dialect.MYSQL, before).withCharset(charsetBefore, null);
        Column changed = column(Dialect.MYSQL, after).withCharset(charsetAfter, null);
        assertThat(Dialect.MYSQL.typeChange(old, changed)).isEqualTo(expected);
    }

    private static void assertChange(Dialect dialect, String before, String after, TypeChange expected, String why) {
        assertThat(dialect.typeChange(column(dialect, before), column(dialect, after)))
                .as("%s: %s to %s (%s)", dialect, before, after, why)
                .isEqualTo(expected);
    }

    private static Column column(Dialect dialect, String type) {
        return Column.of("c", dialect.canonical(ColumnType.parse(type)));
    }
}
