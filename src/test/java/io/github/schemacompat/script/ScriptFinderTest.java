package io.github.schemacompat.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFinderTest {
    @TempDir
    Path base;

    private ScriptFinder finder() {
        return new ScriptFinder(new DiskTree(base));
    }

    private void write(String path) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "SELECT 1;\n");
    }

    private static CannotReadException problem(Runnable action) {
        return assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(action::run)
                .actual();
    }

    @Test
    void aFolderIsReadWithItsSubfoldersInOrdinalOrder() throws IOException {
        write("db/b.sql");
        write("db/B.SQL");
        write("db/x/a.sql");
        write("db/readme.md");
        assertThat(finder().find(List.of("db")))
                .extracting(ScriptFile::path, ScriptFile::file)
                .containsExactly(
                        tuple("B.SQL", "db/B.SQL"), tuple("b.sql", "db/b.sql"), tuple("x/a.sql", "db/x/a.sql"));
    }

    @Test
    void aPatternIsRootedAtItsFirstFolders() throws IOException {
        write("migrations/2024/up.sql");
        write("migrations/2024/down.sql");
        write("migrations/2025/up.sql");
        assertThat(finder().find(List.of("migrations/*/up.sql")))
                .extracting(ScriptFile::path)
                .containsExactly("2024/up.sql", "2025/up.sql");
    }

    @Test
    void aFileOrAnAbsoluteFolderOrAFlywayLocationCanBeNamed() throws IOException {
        write("src/main/resources/db/V1__a.sql");
        String file = "src/main/resources/db/V1__a.sql";
        assertThat(finder().find(List.of(file))).extracting(ScriptFile::path).containsExactly("V1__a.sql");
        assertThat(finder().find(List.of(base.resolve("src").toString())))
                .extracting(ScriptFile::file)
                .containsExactly(file);
        assertThat(finder().find(List.of("classpath:db")))
                .extracting(ScriptFile::file)
                .containsExactly(file);
        assertThat(finder().find(List.of("filesystem:src/main")))
                .extracting(ScriptFile::file)
                .containsExactly(file);
    }

    @Test
    void aFileOfTwoLocationsIsListedOnceAndTwoFilesOfOnePathAreToldApart() throws IOException {
        write("one/a.sql");
        write("two/a.sql");
        assertThat(finder().find(List.of("one", "two", "one/a.sql")))
                .extracting(ScriptFile::path)
                .containsExactly("a.sql", "two/a.sql");
    }

    @Test
    void mavensOutputAndVersionControlAreNoScripts() throws IOException {
        write("target/classes/db/V1__a.sql");
        write(".git/x.sql");
        write("db/V1__a.sql");
        assertThat(finder().find(List.of("**/*.sql")))
                .extracting(ScriptFile::file)
                .containsExactly("db/V1__a.sql");
    }

    @Test
    void aFolderThatDoesntExistIsAnError() {
        CannotReadException problem = problem(() -> finder().find(List.of("db/nowhere")));
        assertThat(problem.code()).isEqualTo("scripts-not-found");
        assertThat(problem).hasMessage("The scripts 'db/nowhere' don't exist: there is no db/nowhere.");
        assertThat(problem.remedy()).contains("'scripts'");
        assertThat(problem.file()).isEqualTo("db/nowhere");
    }

    @Test
    void aFolderThatIsSetAndEmptyIsAnError() throws IOException {
        Files.createDirectories(base.resolve("db"));
        CannotReadException problem = problem(() -> finder().find(List.of("db")));
        assertThat(problem.code()).isEqualTo("scripts-empty");
        assertThat(problem).hasMessage("The folder db holds no .sql file.");
        write("db/a.sql");
        assertThat(problem(() -> finder().find(List.of("db", "db/*/up.sql"))))
                .hasMessage("No file matches the scripts 'db/*/up.sql'.");
        assertThat(problem(() -> finder().find(List.of(" "))).code()).isEqualTo("scripts-empty");
    }

    @Test
    void whatIsNotThereIsNoErrorWhereAReleaseMayHaveHadNone() {
        assertThat(finder().findIfPresent(List.of("db", "x/*.sql"))).isEmpty();
    }

    @Test
    void aFolderNamedLikeAScriptThatHoldsOneIsAFolder() throws IOException {
        write("db/2_b.sql/migration.sql");
        assertThat(finder().find(List.of("db"))).extracting(ScriptFile::path).containsExactly("2_b.sql/migration.sql");
    }

    @Test
    void aFolderNamedLikeAScriptIsAnError() throws IOException {
        write("db/V1__a.sql");
        write("db/V2__b.sql/inner.txt");
        CannotReadException problem = problem(() -> finder().find(List.of("db")));
        assertThat(problem.code()).isEqualTo("script-is-a-folder");
        assertThat(problem.file()).isEqualTo("db/V2__b.sql");
        assertThat(finder().find(List.of("db/*1__a.sql"))).hasSize(1);
    }

    @Test
    void aLoopOfLinksIsAnErrorThatNamesTheLink() throws IOException {
        write("db/a.sql");
        Files.createSymbolicLink(base.resolve("db/again"), base.resolve("db"));
        CannotReadException problem = problem(() -> finder().find(List.of("db")));
        assertThat(problem.code()).isEqualTo("scripts-loop");
        assertThat(problem.file()).isEqualTo("db/again");
    }

    @Test
    void aLinkThatLeadsNowhereIsAnError() throws IOException {
        write("db/a.sql");
        Files.createSymbolicLink(base.resolve("db/b.sql"), base.resolve("gone.sql"));
        List<ScriptFile> files = finder().find(List.of("db"));
        CannotReadException problem = problem(() -> files.get(1).bytes());
        assertThat(problem.code()).isEqualTo("script-unreadable");
        assertThat(problem).hasMessage("db/b.sql is a link that leads nowhere.");
    }

    @Test
    void linksToFoldersAreFollowed() throws IOException {
        write("real/a.sql");
        Files.createDirectories(base.resolve("db"));
        Files.createSymbolicLink(base.resolve("db/linked"), base.resolve("real"));
        assertThat(finder().find(List.of("db"))).extracting(ScriptFile::path).containsExactly("linked/a.sql");
    }
}
