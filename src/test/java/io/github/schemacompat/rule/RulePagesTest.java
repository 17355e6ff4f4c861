package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.check.CannotCheckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages under docs/rules are what the rules say of themselves and what the gate says of their fixtures; run with
 * -Ddocs.write=true to write them anew.
 */
class RulePagesTest {
    private static final Path FOLDER = Path.of("docs", "rules");

    @Test
    void everyRuleHasItsPageAndEveryPageItsRule() throws IOException, CannotCheckException {
        Map<String, String> expected = new RulePages(Fixture.all()).all();
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
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((file, page) -> assertThat(actual.get(file))
                .as(file + ": write the pages with mvn test -Dtest=RulePagesTest -Ddocs.write=true")
                .isEqualTo(page));
    }

    @Test
    void everyRuleSaysWhatDoesNotFire() {
        assertThat(Rules.ALL)
                .allSatisfy(rule -> assertThat(rule.info().silentWhen())
                        .as(rule.info().id())
                        .isNotEmpty());
    }
}
