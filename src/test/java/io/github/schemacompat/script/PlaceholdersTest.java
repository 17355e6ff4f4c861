package io.github.schemacompat.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private static Span fill(String text, boolean psql, String... values) {
        Map<String, String> map = new java.util.TreeMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put(values[i], values[i + 1]);
        }
        Section section = new Section("", SourceText.of("db/V1__a.sql", text).whole());
        return new Placeholders(map, psql).fill(section, "db/V1__a.sql").span();
    }

    private static String filled(String text, String... values) {
        return fill(text, false, values).text();
    }

    private static String inPsql(String text, String... values) {
        return fill(text, true, values).text();
    }

    @Test
    void valuesArePutInEverywhereAndWhatHasNoneStays() {
        assertThat(filled("CREATE TABLE ${Schema}.t (a ${type}); -- ${schema}", "schema", "sales"))
                .isEqualTo("CREATE TABLE sales.t (a ${type}); -- sales");
        assertThat(filled("SELECT '$(db)' FROM [$(DB)].dbo.t", "db", "Shop"))
                .isEqualTo("SELECT 'Shop' FROM [Shop].dbo.t");
        assertThat(filled("SELECT '${a}${b}'", "a", "", "b", "${a}")).isEqualTo("SELECT '${a}'");
    }

    @Test
    void bracesOfGrateAndTemplatesAndDollarsOfDbUp() {
        assertThat(filled(
                        "USE {{DatabaseName}}\nGO\nCREATE TABLE $schema$.t (a int)",
                        "databasename",
                        "Shop",
                        "schema",
                        "s"))
                .isEqualTo("USE Shop\nGO\nCREATE TABLE s.t (a int)");
        assertThat(filled("SELECT '{{1,2},{3,4}}', {{ .Name }}, $x$ 1 $x$", "name", "n"))
                .isEqualTo("SELECT '{{1,2},{3,4}}', {{ .Name }}, $x$ 1 $x$");
        assertThat(filled("CREATE TABLE {owner}.{$p}_t (a int DEFAULT '{1}')", "owner", "dbo", "p", "x"))
                .isEqualTo("CREATE TABLE dbo.x_t (a int DEFAULT '{1}')");
        assertThat(Placeholders.firstIn("DROP TABLE {{ index .Options \"Schema\" }}.t"))
                .isEqualTo("{{ index .Options \"Schema\" }}");
    }

    @Test
    void flywaysOwnNamesAreKnown() {
        assertThat(filled("-- ${flyway:filename}")).isEqualTo("-- V1__a.sql");
        assertThat(filled("CREATE TABLE ${flyway:defaultSchema}.t (a int)", "flyway:defaultSchema", "public"))
                .isEqualTo("CREATE TABLE public.t (a int)");
        assertThat(filled("GRANT SELECT ON t TO ${flyway:user}")).isEqualTo("GRANT SELECT ON t TO ${flyway:user}");
    }

    @Test
    void aTextWithoutPlaceholdersIsLeftAlone() {
        Span span = SourceText.of("a.sql", "SELECT $1, $$x$$, 'a:b'").whole();
        assertThat(new Placeholders(Map.of("x", "y"), false)
                        .fill(new Section("", span), "a.sql")
                        .span())
                .isSameAs(span);
    }

    @Test
    void whatSqlcmdSetsHoldsFromThatLineOn() {
        assertThat(filled(
                        "PRINT '$(s)'\n:setvar s \"sales\"\nSELECT * FROM $(s).t\n  :SETVAR s other\nGO\nSELECT $(s)"))
                .isEqualTo(
                        "PRINT '$(s)'\n:setvar s \"sales\"\nSELECT * FROM sales.t\n  :SETVAR s other\nGO\nSELECT other");
        assertThat(filled(":setvar s\nSELECT '$(s)'")).isEqualTo(":setvar s\nSELECT ''");
    }

    @Test
    void whatPsqlSetsHoldsFromThatLineOnButNotInStrings() {
        assertThat(
                        inPsql(
                                "\\set s sales\nCREATE TABLE :s.t (a text DEFAULT ':s', b int DEFAULT :'s'::text, \":s\" int);"))
                .isEqualTo(
                        "\\set s sales\nCREATE TABLE sales.t (a text DEFAULT ':s', b int DEFAULT 'sales'::text, \":s\" int);");
        assertThat(inPsql("SELECT :s;\n\\set s 'it''s'\nSELECT :'s', :\"s\", :other;"))
                .isEqualTo("SELECT :s;\n\\set s 'it''s'\nSELECT 'it''s', \"it's\", :other;");
        assertThat(inPsql("SELECT :s, $q$ :s $q$, 1::int -- :s", "s", "2"))
                .isEqualTo("SELECT 2, $q$ :s $q$, 1::int -- :s");
    }

    @Test
    void everythingKeepsItsPlace() {
        Span span = fill("CREATE TABLE ${schema}.t (\n  a ${t} NOT NULL);", false, "schema", "a_long_name", "t", "x");
        int last = span.text().indexOf("NOT NULL");

        assertThat(span.source().positionInFile(last).toString()).isEqualTo("2:10");
        assertThat(span.source()
                        .positionInFile(span.text().indexOf("a_long_name") + 5)
                        .toString())
                .isEqualTo("1:14");
        assertThat(span.source().isInner()).isFalse();
        assertThat(span.source().root().text()).startsWith("CREATE TABLE ${schema}");
    }

    @Test
    void theFirstOpenOneIsFound() {
        assertThat(Placeholders.firstIn("a ${b} $(c)")).isEqualTo("${b}");
        assertThat(Placeholders.firstIn("a $(c)")).isEqualTo("$(c)");
        assertThat(Placeholders.firstIn("a $1 $$b$$ ${} $()")).isNull();
    }
}
