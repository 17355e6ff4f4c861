package io.github.schemacompat.change;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements whose only unknown part is a number that the script works out from the rows, as in {@code 'ALTER SEQUENCE s
 * RESTART WITH ' + @next}. All else of them is known, and the numbering is only put right.
 */
final class ComputedNumbering {
    private static final String CLAUSE =
            "\\s+(?:start\\s+with|restart(?:\\s+with)?|increment\\s+by|minvalue|maxvalue|auto_increment\\s*=?)\\s*…(?=[\\s;]|$)";
    private static final Pattern NUMBER = Pattern.compile("(?i)" + CLAUSE);
    private static final Pattern OF_SEQUENCE =
            Pattern.compile("(?is)\\s*(?:create|alter)\\s+sequence\\s+[^\\s…]+\\s.*");
    private static final Pattern OF_TABLE = Pattern.compile(
            "(?i)\\s*alter\\s+table\\s+[^\\s…]+(?:\\s+alter(?:\\s+column)?\\s+[^\\s…]+)?" + CLAUSE + "\\s*;?\\s*");
    private static final Pattern SAYS_NO_MORE = Pattern.compile("(?i)\\s*alter\\s+sequence\\s+[^\\s;]+\\s*;?\\s*");

    private ComputedNumbering() {}

    /** The text without the computed numbers; as it is if more than those is unknown. */
    static FoldedText left(FoldedText text) {
        if (OF_TABLE.matcher(text.text()).matches()) {
            return text.part(0, 0).known();
        }
        if (!OF_SEQUENCE.matcher(text.text()).matches()) {
            return text;
        }
        FoldedText left = text.part(0, 0);
        Matcher number = NUMBER.matcher(text.text());
        int from = 0;
        while (number.find()) {
            left = left.plus(text.part(from, number.start()));
            from = number.end();
        }
        left = left.plus(text.part(from, text.text().length()));
        if (left.text().contains("…")) {
            return text;
        }
        return SAYS_NO_MORE.matcher(left.text()).matches() ? text.part(0, 0).known() : left.known();
    }
}
