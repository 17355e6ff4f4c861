package io.github.schemacompat.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.MigrationScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    @TempDir
    Path base;

    private Snapshot snapshot(String release) {
        return new Snapshot(release, Dialect.POSTGRESQL, List.of(), Schema.EMPTY, List.of());
    }

    private void writeSnapshots(String... releases) {
        for (String release : releases) {
            new SnapshotFolder(base, "src/schema-compat").write(snapshot(release));
        }
    }

    private void write(String path) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "-- " + path + "\n");
    }

    private static List<String> names(FoundReleases found) {
        return found.releases().stream().map(FoundRelease::release).toList();
    }

    private static List<String> scripts(FoundRelease release) {
        return ((ReleasedScripts) release)
                .scripts().scripts().stream().map(MigrationScript::path).toList();
    }

    private static CannotReadException problem(Supplier<?> action) {
        return assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(action::get)
                .actual();
    }

    @Test
    void theHighestLowerSnapshotsAreTaken() {
        writeSnapshots("1.2.0", "1.10.0", "2.0.0", "2.0.0-rc1");
        FoundReleases found = Requests.in(base).release("2.0.0").find("snapshot");
        assertThat(names(found)).containsExactly("2.0.0-rc1");
        found = Requests.in(base).release("1.11.0").window(2).find();
        assertThat(names(found)).containsExactly("1.10.0", "1.2.0");
        assertThat(found.line()).isEqualTo("snapshots src/schema-compat/1.10.0.json, src/schema-compat/1.2.0.json");
        assertThat(Requests.in(base).release("1.0").find("snapshot").line())
                .isEqualTo("no snapshot in src/schema-compat is of a release lower than 1.0");
        assertThat(Requests.in(base).release("1.0").find().line())
                .isEqualTo("none: no snapshot in src/schema-compat is of a release lower than 1.0, and there is no git"
                        + " repository");
    }

    @Test
    void snapshotsComeBeforeTagsAndTagsBeforeNothing() throws IOException {
        FoundReleases nothing = Requests.in(base).find();
        assertThat(nothing.releases()).isEmpty();
        assertThat(nothing.line())
                .isEqualTo("none: there is no snapshot in src/schema-compat, and there is no git repository");
        try (TestRepository repository = new TestRepository(base)) {
            assertThat(Requests.in(base).find().line())
                    .isEqualTo("none: there is no snapshot in src/schema-compat, and the git repository has no commits"
                            + " yet");
            repository.release("V1__a.sql", "v1.0");
            repository.write("x", "");
            repository.commit();
            assertThat(Requests.in(base).find().line()).isEqualTo("git tag v1.0");
            writeSnapshots("0.9");
            assertThat(Requests.in(base).find().line()).isEqualTo("snapshot src/schema-compat/0.9.json");
            assertThat(names(Requests.in(base).find("git"))).containsExactly("1.0");
        }
    }

    @Test
    void aBrokenSnapshotIsNotNoReleaseYet() throws IOException {
        Files.createDirectories(base.resolve("src/schema-compat"));
        Files.writeString(base.resolve("src/schema-compat/1.0.json"), "{\"format\": 1, ");
        assertThat(problem(() -> Requests.in(base).find()).code()).isEqualTo("snapshot-unreadable");
    }

    @Test
    void aDirectoryIsACopyOfReleasedScripts() throws IOException {
        write("released/1.0/V1__a.sql");
        FoundReleases found = Requests.in(base).find("directory:2.1=released/1.0");
        assertThat(names(found)).containsExactly("2.1");
        assertThat(scripts(found.releases().get(0))).containsExactly("V1__a.sql");
        assertThat(names(Requests.in(base).find("directory:released/1.0/"))).containsExactly("1.0");
        CannotReadException problem = problem(() -> Requests.in(base).find("directory:gone"));
        assertThat(problem.code()).isEqualTo("scripts-not-found");
        assertThat(problem.remedy()).contains("'baseline'");
    }

    @Test
    void aListIsAWindowByHand() throws IOException {
        write("old/V1__a.sql");
        write("new/V1__a.sql");
        FoundReleases found = Requests.in(base).find("directory:1.9=old, directory:1.10=new");
        assertThat(names(found)).containsExactly("1.10", "1.9");
        assertThat(found.line()).isEqualTo("directory old as 1.9; directory new as 1.10");
        assertThat(names(Requests.in(base).find("directory:x=new", "directory:y=old")))
                .containsExactly("x", "y");
        assertThat(problem(() -> Requests.in(base).find("directory:x=new", "directory:x=old"))
                        .code())
                .isEqualTo("baseline-ambiguous");
    }

    @Test
    void noneIsNoRelease() {
        FoundReleases found = Requests.in(base).find("none");
        assertThat(found.releases()).isEmpty();
        assertThat(found.line()).isEqualTo("none, as configured");
    }

    @Test
    void releasesCanBeGivenInMemory() {
        BaselineRequest request = Requests.in(base).build();
        FoundReleases texts = Baseline.scripts("1.0", Map.of("V10__b.sql", "", "V2__a.sql", ""))
                .find(request);
        assertThat(names(texts)).containsExactly("1.0");
        assertThat(scripts(texts.releases().get(0))).containsExactly("V2__a.sql", "V10__b.sql");
        assertThat(Baseline.snapshot(snapshot("1.1")).find(request).releases()).containsExactly(snapshot("1.1"));
        List<MigrationScript> read =
                ((ReleasedScripts) texts.releases().get(0)).scripts().scripts();
        assertThat(scripts(
                        Baseline.scripts("1.2", read).find(request).releases().get(0)))
                .containsExactly("V2__a.sql", "V10__b.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"svn", "snapshots", "none:x", "directory", "snapshot:1.0", "version", "jdbc:"})
    void anUnknownValueIsAnErrorThatListsTheKnown(String value) {
        CannotReadException problem = problem(() -> Baseline.parse(value));
        assertThat(problem).hasMessage("The parameter 'baseline' has the unknown value '" + value + "'.");
        assertThat(problem.remedy()).contains("git:<branch or commit>", "directory:[name=]<path>");
    }

    @Test
    void aWindowBelowOneAndANameThatIsNoVersionAreErrors() {
        assertThat(problem(() -> Requests.in(base).window(0).build()).code()).isEqualTo("invalid-parameter");
        assertThat(problem(() -> Requests.in(base).supported("latest").build()))
                .hasMessage("'latest' in the parameter 'supported' is neither a version nor a range of versions.");
    }
}
