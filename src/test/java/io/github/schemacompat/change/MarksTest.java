package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts say of objects in comments is in the schema from there on. */
class MarksTest {
    private static final String TABLE =
            "CREATE TABLE customers (id int NOT NULL, name varchar(20), email varchar(20));\n";

    private static Replayed replay(Dialect dialect, String... scripts) {
        return Replaying.of(dialect, scripts).replayed();
    }

    private static Marks column(Schema schema, String name) {
        return schema.tables().get("customers").columns().stream()
                .filter(column -> column.name().equals(name))
                .map(Column::marks)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void marksHoldUntilTheyAreWithdrawn() {
        String marks = TABLE
                + "-- schema-compat: deprecate customers.name because it is called surname\n"
                + "-- schema-compat: deprecate reads public.customers.email because nobody reads it\n"
                + "-- schema-compat: populate customers.email because every form has it\n"
                + "-- schema-compat: honors unique customers(name, email) because forms look first\n";
        Replayed replayed = replay(Dialect.POSTGRESQL, marks, "ALTER TABLE customers ADD COLUMN x int;");
        assertThat(replayed.problems()).isEmpty();
        assertThat(column(replayed.schema(), "name").deprecated()).isEqualTo("it is called surname");
        assertThat(column(replayed.schema(), "email").readsDeprecated()).isEqualTo("nobody reads it");
        assertThat(column(replayed.schema(), "email").populated()).isEqualTo("every form has it");
        assertThat(replayed.schema().tables().get("customers").marks().honors()).containsExactly("unique(email,name)");

        Schema withdrawn = replay(
                        Dialect.POSTGRESQL,
                        marks,
                        "-- schema-compat: withdraw deprecate customers.name\n"
                                + "-- schema-compat: withdraw populate customers.email because a form lost it\n"
                                + "-- schema-compat: withdraw deprecate reads customers.email\n"
                                + "-- schema-compat: withdraw honors unique customers(email, name)\n")
                .schema();
        assertThat(column(withdrawn, "name")).isEqualTo(Marks.NONE);
        assertThat(column(withdrawn, "email")).isEqualTo(Marks.NONE);
        assertThat(withdrawn.tables().get("customers").marks()).isEqualTo(Marks.NONE);
    }

    @Test
    void anObjectThatIsMadeAnewHasNoMarks() {
        String drop = "DROP FUNCTION f(int);\n";
        String make = "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;\n";
        String mark = "-- schema-compat: deprecate f(integer) because g\n";
        assertThat(replay(Dialect.POSTGRESQL, make + mark)
                        .schema()
                        .routines()
                        .get("f(integer)")
                        .marks()
                        .deprecated())
                .isEqualTo("g");
        assertThat(replay(Dialect.POSTGRESQL, make + mark + drop + make)
                        .schema()
                        .routines()
                        .get("f(integer)")
                        .marks())
                .isEqualTo(Marks.NONE);
    }

    @Test
    void aMarkMayStandAboveTheStatementThatMakesItsObject() {
        Replayed replayed = replay(
                Dialect.SQL_SERVER,
                "-- schema-compat: populate dbo.Customers.Email because always\n"
                        + "CREATE TABLE dbo.Customers (Email nvarchar(20) NULL)\nGO\n");
        assertThat(replayed.problems()).isEmpty();
        assertThat(replayed.schema()
                        .tables()
                        .get("customers")
                        .columns()
                        .get(0)
                        .marks()
                        .populated())
                .isEqualTo("always");
    }

    @Test
    void everyKindOfObjectCanBeDeprecated() {
        Schema schema = replay(
                        Dialect.POSTGRESQL,
                        TABLE + "CREATE VIEW v AS SELECT id FROM customers;\nCREATE SEQUENCE s;\n"
                                + "CREATE TYPE mood AS ENUM ('a');\n"
                                + "-- schema-compat: deprecate v, s, mood, customers because all goes\n")
                .schema();
        assertThat(schema.views().get("v").marks().deprecated()).isEqualTo("all goes");
        assertThat(schema.sequences().get("s").marks().deprecated()).isEqualTo("all goes");
        assertThat(schema.types().get("mood").marks().deprecated()).isEqualTo("all goes");
        assertThat(schema.tables().get("customers").marks().deprecated()).isEqualTo("all goes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deprecate customer because x | There is no customer here; if it was dropped in an earlier release, remove the line. Did you mean customers?",
                "deprecate customers.nam because x | customers has no column nam. Did you mean name?",
                "populate name because x | A column is named with its table, such as customers.name.",
                "honors unique customers(mail) because x | customers has no column mail. Did you mean email?",
                "honors check customer(email) because x | There is no table customer. Did you mean customers?",
                "withdraw deprecate customers | customers has no such mark that could be withdrawn.",
                "populate v.id because x | v is a view; its columns have no marks of their own. Mark the view.",
            })
    void whatIsUnknownIsSaidWithTheNearestName(String words, String message) {
        Replayed replayed = replay(
                Dialect.POSTGRESQL,
                TABLE + "CREATE VIEW v AS SELECT id FROM customers;\n-- schema-compat: " + words + "\n");
        assertThat(replayed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(ReadingProblem.Kind.DIRECTIVE_INVALID);
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.origin().span().startPosition().line()).isEqualTo(3);
        });
    }

    @Test
    void aMarkOnWhatTheScriptsHaveDroppedIsPast() {
        assertThat(replay(
                                Dialect.MYSQL,
                                TABLE,
                                "ALTER TABLE customers DROP COLUMN name;\n",
                                "-- schema-compat: deprecate customers.name because it is called surname\n")
                        .problems())
                .isEmpty();
    }
}
