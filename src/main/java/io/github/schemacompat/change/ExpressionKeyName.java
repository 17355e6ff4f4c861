package io.github.schemacompat.change;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL calls an expression in the name that it makes up for an index: a column, a function, a type, or just
 * {@code expr}.
 */
final class ExpressionKeyName {
    private static final Map<String, String> INTERNAL_NAMES = Map.ofEntries(
            Map.entry("smallint", "int2"),
            Map.entry("int", "int4"),
            Map.entry("integer", "int4"),
            Map.entry("bigint", "int8"),
            Map.entry("real", "float4"),
            Map.entry("float", "float8"),
            Map.entry("double", "float8"),
            Map.entry("decimal", "numeric"),
            Map.entry("boolean", "bool"),
            Map.entry("char", "bpchar"),
            Map.entry("character", "bpchar"));

    private final Expressions expressions;
    private final List<Token> tokens;

    private ExpressionKeyName(Expressions expressions, String key) {
        this.expressions = expressions;
        this.tokens = expressions.tokens(SourceText.of("", key).whole());
    }

    static String of(Expressions expressions, String key) {
        ExpressionKeyName name = new ExpressionKeyName(expressions, key);
        Found found = name.find(0, name.tokens.size());
        return found == null ? "expr" : found.name();
    }

    /** @param strong whether a cast around it leaves it the name */
    private record Found(String name, boolean strong) {}

    private @Nullable Found find(int from, int to) {
        if (from >= to) {
            return null;
        }
        int at;
        Found found;
        Token first = tokens.get(from);
        if (first.is("(")) {
            at = behind(from);
            found = find(from + 1, at - 1);
        } else if (first.is("case")) {
            at = behindCase(from);
            found = ofCase(from, at - 1);
        } else if (first.is("array")) {
            at = behind(from + 1);
            found = new Found("array", true);
        } else if (first.is("cast")) {
            at = behind(from + 1);
            found = ofCast(from + 2, at - 1);
        } else if (first.isAny("null", "true", "false")) {
            at = from + 1;
            found = null;
        } else if (first.isName()) {
            int last = from;
            while (last + 2 < to && tokens.get(last + 1).is(".")) {
                last += 2;
            }
            boolean call = last + 1 < to && tokens.get(last + 1).is("(");
            at = call ? behind(last + 1) : last + 1;
            found = new Found(call ? function(last) : expressions.catalogName(tokens.get(last)), true);
        } else {
            return null;
        }
        return withSuffixes(found, at, to);
    }

    /** Casts, collations and subscripts behind it; with an operator it is another expression, which has no name. */
    private @Nullable Found withSuffixes(@Nullable Found found, int from, int to) {
        Found result = found;
        int at = from;
        while (at < to) {
            Token token = tokens.get(at);
            if (token.is("::") && at + 1 < to) {
                result = cast(result, at + 1);
                at = behindType(at + 1, to);
            } else if (token.is("collate")) {
                at += 2;
            } else if (token.is("[")) {
                at = behind(at);
            } else {
                return null;
            }
        }
        return result;
    }

    private Found cast(@Nullable Found inner, int type) {
        return inner != null && inner.strong() ? inner : new Found(typeName(type), false);
    }

    /** {@code x AS type} of a CAST. */
    private @Nullable Found ofCast(int from, int to) {
        for (int at = from; at < to; at = next(at)) {
            if (tokens.get(at).is("as") && at + 1 < to) {
                return cast(find(from, at), at + 1);
            }
        }
        return null;
    }

    /** What ELSE gives names the whole. */
    private Found ofCase(int from, int end) {
        int otherwise = end;
        for (int at = from + 1; at < end; at = tokens.get(at).is("case") ? behindCase(at) : next(at)) {
            otherwise = tokens.get(at).is("else") ? at + 1 : otherwise;
        }
        Found found = find(otherwise, end);
        return found != null && found.strong() ? found : new Found("case", false);
    }

    private String function(int name) {
        String called = expressions.catalogName(tokens.get(name));
        if (!called.equals("trim") || name + 2 >= tokens.size()) {
            return called;
        }
        Token side = tokens.get(name + 2);
        return side.is("leading") ? "ltrim" : side.is("trailing") ? "rtrim" : "btrim";
    }

    private String typeName(int at) {
        int last = at;
        while (last + 2 < tokens.size() && tokens.get(last + 1).is(".")) {
            last += 2;
        }
        String name = expressions.catalogName(tokens.get(last));
        String word = name.toLowerCase(Locale.ROOT);
        if (word.startsWith("char")
                && last + 1 < tokens.size()
                && tokens.get(last + 1).is("varying")) {
            return "varchar";
        }
        boolean zoned = word.equals("time") || word.equals("timestamp");
        for (int i = last + 1; zoned && i < tokens.size(); i = next(i)) {
            if (tokens.get(i).is("with")) {
                return word + "tz";
            }
        }
        return INTERNAL_NAMES.getOrDefault(name, name);
    }

    /** Words, parts of a name, a length and brackets. */
    private int behindType(int from, int to) {
        int at = from;
        while (at < to
                && !tokens.get(at).is("collate")
                && (tokens.get(at).isName()
                        || tokens.get(at).isAny("with", ".")
                        || tokens.get(at).isAny("(", "["))) {
            at = next(at);
        }
        return at;
    }

    private int next(int at) {
        return tokens.get(at).isAny("(", "[") ? behind(at) : at + 1;
    }

    /** The place behind the bracket that closes the one here. */
    private int behind(int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            depth += tokens.get(at).isAny("(", "[") ? 1 : tokens.get(at).isAny(")", "]") ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return tokens.size();
    }

    private int behindCase(int from) {
        int depth = 0;
        for (int at = from; at < tokens.size(); at++) {
            depth += tokens.get(at).is("case") ? 1 : tokens.get(at).is("end") ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return tokens.size();
    }
}
