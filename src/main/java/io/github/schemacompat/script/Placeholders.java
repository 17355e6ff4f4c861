package io.github.schemacompat.script;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts values in for placeholders: {@code ${name}} as Flyway has it, {@code $(name)} of sqlcmd, {@code {{name}}},
 * {@code {name}} and {@code {$name}} of grate, RoundhousE and templates, {@code $name$} of DbUp, and {@code :name} of psql. What the script sets itself ({@code :setvar}, {@code \set}) holds from that line on. What has no value stays
 * as it is written.
 */
public final class Placeholders {
    /** What the text of a script can hold before anything has to be looked for. */
    private static final Pattern OPEN =
            Pattern.compile("\\$\\{[^}'\"\\r\\n]+}|\\$\\([^)'\"\\s]+\\)|\\{\\{[^{}\\r\\n]+}}|\\{\\$?\\w+}");

    private static final String SETVAR = "^[ \\t]*:(?i:setvar)[ \\t]+(?<variable>[\\w-]+)"
            + "(?:[ \\t]+(?:\"(?<quoted>[^\"\\r\\n]*)\"|(?<word>\\S+)))?";
    private static final String SET = "^\\\\set[ \\t]+(?<name>\\w+)[ \\t]+(?<value>[^\\r\\n]*)";

    /** These tools look everywhere, into strings and comments too. */
    private static final Pattern EVERYWHERE = Pattern.compile(
            SETVAR + "|\\$\\{(?<flyway>[^}'\"\\r\\n]+)}|\\$\\((?<sqlcmd>[^)'\"\\s]+)\\)"
                    + "|\\{\\{(?<braces>[^{}\\r\\n]+)}}|\\{\\$?(?<brace>\\w+)}",
            Pattern.MULTILINE);

    /** Where no {@code $name$} can be a quote. */
    private static final Pattern DBUP = Pattern.compile("(?<!\\$)\\$(?<name>[A-Za-z_]\\w*)\\$(?!\\$)");

    /** What psql doesn't look into, and its variables. */
    private static final Pattern PSQL = Pattern.compile(
            SET + "|--[^\\r\\n]*+|/\\*(?s:.*?)\\*/|\\$(?<tag>\\w*)\\$(?s:.*?)\\$\\k<tag>\\$|'[^']*+'|\"[^\"]*+\"|::"
                    + "|:(?<plain>\\w+)|:'(?<literal>\\w+)'|:\"(?<identifier>\\w+)\"",
            Pattern.MULTILINE);

    private static final List<String> KINDS = List.of("flyway", "sqlcmd", "braces", "brace");

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final boolean psql;
    /** Whether there are values for psql's variables already. */
    private final boolean variables;

    /**
     * @param values by name, upper and lower case alike
     * @param psql whether {@code :name} is one too
     */
    public Placeholders(Map<String, String> values, boolean psql) {
        this.values.putAll(values);
        this.psql = psql;
        this.variables = psql && values.keySet().stream().anyMatch(name -> name.indexOf(':') < 0);
    }

    /** The first placeholder in a text, or null if it holds none. */
    public static @Nullable String firstIn(String text) {
        if (text.indexOf('$') < 0 && text.indexOf('{') < 0) {
            return null;
        }
        Matcher open = OPEN.matcher(text);
        return open.find() ? open.group() : null;
    }

    /**
     * The part of a script with the values that are known.
     *
     * @param file the script's path, whose last part is {@code ${flyway:filename}}
     */
    public Section fill(Section section, String file) {
        Span part = section.span();
        String text = part.text();
        Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        known.put("flyway:filename", file.substring(file.lastIndexOf('/') + 1));
        known.putAll(values);
        boolean own = text.contains("$(")
                || text.contains("${")
                || !values.isEmpty() && (text.indexOf('{') >= 0 || text.indexOf('$') >= 0);
        boolean sets = text.contains("\\set");
        if (!own && !(psql && sets) && !variables) {
            return section;
        }
        Filling filling = new Filling(part);
        filling.replace(EVERYWHERE, match -> value(match, known));
        if (!psql) {
            filling.replace(DBUP, match -> known.get(match.group("name")));
        } else {
            Map<String, String> variables = new TreeMap<>(values);
            filling.replace(PSQL, match -> variable(match, variables));
        }
        return section.withSpan(filling.filled());
    }

    /** A text that stands in no script, with the values that are known. */
    String fill(String text) {
        return fill(new Section("", SourceText.of("", text).whole()), "").span().text();
    }

    private static @Nullable String value(Matcher match, Map<String, String> known) {
        if (match.group("variable") != null) {
            String quoted = match.group("quoted");
            String word = match.group("word");
            known.put(match.group("variable"), quoted != null ? quoted : word == null ? "" : word);
            return null;
        }
        for (String kind : KINDS) {
            String name = match.group(kind);
            if (name != null) {
                return known.get(name.strip());
            }
        }
        return null;
    }

    private static String psqlValue(String written) {
        boolean quoted = written.length() > 1 && written.startsWith("'") && written.endsWith("'");
        return quoted ? written.substring(1, written.length() - 1).replace("''", "'") : written;
    }

    private static @Nullable String variable(Matcher match, Map<String, String> known) {
        if (match.group("name") != null) {
            known.put(match.group("name"), psqlValue(match.group("value").strip()));
            return null;
        }
        String literal = match.group("literal");
        String identifier = match.group("identifier");
        String name = literal != null ? literal : identifier != null ? identifier : match.group("plain");
        String value = name == null ? null : known.get(name);
        if (value == null) {
            return null;
        }
        return literal != null
                ? "'" + value.replace("'", "''") + "'"
                : identifier != null ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /** A text while values are put in. */
    private static final class Filling {
        private final Span part;
        private String text;
        /** For each character where it came from; empty as long as nothing was replaced. */
        private int[] offsets = {};

        Filling(Span part) {
            this.part = part;
            this.text = part.text();
        }

        private int offset(int at) {
            return offsets.length == 0 ? part.start() + at : offsets[at];
        }

        /** @param values the value for a match, or null to leave it */
        void replace(Pattern pattern, Function<Matcher, @Nullable String> values) {
            StringBuilder next = new StringBuilder();
            int[] from = new int[text.length() + 1];
            int at = 0;
            Matcher match = pattern.matcher(text);
            while (match.find()) {
                String value = values.apply(match);
                if (value == null) {
                    continue;
                }
                from = append(next, from, at, match.start());
                from = room(from, next.length() + value.length() + 1);
                Arrays.fill(from, next.length(), next.length() + value.length(), offset(match.start()));
                next.append(value);
                at = match.end();
            }
            if (at == 0) {
                return;
            }
            from = append(next, from, at, text.length());
            from = room(from, next.length() + 1);
            from[next.length()] = offset(text.length());
            text = next.toString();
            offsets = Arrays.copyOf(from, next.length() + 1);
        }

        private int[] append(StringBuilder next, int[] from, int start, int end) {
            int[] roomy = room(from, next.length() + end - start + 1);
            for (int i = start; i < end; i++) {
                roomy[next.length() + i - start] = offset(i);
            }
            next.append(text, start, end);
            return roomy;
        }

        private static int[] room(int[] offsets, int length) {
            return offsets.length >= length ? offsets : Arrays.copyOf(offsets, length + length / 2);
        }

        Span filled() {
            return offsets.length == 0
                    ? part
                    : SourceText.filled(part.source(), text, offsets).whole();
        }
    }
}
