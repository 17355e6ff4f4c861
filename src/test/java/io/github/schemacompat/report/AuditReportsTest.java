package io.github.schemacompat.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.schemacompat.check.AuditedProject;
import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.result.AuditResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The audit in each format, and its page in a browser. */
class AuditReportsTest {
    private static final String HOSTILE = "<script>alert(1)</script>";

    @TempDir
    private Path folder;

    private static AuditResult audit() throws CannotCheckException {
        return new AuditedProject()
                .script(
                        "V2_0_0__customers.sql",
                        "CREATE TABLE customers (id int PRIMARY KEY, lastname varchar(50) NOT NULL);\n")
                .release("2.2.1")
                .script("V2_0_1__surname.sql", "ALTER TABLE customers ADD COLUMN surname varchar(50);\n")
                .script("V2_0_1_1__odd.sql", "CREATE TABLE \"" + HOSTILE + "\" (id int PRIMARY KEY);\n")
                .release("2.2.2")
                .script(
                        "V2_0_2__old.sql",
                        "ALTER TABLE customers ALTER COLUMN lastname DROP NOT NULL;\n"
                                + "-- schema-compat: deprecate customers.lastname because <b>it</b> is surname now\n")
                .release("2.2.3")
                .script(
                        "V2_0_3__gone.sql",
                        "ALTER TABLE customers DROP COLUMN lastname;\nDROP TABLE \"" + HOSTILE + "\";\n")
                .audit("2.2.4");
    }

    private String written(String format) throws Exception {
        return Files.readString(
                AuditReports.writeAll(audit(), List.of(format), folder).get(0));
    }

    @Test
    void theJsonHasEverythingAndReasonsReferToBreaks() throws Exception {
        JsonObject json = JsonParser.parseString(written("json")).getAsJsonObject();
        assertThat(json.keySet()).containsExactly("format", "tool", "outcome", "problems", "histories", "findings");
        JsonObject history = json.getAsJsonArray("histories").get(0).getAsJsonObject();
        assertThat(history.keySet())
                .containsExactly(
                        "name",
                        "dialect",
                        "layout",
                        "baseline",
                        "detected",
                        "releases",
                        "databases",
                        "matrix",
                        "breaks",
                        "steps",
                        "deprecated",
                        "suppressions",
                        "scripts",
                        "changes",
                        "reading");
        assertThat(history.getAsJsonArray("matrix")).hasSize(16);
        JsonObject broken = history.getAsJsonArray("matrix").get(3).getAsJsonObject();
        assertThat(broken.get("application").getAsString()).isEqualTo("2.2.1");
        assertThat(broken.get("database").getAsString()).isEqualTo("2.0.3");
        assertThat(broken.get("runs").getAsBoolean()).isFalse();
        int reason = broken.getAsJsonArray("reasons").get(0).getAsInt();
        assertThat(history.getAsJsonArray("breaks")
                        .get(reason)
                        .getAsJsonObject()
                        .get("rule")
                        .getAsString())
                .isEqualTo("post-in-pre");
    }

    @Test
    void theMarkdownHasTheMatrix() throws Exception {
        assertThat(written("markdown"))
                .contains(
                        "| application | 2.0.0 | 2.0.1.1 | 2.0.2 | 2.0.3 |\n",
                        "| 2.2.1 | ✅ | ✅ | ⚠️ | ❌ |\n",
                        "| 2.2.4 | ❌ |")
                .doesNotContain(HOSTILE, "<b>");
    }

    @Test
    void whatStandsInAScriptIsTextInThePage() throws Exception {
        assertThat(written("html"))
                .doesNotContain(HOSTILE, "<b>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;it&lt;/b&gt;");
    }

    @Test
    @Tag("slow")
    void inABrowserTheMatrixTellsItsReasonsByMouseAndByKeys() throws Exception {
        Path page = AuditReports.writeAll(audit(), List.of("html"), folder).get(0);
        try (Browser browser = Browser.start(false)) {
            browser.open(page).size(1280, 1000);
            assertThat(browser.visible("table.matrix thead th"))
                    .containsExactly("", "2.0.0", "2.0.1.1", "2.0.2", "2.0.3");
            assertThat(browser.visible("table.matrix tbody tr:last-child td"))
                    .containsExactly("runs", "runs", "runs, watch", "breaks");
            browser.one("table.matrix tbody tr:last-child td.breaks").click();
            assertThat(browser.visible(".cell"))
                    .singleElement()
                    .asString()
                    .contains("2.2.1 on database 2.0.3: breaks", "customers.lastname is dropped", "post-in-pre");
            browser.one("table.matrix tbody tr:last-child td.breaks").sendKeys(Keys.ARROW_LEFT);
            assertThat(browser.visible(".cell")).singleElement().asString().contains("2.2.1 on database 2.0.2");
            assertThat(browser.visible(".cell li")).singleElement().asString().contains("is made nullable");
            assertThat(browser.all("main script")).isEmpty();
            browser.one("#search").sendKeys("script");
            assertThat(browser.visible("#shown")).singleElement().asString().matches("\\d+ of \\d+ shown");
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).allSatisfy(url -> assertThat(url).startsWith("file:"));
            browser.screenshots("audit-light");
        }
        try (Browser browser = Browser.start(true)) {
            browser.open(page).size(1280, 1000);
            browser.one("table.matrix td.breaks").click();
            browser.screenshots("audit-dark");
        }
    }
}
