package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever looks up the code of an error in the docs finds it. */
class TroubleshootingPageTest {
    private static final Pattern CODE = Pattern.compile(
            "(?:(?:CannotCheckException|CannotReadException|Problem)\\(|String CODE =)\\s*\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern EXPLAINED = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`(?=[^|]*\\|)");

    @Test
    void everyCodeIsExplainedAndEveryExplainedCodeIsOne() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path file : sources()) {
            codes.addAll(found(CODE, Files.readString(file)));
        }
        Set<String> explained = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs/troubleshooting.md"))) {
            if (line.startsWith("| `")) {
                explained.addAll(found(EXPLAINED, line.substring(0, line.indexOf('|', 1) + 1)));
            }
        }
        assertThat(codes).hasSizeGreaterThan(20);
        assertThat(explained).isEqualTo(codes);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
