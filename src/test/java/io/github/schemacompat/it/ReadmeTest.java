package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.report.ConsoleReport;
import io.github.schemacompat.rule.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the README shows of a failing build is what the example that ships with the project prints; run with
 * -Ddocs.write=true to write it anew.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String BEFORE = "<!-- failing-build: held by ReadmeTest -->\n```\n";

    @Test
    void showsWhatTheExamplePrints() throws Exception {
        String readme = Files.readString(README);
        assertThat(readme).contains(BEFORE);
        int start = readme.indexOf(BEFORE) + BEFORE.length();
        int end = readme.indexOf("```\n", start);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(README, readme.substring(0, start) + printed() + readme.substring(end));
            return;
        }
        assertThat(readme.substring(start, end))
                .as("write it with: mvn test -Dtest=ReadmeTest -Ddocs.write=true")
                .isEqualTo(printed());
    }

    private static String printed() throws Exception {
        CheckRequest request = CheckRequest.builder()
                .baseDirectory(Path.of("src/it/example/breaking"))
                .baseline(List.of("directory:1.0=../released/src/main/resources/db/migration"))
                .release("1.1")
                .build();
        return ConsoleReport.lines(
                        SchemaCompat.check(request), "target/schema-compat/findings.json", "mvn schema-compat:explain")
                .stream()
                .map(line -> ("[" + level(line.severity()) + "] " + line.text()).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    /** As Maven writes the level with which the goal logs a line. */
    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "ERROR";
            case WARNING -> "WARNING";
            default -> "INFO";
        };
    }
}
