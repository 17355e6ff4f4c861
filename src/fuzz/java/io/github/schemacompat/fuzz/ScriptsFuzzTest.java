package io.github.schemacompat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.result.CheckResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in scripts: a check comes to a verdict, or says why it can't check. */
class ScriptsFuzzTest {
    private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
    private static final String NEW = "-- @new ";

    /** One fixture of a rule in each dialect, with its dialect in the first byte; all of them would take the time there is. */
    static Stream<Arguments> seeds() throws IOException {
        Map<String, Path> first = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            files.filter(file -> file.toString().endsWith(".sql")).sorted().forEach(file -> {
                String dialect = file.getFileName().toString().split("-")[0];
                String rule = file.getParent().getFileName().toString();
                first.putIfAbsent(dialect + rule.charAt(0) + rule.length() % 3, file);
            });
        }
        return first.values().stream().map(file -> Arguments.of((Object) seed(file)));
    }

    private static byte[] seed(Path file) {
        try {
            String dialect = file.getFileName().toString().split("-")[0];
            int number = Dialect.ALL.stream().map(Dialect::id).toList().indexOf(dialect);
            return ((char) number + Files.readString(file)).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void aCheckAlwaysComesToAnEnd(byte[] data) {
        if (data.length == 0) {
            return;
        }
        Dialect dialect = Dialect.ALL.get(Math.floorMod(data[0], Dialect.ALL.size()));
        String text = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
        int added = Math.max(text.indexOf(NEW), 0);
        assertThat(verdict(dialect, text.substring(0, added), text.substring(added)))
                .doesNotContainNull();
    }

    private static List<String> verdict(Dialect dialect, String released, String added) {
        try {
            CheckResult result = SchemaCompat.check(CheckRequest.builder()
                    .layout("flyway")
                    .dialect(dialect.id())
                    .script("V1__released.sql", released)
                    .script("V2__new.sql", added)
                    .baseline(Baseline.scripts("1.0", Map.of("V1__released.sql", released)))
                    .build());
            return result.findings().stream().map(Object::toString).toList();
        } catch (CannotCheckException e) {
            return List.of(e.code());
        }
    }
}
