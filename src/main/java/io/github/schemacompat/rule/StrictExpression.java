package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Expressions that are NULL as soon as one of their columns is: operators and most functions of SQL are like that, which is why
 * a check lets rows pass that have no value for it.
 */
final class StrictExpression {
    /** Functions that make NULL of NULL in every engine that has them. */
    private static final Set<String> FUNCTIONS = Set.of(
            // texts
            "length",
            "len",
            "datalength",
            "char_length",
            "character_length",
            "octet_length",
            "bit_length",
            "lower",
            "upper",
            "lcase",
            "ucase",
            "initcap",
            "trim",
            "ltrim",
            "rtrim",
            "btrim",
            "substr",
            "substring",
            "left",
            "right",
            "replace",
            "reverse",
            "translate",
            "lpad",
            "rpad",
            "position",
            "strpos",
            "instr",
            "locate",
            "charindex",
            "patindex",
            "starts_with",
            "ascii",
            "unicode",
            "hex",
            "regexp_like",
            "regexp_instr",
            "regexp_substr",
            "regexp_replace",
            // numbers
            "abs",
            "sign",
            "ceil",
            "ceiling",
            "floor",
            "round",
            "trunc",
            "truncate",
            "mod",
            "power",
            "sqrt",
            // dates
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "extract",
            "date_part",
            "date_trunc",
            "datepart",
            "dateadd",
            "datediff",
            // conversions
            "cast",
            "convert",
            "try_cast",
            "try_convert",
            "to_char",
            "to_date",
            "to_number",
            // documents, arrays, ranges
            "isjson",
            "json_valid",
            "json_typeof",
            "jsonb_typeof",
            "json_array_length",
            "jsonb_array_length",
            "json_length",
            "json_value",
            "cardinality",
            "array_length",
            "array_ndims",
            "isempty",
            "lower_inf",
            "upper_inf");

    /** Words that stand before a bracket and call nothing. */
    private static final Set<String> BEFORE_BRACKETS = Set.of("in", "like", "ilike", "to", "regexp", "rlike", "glob");

    /** What makes something else than NULL of NULL, or looks at other rows. */
    private static final Set<String> LOOKS_AT_NULL =
            Set.of("is", "null", "distinct", "case", "and", "or", "select", "exists", "row", "all", "some", "over");

    private StrictExpression() {}

    /**
     * Its columns, as far as it is NULL without each of them; some of the names may be no columns but types and key words.
     *
     * @param tokens of the expression or predicate
     */
    static List<String> columns(List<String> tokens, Dialect dialect) {
        List<String> columns = new ArrayList<>();
        boolean concatenates =
                !(dialect.is(Dialect.ORACLE) || dialect.is(Dialect.MYSQL) || dialect.is(Dialect.MARIADB));
        int i = 0;
        while (i < tokens.size()) {
            String token = tokens.get(i);
            String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
            String word = token.toLowerCase(Locale.ROOT);
            if (token.equals("[")) {
                i = behindBracket(tokens, i);
                continue;
            }
            if (word.equals("is") && isJsonTest(tokens, i)) {
                i = tokens.size();
                continue;
            }
            boolean nullSafe = token.equals("<=") && next.equals(">");
            if (nullSafe || token.equals("||") && !concatenates || LOOKS_AT_NULL.contains(word)) {
                return List.of();
            }
            if (isName(token)) {
                boolean call = next.equals("(") && !BEFORE_BRACKETS.contains(word);
                if (call && !FUNCTIONS.contains(word)) {
                    return List.of();
                }
                if (!call) {
                    columns.add(token);
                }
            }
            i++;
        }
        return columns;
    }

    /** {@code doc IS JSON} and all that may follow; without a document it is UNKNOWN. */
    private static boolean isJsonTest(List<String> tokens, int is) {
        int next = is + 1;
        if (next < tokens.size() && tokens.get(next).equalsIgnoreCase("not")) {
            next++;
        }
        return next < tokens.size() && tokens.get(next).equalsIgnoreCase("json");
    }

    /** Behind the elements of an array: one of them may be NULL. */
    private static int behindBracket(List<String> tokens, int open) {
        int depth = 0;
        int i = open;
        do {
            depth += tokens.get(i).equals("[") ? 1 : tokens.get(i).equals("]") ? -1 : 0;
            i++;
        } while (i < tokens.size() && depth > 0);
        return i;
    }

    private static boolean isName(String token) {
        char first = token.charAt(0);
        boolean quoted = token.length() > 1 && (first == '"' || first == '`' || first == '[');
        return quoted
                || !token.endsWith("'") && (Character.isLetter(first) || first == '_' || first == '@' || first == '#');
    }
}
