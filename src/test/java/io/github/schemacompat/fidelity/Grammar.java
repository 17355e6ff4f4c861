package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements that random histories of a dialect are made of, from {@code src/test/resources/random}. A line is
 * {@code name: text} or, to be taken more often, {@code name*weight: text}; indented lines go on with the text; lines of
 * one name are alternatives; {@code include: x} before the first of them adds to all that {@code x.grammar} says. What stands in braces is described at {@link Sentence}.
 *
 * @param names the query for the names in use, as {@link Names} wants it
 */
public record Grammar(Dialect dialect, String names, Map<String, List<Grammar.Text>> productions) {
    /** The folder of the grammars. */
    static final Path FOLDER = Path.of("src/test/resources/random");

    private static final String INCLUDE = "include: ";

    private static final Pattern HEAD = Pattern.compile("([\\w.]+)(?:\\*(\\d+))?: ?(.*)");

    /** One alternative. */
    public record Text(int weight, String text) {}

    static Grammar of(Dialect dialect) {
        return read(file(dialect), dialect);
    }

    /** @param file in the same form; it may leave out the query for names */
    public static Grammar read(Path file, Dialect dialect) {
        Map<String, List<Text>> productions = new LinkedHashMap<>();
        String name = null;
        int weight = 1;
        StringBuilder text = new StringBuilder();
        for (String line : lines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0))) {
                text.append(text.isEmpty() ? "" : "\n").append(line.strip());
                continue;
            }
            add(productions, name, weight, text);
            if (line.startsWith(INCLUDE)) {
                Path other =
                        file.resolveSibling(line.substring(INCLUDE.length()).strip() + ".grammar");
                read(other, dialect)
                        .productions()
                        .forEach((key, texts) -> productions
                                .computeIfAbsent(key, k -> new ArrayList<>())
                                .addAll(texts));
                continue;
            }
            Matcher head = HEAD.matcher(line);
            if (!head.matches()) {
                throw new IllegalArgumentException(
                        file + " has a line that is neither 'name: text' nor" + " indented: " + line);
            }
            name = head.group(1);
            weight = head.group(2) == null ? 1 : Integer.parseInt(head.group(2));
            text = new StringBuilder(head.group(3));
        }
        add(productions, name, weight, text);
        List<Text> names = productions.remove("names");
        return new Grammar(dialect, names == null ? "" : names.get(0).text(), productions);
    }

    private static void add(Map<String, List<Text>> productions, String name, int weight, StringBuilder text) {
        if (name != null) {
            productions.computeIfAbsent(name, key -> new ArrayList<>()).add(new Text(weight, text.toString()));
        }
    }

    public boolean has(String production) {
        return productions.containsKey(production);
    }

    /** One of the alternatives. */
    String choose(String production, Random random) {
        List<Text> texts = productions.get(production);
        if (texts == null) {
            throw new IllegalArgumentException("the grammar of " + dialect + " says nothing of " + production);
        }
        int left = random.nextInt(texts.stream().mapToInt(Text::weight).sum());
        for (Text text : texts) {
            left -= text.weight();
            if (left < 0) {
                return text.text();
            }
        }
        throw new IllegalStateException("weights of " + production);
    }

    private static Path file(Dialect dialect) {
        return FOLDER.resolve(dialect.id() + ".grammar");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
