package io.github.schemacompat.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.CannotReadException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseHistoryTest {
    @TempDir
    Path base;

    private final ReleaseHistory history = new ReleaseHistory(Dialect.POSTGRESQL, ReplayOptions.DEFAULT);

    private FoundRelease found(String release, String... pathsAndTexts) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return Baseline.scripts(release, texts)
                .find(Requests.in(base).build())
                .releases()
                .get(0);
    }

    private static List<String> columns(Release release) {
        return release.schema().tables().get("t").columns().stream()
                .map(Column::name)
                .toList();
    }

    @Test
    void eachReleaseHasTheSchemaOfItsOwnScripts() {
        String create = "CREATE TABLE t (a int);";
        List<Release> releases = history.releases(List.of(
                found(
                        "1.2",
                        "V1__a.sql",
                        create,
                        "V2__b.sql",
                        "ALTER TABLE t ADD b int;",
                        "V3__c.sql",
                        "ALTER TABLE t ADD c int;"),
                found("1.1", "V1__a.sql", create, "V2__b.sql", "ALTER TABLE t ADD b int;"),
                found("1.0", "V1__a.sql", create)));
        assertThat(releases).extracting(Release::name).containsExactly("1.2", "1.1", "1.0");
        assertThat(columns(releases.get(0))).containsExactly("a", "b", "c");
        assertThat(columns(releases.get(1))).containsExactly("a", "b");
        assertThat(columns(releases.get(2))).containsExactly("a");
        assertThat(releases)
                .extracting(release -> release.figures().statements())
                .containsExactly(3, 2, 1);
        assertThat(releases.get(0).scripts()).hasSize(3);
        assertThat(releases.get(0).texts()).hasSize(3);
    }

    @Test
    void aReleaseThatIsNoContinuationIsReadFromTheStart() {
        List<Release> releases = history.releases(List.of(
                found("1.1", "V1__a.sql", "CREATE TABLE t (a int, x int);"),
                found("1.0", "V1__a.sql", "CREATE TABLE t (a int);")));
        assertThat(columns(releases.get(0))).containsExactly("a", "x");
        assertThat(columns(releases.get(1))).containsExactly("a");
        assertThat(releases.get(0).figures().statements()).isEqualTo(1);
    }

    @Test
    void whatWasReleasedRanInTheOrderOfItsVersionsWhateverItsPhase() {
        List<Release> releases = history.releases(List.of(found(
                "1.0",
                "V1__a.sql",
                "CREATE TABLE t (a int, b int);",
                "post/V2__drop.sql",
                "ALTER TABLE t DROP COLUMN b;",
                "V3__again.sql",
                "ALTER TABLE t ADD b text;")));
        assertThat(columns(releases.get(0))).containsExactly("a", "b");
        assertThat(releases.get(0).problems()).isEmpty();
    }

    @Test
    void aScriptThatIsNoTextBelongsToTheReleaseAllTheSame() {
        List<Release> releases = history.releases(List.of(found("1.0", "V1__a.sql", "a\0b")));
        assertThat(releases.get(0).unreadable()).hasSize(1);
        assertThat(releases.get(0).scripts()).extracting(ReleasedScript::path).containsExactly("V1__a.sql");
    }

    @Test
    void aSnapshotIsTakenAsItIs() {
        Snapshot snapshot = new Snapshot("1.0", Dialect.POSTGRESQL, List.of(), Schema.EMPTY, List.of());
        assertThat(history.releases(List.of(snapshot))).singleElement().satisfies(release -> {
            assertThat(release.name()).isEqualTo("1.0");
            assertThat(release.schema()).isEqualTo(Schema.EMPTY);
        });
    }

    @Test
    void aSnapshotOfAnotherDialectOrOfWhatWasNotUnderstoodIsRefused() {
        List<FoundRelease> wrong = new ArrayList<>();
        wrong.add(new Snapshot("1.0", Dialect.MYSQL, List.of(), Schema.EMPTY, List.of()));
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> history.releases(wrong))
                .withMessage("The snapshot of release 1.0 is of the dialect mysql, but the scripts are read as"
                        + " postgresql.");
        wrong.set(0, new Snapshot("1.0", Dialect.POSTGRESQL, List.of(), Schema.EMPTY, List.of("V1__a.sql:3:1")));
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> history.releases(wrong))
                .satisfies(e -> assertThat(e.code()).isEqualTo("snapshot-incomplete"));
    }
}
