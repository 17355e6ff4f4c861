package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.fidelity.Names.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A random sentence of a grammar. In braces stand
 *
 * <ul>
 *   <li>{@code {a|b|}}: alternatives, also an empty one;
 *   <li>{@code {x}}: one of the texts that the grammar calls x;
 *   <li>{@code {x of column}}: one of the texts {@code x.int} if the column that was chosen has the type int;
 *   <li>{@code {table}}: an object of that kind, the same each time; {@code {table/2}} another one; {@code
 *       {column.int}} a column of a type; {@code {column@2}} one of {@code {table/2}} and not of {@code {table}};
 *   <li>{@code {new table}}: a name that nothing has, another each time, with a label the same again; {@code {made
 *       column}}: one of the new ones; {@code {absent table}}: a name for something that isn't there;
 *   <li>{@code {raw …}}: the name without quotes; {@code {literal …}}: in single quotes.
 * </ul>
 *
 * A backslash takes the meaning from the next character.
 */
public final class Sentence {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?:(new|made|absent|raw|literal) )?(\\w+)(?:\\.(\\w+))?(?:/(\\w+))?(?:@(\\w+))?");
    private static final Pattern OF_TYPE = Pattern.compile("(\\w+) of (\\w+(?:/\\w+)?)");
    private static final int ATTEMPTS = 50;

    private final Grammar grammar;
    private final Names names;
    private final Random random;
    private final Map<String, Name> chosen = new HashMap<>();
    private final List<Name> made = new ArrayList<>();

    private Sentence(Grammar grammar, Names names, Random random) {
        this.grammar = grammar;
        this.names = names;
        this.random = random;
    }

    /** Nothing of the kind that a text asks for is there. */
    private static final class NothingFits extends RuntimeException {
        private static final long serialVersionUID = 1;

        NothingFits(String what) {
            super(what, null, false, false);
        }
    }

    /**
     * What one sentence says.
     *
     * @param statements empty where nothing was found that it can be about
     * @param made the new names in it
     */
    public record Said(List<String> statements, List<Name> made) {}

    /** The statements of a random script of which every name that it takes for given is there. */
    static List<String> statements(Grammar grammar, Names names, Random random) {
        return said(grammar, "statement", names, random).statements();
    }

    /** The same for any text of the grammar. */
    public static Said said(Grammar grammar, String production, Names names, Random random) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                Sentence sentence = new Sentence(grammar, names, random);
                String text = sentence.expanded(grammar.choose(production, random));
                return new Said(Stream.of(text.split(";;")).map(String::strip).toList(), List.copyOf(sentence.made));
            } catch (NothingFits e) {
                continue;
            }
        }
        return new Said(List.of(), List.of());
    }

    private String expanded(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                result.append(text.charAt(++i));
            } else if (c == '{') {
                int end = end(text, i);
                result.append(inBraces(text.substring(i + 1, end)));
                i = end;
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    private static int end(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("a brace is not closed in " + text);
    }

    private String inBraces(String inner) {
        List<String> alternatives = alternatives(inner);
        if (alternatives.size() > 1) {
            return expanded(alternatives.get(random.nextInt(alternatives.size())));
        }
        if (grammar.has(inner)) {
            return expanded(grammar.choose(inner, random));
        }
        Matcher ofType = OF_TYPE.matcher(inner);
        if (ofType.matches()) {
            Name of = chosen.get(ofType.group(2));
            String production = ofType.group(1) + "." + (of == null ? null : of.type());
            if (!grammar.has(production)) {
                throw new NothingFits(production);
            }
            return expanded(grammar.choose(production, random));
        }
        Matcher placeholder = PLACEHOLDER.matcher(inner);
        if (!placeholder.matches()) {
            throw new IllegalArgumentException("{" + inner + "} is not understood");
        }
        return name(placeholder);
    }

    /** What stands between the bars outside of braces. */
    public static List<String> alternatives(String inner) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{' || c == '}') {
                depth += c == '{' ? 1 : -1;
            } else if (c == '|' && depth == 0) {
                parts.add(inner.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(inner.substring(start));
        return parts;
    }

    private String name(Matcher placeholder) {
        String verb = Objects.requireNonNullElse(placeholder.group(1), "");
        String kind = placeholder.group(2);
        String type = placeholder.group(3);
        String label = placeholder.group(4) == null ? kind : kind + "/" + placeholder.group(4);
        String of = placeholder.group(5) == null ? "" : "/" + placeholder.group(5);
        return switch (verb) {
            case "new" -> written(newName(kind, type, placeholder.group(4) == null ? null : label));
            case "absent" -> written(newName(kind, type, null));
            case "made" ->
                written(oneOf(
                        made.stream()
                                .filter(each -> each.kind().equals(kind) && (type == null || type.equals(each.type())))
                                .toList(),
                        label));
            case "raw" -> existing(kind, type, label, of).name();
            case "literal" -> "'" + existing(kind, type, label, of).name().replace("'", "''") + "'";
            default -> written(existing(kind, type, label, of));
        };
    }

    private Name newName(String kind, @Nullable String type, @Nullable String label) {
        Name before = label == null ? null : chosen.get(label);
        if (before != null) {
            return before;
        }
        String name = grammar.choose("name", random);
        String free = name;
        for (int i = 2; isTaken(kind, free); i++) {
            free = name + i;
        }
        Name result = new Name(kind, "new " + free, null, null, free, type);
        made.add(result);
        if (label != null) {
            chosen.put(label, result);
        }
        return result;
    }

    /** Columns of other tables may have the same name. */
    private boolean isTaken(String kind, String name) {
        boolean isNew = made.stream().anyMatch(each -> each.name().equalsIgnoreCase(name));
        return isNew
                || names.all().stream()
                        .anyMatch(each -> each.name().equalsIgnoreCase(name)
                                && (!kind.equals("column")
                                        || parent(each)
                                                .filter(chosen::containsValue)
                                                .isPresent()));
    }

    private Name existing(String kind, @Nullable String type, String label, String of) {
        Name before = chosen.get(label);
        if (before != null) {
            return before;
        }
        List<Name> candidates = names.of(kind, type).stream()
                .filter(each -> !chosen.containsValue(each) && fits(each, of))
                .toList();
        Name result = oneOf(candidates, label);
        chosen.put(label, result);
        parent(result).ifPresent(parent -> chosen.put(parent.kind() + of, parent));
        return result;
    }

    private Optional<Name> parent(Name name) {
        return name.parent() == null ? Optional.empty() : names.withKey(name.parent());
    }

    /** Whether it belongs to what was chosen before. */
    private boolean fits(Name name, String of) {
        Optional<Name> parent = parent(name);
        if (parent.isEmpty()) {
            return true;
        }
        Name before = chosen.get(parent.get().kind() + of);
        return before == null || before.equals(parent.get());
    }

    private Name oneOf(List<Name> candidates, String what) {
        if (candidates.isEmpty()) {
            throw new NothingFits(what);
        }
        return candidates.get(random.nextInt(candidates.size()));
    }

    /** As people write it: plain where that is the same name, now and then in other letters or quoted without need. */
    private String written(Name name) {
        String schema = name.schema();
        return schema == null ? written(name.name()) : written(schema) + "." + written(name.name());
    }

    private String written(String name) {
        Dialect dialect = grammar.dialect();
        List<String> plain = Stream.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT))
                .filter(each -> dialect.catalogName(each, false).equals(name)
                                && dialect.quote(each.toLowerCase(Locale.ROOT)).equals(each.toLowerCase(Locale.ROOT))
                        || dialect.quote(name).equals(each))
                .distinct()
                .toList();
        return plain.isEmpty() || random.nextInt(6) == 0
                ? quoted(name)
                : plain.get(random.nextInt(3) == 0 ? random.nextInt(plain.size()) : 0);
    }

    private String quoted(String name) {
        char quote = grammar.dialect().lexicalRules().doubleQuotedStrings() ? '`' : '"';
        return quote + name.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }
}
