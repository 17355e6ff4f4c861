package io.github.schemacompat.script;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The preconditions of a changeset in formatted SQL: {@code --preconditions onFail:…} and {@code --precondition-…}. */
final class PreconditionComments {
    private static final Pattern LINE = Pattern.compile(
            "(?im)^[ \\t]*--[ \\t]*precondition(?:(s)(?=\\s)|-([a-z0-9-]+)(?=\\s|$))[ \\t]*([^\\r\\n]*)$");
    private static final Pattern ON_FAIL = Pattern.compile("(?i)\\bonFail:(\\w+)");
    private static final Pattern SQL_CHECK =
            Pattern.compile("(?:expectedResult:)?(?:'([^']+)'|\"([^\"]+)\"|(\\w+))[ \\t]+(.*)");
    private static final Pattern NAMED = Pattern.compile("(?i)\\b(table|view|schema):(\\w+)");

    private PreconditionComments() {}

    /**
     * What a stretch of a file asks.
     *
     * @param filled puts in the properties that are known there
     * @return null if it asks nothing
     * @throws ScriptReader.NotReadableException if Liquibase wouldn't understand it either
     */
    static @Nullable Precondition in(SourceText source, int start, int end, UnaryOperator<String> filled)
            throws ScriptReader.NotReadableException {
        Matcher line = LINE.matcher(source.text()).region(start, end);
        List<Precondition.Condition> conditions = new ArrayList<>();
        Precondition.Otherwise otherwise = Precondition.Otherwise.HALT;
        Span span = null;
        while (line.find()) {
            span = span == null ? source.span(line.start(), line.end()) : span;
            if (line.group(1) != null) {
                Matcher said = ON_FAIL.matcher(line.group(3));
                otherwise = Precondition.Otherwise.of(said.find() ? said.group(1) : "");
            } else {
                conditions.add(condition(
                        line.group(2),
                        filled.apply(line.group(3).strip()),
                        source.positionInFile(line.start()).line()));
            }
        }
        return span == null || conditions.isEmpty()
                ? null
                : new Precondition(new Precondition.All(conditions), otherwise, span);
    }

    private static Precondition.Condition condition(String kind, String said, int line)
            throws ScriptReader.NotReadableException {
        switch (kind) {
            case "sql-check":
                Matcher check = SQL_CHECK.matcher(said);
                if (check.matches()) {
                    String expected = check.group(1) != null
                            ? check.group(1)
                            : check.group(2) != null ? check.group(2) : check.group(3);
                    return new Precondition.Gives(check.group(4), expected);
                }
                break;
            case "table-exists", "view-exists":
                String word = kind.substring(0, kind.indexOf('-'));
                String name = named(word, said);
                if (name != null) {
                    return new Precondition.Exists(
                            word.equals("table") ? Precondition.Thing.TABLE : Precondition.Thing.VIEW,
                            named("schema", said),
                            null,
                            name);
                }
                break;
            default:
                throw new ScriptReader.NotReadableException(
                        "Liquibase knows no precondition '" + kind + "' in SQL; there are sql-check, table-exists and"
                                + " view-exists.",
                        line);
        }
        throw new ScriptReader.NotReadableException(
                "The precondition says too little: '--precondition-" + kind + " " + said
                        + "'. Write '--precondition-sql-check expectedResult:0 SELECT …', or"
                        + " '--precondition-table-exists table:name'.",
                line);
    }

    private static @Nullable String named(String word, String said) {
        Matcher named = NAMED.matcher(said);
        while (named.find()) {
            if (named.group(1).equalsIgnoreCase(word)) {
                return named.group(2);
            }
        }
        return null;
    }
}
