package io.github.schemacompat.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.MemoryTree;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.PhasePatterns;
import io.github.schemacompat.script.ScriptFinder;
import io.github.schemacompat.script.ScriptLayout;
import io.github.schemacompat.script.ScriptReader;
import io.github.schemacompat.script.ScriptSet;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptComparisonTest {
    private static ScriptSet set(ScriptLayout layout, String... pathsAndTexts) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            texts.put("db/" + pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return layout.arrange(
                new ScriptFinder(new MemoryTree(texts)).findIfPresent(List.of("db")),
                new ScriptReader(StandardCharsets.UTF_8),
                PhasePatterns.DEFAULT,
                null);
    }

    private static ScriptSet flyway(String... pathsAndTexts) {
        return set(ScriptLayout.FLYWAY, pathsAndTexts);
    }

    private static Release release(ScriptSet scripts) {
        return new Release(
                "1.0",
                Schema.EMPTY,
                ReleasedScript.of(scripts),
                scripts.scripts(),
                List.of(),
                ReadingFigures.NONE,
                scripts.unreadable());
    }

    private static List<String> paths(List<MigrationScript> scripts) {
        return scripts.stream().map(MigrationScript::path).toList();
    }

    @Test
    void newScriptsAreThoseThatTheReleaseDoesntHave() {
        ScriptComparison comparison = ScriptComparison.of(
                flyway("V1__a.sql", "a;\r\n", "V2__b.sql", "b;", "V10__c.sql", "c;"),
                release(flyway("V1__a.sql", "a;  \n")));
        assertThat(paths(comparison.added())).containsExactly("V2__b.sql", "V10__c.sql");
        assertThat(comparison.unchanged()).isEqualTo(1);
        assertThat(comparison.edited()).isEmpty();
        assertThat(comparison.removed()).isEmpty();
        assertThat(comparison.outOfOrder()).isEmpty();
    }

    @Test
    void withoutAReleaseEverythingThatANewDatabaseRunsIsNew() {
        ScriptComparison comparison =
                ScriptComparison.of(flyway("V1__a.sql", "", "B2__base.sql", "", "V3__c.sql", ""), null);
        assertThat(paths(comparison.added())).containsExactly("B2__base.sql", "V3__c.sql");
    }

    @Test
    void aVersionIsTheSameScriptUnderAnotherDescription() {
        ScriptComparison comparison =
                ScriptComparison.of(flyway("V1_0__renamed.sql", "a;"), release(flyway("V1__a.sql", "a;")));
        assertThat(comparison.unchanged()).isEqualTo(1);
        assertThat(comparison.added()).isEmpty();
    }

    @Test
    void anEditedScriptIsNotRunAgainAndShownWithTheDifference() {
        ScriptComparison comparison = ScriptComparison.of(
                flyway("V1__a.sql", "one\ntwo changed\nthree\n"),
                release(flyway("V1__a.sql", "one\r\ntwo\r\nthree\r\n")));
        assertThat(comparison.added()).isEmpty();
        assertThat(comparison.edited()).singleElement().satisfies(edited -> {
            assertThat(edited.now().path()).isEqualTo("V1__a.sql");
            assertThat(edited.line()).isEqualTo(2);
            assertThat(edited.diff()).containsExactly("@@ -1,3 +1,3 @@", " one", "-two", "+two changed", " three");
        });
    }

    @Test
    void anEditedRepeatableScriptIsNew() {
        Release release = release(flyway("R__v.sql", "a;", "R__w.sql", "b;"));
        ScriptComparison comparison = ScriptComparison.of(flyway("R__v.sql", "changed;", "R__w.sql", "b;"), release);
        assertThat(paths(comparison.added())).containsExactly("R__v.sql");
        assertThat(comparison.edited()).isEmpty();
        assertThat(comparison.unchanged()).isEqualTo(1);
    }

    @Test
    void aRemovedScriptSaysWhereItWentOrWhatStandsForIt() {
        Release release = release(flyway("V1__a.sql", "a;", "V2__b.sql", "b;", "V3__c.sql", "c;"));
        ScriptComparison comparison = ScriptComparison.of(flyway("B2__base.sql", "a; b;", "V30__c.sql", "c;"), release);
        assertThat(comparison.removed())
                .extracting(removed -> removed.script().path())
                .containsExactly("V1__a.sql", "V2__b.sql", "V3__c.sql");
        ScriptComparison.Removed squashed = comparison.removed().get(0);
        assertThat(squashed.movedTo()).isNull();
        assertThat(squashed.replacedBy())
                .isNotNull()
                .satisfies(script -> assertThat(script.path()).isEqualTo("B2__base.sql"));
        ScriptComparison.Removed moved = comparison.removed().get(2);
        assertThat(moved.movedTo()).isEqualTo("V30__c.sql");
        assertThat(moved.replacedBy()).isNull();
        assertThat(paths(comparison.added())).containsExactly("V30__c.sql");
    }

    @Test
    void aNewScriptBeforeAReleasedOneIsOutOfOrderAndStillNew() {
        ScriptComparison comparison = ScriptComparison.of(
                flyway("V1__a.sql", "a;", "V2__late.sql", "b;", "V3__c.sql", "c;", "V4__d.sql", "d;", "R__r.sql", ""),
                release(flyway("V1__a.sql", "a;", "V3__c.sql", "c;")));
        assertThat(comparison.outOfOrder()).singleElement().satisfies(each -> {
            assertThat(each.script().path()).isEqualTo("V2__late.sql");
            assertThat(each.before()).isEqualTo("V3__c.sql");
        });
        assertThat(paths(comparison.added())).containsExactly("V2__late.sql", "V4__d.sql", "R__r.sql");
    }

    @Test
    void plainScriptsAreToldApartByTheirPaths() {
        ScriptComparison comparison = ScriptComparison.of(
                set(ScriptLayout.PLAIN, "2024/up.sql", "a;", "2025/up.sql", "b;"),
                release(set(ScriptLayout.PLAIN, "2024/up.sql", "a;")));
        assertThat(paths(comparison.added())).containsExactly("2025/up.sql");
        assertThat(comparison.removed()).isEmpty();
    }

    @Test
    void aScriptThatIsNoTextAnyMoreIsNotGone() {
        ScriptComparison comparison =
                ScriptComparison.of(flyway("V1__a.sql", "a\0b"), release(flyway("V1__a.sql", "a;")));
        assertThat(comparison.removed()).isEmpty();
        assertThat(comparison.added()).isEmpty();
    }

    @Test
    void scriptsThatShareAVersionAreToldApartByTheirNames() {
        ScriptComparison comparison = ScriptComparison.of(
                set(
                        ScriptLayout.UPDOWN,
                        "1_a.up.sql",
                        "a;",
                        "1_b.up.sql",
                        "b;",
                        "1_c.up.sql",
                        "c;",
                        "2_x.up.sql",
                        "x;"),
                release(set(ScriptLayout.UPDOWN, "1_a.up.sql", "a;", "1_b.up.sql", "b;", "2_d.up.sql", "x;")));
        assertThat(paths(comparison.added())).containsExactly("1_c.up.sql");
        assertThat(comparison.unchanged()).as("one of them renamed").isEqualTo(3);
        assertThat(comparison.edited()).isEmpty();
        assertThat(comparison.removed()).isEmpty();
    }
}
