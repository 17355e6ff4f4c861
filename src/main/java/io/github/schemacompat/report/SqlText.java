package io.github.schemacompat.report;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.Location;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** SQL in a page: coloured by the lexer of its dialect, with the culprit marked and the lines numbered. */
final class SqlText {
    private static final Set<String> KEYWORDS = Set.of(
            ("add after all alter and any as asc before begin between by call cascade case change check collate column"
                            + " columns comment constraint create cross declare default delete deny desc distinct domain"
                            + " drop each else end enum exec execute exists extension for foreign from full function"
                            + " generated go grant group having identity if ignore in include index inner insert into is"
                            + " join key language left like limit merge modify not null off on or order outer over"
                            + " partition populate primary procedure proc references rename replace restrict return"
                            + " returns revoke right row rows schema select sequence set synonym table temporary then"
                            + " to trigger truncate type union unique update using values varying view when where with")
                    .split(" "));

    private SqlText() {}

    /** What a character is: one of these words is the class of its element. */
    private static final int PLAIN = 0;

    private static final List<String> CLASSES = List.of("", "c", "k", "s", "n", "q", "v");

    /** The lines around a finding. */
    static void excerpt(Location location, Dialect dialect, Html html) {
        String text = String.join("\n", location.lines());
        int from = Math.min(location.start().column() - 1, text.length());
        int to = offset(location, text);
        write(text, dialect, location.start().line(), from, to, html);
    }

    /** A whole piece of SQL without numbers. */
    static void block(String sql, Dialect dialect, Html html) {
        write(sql.stripTrailing(), dialect, 0, 0, 0, html);
    }

    /** Where the culprit ends in the lines that are shown. */
    private static int offset(Location location, String text) {
        int line = location.end().line() - location.start().line();
        if (line >= location.lines().size()) {
            return text.length();
        }
        int at = 0;
        for (int i = 0; i < line; i++) {
            at += location.lines().get(i).length() + 1;
        }
        return Math.min(at + location.end().column(), text.length());
    }

    private static void write(String text, Dialect dialect, int firstLine, int from, int to, Html html) {
        int[] kinds = kinds(text, dialect);
        html.begin("pre", "class", "sql", "tabindex", "0").begin("code");
        int number = firstLine;
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (firstLine > 0) {
                html.element("span", Integer.toString(number++), "class", "no");
            }
            line(text, kinds, start, end, from, to, html);
            html.text("\n");
            start = end + 1;
        }
        html.end().end().line();
    }

    private static void line(String text, int[] kinds, int start, int end, int from, int to, Html html) {
        // white space before the text of a line and behind it is no culprit
        int first = start;
        while (first < end && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        int markFrom = Math.max(from, first);
        int markTo = Math.min(to, end);
        if (markFrom >= markTo) {
            coloured(text, kinds, start, end, html);
            return;
        }
        coloured(text, kinds, start, markFrom, html);
        html.begin("mark");
        coloured(text, kinds, markFrom, markTo, html);
        html.end();
        coloured(text, kinds, markTo, end, html);
    }

    private static void coloured(String text, int[] kinds, int start, int end, Html html) {
        int at = start;
        while (at < end) {
            int next = at;
            while (next < end && kinds[next] == kinds[at]) {
                next++;
            }
            if (kinds[at] == PLAIN) {
                html.text(text.substring(at, next));
            } else {
                html.element("span", text.substring(at, next), "class", CLASSES.get(kinds[at]));
            }
            at = next;
        }
    }

    private static int[] kinds(String text, Dialect dialect) {
        int[] kinds = new int[text.length()];
        Lexer lexer = new Lexer(dialect);
        Span whole = SourceText.of("", text).whole();
        for (Span comment : lexer.comments(whole)) {
            Arrays.fill(kinds, comment.start(), comment.end(), CLASSES.indexOf("c"));
        }
        for (Token token : lexer.tokens(whole)) {
            Arrays.fill(kinds, token.start(), token.end(), CLASSES.indexOf(name(token)));
        }
        return kinds;
    }

    private static String name(Token token) {
        return switch (token.kind()) {
            case WORD -> KEYWORDS.contains(token.text().toLowerCase(Locale.ROOT)) ? "k" : "";
            case STRING -> "s";
            case NUMBER -> "n";
            case QUOTED -> "q";
            case VARIABLE, PLACEHOLDER -> "v";
            default -> "";
        };
    }
}
