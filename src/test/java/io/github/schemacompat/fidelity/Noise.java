package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What people write between the words of a statement: line ends, comments with quotes and semicolons in them, capitals. */
final class Noise {
    private static final List<String> BLANKS = List.of(
            "  ",
            "\n    ",
            "\t",
            "\r\n",
            " /* it's; \"so\" */ ",
            "/**/",
            " -- don't; stop \" here\n",
            " -- ; /* \n",
            " /* -- */ ",
            "\n\n/* DROP TABLE x;\nGO */\n");

    /** What stands before a statement, and between it and what ends it. */
    private static final List<String> AROUND = List.of(
            "", "", "", "/* it's before ; */ ", "-- don't (\n", "\n\n", " /* behind ; \" */", "\n-- it's behind\n");

    private final Dialect dialect;
    private final Random random;

    Noise(Dialect dialect, Random random) {
        this.dialect = dialect;
        this.random = random;
    }

    /** The same statement in other words. Bodies of routines, and what has a dollar, stay as they are. */
    String in(String statement) {
        if (statement.contains("$") || statement.contains("BEGIN") || random.nextInt(3) > 0) {
            return statement;
        }
        boolean lower = namesFold() && random.nextBoolean();
        StringBuilder result = new StringBuilder();
        boolean escapes = dialect.lexicalRules().backslashEscapes();
        char quote = 0;
        for (int i = 0; i < statement.length(); i++) {
            char c = statement.charAt(i);
            if (quote != 0 && c == '\\' && escapes) {
                result.append(c).append(statement.charAt(++i));
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
                result.append(c);
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
                result.append(c);
            } else if (c == ' ' && random.nextInt(8) == 0) {
                result.append(BLANKS.get(random.nextInt(BLANKS.size())));
            } else {
                result.append(lower ? String.valueOf(c).toLowerCase(Locale.ROOT) : String.valueOf(c));
            }
        }
        // SQLite puts a line comment behind ADD COLUMN before the constraints of the table, which are gone then
        String behind = around();
        String text = around() + result + (dialect.is(Dialect.SQLITE) && behind.contains("--") ? "" : behind);
        return dialect.is(Dialect.HSQLDB) ? withOneLineEnd(text) : text;
    }

    private String around() {
        return AROUND.get(random.nextInt(AROUND.size()));
    }

    /** HSQLDB lets a comment go on to the next carriage return, if the statement has one anywhere. */
    private static String withOneLineEnd(String text) {
        return text.contains("\r\n") ? text.replace("\r\n", "\n").replace("\n", "\r\n") : text;
    }

    /** Whether names without quotes are the same in any letters. */
    private boolean namesFold() {
        return dialect.catalogName("A", false).equals(dialect.catalogName("a", false));
    }
}
