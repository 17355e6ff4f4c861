package io.github.schemacompat.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemacompat.engine.PostgreSqlEngine;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the dialect says of PostgreSQL, asked of a PostgreSQL. */
class PostgreSqlFactsTest {
    private static final Dialect POSTGRESQL = Dialect.POSTGRESQL;
    private static PostgreSqlEngine engine;

    @BeforeAll
    static void start() {
        engine = PostgreSqlEngine.newDatabase();
    }

    @AfterAll
    static void stop() throws SQLException {
        if (engine != null) {
            engine.close();
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        engine.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    @Test
    void spellsTypesAsTheEngineDoes() throws SQLException {
        List<String> written = List.of(
                "smallint",
                "int2",
                "smallserial",
                "int",
                "INTEGER",
                "int4",
                "serial",
                "serial4",
                "bigint",
                "int8",
                "bigserial",
                "serial8",
                "decimal",
                "numeric",
                "dec(8)",
                "numeric(8)",
                "numeric(10,2)",
                "numeric(5,-2)",
                "real",
                "float4",
                "float",
                "float8",
                "float(1)",
                "float(24)",
                "float(25)",
                "double precision",
                "boolean",
                "bool",
                "char",
                "character",
                "char(10)",
                "nchar",
                "nchar(3)",
                "bpchar",
                "bpchar(5)",
                "varchar",
                "VarChar(20)",
                "character varying(20)",
                "char varying(20)",
                "national character varying(3)",
                "text",
                "name",
                "\"char\"",
                "bytea",
                "bit",
                "bit(8)",
                "bit varying",
                "bit varying(5)",
                "varbit",
                "varbit(4)",
                "date",
                "time",
                "time(3)",
                "time with time zone",
                "timetz",
                "timetz(2)",
                "timestamp",
                "timestamp(3)",
                "timestamp without time zone",
                "timestamp with time zone",
                "timestamp(3) with time zone",
                "timestamptz",
                "timestamptz(0)",
                "interval",
                "interval(3)",
                "interval day to second",
                "interval year to month",
                "interval day to second(2)",
                "uuid",
                "json",
                "jsonb",
                "xml",
                "money",
                "inet",
                "int[]",
                "int[3]",
                "int[][]",
                "int array",
                "integer array[4]",
                "varchar(20)[]",
                "timestamptz(3)[]",
                "numeric(8,2)[]",
                "text[]",
                "pg_catalog.int4",
                "public.mood",
                "mood[]",
                "tsvector",
                "oid",
                "point");
        engine.run("CREATE TYPE mood AS ENUM ('sad', 'ok')");
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < written.size(); i++) {
            columns.append(i == 0 ? "" : ", ").append("c").append(i).append(' ').append(written.get(i));
        }
        engine.run("CREATE TABLE t (" + columns + ")");
        List<String> spelled = engine.column("SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                + " WHERE attrelid = 't'::regclass AND attnum > 0 ORDER BY attnum");
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        for (int i = 0; i < written.size(); i++) {
            expected.put(written.get(i), spelled.get(i));
            ColumnType type = POSTGRESQL.canonical(ColumnType.parse(written.get(i)));
            actual.put(written.get(i), type.toString());
            assertThat(POSTGRESQL.canonical(ColumnType.parse(spelled.get(i)))).isEqualTo(type);
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void quotesWhatTheEngineQuotes() throws SQLException {
        List<String> words = engine.column("SELECT word FROM pg_get_keywords() ORDER BY word");
        words.addAll(List.of("plain", "Mixed", "with space", "a$b", "1st", "_x", "say \"hi\"", "äpfel"));
        List<String> quoted = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (String word : words) {
            quoted.add(engine.column("SELECT quote_ident('" + word + "')").get(0));
            own.add(POSTGRESQL.quote(word));
        }
        assertThat(own).isEqualTo(quoted);
    }

    @Test
    void foretellsTheNamesOfConstraintsIndexesAndSequences() throws SQLException {
        String longTable = "a_table_with_a_rather_long_name_that_says_it_all";
        String longColumn = "a_column_with_a_rather_long_name_too";
        engine.run("CREATE TABLE other (a integer, b integer, PRIMARY KEY (a, b))");
        engine.run("CREATE TABLE t (id serial PRIMARY KEY, a integer UNIQUE CHECK (a > 0), b integer,"
                + " UNIQUE (a, b), UNIQUE (b, a), CHECK (a < b), FOREIGN KEY (a, b) REFERENCES other, CHECK (b > 1))");
        engine.run("CREATE INDEX ON t (a); CREATE INDEX ON t (a); CREATE INDEX ON t (a, b)");
        engine.run("CREATE TABLE " + longTable + " (" + longColumn + " integer UNIQUE, b integer)");
        engine.run("CREATE INDEX ON " + longTable + " (" + longColumn + ", b)");
        engine.run(
                "CREATE TABLE \"Größe_und_Gewicht_aller_Gegenstände_im_Lager\" (\"Höhe_über_dem_Boden_später\" int UNIQUE)");
        Set<String> names = Set.copyOf(engine.column("SELECT conname FROM pg_constraint"
                + " WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conname <> 'other_pkey'"
                + " UNION SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                + " AND relkind IN ('i', 'S') AND relname <> 'other_pkey'"));
        MadeUp t = new MadeUp("t");
        t.add(ObjectKind.SEQUENCE, "id");
        t.add(ObjectKind.PRIMARY_KEY, "id");
        t.add(ObjectKind.UNIQUE, "a");
        t.add(ObjectKind.CHECK, "a");
        t.add(ObjectKind.UNIQUE, "a", "b");
        t.add(ObjectKind.UNIQUE, "b", "a");
        t.add(ObjectKind.CHECK, "a", "b");
        t.add(ObjectKind.FOREIGN_KEY, "a", "b");
        t.add(ObjectKind.CHECK, "b");
        t.add(ObjectKind.INDEX, "a");
        t.add(ObjectKind.INDEX, "a");
        t.add(ObjectKind.INDEX, "a", "b");
        MadeUp longNames = new MadeUp(longTable);
        longNames.add(ObjectKind.UNIQUE, longColumn);
        longNames.add(ObjectKind.INDEX, longColumn, "b");
        MadeUp umlauts = new MadeUp("Größe_und_Gewicht_aller_Gegenstände_im_Lager");
        umlauts.add(ObjectKind.UNIQUE, "Höhe_über_dem_Boden_später");
        Set<String> foretold = new HashSet<>(t.names);
        foretold.addAll(longNames.names);
        foretold.addAll(umlauts.names);
        assertThat(foretold).isEqualTo(names);
    }

    private static final class MadeUp {
        private final String table;
        private final Set<String> names = new HashSet<>();

        private MadeUp(String table) {
            this.table = table;
        }

        private void add(ObjectKind kind, String... columns) {
            names.add(POSTGRESQL.madeUpName(kind, table, List.of(columns), names::contains));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INDEX                   | CREATE INDEX ON t (b, a)
                    EXPRESSION_INDEX        | CREATE INDEX ON t ((a + 1))
                    EXPRESSION_INDEX        | CREATE INDEX ON t (b) WHERE a > 1
                    PRIMARY_KEY             | ALTER TABLE t ADD PRIMARY KEY (b, a)
                    UNIQUE                  | ALTER TABLE t ADD UNIQUE (b, a)
                    FOREIGN_KEY             | ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES parent
                    REFERENCING_FOREIGN_KEY | ALTER TABLE t ADD UNIQUE (a); CREATE TABLE child (x int REFERENCES t (a))
                    CHECK                   | ALTER TABLE t ADD CHECK (a > 1)
                    CHECK_OF_SEVERAL        | ALTER TABLE t ADD CHECK (a > b)
                    DEFAULT                 | ALTER TABLE t ALTER COLUMN a SET DEFAULT 1
                    GENERATED_COLUMN        | ALTER TABLE t ADD COLUMN g int GENERATED ALWAYS AS (a + 1) STORED
                    VIEW                    | CREATE VIEW v AS SELECT a FROM t
                    """)
    void knowsWhatADroppedColumnTakesAlong(ColumnDependent dependent, String made) throws SQLException {
        engine.run("CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE t (a int, b int)");
        engine.run(made);
        String drop = "ALTER TABLE t DROP COLUMN a";
        if (POSTGRESQL.dropColumnEffect(dependent) == DropColumnEffect.REFUSED) {
            assertThatThrownBy(() -> engine.run(drop)).hasMessageContaining("cannot drop column");
        } else {
            engine.run(drop);
            assertThat(engine.column(
                            "SELECT conname FROM pg_constraint WHERE conrelid = 't'::regclass AND contype <> 'n'"))
                    .isEmpty();
            assertThat(engine.column("SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 't'::regclass"))
                    .isEmpty();
        }
    }

    @Test
    void keepsWhatItSaysWhenATypeChanges() throws SQLException {
        engine.run("CREATE TABLE t (a varchar(10) COLLATE \"C\" NOT NULL DEFAULT 'x')");
        engine.run("ALTER TABLE t ALTER COLUMN a TYPE varchar(20)");
        List<String> row = engine.rows("SELECT is_nullable, column_default, collation_name"
                        + " FROM information_schema.columns WHERE table_name = 't'")
                .get(0);
        assertThat(row).containsExactly("NO", "'x'::character varying", null);
        assertThat(POSTGRESQL.redefinitionKeeps(ColumnProperty.NULLABILITY)).isTrue();
        assertThat(POSTGRESQL.redefinitionKeeps(ColumnProperty.DEFAULT)).isTrue();
        assertThat(POSTGRESQL.redefinitionKeeps(ColumnProperty.COLLATION)).isFalse();
    }

    @Test
    void viewsFollowRenamesAndKeepTheirStar() throws SQLException {
        engine.run("CREATE TABLE t (a int); CREATE VIEW v AS SELECT * FROM t");
        engine.run("ALTER TABLE t ADD COLUMN b int; ALTER TABLE t RENAME COLUMN a TO c; ALTER TABLE t RENAME TO u");
        assertThat(engine.column("SELECT attname FROM pg_attribute WHERE attrelid = 'v'::regclass"))
                .containsExactly("a");
        engine.run("SELECT a FROM v");
        engine.run("CREATE OR REPLACE VIEW v AS SELECT c AS a, b FROM u");
        assertThatThrownBy(() -> engine.run("CREATE OR REPLACE VIEW v AS SELECT b, c AS a FROM u"))
                .hasMessageContaining("cannot change name of view column");
    }

    @Test
    void offersFixesThatTheEngineTakes() throws SQLException {
        FixSql fix = POSTGRESQL.fixSql();
        QualifiedName table = new QualifiedName("public", "order");
        engine.run("CREATE TABLE \"order\" (id int PRIMARY KEY); INSERT INTO \"order\" VALUES (1)");
        Column label = Column.of("Label", POSTGRESQL.canonical(ColumnType.parse("varchar(20)")));
        Column made = Column.of("made", POSTGRESQL.canonical(ColumnType.parse("timestamptz(3)")));
        engine.run(fix.addNullableColumn(table, label.withNullable(false)));
        engine.run(fix.addColumnWithDefault(table, made, "now()"));
        engine.run(fix.setDefault(table, label, "'none'").orElseThrow());
        engine.run("UPDATE \"order\" SET \"Label\" = 'old'; ALTER TABLE \"order\" ALTER COLUMN \"Label\" SET NOT NULL");
        assertThat(engine.rows("SELECT column_name, data_type, is_nullable, column_default"
                        + " FROM information_schema.columns WHERE table_name = 'order' ORDER BY ordinal_position"))
                .containsExactly(
                        Arrays.asList("id", "integer", "NO", null),
                        List.of("Label", "character varying", "NO", "'none'::character varying"),
                        List.of("made", "timestamp with time zone", "NO", "now()"));
        assertThat(engine.column("SELECT \"Label\" FROM \"order\"")).containsExactly("old");
        engine.run("CREATE TYPE \"Mood\" AS ENUM ('sad'); CREATE TYPE mood AS ENUM ('ok')");
        engine.run(fix.addNullableColumn(table, Column.of("a", ColumnType.of("Mood"))));
        engine.run(fix.addNullableColumn(table, Column.of("b", ColumnType.of("Mood[]"))));
        engine.run(fix.addNullableColumn(table, Column.of("c", ColumnType.of("mood"))));
        engine.run(fix.makeNullable(table, label));
        engine.run("ALTER TABLE \"order\" ALTER COLUMN \"Label\" DROP DEFAULT");
        engine.run(fix.addUniqueForValues(table, "order_label", List.of("Label")));
        engine.run("INSERT INTO \"order\" (id) VALUES (2), (3)");
        engine.run("ALTER TABLE \"order\" RENAME TO orders");
        QualifiedName renamed = new QualifiedName("public", "orders");
        engine.run(fix.keepOldName(table, renamed, List.of("id", "Label")).orElseThrow());
        engine.run("INSERT INTO \"order\" (id, \"Label\") VALUES (4, 'through the old name')");
        assertThat(engine.column("SELECT id FROM orders ORDER BY id")).containsExactly("1", "2", "3", "4");
    }
}
