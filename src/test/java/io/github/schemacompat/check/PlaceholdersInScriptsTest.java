package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.release.Baseline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Placeholders get their values; one without a value is told where it matters and breaks nothing else. */
class PlaceholdersInScriptsTest {
    private static List<String> check(String dialect, Map<String, String> placeholders, String released, String added)
            throws CannotCheckException {
        return SchemaCompat.check(CheckRequest.builder()
                        .layout("flyway")
                        .dialect(dialect)
                        .placeholders(placeholders)
                        .script("V1__a.sql", released)
                        .script("V2__b.sql", added)
                        .baseline(Baseline.scripts("1.0", Map.of("V1__a.sql", released)))
                        .build())
                .findings()
                .stream()
                .map(finding -> finding.rule().id() + " " + finding.severity().id() + " " + finding.object() + " at "
                        + (finding.location() == null ? "" : finding.location().start()))
                .toList();
    }

    @Test
    void aValueMakesTheNameKnownInReleasedAndNewScripts() throws CannotCheckException {
        assertThat(check(
                        "postgresql",
                        Map.of("schema", "sales"),
                        "CREATE TABLE sales.t (a int, b int);",
                        "ALTER TABLE ${schema}.t\n  DROP COLUMN b;"))
                .containsExactly("column-dropped error sales.t.b at 2:3");
        assertThat(check(
                        "sqlserver",
                        Map.of(),
                        "CREATE TABLE sales.t (a int, b int);",
                        ":setvar s sales\nGO\nALTER TABLE [$(s)].t DROP COLUMN b;"))
                .containsExactly("column-dropped error sales.t.b at 3:22");
        assertThat(check(
                        "postgresql",
                        Map.of(),
                        "CREATE TABLE t (a int, b int);",
                        "ALTER TABLE ${flyway:defaultSchema}.t DROP COLUMN b;"))
                .containsExactly("column-dropped error t.b at 1:39");
    }

    @Test
    void anOpenNameThatIsTheSameEverywhereIsAName() throws CannotCheckException {
        assertThat(check(
                        "postgresql",
                        Map.of(),
                        "CREATE TABLE ${schema}.t (a int, b int);",
                        "CREATE TABLE ${schema}.u (a int); ALTER TABLE ${schema}.t ADD COLUMN c int;"))
                .isEmpty();
        assertThat(check(
                        "postgresql",
                        Map.of(),
                        "CREATE TABLE ${schema}.t (a int, b int);",
                        "ALTER TABLE ${schema}.t DROP COLUMN b;"))
                .containsExactly("column-dropped error ${schema}.t.b at 1:25");
    }

    @Test
    void aTemplateThatIsTheSameEverywhereIsAName() throws CannotCheckException {
        assertThat(check(
                        "postgresql",
                        Map.of(),
                        "CREATE TABLE {{ index .Options \"Schema\" }}.t (a int, b text DEFAULT '{{1,2}}');",
                        "ALTER TABLE \"{{ index .Options \"Schema\" }}\".\"t\" ADD COLUMN c int;\n"
                                + "ALTER TABLE {{index .Options \"Schema\" }}.t DROP COLUMN b;"))
                .containsExactly("column-dropped error \"{{index .options \"\"schema\"\"}}\".t.b at 2:44");
        assertThat(check(
                        "mysql",
                        Map.of(),
                        "CREATE TABLE {$NS}_shop.t (a int, b datetime);",
                        "ALTER TABLE {$NS}_shop.t DROP COLUMN b;"))
                .containsExactly("column-dropped error {$NS}_shop.t.b at 1:26");
        assertThat(check(
                        "sqlserver",
                        Map.of("schema", "sales"),
                        "CREATE TABLE sales.t (a int, b int);",
                        "ALTER TABLE {{Schema}}.t DROP COLUMN b;\nALTER TABLE $schema$.t DROP COLUMN a;"))
                .containsExactly("column-dropped error sales.t.b at 1:26", "column-dropped error sales.t.a at 2:24");
    }

    @Test
    void anOpenNameThatMayBeAReleasedTableIsAnError() throws CannotCheckException {
        assertThat(check(
                        "postgresql",
                        Map.of(),
                        "CREATE TABLE sales.t (a int, b int);",
                        "ALTER TABLE ${schema}.t DROP COLUMN b;\nALTER TABLE sales.t DROP COLUMN a;"))
                .containsExactly(
                        "script-does-not-apply error ${schema}.t at 1:1",
                        "column-dropped error ${schema}.t.b at 1:25",
                        "column-dropped error sales.t.a at 2:21");
    }

    @Test
    void theRestOfAStatementWithAnOpenClauseCounts() throws CannotCheckException {
        assertThat(check(
                        "mysql",
                        Map.of(),
                        "CREATE TABLE t (a int, b int) ${options};",
                        "CREATE TABLE u (a int) ${options};\nALTER TABLE u DROP COLUMN a, ADD COLUMN c int;\n"
                                + "ALTER TABLE t DROP COLUMN b;\n${more};\nALTER TABLE t DROP COLUMN a;"))
                .containsExactly(
                        "statement-not-understood warning V1__a.sql at 1:31",
                        "statement-not-understood error V2__b.sql at 1:24",
                        "column-dropped error t.b at 3:15",
                        "statement-not-understood error V2__b.sql at 4:1",
                        "column-dropped error t.a at 5:15");
    }
}
