package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.release.TestRepository;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.script.ProjectSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that are released one by one from one repository, each with its own tags. */
class ManyModulesTest {
    private static final String SCRIPTS = "/src/main/resources/db/migration/";

    @TempDir
    Path root;

    private TestRepository repository;

    @BeforeEach
    void twoModulesWereReleased() {
        repository = new TestRepository(root);
        repository.write("orders" + SCRIPTS + "V1__orders.sql", "CREATE TABLE orders (id serial, note text);\n");
        repository.write("people" + SCRIPTS + "V1__people.sql", "CREATE TABLE people (id serial, fax text);\n");
        repository.write("web/src/main/resources/index.html", "");
        repository.commit();
        repository.tag("orders-1.0").tag("people-2.0");
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private CheckResult check(String module) throws CannotCheckException {
        return SchemaCompat.check(CheckRequest.builder()
                .baseDirectory(root.resolve(module))
                .artifactId(module)
                .release("3.0")
                .dialect("postgresql")
                .project(new ProjectSettings(Map.of(), List.of("src/main/resources"), "src/main"))
                .build());
    }

    @Test
    void eachHasItsOwnReleases() throws CannotCheckException {
        repository.write("people" + SCRIPTS + "V2__no_fax.sql", "ALTER TABLE people DROP COLUMN fax;\n");
        repository.commit();
        assertThat(check("people").histories())
                .singleElement()
                .satisfies(history -> assertThat(history.baseline()).isEqualTo("git tag people-2.0"));
        assertThat(check("orders").findings()).isEmpty();
        assertThat(check("people").findings())
                .extracting(finding -> finding.rule().id())
                .containsExactly("column-dropped");
    }

    @Test
    void oneWithoutScriptsNeedsNoSetting() throws CannotCheckException {
        repository.write("web/src/main/resources/other.html", "");
        repository.commit();
        assertThat(check("web").isSilent()).isTrue();
        assertThat(check("").isSilent()).as("the parent").isTrue();
    }

    @Test
    void oneThatHadScriptsIsNotPassedOver() {
        repository.write("web" + SCRIPTS + "V1__pages.sql", "CREATE TABLE pages (id serial);\n");
        repository.commit();
        repository.tag("orders-1.1").remove("web" + SCRIPTS + "V1__pages.sql");
        repository.commit();
        assertThatExceptionOfType(CannotCheckException.class)
                .isThrownBy(() -> check("web"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("tags-ambiguous"));
    }

    @Test
    void aChangelogThatIsNotCommittedYetIsJudgedAgainstTheTagOfTheCommit() throws CannotCheckException {
        String changelog = "stock/src/main/resources/db/changelog/db.changelog-master.yaml";
        String first = "databaseChangeLog:\n"
                + changeset(
                        1,
                        "createTable: {tableName: parts, columns: ["
                                + "column: {name: id, type: int}, column: {name: note, type: int}]}");
        String second = first + changeset(2, "addColumn: {tableName: parts, columns: [column: {name: x, type: int}]}");
        repository.write(changelog, first);
        repository.commit();
        repository.tag("stock-1.0").write(changelog, second).commit();
        repository.tag("stock-1.1").write("stock/src/main/resources/other.yaml", "a: b\n");
        assertThat(check("stock").histories().get(0).baseline()).isEqualTo("git tag stock-1.0");
        repository.write(changelog, second + changeset(3, "dropColumn: {tableName: parts, columnName: x}"));
        CheckResult result = check("stock");
        assertThat(result.histories().get(0).baseline()).isEqualTo("git tag stock-1.1");
        assertThat(result.findings())
                .extracting(finding -> finding.rule().id() + " " + finding.object())
                .containsExactly("column-dropped parts.x");
    }

    private static String changeset(int id, String change) {
        return "  - changeSet: {id: " + id + ", author: ada, changes: [{" + change + "}]}\n";
    }
}
