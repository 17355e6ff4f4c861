package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.rule.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that ships no script says what it does in marks.sql beside the snapshots. */
class MarksFileTest {
    private static final String DEPRECATE = "-- schema-compat: deprecate customers.phone because nobody calls\n";

    @TempDir
    private Path base;

    private void write(String file, String text) throws IOException {
        Path path = base.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void marks(String text) throws IOException {
        write("src/schema-compat/marks.sql", text);
    }

    private CheckRequest request(String release) {
        return CheckRequest.builder()
                .baseDirectory(base)
                .scripts(List.of("db"))
                .dialect("mysql")
                .release(release)
                .build();
    }

    private void release(String release) throws CannotCheckException {
        SchemaCompat.writeSnapshots(new SnapshotRequest(request(release), false));
    }

    private List<String> check(String release) throws CannotCheckException {
        CheckResult result = SchemaCompat.check(request(release));
        return result.findings().stream().map(Finding::message).toList();
    }

    @BeforeEach
    void firstRelease() throws IOException, CannotCheckException {
        write(
                "db/V1__customers.sql",
                "CREATE TABLE customers (id int PRIMARY KEY, phone varchar(20), fax varchar(20));\n");
        release("1.0");
    }

    @Test
    void itsMarksAreInTheSnapshotAndLetTheNextReleaseDrop() throws IOException, CannotCheckException {
        marks(DEPRECATE);
        assertThat(check("1.1")).isEmpty();
        release("1.1");
        assertThat(Files.readString(base.resolve("src/schema-compat/1.1.json"))).contains("nobody calls", "marks.sql");
        write("db/V2__drop.sql", "ALTER TABLE customers DROP COLUMN phone;\n");
        assertThat(check("1.2")).isEmpty();
        marks(DEPRECATE + "-- schema-compat: deprecate customers.fax because nobody sends\n");
        assertThat(check("1.2")).as("the line of what is dropped now is past").isEmpty();
    }

    @Test
    void theFileMayGoWithTheObject() throws IOException, CannotCheckException {
        marks(DEPRECATE);
        release("1.1");
        Files.delete(base.resolve("src/schema-compat/marks.sql"));
        write("db/V2__drop.sql", "ALTER TABLE customers DROP COLUMN phone;\n");
        assertThat(check("1.2")).isEmpty();
    }

    @Test
    void whatIsUnknownIsTold() throws IOException, CannotCheckException {
        marks("-- schema-compat: deprecate customers.fone because nobody calls\n");
        assertThat(check("1.1")).containsExactly("customers has no column fone. Did you mean phone?");
    }

    @Test
    void itHoldsNoStatements() throws IOException {
        marks(DEPRECATE + "ALTER TABLE customers DROP COLUMN phone;\n");
        assertThatExceptionOfType(CannotCheckException.class)
                .isThrownBy(() -> check("1.1"))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("marks-not-comments");
                    assertThat(problem.file()).isEqualTo("src/schema-compat/marks.sql");
                    assertThat(problem.line()).isEqualTo(2);
                });
    }

    @Test
    void itIsReadThoughItLiesAmongTheScripts() throws IOException, CannotCheckException {
        marks(DEPRECATE);
        CheckResult result = SchemaCompat.check(CheckRequest.builder()
                .baseDirectory(base)
                .scripts(List.of("db", "src/**/*.sql"))
                .dialect("mysql")
                .release("1.1")
                .build());
        assertThat(result.findings()).isEmpty();
        assertThat(result.histories().get(0).newScripts()).isEqualTo(1);
    }

    @Test
    void aSnapshotRunsScriptsInTheOrderOfTheirVersions() throws IOException, CannotCheckException {
        write("db/post/V2__drop.sql", "ALTER TABLE customers DROP COLUMN phone;\n");
        write("db/V3__again.sql", "ALTER TABLE customers ADD phone varchar(30);\n");
        release("1.1");
        assertThat(Files.readString(base.resolve("src/schema-compat/1.1.json"))).contains("varchar(30)");
    }
}
