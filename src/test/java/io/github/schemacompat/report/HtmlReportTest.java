package io.github.schemacompat.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page of findings, as text and in a browser. */
class HtmlReportTest {
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final String SQL = "ALTER TABLE customers -- the old name\n"
            + "    ADD COLUMN note varchar(20) DEFAULT 'none',\n"
            + "    DROP COLUMN lastname,\n    DROP COLUMN fax;";

    @TempDir
    private Path folder;

    private static CheckResult result() {
        List<Finding> findings = List.of(
                Results.finding(SQL, "DROP COLUMN lastname,\n    DROP COLUMN fax", "customers.lastname"),
                Results.finding(
                        Severity.WARNING,
                        "DROP TABLE \"" + HOSTILE + "\"; -- <img src=x onerror=alert(2)>",
                        "DROP TABLE \"" + HOSTILE + "\"",
                        "\"" + HOSTILE + "\"",
                        null),
                Results.finding(Severity.INFO, SQL, "ADD COLUMN note", "customers.note", null),
                Results.finding(Severity.ERROR, "DROP VIEW v", "DROP VIEW v", "v", "the \u202Eauditor agreed"));
        return Results.failed(findings);
    }

    private Path page() throws Exception {
        Reports.writeAll(result(), List.of("html"), folder);
        return folder.resolve("findings.html");
    }

    @Test
    void thePolicyAllowsTheStyleAndTheScriptOfThePageAndNothingElse() throws Exception {
        String page = Files.readString(page());
        assertThat(page)
                .contains("default-src &#39;none&#39;; style-src &#39;sha256-" + hash(page, "style")
                        + "&#39;; script-src &#39;sha256-" + hash(page, "script")
                        + "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;");
        assertThat(page).doesNotContain("http:", "https:", "style=\"", " onload", " onclick");
    }

    private static String hash(String page, String element) throws Exception {
        Matcher inline =
                Pattern.compile("(?s)<" + element + ">(.*?)</" + element + ">").matcher(page);
        assertThat(inline.find()).isTrue();
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(inline.group(1).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }

    @Test
    void whatStandsInAScriptIsTextAndColoured() throws Exception {
        String page = Files.readString(page());
        assertThat(page).doesNotContain(HOSTILE, "<img", "\u202E");
        assertThat(page)
                .contains("<span class=\"q\">&quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot;</span>")
                .contains("<span class=\"k\">ADD</span> <span class=\"k\">COLUMN</span>")
                .contains("<mark><span class=\"k\">DROP</span> <span class=\"k\">COLUMN</span> lastname,</mark>")
                .contains("    <mark><span class=\"k\">DROP</span> <span class=\"k\">COLUMN</span> fax</mark>;");
    }

    @Test
    @Tag("slow")
    void inABrowserItCanBeFilteredAndSearchedAndAsksForNothing() throws Exception {
        try (Browser browser = Browser.start(false)) {
            browser.open(page()).size(1280, 900);
            assertThat(browser.visible("article h3"))
                    .hasSize(4)
                    .first()
                    .asString()
                    .contains("Column customers.lastname is dropped");
            assertThat(browser.visible("#shown")).containsExactly("4 of 4 shown");
            assertThat(browser.visible("article.warning pre").get(0)).contains(HOSTILE, "<img src=x onerror=alert(2)>");
            assertThat(browser.all("article script, article img")).isEmpty();

            browser.one("#search").sendKeys("CUSTOMERS note");
            assertThat(browser.visible("article h3")).singleElement().asString().contains("customers.note");
            browser.one("#search").sendKeys(Keys.chord(Keys.CONTROL, "a"), "no such thing");
            assertThat(browser.visible("article")).isEmpty();
            assertThat(browser.visible(".nothing")).containsExactly("Nothing matches.");
            browser.one("#search").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
            browser.one("input[value=error]").sendKeys(Keys.SPACE);
            assertThat(browser.visible("#shown")).containsExactly("3 of 4 shown");
            browser.one("#rule").sendKeys("column-dropped");
            assertThat(browser.visible("article")).hasSize(3);

            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).allSatisfy(url -> assertThat(url).startsWith("file:"));
            browser.screenshots("findings-light");
        }
        try (Browser browser = Browser.start(true)) {
            browser.open(page()).size(1280, 900);
            browser.screenshots("findings-dark");
        }
    }
}
