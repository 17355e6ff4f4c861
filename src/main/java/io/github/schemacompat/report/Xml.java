package io.github.schemacompat.report;

import java.io.IOException;
import java.io.Writer;

/** Writes XML 1.0: text stays text, and characters that XML can't hold become question marks. */
final class Xml {
    private final Writer to;

    Xml(Writer to) throws IOException {
        this.to = to;
        to.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** @param attributes names and values in turn */
    void begin(String element, String... attributes) throws IOException {
        to.write("<" + element);
        for (int i = 0; i < attributes.length; i += 2) {
            to.write(" " + attributes[i] + "=\"" + escaped(attributes[i + 1]) + "\"");
        }
        to.write(">");
    }

    /** Not escaped but enclosed: some readers trim what stands beside an entity. */
    void text(String text) throws IOException {
        to.write("<![CDATA[" + allowed(text).replace("]]>", "]]]]><![CDATA[>") + "]]>");
    }

    void end(String element) throws IOException {
        to.write("</" + element + ">");
    }

    private static String escaped(String text) {
        return allowed(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;");
    }

    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder();
        text.codePoints().forEach(c -> allowed.appendCodePoint(isAllowed(c) ? c : '?'));
        return allowed.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
