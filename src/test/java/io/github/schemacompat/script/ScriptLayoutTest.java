package io.github.schemacompat.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScriptLayoutTest {
    private static final ScriptReader READER = new ScriptReader(StandardCharsets.UTF_8);

    private static List<ScriptFile> files(String... paths) {
        Map<String, String> texts = new TreeMap<>();
        for (String path : paths) {
            texts.put("db/" + path, "-- " + path + "\n");
        }
        return new ScriptFinder(new MemoryTree(texts)).find(List.of("db"));
    }

    private static ScriptSet arrange(ScriptLayout layout, @Nullable ScriptOrder order, String... paths) {
        return layout.arrange(files(paths), new ScriptReader(StandardCharsets.UTF_8), PhasePatterns.DEFAULT, order);
    }

    private static List<String> paths(List<MigrationScript> scripts) {
        return scripts.stream().map(MigrationScript::path).toList();
    }

    @Test
    void flywayOrdersVersionsAsNumbersAndRepeatableScriptsByDescriptionAfterThem() {
        ScriptSet set = arrange(
                ScriptLayout.FLYWAY,
                null,
                "R__b view.sql",
                "V10__ten.sql",
                "R__a_routine.sql",
                "later/V2_1__two.sql",
                "V2__first.sql",
                "V2.0.5__five.sql",
                "V20240101120000__year.sql");
        assertThat(paths(set.scripts()))
                .containsExactly(
                        "V2__first.sql",
                        "V2.0.5__five.sql",
                        "later/V2_1__two.sql",
                        "V10__ten.sql",
                        "V20240101120000__year.sql",
                        "R__a_routine.sql",
                        "R__b view.sql");
        assertThat(set.scripts().get(0).source().file()).isEqualTo("db/V2__first.sql");
        assertThat(set.scripts().get(0).sections()).hasSize(1);
        assertThat(set.scripts())
                .extracting(MigrationScript::kind)
                .startsWith(ScriptKind.VERSIONED)
                .endsWith(ScriptKind.REPEATABLE);
        assertThat(set.duplicates()).isEmpty();
        assertThat(set.leftOut()).isEmpty();
    }

    @Test
    void flywaysUndoScriptsAndCallbacksAreNamedAndNotReplayed() {
        ScriptSet set = arrange(
                ScriptLayout.FLYWAY,
                null,
                "V1__a.sql",
                "U1__a.sql",
                "beforeMigrate.sql",
                "afterEachMigrate__grants.sql",
                "notes.sql",
                "v2__small.sql");
        assertThat(paths(set.scripts())).containsExactly("V1__a.sql");
        assertThat(set.leftOut())
                .extracting(LeftOutScript::file, LeftOutScript::reason)
                .containsExactly(
                        tuple("db/U1__a.sql", "an undo script"),
                        tuple("db/afterEachMigrate__grants.sql", "a callback, which runs around every migration"),
                        tuple("db/beforeMigrate.sql", "a callback, which runs around every migration"),
                        tuple("db/notes.sql", "not named as Flyway names migrations (V<version>__<description>.sql)"),
                        tuple(
                                "db/v2__small.sql",
                                "not named as Flyway names migrations (V<version>__<description>.sql)"));
    }

    @Test
    void twoScriptsOfOneVersionOrDescriptionAreReported() {
        ScriptSet set = arrange(
                ScriptLayout.FLYWAY,
                null,
                "V1__a.sql",
                "V1.0__b.sql",
                "V2__c.sql",
                "R__x.sql",
                "sub/R__x.sql",
                "B2__base.sql");
        assertThat(set.duplicates())
                .containsExactly(
                        new DuplicateScript("description 'x'", List.of("db/R__x.sql", "db/sub/R__x.sql")),
                        new DuplicateScript("version 1", List.of("db/V1.0__b.sql", "db/V1__a.sql")));
    }

    @Test
    void aNewDatabaseBeginsAtTheHighestBaselineScript() {
        ScriptSet set = arrange(
                ScriptLayout.FLYWAY,
                null,
                "V1__a.sql",
                "B1__a.sql",
                "V2__b.sql",
                "B2__base.sql",
                "V3__c.sql",
                "R__r.sql");
        assertThat(paths(set.scripts()))
                .containsExactly("V1__a.sql", "B1__a.sql", "V2__b.sql", "B2__base.sql", "V3__c.sql", "R__r.sql");
        assertThat(paths(set.forNewDatabase())).containsExactly("B2__base.sql", "V3__c.sql", "R__r.sql");
        assertThat(paths(arrange(ScriptLayout.FLYWAY, null, "V1__a.sql", "R__r.sql")
                        .forNewDatabase()))
                .containsExactly("V1__a.sql", "R__r.sql");
    }

    @Test
    void plainScriptsRunInTheOrderOfTheirPaths() {
        ScriptSet set = arrange(ScriptLayout.PLAIN, null, "b.sql", "a/2.sql", "a/1.sql", "B.sql");
        assertThat(paths(set.scripts())).containsExactly("B.sql", "a/1.sql", "a/2.sql", "b.sql");
        assertThat(set.scripts()).extracting(MigrationScript::version).containsOnlyNulls();
        assertThat(set.notes()).isEmpty();
    }

    @Test
    void whereNumbersWouldOrderOtherwiseItIsSaidUntilTheOrderIsSet() {
        String[] paths = {"1_a.sql", "2_b.sql", "10_c.sql"};
        ScriptSet set = arrange(ScriptLayout.PLAIN, null, paths);
        assertThat(paths(set.scripts())).containsExactly("10_c.sql", "1_a.sql", "2_b.sql");
        assertThat(set.notes()).singleElement().asString().contains("10_c.sql before 1_a.sql", "'order'");

        ScriptSet byVersion = arrange(ScriptLayout.PLAIN, ScriptOrder.VERSION, paths);
        assertThat(paths(byVersion.scripts())).containsExactly("1_a.sql", "2_b.sql", "10_c.sql");
        assertThat(byVersion.notes()).isEmpty();
        assertThat(arrange(ScriptLayout.PLAIN, ScriptOrder.NAME, paths).notes()).isEmpty();
    }

    @Test
    void plainScriptsThatTakeAChangeBackAreNamedAndNotReplayed() {
        ScriptSet set = arrange(
                ScriptLayout.PLAIN,
                null,
                "1/up.sql",
                "1/down.sql",
                "2.up.sql",
                "2.down.sql",
                "3_down.sql",
                "U4__x.sql",
                "countdown.sql",
                "update.sql");
        assertThat(paths(set.scripts())).containsExactly("1/up.sql", "2.up.sql", "countdown.sql", "update.sql");
        assertThat(set.leftOut())
                .extracting(LeftOutScript::file)
                .containsExactly("db/1/down.sql", "db/2.down.sql", "db/3_down.sql", "db/U4__x.sql");
    }

    @Test
    void thePhaseIsToldFromTheFolder() {
        ScriptSet set = arrange(ScriptLayout.FLYWAY, null, "pre/V1__a.sql", "post/V2__b.sql", "V3__c.sql");
        assertThat(set.scripts()).extracting(MigrationScript::phase).containsExactly(Phase.PRE, Phase.POST, Phase.PRE);
    }

    @Test
    void theLayoutIsToldFromTheNames() {
        assertThat(ScriptLayout.detect(files("a.sql", "V1__a.sql"), READER)).isSameAs(ScriptLayout.FLYWAY);
        assertThat(ScriptLayout.detect(files("a/up.sql", "a/down.sql", "V1.sql"), READER))
                .isSameAs(ScriptLayout.UPDOWN);
        assertThat(ScriptLayout.detect(List.of(), READER)).isSameAs(ScriptLayout.PLAIN);
        assertThat(ScriptLayout.byId(" Flyway ")).contains(ScriptLayout.FLYWAY);
        assertThat(ScriptLayout.byId("unknown")).isEmpty();
    }

    @Test
    void aScriptThatIsNoTextKeepsItsPlaceInTheReport() {
        ScriptTree tree = new ScriptTree() {
            @Override
            public Kind kind(String path) {
                return Kind.FOLDER;
            }

            @Override
            public List<Entry> below(String folder) {
                return List.of(new Entry("db/V1__a.sql", Kind.FILE));
            }

            @Override
            public byte[] content(String file) {
                return new byte[] {'a', 0, 'b'};
            }

            @Override
            public String relative(String path) {
                return path;
            }
        };
        ScriptSet set = ScriptLayout.FLYWAY.arrange(
                new ScriptFinder(tree).find(List.of("db")),
                new ScriptReader(StandardCharsets.UTF_8),
                PhasePatterns.DEFAULT,
                null);
        assertThat(set.scripts()).isEmpty();
        assertThat(set.unreadable()).singleElement().satisfies(script -> {
            assertThat(script.file()).isEqualTo("db/V1__a.sql");
            assertThat(script.version()).isEqualTo(MigrationVersion.of("1"));
            assertThat(script.line()).isNull();
            assertThat(script.message()).contains("binary");
        });
    }
}
