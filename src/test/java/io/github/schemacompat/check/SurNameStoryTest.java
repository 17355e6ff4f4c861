package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.rule.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * LastName becomes SurName over four databases and five applications, and no running application ever breaks. Every
 * shortcut does.
 */
class SurNameStoryTest {
    private static final String MARKS = "src/schema-compat/marks.sql";

    /** The story in the words of an engine. */
    enum Engine {
        SQLSERVER(
                "CREATE TABLE dbo.Customers (CustomerId int NOT NULL CONSTRAINT PK_Customers PRIMARY KEY,"
                        + " LastName nvarchar(50) NOT NULL);\nGO\n",
                "ALTER TABLE dbo.Customers ADD SurName nvarchar(50) NULL;\nGO\n",
                "ALTER TABLE dbo.Customers ALTER COLUMN LastName nvarchar(50) NULL;\nGO\n",
                "ALTER TABLE dbo.Customers DROP COLUMN LastName;\nGO\n",
                "ALTER TABLE dbo.Customers ALTER COLUMN SurName nvarchar(50) NOT NULL;\nGO\n",
                "EXEC sp_rename 'dbo.Customers.LastName', 'SurName', 'COLUMN';\nGO\n",
                "dbo."),
        POSTGRESQL(
                "CREATE TABLE customers (customer_id int PRIMARY KEY, LastName varchar(50) NOT NULL);\n",
                "ALTER TABLE customers ADD COLUMN SurName varchar(50);\n",
                "ALTER TABLE customers ALTER COLUMN LastName DROP NOT NULL;\n",
                "ALTER TABLE customers DROP COLUMN LastName;\n",
                "ALTER TABLE customers ALTER COLUMN SurName SET NOT NULL;\n",
                "ALTER TABLE customers RENAME COLUMN LastName TO SurName;\n",
                "");

        private final String create;
        private final String addSurName;
        private final String lastNameNullable;
        private final String dropLastName;
        private final String surNameNotNull;
        private final String rename;
        private final String schema;

        Engine(
                String create,
                String addSurName,
                String lastNameNullable,
                String dropLastName,
                String surNameNotNull,
                String rename,
                String schema) {
            this.create = create;
            this.addSurName = addSurName;
            this.lastNameNullable = lastNameNullable;
            this.dropLastName = dropLastName;
            this.surNameNotNull = surNameNotNull;
            this.rename = rename;
            this.schema = schema;
        }

        private String backfill() {
            return "UPDATE " + schema
                    + "Customers SET SurName = LastName WHERE SurName IS NULL OR SurName <> LastName;\n";
        }

        private String deprecate() {
            return "-- schema-compat: deprecate " + schema + "Customers.LastName because it is SurName now\n";
        }

        private String populate() {
            return "-- schema-compat: populate " + schema + "Customers.SurName because both names are written\n";
        }
    }

    /** The releases so far, each with everything that it shipped, lowest first. */
    private static final class Project {
        private final Engine engine;
        private final Map<String, Map<String, String>> releases = new LinkedHashMap<>();
        private final Map<String, String> scripts = new LinkedHashMap<>();

        private Project(Engine engine) {
            this.engine = engine;
        }

        private Project write(String path, String text) {
            scripts.put(path, text);
            return this;
        }

        private Project release(String name) {
            releases.put(name, new LinkedHashMap<>(scripts));
            return this;
        }

        private CheckResult build(String release, String... supported) throws CannotCheckException {
            CheckRequest.Builder request = CheckRequest.builder()
                    .layout("flyway")
                    .dialect(engine.name().toLowerCase(java.util.Locale.ROOT))
                    .release(release)
                    .supported(List.of(supported));
            scripts.forEach(request::script);
            List<String> names = new ArrayList<>(releases.keySet());
            for (int i = names.size() - 1; i >= 0; i--) {
                request.baseline(Baseline.scripts(names.get(i), releases.get(names.get(i))));
            }
            return SchemaCompat.check(request.build());
        }
    }

    private static Project before(Engine engine) {
        return new Project(engine)
                .write("V2_0_0__customers.sql", engine.create)
                .release("2.2.1")
                .release("2.2.2");
    }

    private static Project withSurName(Engine engine) {
        return before(engine).write("V2_0_1__surname.sql", engine.addSurName).release("2.2.2.1");
    }

    private static Project writingBoth(Engine engine) {
        return withSurName(engine)
                .write("post/V2_0_1_1__backfill.sql", engine.backfill())
                .write(MARKS, engine.populate())
                .release("2.2.3");
    }

    private static Project deprecating(Engine engine) {
        return writingBoth(engine)
                .write("V2_0_2__lastname_optional.sql", engine.lastNameNullable + engine.deprecate())
                .release("2.2.4");
    }

    private static List<String> found(CheckResult result) {
        return result.findings().stream()
                .map(finding -> finding.rule().id() + " " + finding.severity().id())
                .toList();
    }

