package io.github.schemacompat.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.rule.Rule;
import io.github.schemacompat.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages under docs/rules are what the rules say of themselves; run with -Ddocs.write=true to write them anew. */
class RulePagesTest {
    private static final Path FOLDER = Path.of("docs", "rules");

    @Test
    void everyRuleHasItsPageAndEveryPageItsRule() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        expected.put("index.md", RulePage.index());
        for (Rule rule : Rules.ALL) {
            expected.put(rule.info().id() + ".md", RulePage.markdown(rule.info()));
        }
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> page : expected.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
        Map<String, String> actual = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                actual.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(actual)
                .as("write them with: mvn test -Dtest=RulePagesTest -Ddocs.write=true")
                .isEqualTo(expected);
    }
}
