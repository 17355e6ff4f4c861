package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Files that the docs show are those that the integration tests run; run with -Ddocs.write=true to write them anew into
 * the docs.
 */
class DocumentedFilesTest {
    private static final Pattern SHOWN = Pattern.compile(
            "<!-- (?<file>\\S+): held by DocumentedFilesTest -->\n```\\w+\n(?<text>.*?)```\n", Pattern.DOTALL);

    @Test
    void theDocsShowWhatIsRun() throws IOException {
        List<String> shown = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            StringBuilder anew = new StringBuilder();
            Matcher block = SHOWN.matcher(text);
            int end = 0;
            while (block.find()) {
                String run = Files.readString(Path.of(block.group("file")));
                shown.add(block.group("file"));
                anew.append(text, end, block.start("text")).append(run);
                end = block.end("text");
            }
            anew.append(text.substring(end));
            if (Boolean.getBoolean("docs.write")) {
                Files.writeString(page, anew);
            } else {
                assertThat(text)
                        .as("write it with: mvn test -Dtest=DocumentedFilesTest -Ddocs.write=true")
                        .isEqualTo(anew.toString());
            }
        }
        assertThat(shown).isNotEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
