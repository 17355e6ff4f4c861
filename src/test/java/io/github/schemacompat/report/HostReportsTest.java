package io.github.schemacompat.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.rule.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hosts of repositories show beside the lines of a change: GitHub and GitLab. */
class HostReportsTest {
    private static final String SQL = "ALTER TABLE t\n  DROP COLUMN b,\n  DROP COLUMN c";

    @TempDir
    private Path folder;

    private static CheckResult several() {
        return Results.failed(List.of(
                Results.finding(Severity.WARNING, SQL, "ALTER", "t", null),
                Results.finding(Severity.ERROR, SQL, "ALTER", "t", "reviewed"),
                Results.finding(SQL, "DROP COLUMN b", "t.b"),
                Results.finding(SQL, "DROP COLUMN b,\n  DROP COLUMN c", "t.b")));
    }

    @Test
    void gitHubGetsTheWorstFirstOnOneBasedLinesOfTheRepositorysFiles() {
        assertThat(Results.written("github", several()).lines().map(line -> line.replaceFirst("%0ABreaks.*", "")))
                .containsExactly(
                        "::warning title=fewer-releases::2 releases were asked for, 1 was found",
                        "::error file=services/orders/db/V2__x.sql,line=2,endLine=2,col=3,endColumn=15,title=column-dropped"
                                + "::Column t.b is dropped",
                        "::error file=services/orders/db/V2__x.sql,line=2,endLine=3,title=column-dropped"
                                + "::Column t.b is dropped",
                        "::warning file=services/orders/db/V2__x.sql,line=1,endLine=1,col=1,endColumn=5,title=column-dropped"
                                + "::Column t is dropped");
    }

    @Test
    void gitHubIsToldWhatCouldNotBeChecked() {
        assertThat(Results.written("github", Results.notChecked()))
                .isEqualTo("::error file=services/orders/src/accepted.json,line=3,title=accepted-unreadable"
                        + "::No JSON: 100%25, <b>\n");
    }

    @Test
    void aNameCannotBeginACommandOfItsOwn() {
        String line = Results.written(
                "github",
                Results.failed(List.of(Results.finding("x", "x", "t,line=9::\n::stop-commands::x\r\n::error::y"))));
        assertThat(line.lines().filter(each -> each.startsWith("::"))).hasSize(2);
        assertThat(line).doesNotContain("\r").contains("t,line=9::%0A::stop-commands::x%0D%0A::error::y");
    }

    @Test
    void aRunningStepGetsRawLinesAndASummary() throws IOException {
        Path summary = folder.resolve("summary.md");
        Files.writeString(summary, "before\n");
        CheckResult result = several();
        Reports.writeAll(result, List.of("github"), folder);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        GitHubActions.publish(result, folder, output, Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
        assertThat(output.toString(StandardCharsets.UTF_8))
                .startsWith("::warning title=")
                .contains("\n::error file=");
        assertThat(Files.readString(summary)).startsWith("before\n## ❌ Database schema\n");
    }

    @Test
    void outsideOfAStepThereIsNoSummary() throws IOException {
        CheckResult result = several();
        Reports.writeAll(result, List.of("github"), folder);
        GitHubActions.publish(result, folder, new ByteArrayOutputStream(), Map.of());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("github-annotations.txt"));
        }
    }

    @Test
    void gitLabHasEveryDocumentedFieldAndOneFingerprintEach() {
        JsonArray entries =
                JsonParser.parseString(Results.written("gitlab", several())).getAsJsonArray();
        assertThat(entries).hasSize(3);
        for (JsonElement each : entries) {
            JsonObject entry = each.getAsJsonObject();
            assertThat(entry.keySet())
                    .containsExactly("description", "check_name", "fingerprint", "severity", "location");
            assertThat(entry.get("severity").getAsString()).isIn("info", "minor", "major", "critical", "blocker");
            JsonObject location = entry.getAsJsonObject("location");
            assertThat(location.get("path").getAsString()).isEqualTo("services/orders/db/V2__x.sql");
            assertThat(location.getAsJsonObject("lines").get("begin").getAsInt())
                    .isPositive();
        }
        assertThat(entries.asList().stream()
                        .map(each -> each.getAsJsonObject().get("fingerprint").getAsString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void gitLabIsToldWhatCouldNotBeChecked() {
        JsonArray entries = JsonParser.parseString(Results.written("gitlab", Results.notChecked()))
                .getAsJsonArray();
        assertThat(entries).singleElement().satisfies(each -> {
            JsonObject entry = each.getAsJsonObject();
            assertThat(entry.get("severity").getAsString()).isEqualTo("blocker");
            assertThat(entry.getAsJsonObject("location").get("path").getAsString())
                    .isEqualTo("services/orders/src/accepted.json");
        });
    }

    @Test
    void pathsLeaveTheFolderOnlyWithinTheRepository() {
        assertThat(RepositoryPath.of("", "db/V1.sql")).isEqualTo("db/V1.sql");
        assertThat(RepositoryPath.of("services/orders", "../shared/./V1.sql")).isEqualTo("services/shared/V1.sql");
        assertThat(RepositoryPath.of("a", "../../b")).isEqualTo("../b");
        assertThat(RepositoryPath.of("a", "/tmp/b")).isEqualTo("/tmp/b");
    }
}
