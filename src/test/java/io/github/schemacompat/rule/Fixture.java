package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Input, place and expectation of one case in one text. Comment lines divide it:
 *
 * <pre>
 * -- @set window=2                     a parameter of the check
 * -- @release 1.0 [V1__init.sql]       a script that this release brought; the next release has it too
 * -- @new [post/]V2__names.sql         a script that no release has, or the new text of one that was released
 * -- @binary V2__logo.sql              a script that no release has, and that is no text
 * -- @removed V1__init.sql             a released script that is no longer there
 * -- @expect rule object [severity]    a finding about a whole script
 * -- @works INSERT INTO …              what a release does, and what still works behind the new scripts
 * -- @fails SELECT …                   what a release does, and what the engine refuses behind the new scripts
 * </pre>
 *
 * <p>A line of SQL that must fire ends with {@code -- expect: rule object [severity]; rule object}. The severity is
 * said where it isn't the rule's own. Whatever is not expected must not be found.
 *
 * @param rule the folder
 * @param name of the file, without its ending
 * @param dialect that the file's name begins with
 * @param settings parameters of the check
 * @param releases path to text of every script that a release has, lowest release first
 * @param scripts path to text of every script as it is now
 * @param firstLines where the text of a script begins in the file, by path; counted from zero
 * @param expected what must be found, nothing else
 * @param lines of the text
 * @param old statements of a release
 */
record Fixture(
        String rule,
        String name,
        Dialect dialect,
        Map<String, String> settings,
        Map<String, Map<String, String>> releases,
        Map<String, String> scripts,
        Map<String, Integer> firstLines,
        List<Expectation> expected,
        List<String> lines,
        List<OldStatement> old) {
    static final Path FOLDER = Path.of("src/test/resources/fixtures");

    static final Pattern MARK = Pattern.compile("-- @(\\w+) (.*)");
    private static final Pattern EXPECT = Pattern.compile("-- expect: (.*)$");
    private static final Pattern FINDING = Pattern.compile("(\\S+) (.+?)(?: \\[(\\w+)])?");

    /**
     * @param line one-based in the fixture file; 0 for a finding about a whole script
     * @param severity its id, or empty for the rule's own
     */
    record Expectation(int line, String rule, String object, String severity) {}

    /**
     * @param sql that a release runs
     * @param works whether the engine takes it behind the new scripts too
     */
    record OldStatement(String sql, boolean works) {}

    /** Whether it shows what must not fire. */
    boolean isTwin() {
        return name.endsWith("-ok");
    }

    /** The rule that it is about and every rule that it expects. */
    Set<String> rules() {
        Set<String> rules = new TreeSet<>(Set.of(rule));
        expected.forEach(expectation -> rules.add(expectation.rule()));
        return rules;
    }

    /** What people look for when it fails. */
    String path() {
        return rule + "/" + name + ".sql";
    }

    Fixture as(Dialect other) {
        return new Fixture(rule, name, other, settings, releases, scripts, firstLines, expected, lines, old);
    }

    static List<Fixture> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(Fixture::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Fixture read(Path file) {
        String fileName = file.getFileName().toString();
        if (!fileName.endsWith(".sql") || !file.getParent().getParent().equals(FOLDER)) {
            throw new IllegalArgumentException("not <rule>/<dialect>-<case>.sql: " + file);
        }
        String name = fileName.substring(0, fileName.length() - ".sql".length());
        String dialect = name.substring(0, Math.max(0, name.indexOf('-')));
        try {
            return new Reader(Files.readAllLines(file))
                    .read(
                            file.getParent().getFileName().toString(),
                            name,
                            Dialect.byId(dialect)
                                    .orElseThrow(() -> new IllegalArgumentException("no dialect in " + file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * @param rule what it is about
     * @param lines of the text
     */
    static Fixture of(String rule, String name, Dialect dialect, List<String> lines) {
        return new Reader(lines).read(rule, name, dialect);
    }

    private static final class Reader {
        private final List<String> lines;
        private final Map<String, String> settings = new TreeMap<>();
        private final Map<String, Map<String, String>> releases = new LinkedHashMap<>();
        private final Map<String, String> scripts = new LinkedHashMap<>();
        private final Map<String, Integer> firstLines = new TreeMap<>();
        private final List<Expectation> expected = new ArrayList<>();
        private final List<OldStatement> old = new ArrayList<>();
        private int releaseParts;

        Reader(List<String> lines) {
            this.lines = lines;
        }

        Fixture read(String rule, String name, Dialect dialect) {
            int at = 0;
            while (at < lines.size()) {
                Matcher mark = MARK.matcher(lines.get(at));
                if (!mark.matches()) {
                    throw new IllegalArgumentException("line " + (at + 1) + " stands behind no mark");
                }
                int end = at + 1;
                while (end < lines.size() && !MARK.matcher(lines.get(end)).matches()) {
                    end++;
                }
                part(mark.group(1), mark.group(2).strip(), at + 1, end);
                at = end;
            }
            return new Fixture(
                    rule,
                    name,
                    dialect,
                    settings,
                    releases,
                    scripts,
                    firstLines,
                    List.copyOf(expected),
                    List.copyOf(lines),
                    List.copyOf(old));
        }

        private void part(String mark, String value, int from, int to) {
            String text = String.join("\n", lines.subList(from, to)) + "\n";
            switch (mark) {
                case "set" -> {
                    int equals = value.indexOf('=');
                    settings.put(value.substring(0, equals), value.substring(equals + 1));
                }
                case "release" -> {
                    releaseParts++;
                    int space = value.indexOf(' ');
                    String release = space < 0 ? value : value.substring(0, space);
                    String path = space < 0
                            ? "V" + releaseParts + "__release_" + release.replace('.', '_') + ".sql"
                            : value.substring(space + 1);
                    releases.computeIfAbsent(release, unknown -> new LinkedHashMap<>(scripts))
                            .put(path, text);
                    script(path, text, from, to);
                }
                case "new" -> script(value, text, from, to);
                case "removed" -> {
                    if (scripts.remove(value) == null) {
                        throw new IllegalArgumentException("there is no script " + value);
                    }
                }
                case "binary" -> scripts.put(value, "\0\1\0\n");
                case "works", "fails" -> old.add(new OldStatement(value, mark.equals("works")));
                case "expect" -> expected.addAll(expectations(value, 0));
                default -> throw new IllegalArgumentException("unknown mark @" + mark);
            }
            boolean silent = !mark.equals("release") && !mark.equals("new");
            if (silent && !text.isBlank()) {
                throw new IllegalArgumentException("text behind @" + mark + " in line " + (from + 1));
            }
        }

        private void script(String path, String text, int from, int to) {
            scripts.put(path, text);
            firstLines.put(path, from);
            for (int i = from; i < to; i++) {
                Matcher expect = EXPECT.matcher(lines.get(i));
                if (expect.find()) {
                    expected.addAll(expectations(expect.group(1), i + 1));
                }
            }
        }
    }

    /** What is said behind {@code expect:}. */
    static List<Expectation> expectations(String text, int line) {
        List<Expectation> expected = new ArrayList<>();
        for (String each : text.split(";")) {
            Matcher finding = FINDING.matcher(each.strip());
            if (!finding.matches()) {
                throw new IllegalArgumentException("not 'rule object [severity]': " + each);
            }
            String severity = finding.group(3) == null ? "" : finding.group(3);
            expected.add(new Expectation(line, finding.group(1), finding.group(2), severity));
        }
        return expected;
    }
}
