package io.github.schemacompat.script;

import java.util.regex.Pattern;

/**
 * A pattern of paths as Ant and Maven write them: {@code ?} is one character, {@code *} any number of them within a name,
 * {@code **} any number of folders. A pattern that ends with a slash means everything below that folder.
 */
public final class AntPattern {
    private final String text;
    private final Pattern regex;

    private AntPattern(String text, Pattern regex) {
        this.text = text;
        this.regex = regex;
    }

    public static AntPattern of(String text) {
        String pattern = text.strip().replace('\\', '/');
        return new AntPattern(text, Pattern.compile(regex(pattern.endsWith("/") ? pattern + "**" : pattern)));
    }

    /** Whether a path or a part of it is a pattern and not a name. */
    public static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        String[] segments = pattern.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("**")) {
                regex.append(last ? ".*" : "(?:[^/]+/)*");
            } else {
                appendSegment(regex, segments[i]);
                if (i == segments.length - 2 && segments[i + 1].equals("**")) {
                    return regex.append("(?:/.*)?").toString();
                }
                regex.append(last ? "" : "/");
            }
        }
        return regex.toString();
    }

    private static void appendSegment(StringBuilder regex, String segment) {
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
    }

    /** @param path with {@code /} */
    public boolean matches(String path) {
        return ConfiguredPattern.match(regex, path, "The pattern '" + text + "'") != null;
    }

    @Override
    public String toString() {
        return text;
    }
}
