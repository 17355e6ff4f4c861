package io.github.schemacompat.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    @TempDir
    private Path folder;

    @Test
    void jsonHoldsEverything() throws Exception {
        Path file = folder.resolve("deep/findings.json");
        Reports.write(
                Results.failed(List.of(Results.finding("ALTER TABLE t\n  DROP COLUMN b", "DROP COLUMN b", "t.b"))),
                "json",
                file);
        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertThat(json.keySet())
                .containsExactly("format", "tool", "outcome", "problems", "histories", "findings", "rollback");
        assertThat(json.get("outcome").getAsString()).isEqualTo("failed");
        JsonObject finding = json.getAsJsonArray("findings").get(0).getAsJsonObject();
        assertThat(finding.keySet())
                .containsExactly(
                        "rule",
                        "family",
                        "severity",
                        "history",
                        "object",
                        "kind",
                        "message",
                        "why",
                        "fix",
                        "breaks",
                        "phase",
                        "conditional",
                        "file",
                        "line",
                        "column",
                        "endLine",
                        "endColumn",
                        "consequences",
                        "related",
                        "fingerprint",
                        "allow",
                        "docs",
                        "suppressed");
        assertThat(finding.get("line").getAsInt()).isEqualTo(2);
        assertThat(finding.get("column").getAsInt()).isEqualTo(3);
        assertThat(finding.get("endColumn").getAsInt()).isEqualTo(15);
        assertThat(finding.getAsJsonArray("breaks")).hasSize(2);
        JsonObject history = json.getAsJsonArray("histories").get(0).getAsJsonObject();
        assertThat(history.getAsJsonObject("statements").get("readByJSqlParser").getAsInt())
                .isEqualTo(8);
    }

    @Test
    void nothingIsLeftUnderTheFinalNameWhenItCannotBeWritten() throws Exception {
        Path file = folder.resolve("findings.json");
        Files.createDirectory(file);
        Files.writeString(file.resolve("x"), "in the way");
        assertThatThrownBy(() -> Reports.write(Results.failed(List.of()), "json", file))
                .isInstanceOf(java.io.IOException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    /** As on a disk that is full. */
    @Test
    void aReportThatBreaksOffIsNoReport() throws Exception {
        Path file = folder.resolve("findings.json");
        Files.writeString(file, "of an earlier run");
        assertThatThrownBy(() -> Reports.write(file, to -> {
                    to.write("{\"outcome\": \"passed\"");
                    to.flush();
                    throw new java.io.IOException("No space left on device");
                }))
                .hasMessage("No space left on device");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void deletesWhatAnEarlierRunLeft() throws Exception {
        Path file = folder.resolve("findings.json");
        Files.writeString(file, "old");
        Reports.delete(folder);
        assertThat(file).doesNotExist();
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThatThrownBy(() -> Reports.write(Results.failed(List.of()), "xls", folder.resolve("x")))
                .hasMessage("no report format: xls");
    }
}
