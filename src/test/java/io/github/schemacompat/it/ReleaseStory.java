package io.github.schemacompat.it;

import io.github.schemacompat.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A story over several releases in one text of {@code stories/<name>/<dialect>.sql}. Comment lines divide it:
 *
 * <pre>
 * -- @release 1.1                        the next release of the project; it has all that the one before it has
 * -- @step shortcut after 1.0 as 1.1     a build that wants to become 1.1 behind 1.0
 * -- @set window=2                       a parameter of that build
 * -- @rollback safe                      what must be said of it
 * -- @breaks 1.0                         the release that its errors break
 * -- @says leave it                      what the way out must say
 * -- @script post/V2__names.sql          a script that it brings; marks.sql lies beside the snapshots
 * </pre>
 *
 * <p>A line that must be found ends with {@code -- expect: rule object [severity]}; nothing else may be found.
 *
 * @param name of the story
 * @param dialect of its scripts
 * @param steps in their order
 */
record ReleaseStory(String name, String dialect, List<Step> steps) {
    /** The stories that are told, each in every dialect of {@link #DIALECTS}. */
    static final List<String> NAMES = List.of("surname", "filled-by-a-trigger", "retired-routine");

    static final List<String> DIALECTS = List.of("sqlserver", "postgresql");
    static final String MARKS = "marks.sql";

    private static final Pattern MARK = Pattern.compile("-- @(\\w+) (.*)");
    private static final Pattern STEP = Pattern.compile("(\\S+) after (\\S+) as (\\S+)");
    private static final Pattern EXPECT = Pattern.compile("-- expect: (\\S+) (\\S+)(?: \\[(\\w+)])?$");

    /**
     * A build.
     *
     * @param name of the release, or of the shortcut
     * @param after the release whose scripts are there already; null for the first
     * @param release that it wants to become
     * @param isRelease whether the story goes on from it
     * @param settings parameters
     * @param scripts that it brings, by path
     * @param expected {@code rule path:line object [severity]}
     * @param says what the ways out must say
     * @param rollback the verdict
     * @param breaks the release that its errors break, or null
     */
    record Step(
            String name,
            @Nullable String after,
            String release,
            boolean isRelease,
            Map<String, String> settings,
            Map<String, String> scripts,
            List<String> expected,
            List<String> says,
            @Nullable String rollback,
            @Nullable String breaks) {
        boolean fails() {
            return expected.stream().anyMatch(line -> line.endsWith("[error]"));
        }
    }

    static ReleaseStory read(String name, String dialect) {
        try (InputStream stream = Objects.requireNonNull(
                ReleaseStory.class.getResourceAsStream("/stories/" + name + "/" + dialect + ".sql"))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return new ReleaseStory(
                    name, dialect, new Reader().read(text.lines().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All scripts that are there once a release is made, by path. */
    Map<String, String> scriptsOf(@Nullable String release) {
        Map<String, String> scripts = new LinkedHashMap<>();
        if (release != null) {
            for (Step step : releases()) {
                scripts.putAll(step.scripts());
                if (step.name().equals(release)) {
                    break;
                }
            }
        }
        return scripts;
    }

    List<Step> releases() {
        return steps.stream().filter(Step::isRelease).toList();
    }

    private static final class Reader {
        private final List<Step> steps = new ArrayList<>();
        private @Nullable String lastRelease;

        List<Step> read(List<String> lines) {
            int at = 0;
            while (at < lines.size()) {
                int end = at + 1;
                while (end < lines.size() && !lines.get(end).matches("-- @(release|step) .*")) {
                    end++;
                }
                step(lines.subList(at, end));
                at = end;
            }
            return List.copyOf(steps);
        }

        private void step(List<String> lines) {
            Map<String, String> settings = new LinkedHashMap<>();
            Map<String, String> scripts = new LinkedHashMap<>();
            Map<String, String> said = new LinkedHashMap<>();
            List<String> expected = new ArrayList<>();
            List<String> says = new ArrayList<>();
            String script = null;
            int line = 0;
            for (String each : lines) {
                Matcher mark = MARK.matcher(each);
                if (!mark.matches()) {
                    if (script != null) {
                        line++;
                        scripts.merge(script, each + "\n", String::concat);
                        expectation(each, script + ":" + line, expected);
                    }
                    continue;
                }
                String value = mark.group(2);
                switch (mark.group(1)) {
                    case "set" ->
                        settings.put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
                    case "says" -> says.add(value);
                    case "script" -> {
                        script = value;
                        line = 0;
                    }
                    default -> said.put(mark.group(1), value);
                }
            }
            String release = said.get("release");
            Matcher shortcut = STEP.matcher(said.getOrDefault("step", ""));
            boolean isRelease = release != null;
            if (!isRelease && !shortcut.matches()) {
                throw new IllegalArgumentException("not '@step <name> after <release> as <release>': " + lines.get(0));
            }
            steps.add(new Step(
                    release != null ? release : shortcut.group(1),
                    release != null ? lastRelease : shortcut.group(2),
                    release != null ? release : shortcut.group(3),
                    isRelease,
                    settings,
                    scripts,
                    expected,
                    says,
                    said.get("rollback"),
                    said.get("breaks")));
            lastRelease = release != null ? release : lastRelease;
        }

        private static void expectation(String line, String place, List<String> expected) {
            Matcher expect = EXPECT.matcher(line);
            if (expect.find()) {
                String severity = expect.group(3) == null
                        ? Rules.byId(expect.group(1)).info().severity().id()
                        : expect.group(3);
                expected.add(expect.group(1) + " " + place + " " + expect.group(2) + " [" + severity + "]");
            }
        }
    }
}
