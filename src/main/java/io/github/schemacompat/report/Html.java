package io.github.schemacompat.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes HTML. There is one way to write text, and it escapes: nothing that stands in a script can become markup. Names of
 * elements and attributes are constants of the reports.
 */
final class Html {
    private static final Set<String> VOID = Set.of("meta", "input", "br", "link", "col");
    private static final char UNPRINTABLE = '\uFFFD';

    private final StringBuilder page = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    Html doctype() {
        page.append("<!DOCTYPE html>\n");
        return this;
    }

    /** @param attributes names and values in turn; one whose value is null is left out, one that is empty is only named */
    Html begin(String element, @Nullable String... attributes) {
        page.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                page.append(' ').append(attributes[i]);
                if (!value.isEmpty()) {
                    page.append("=\"").append(escaped(value)).append('"');
                }
            }
        }
        page.append('>');
        if (!VOID.contains(element)) {
            open.push(element);
        }
        return this;
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    Html end() {
        page.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with nothing but text in it. */
    Html element(String element, String text, @Nullable String... attributes) {
        return begin(element, attributes).text(text).end();
    }

    /** A line break in the source of the page. */
    Html line() {
        page.append('\n');
        return this;
    }

    /** A style sheet or script of this package: never anything that was read. */
    Html own(String element, PageResource resource) {
        page.append('<')
                .append(element)
                .append('>')
                .append(resource.text())
                .append("</")
                .append(element)
                .append('>');
        return this;
    }

    String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not ended: " + open);
        }
        return page.append('\n').toString();
    }

    /** Also what can't be seen but changes how text looks, as marks for the direction of writing do. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isSeen(c) ? c : UNPRINTABLE);
            }
        }
        return escaped.toString();
    }

    private static boolean isSeen(char c) {
        boolean turnsText = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
        return !turnsText && (!Character.isISOControl(c) || c == '\n' || c == '\t');
    }
}
