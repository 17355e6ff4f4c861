package io.github.schemacompat.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.schema.ColumnType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts write, and the one spelling for it. PostgreSQL's are asked of the engine: {@link PostgreSqlFactsTest}. */
class CanonicalTypeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INT                        | int
                    integer                    | int
                    BigInt                     | bigint
                    sys.int                    | int
                    bit                        | bit
                    numeric                    | decimal(18,0)
                    dec(9)                     | decimal(9,0)
                    DECIMAL (10, 2)            | decimal(10,2)
                    money                      | money
                    float                      | float
                    float(53)                  | float
                    float(25)                  | float
                    float(24)                  | real
                    double precision           | float
                    real                       | real
                    nvarchar                   | nvarchar(1)
                    NVARCHAR(MAX)              | nvarchar(max)
                    national character varying(20) | nvarchar(20)
                    character varying(20)      | varchar(20)
                    char                       | char(1)
                    national char(3)           | nchar(3)
                    varbinary                  | varbinary(1)
                    binary varying(max)        | varbinary(max)
                    datetime2                  | datetime2(7)
                    datetime2(3)               | datetime2(3)
                    time                       | time(7)
                    datetimeoffset             | datetimeoffset(7)
                    timestamp                  | rowversion
                    rowversion                 | rowversion
                    sysname                    | nvarchar(128)
                    national text              | ntext
                    uniqueidentifier           | uniqueidentifier
                    dbo.EmailAddress           | emailaddress
                    """)
    void sqlServer(String written, String canonical) {
        assertCanonical(Dialect.SQL_SERVER, written, canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    INT(11)                  | int
                    integer                  | int
                    int4                     | int
                    middleint                | mediumint
                    int(10) unsigned         | int unsigned
                    int(5) signed            | int
                    int zerofill             | int(10) unsigned zerofill
                    int(4) unsigned zerofill | int(4) unsigned zerofill
                    tinyint(1)               | tinyint(1)
                    tinyint(4)               | tinyint
                    tinyint(1) unsigned      | tinyint unsigned
                    bool                     | tinyint(1)
                    boolean                  | tinyint(1)
                    serial                   | bigint unsigned
                    decimal                  | decimal(10,0)
                    numeric(8)               | decimal(8,0)
                    fixed(8,2)               | decimal(8,2)
                    decimal(8,2) unsigned    | decimal(8,2) unsigned
                    real                     | double
                    double precision         | double
                    float(24)                | float
                    float(53)                | double
                    float(7,4)               | float(7,4)
                    char                     | char(1)
                    character varying(20)    | varchar(20)
                    nvarchar(20)             | varchar(20)
                    national varchar(20)     | varchar(20)
                    long varchar             | mediumtext
                    text(50)                 | tinytext
                    text(100)                | text
                    text(20000)              | mediumtext
                    blob(300)                | blob
                    text                     | text
                    year(4)                  | year
                    timestamp(0)             | timestamp
                    datetime(6)              | datetime(6)
                    binary                   | binary(1)
                    char byte(3)             | binary(3)
                    bit                      | bit(1)
                    json                     | json
                    ENUM('Small', "it's" )   | enum('Small','it''s')
                    set('a ','B')            | set('a','B')
                    """)
    void mySql(String written, String canonical) {
        assertCanonical(Dialect.MYSQL, written, canonical);
    }

    @ParameterizedTest
    @CsvSource({"json, longtext", "uuid, uuid", "int(11), int", "bool, tinyint(1)"})
    void mariaDb(String written, String canonical) {
        assertCanonical(Dialect.MARIADB, written, canonical);
    }

    private static void assertCanonical(Dialect dialect, String written, String canonical) {
        ColumnType type = dialect.canonical(ColumnType.parse(written));
        assertThat(type).hasToString(canonical);
        assertThat(dialect.canonical(type)).as("a canonical type stays").isEqualTo(type);
        assertThat(ColumnType.parse(type.toString())).as("read again").isEqualTo(type);
    }
}