    private static void passes(CheckResult result) {
        assertThat(result.findings()).extracting(Finding::message).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.rollback()).isEqualTo("safe");
    }

    private static Finding fails(CheckResult result, String rule) {
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(found(result)).contains(rule + " error");
        return result.findings().stream()
                .filter(finding -> finding.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void database201AddsSurName(Engine engine) throws CannotCheckException {
        passes(before(engine).write("V2_0_1__surname.sql", engine.addSurName).build("2.2.2.1", "2.2.2"));
    }

    @ParameterizedTest
    @EnumSource
    void application223WritesBothAndCopiesTheOldNames(Engine engine) throws CannotCheckException {
        passes(withSurName(engine)
                .write("post/V2_0_1_1__backfill.sql", engine.backfill())
                .write(MARKS, engine.populate())
                .build("2.2.3", "2.2.2.1"));
    }

    @ParameterizedTest
    @EnumSource
    void afterARollbackTheNextBuildIsJudgedAgainst222(Engine engine) throws CannotCheckException {
        Project project = deprecating(engine).write("V2_0_3__drop.sql", engine.dropLastName);
        passes(project.build("2.2.5", "2.2.4"));
        CheckResult rolledBack = project.build("2.2.5", "2.2.2");
        Finding drop = rolledBack.findings().get(0);
        assertThat(rolledBack.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(drop.breaks())
                .singleElement()
                .satisfies(each -> assertThat(each.release()).isEqualTo("2.2.2"));
        assertThat(rolledBack.rollback()).isEqualTo("unsafe");
        assertThat(rolledBack.histories().get(0).releases()).containsExactly("2.2.2");
    }

    @ParameterizedTest
    @EnumSource
    void application224MakesLastNameOptionalAndDeprecatesIt(Engine engine) throws CannotCheckException {
        CheckResult result = writingBoth(engine)
                .write("V2_0_2__lastname_optional.sql", engine.lastNameNullable + engine.deprecate())
                .build("2.2.4", "2.2.3");
        assertThat(found(result)).containsExactly("column-made-nullable warning");
        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.rollback()).isEqualTo("safe");
    }

    @ParameterizedTest
    @EnumSource
    void application224CantDeprecateWhatItStillHasToWrite(Engine engine) throws CannotCheckException {
        CheckResult result = writingBoth(engine)
                .write("V2_0_2__deprecate.sql", engine.deprecate())
                .build("2.2.4", "2.2.3");
        Finding finding = fails(result, "deprecated-still-required");
        assertThat(finding.location()).isNotNull();
        assertThat(finding.fixSql().toLowerCase(java.util.Locale.ROOT)).contains("lastname");
        assertThat(finding.breaks())
                .singleElement()
                .satisfies(each -> assertThat(each.release()).isEqualTo("2.2.4"));
    }

    @ParameterizedTest
    @EnumSource
    void database203DropsLastNameAndDemandsSurName(Engine engine) throws CannotCheckException {
        passes(deprecating(engine)
                .write("V2_0_3__drop.sql", engine.dropLastName + engine.surNameNotNull)
                .build("2.2.5", "2.2.4"));
    }

    @ParameterizedTest
    @EnumSource
    void withAWindowOfTwoItHasToWaitForOneMoreRelease(Engine engine) throws CannotCheckException {
        CheckResult result = deprecating(engine)
                .write("V2_0_3__drop.sql", engine.dropLastName + engine.surNameNotNull)
                .build("2.2.5", "2.2.4", "2.2.3");
        Finding finding = fails(result, "post-in-pre");
        assertThat(result.findings()).hasSize(1);
        assertThat(finding.fix()).contains("after 1 more release that carries the mark");
        assertThat(finding.breaks())
                .singleElement()
                .satisfies(each -> assertThat(each.release()).isEqualTo("2.2.3"));
        assertThat(result.rollback()).isEqualTo("unsafe");
        assertThat(result.histories().get(0).rollback())
                .containsExactly(Map.entry("2.2.4", "safe"), Map.entry("2.2.3", "unsafe"));
    }

    @ParameterizedTest
    @EnumSource
    void theDirectRenameFails(Engine engine) throws CannotCheckException {
        Finding finding = fails(
                before(engine).write("V2_0_1__rename.sql", engine.rename).build("2.2.3", "2.2.2"), "column-renamed");
        assertThat(finding.fixSql().toLowerCase(java.util.Locale.ROOT)).contains("surname");
    }

    @ParameterizedTest
    @EnumSource
    void droppingLastNameOneReleaseEarlyFails(Engine engine) throws CannotCheckException {
        Finding finding = fails(
                writingBoth(engine)
                        .write("V2_0_2__drop.sql", engine.dropLastName)
                        .build("2.2.4", "2.2.3"),
                "column-dropped");
        assertThat(finding.fix()).contains("deprecate", "after 1 more release that carries the mark");
    }

    @ParameterizedTest
    @EnumSource
    void deprecatingAndDroppingAtOnceFails(Engine engine) throws CannotCheckException {
        Finding finding = fails(
                writingBoth(engine)
                        .write("V2_0_2__drop.sql", engine.lastNameNullable + engine.deprecate() + engine.dropLastName)
                        .build("2.2.4", "2.2.3"),
                "deprecated-too-late");
        assertThat(finding.fix()).contains("after 1 more release that carries the mark");
    }

    @ParameterizedTest
    @EnumSource
    void demandingSurNameBeforeEveryReleaseFillsItFails(Engine engine) throws CannotCheckException {
        fails(
                withSurName(engine)
                        .write("V2_0_1_1__required.sql", engine.surNameNotNull)
                        .build("2.2.3", "2.2.2.1"),
                "column-made-required");
        fails(
                before(engine)
                        .write("V2_0_1__surname.sql", engine.addSurName + engine.surNameNotNull)
                        .build("2.2.3", "2.2.2"),
                "required-column-added");
    }
}
