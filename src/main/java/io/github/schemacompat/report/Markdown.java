package io.github.schemacompat.report;

/** Text of others in Markdown: it stays text, and calls nobody. */
final class Markdown {
    private static final String MARKS = "\\`*_{}[]<>#|~";

    private Markdown() {}

    /** Text within a line. */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '&') {
                escaped.append("&amp;");
            } else if (c == '<') {
                escaped.append("&lt;");
            } else if (c == '@') {
                // hosts write to people whose names follow it
                escaped.append("@<!-- -->");
            } else if (c == '\n' || c == '\r') {
                escaped.append(' ');
            } else if (c < 0x80 && MARKS.indexOf(c) >= 0) {
                escaped.append('\\').appendCodePoint(c);
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** A piece of code within a line, also of a table. */
    static String code(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ').replace("|", "\\|");
        String fence = fence(line, 1);
        String space = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + space + line + space + fence;
    }

    /** Lines of SQL. */
    static String block(String sql) {
        String fence = fence(sql, 3);
        return fence + "sql\n" + sql.stripTrailing() + "\n" + fence + "\n";
    }

    /** More back quotes than there are in a row in the text. */
    private static String fence(String text, int atLeast) {
        int longest = 0;
        int row = 0;
        for (int i = 0; i < text.length(); i++) {
            row = text.charAt(i) == '`' ? row + 1 : 0;
            longest = Math.max(longest, row);
        }
        return "`".repeat(Math.max(atLeast, longest + 1));
    }
}
