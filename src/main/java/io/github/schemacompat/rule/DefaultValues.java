package io.github.schemacompat.rule;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares defaults by what they give, not by how they are written. */
final class DefaultValues {
    private static final Pattern CAST = Pattern.compile("(?i)::[a-z_ ]+(\\([0-9, ]*\\))?(\\[\\])?$");
    private static final Pattern NOW =
            Pattern.compile("(?i)(now|current_timestamp|localtimestamp|getdate)\\s*(\\(\\s*(\\d*)\\s*\\))?");

    private DefaultValues() {}

    static boolean same(@Nullable String a, @Nullable String b) {
        return Objects.equals(a, b) || a != null && b != null && plain(a).equals(plain(b));
    }

    /** A text as a default writes it. */
    static String string(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String plain(String value) {
        String text = value.strip();
        String before = "";
        while (!before.equals(text)) {
            before = text;
            text = CAST.matcher(text).replaceFirst("").strip();
            if (text.startsWith("(") && text.endsWith(")") && isOnePair(text)) {
                text = text.substring(1, text.length() - 1).strip();
            }
        }
        if (text.contains("'")) {
            return text.startsWith("N'") || text.startsWith("n'") ? text.substring(1) : text;
        }
        var now = NOW.matcher(text);
        return now.matches() ? "now " + (now.group(3) == null ? "" : now.group(3)) : text.toLowerCase(Locale.ROOT);
    }

    /** Whether the first parenthesis is closed by the last one. */
    private static boolean isOnePair(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && i < text.length() - 1) {
                return false;
            }
        }
        return true;
    }
}
