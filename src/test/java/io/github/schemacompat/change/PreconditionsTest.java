package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.Precondition;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Indexes and unique constraints that a changeset asks for by their columns. */
class PreconditionsTest {
    private static final String RELEASED = """
            CREATE TABLE people (id int PRIMARY KEY, first text, last text, UNIQUE (last, first));
            CREATE INDEX by_last ON people (last DESC, id);
            """;

    private static boolean isRun(Precondition.Thing thing, String table, String... columns) {
        SourceText source = SourceText.of("2.sql", "CREATE TABLE made (id int);");
        Precondition asked = new Precondition(
                new Precondition.ExistsOver(thing, null, table, List.of(columns)),
                Precondition.Otherwise.SKIP,
                source.whole());
        MigrationScript script = new MigrationScript(
                "2.sql",
                ScriptKind.VERSIONED,
                null,
                Phase.PRE,
                "",
                source,
                List.of(new Section("", source.whole())),
                asked);
        Schema before = Replaying.of(Dialect.POSTGRESQL, RELEASED).schema();
        return History.replay(before, List.of(script), Dialect.POSTGRESQL, ReplayOptions.DEFAULT)
                .schema()
                .tables()
                .containsKey("made");
    }

    @Test
    void theColumnsOfAnIndexCountInTheirOrder() {
        assertThat(isRun(Precondition.Thing.INDEX, "people", "last", "id")).isTrue();
        assertThat(isRun(Precondition.Thing.INDEX, "people", "id", "last")).isFalse();
        assertThat(isRun(Precondition.Thing.INDEX, "people", "last")).isFalse();
        assertThat(isRun(Precondition.Thing.INDEX, "persons", "last", "id")).isFalse();
    }

    @Test
    void keysAreIndexesToo() {
        assertThat(isRun(Precondition.Thing.INDEX, "people", "id")).isTrue();
        assertThat(isRun(Precondition.Thing.INDEX, "PEOPLE", "LAST", "FIRST")).isTrue();
    }

    @Test
    void thoseOfAUniqueConstraintCountInAnyOrder() {
        assertThat(isRun(Precondition.Thing.UNIQUE, "people", "first", "last")).isTrue();
        assertThat(isRun(Precondition.Thing.UNIQUE, "people", "last", "id")).isFalse();
    }
}
