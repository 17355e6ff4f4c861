package io.github.schemacompat.fuzz;

import io.github.schemacompat.dialect.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What fuzzing begins with, and how bytes are read as a script: the first one is the dialect. */
final class Seeds {
    private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

    private Seeds() {}

    /** Some fixtures of the rules in each dialect; all of them would take the time there is. */
    static Stream<Arguments> fixtures() throws IOException {
        Map<String, Path> some = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            files.filter(file -> file.toString().endsWith(".sql")).sorted().forEach(file -> {
                String rule = file.getParent().getFileName().toString();
                some.putIfAbsent(dialect(file) + rule.charAt(0) + rule.length() % 3, file);
            });
        }
        List<Arguments> seeds = new ArrayList<>();
        for (Path file : some.values()) {
            int number = Dialect.ALL.stream().map(Dialect::id).toList().indexOf(dialect(file));
            seeds.add(seed(number, Files.readString(file)));
        }
        return seeds.stream();
    }

    private static String dialect(Path file) {
        return file.getFileName().toString().split("-")[0];
    }

    static Arguments seed(int first, String text) {
        return Arguments.of((Object) ((char) first + text).getBytes(StandardCharsets.UTF_8));
    }

    static Dialect dialect(byte[] data) {
        return Dialect.ALL.get(Math.floorMod(data[0], Dialect.ALL.size()));
    }

    static String text(byte[] data) {
        return new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
    }
}
