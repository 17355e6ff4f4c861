package io.github.schemacompat.report;

import java.nio.charset.StandardCharsets;

/** A file as the relative reference of a URI: everything but plain letters, digits and a few marks is encoded. */
final class UriPath {
    private static final String PLAIN = "-._~/!$'()*+,;=@";

    private UriPath() {}

    static String of(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            if (plain) {
                uri.append(c);
            } else {
                uri.append('%').append("%02X".formatted(b & 0xFF));
            }
        }
        return uri.toString();
    }
}
