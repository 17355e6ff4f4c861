package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.script.ScriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviewed exceptions in accepted.json hold until they end, and are missed where nobody needs them. */
class AcceptedExceptionsTest {
    private static final String RELEASED = "CREATE TABLE customers (id int PRIMARY KEY);\n";
    private static final String EDITED = RELEASED + "-- a word more\n";

    @TempDir
    private Path base;

    private List<String> check(String until) throws IOException, CannotCheckException {
        Files.writeString(
                base.resolve("accepted.json"),
                "{\"format\": 1, \"accepted\": [\n  {\"rule\": \"released-script-edited\", \"script\": \"V1__a.sql\", \"hash\": \""
                        + ScriptReader.sha256(EDITED) + "\", \"reason\": \"a comment\"" + until + "}]}");
        return found(EDITED);
    }

    private List<String> found(String script) throws CannotCheckException {
        CheckResult result = SchemaCompat.check(CheckRequest.builder()
                .baseDirectory(base)
                .accepted("accepted.json")
                .layout("flyway")
                .dialect("postgresql")
                .release("2.0")
                .today(LocalDate.of(2027, 1, 31))
                .script("V1__a.sql", script)
                .baseline(Baseline.scripts("1.0", Map.of("V1__a.sql", RELEASED)))
                .build());
        return result.findings().stream()
                .map(finding -> finding.rule().id() + " " + finding.object()
                        + (finding.suppressed() == null ? "" : " (" + finding.suppressed() + ")"))
                .toList();
    }

    @Test
    void anExceptionHolds() throws IOException, CannotCheckException {
        assertThat(check("")).containsExactly("released-script-edited V1__a.sql (a comment)");
        assertThat(check(", \"until\": \"2.1\"")).containsExactly("released-script-edited V1__a.sql (a comment)");
    }

    @Test
    void itsEndIsTold() throws IOException, CannotCheckException {
        assertThat(check(", \"until\": \"2.0\""))
                .containsExactly("released-script-edited V1__a.sql", "suppression-expired accepted.json");
    }

    @Test
    void itEndsOnItsDay() throws IOException, CannotCheckException {
        assertThat(check(", \"until\": \"2027-02-01\""))
                .containsExactly("released-script-edited V1__a.sql (a comment)");
        assertThat(check(", \"until\": \"2027-01-31\""))
                .containsExactly("released-script-edited V1__a.sql", "suppression-expired accepted.json");
    }

    @Test
    void whatNobodyNeedsIsTold() throws IOException, CannotCheckException {
        check("");
        assertThat(found(RELEASED)).containsExactly("suppression-unused accepted.json");
    }
}
