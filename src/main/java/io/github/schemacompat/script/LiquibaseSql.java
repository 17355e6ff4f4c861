package io.github.schemacompat.script;

import io.github.schemacompat.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Liquibase's formatted SQL: changesets that begin with {@code --changeset author:id}, with properties and preconditions.
 * Rollbacks and comments are comments to SQL, and need no reading here.
 */
final class LiquibaseSql {
    private static final Pattern HEADER = Pattern.compile("(?i)\\A\\s*--\\s*liquibase\\s+formatted\\s+sql\\b");
    private static final Pattern CHANGESET = Pattern.compile(
            "(?im)^[ \\t]*--[ \\t]*changeset[ \\t]+(\"[^\"]+\"|[^:\\r\\n]+):(\"[^\"]+\"|\\S+)([^\\r\\n]*)$");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+):\\s*+(?:\"([^\"]*)\"|(\\S+))");
    private static final Pattern LOGICAL_FILE = Pattern.compile("(?i)\\A[^\\r\\n]*\\blogicalFilePath:(\\S+)");
    private static final Pattern IGNORED =
            Pattern.compile("(?im)^[ \\t]*--[ \\t]*ignoreLines:(start|end|\\d+)[ \\t]*$");
    private static final Pattern PROPERTY = Pattern.compile("(?im)^[ \\t]*--[ \\t]*property[ \\t]+([^\\r\\n]*)$");
    /** What Liquibase takes out of a changeset, so that it isn't part of what was run. */
    private static final Pattern NOT_RUN = Pattern.compile(
            "(?im)^[ \\t]*--[ \\t]*(?:property\\s|preconditions?\\b|rollback\\s|comments?\\b|validCheckSum\\b)[^\\r\\n]*(?:\\R|\\z)"
                    + "|(?s:/\\*\\s*liquibase\\s+rollback\\b.*?\\*/)");

    private static final Pattern NO_STATEMENT = Pattern.compile("(?s)(?:\\s|--[^\\r\\n]*|/\\*.*?\\*/)*");

    private LiquibaseSql() {}

    /** Whether a text is formatted SQL. */
    static boolean is(String text) {
        return HEADER.matcher(text).find();
    }

    /** What of a changeset's text is run, and makes it the same or another one. */
    static String withoutRemarks(String text) {
        return NOT_RUN.matcher(text).replaceAll("");
    }

    /**
     * The changesets of a file, in their order, with the values of properties.
     *
     * @param file as Liquibase knows it
     * @param properties those of the changelogs that were read before; those of this one are added
     * @throws ScriptReader.NotReadableException if a statement stands in no changeset
     */
    static List<Changeset> changesets(String file, SourceText source, ChangelogProperties properties)
            throws ScriptReader.NotReadableException {
        String text = source.text();
        Matcher logical = LOGICAL_FILE.matcher(text);
        String path = logical.find() ? logical.group(1) : file;
        Matcher head = CHANGESET.matcher(text);
        List<Changeset> changesets = new ArrayList<>();
        int end = head.find() ? head.start() : text.length();
        if (!NO_STATEMENT.matcher(text.substring(0, end)).matches()) {
            throw new ScriptReader.NotReadableException(
                    "A statement stands before the first '--changeset author:id', so that Liquibase doesn't run it.",
                    1);
        }
        define(file, text, 0, end, properties);
        while (end < text.length()) {
            int start = head.end();
            Map<String, String> attributes = attributes(head.group(3));
            String author = unquoted(head.group(1));
            String id = unquoted(head.group(2));
            end = head.find() ? head.start() : text.length();
            define(file, text, start, end, properties);
            changesets.add(new Changeset(
                    attributes.getOrDefault("logicalfilepath", path),
                    author,
                    id,
                    attributes,
                    properties.fill(sections(source, author + ":" + id, start, end, attributes), file),
                    PreconditionComments.in(source, start, end, said -> properties.fill(said, file))));
        }
        return changesets;
    }

    private static void define(String file, String text, int start, int end, ChangelogProperties properties) {
        Matcher property = PROPERTY.matcher(text).region(start, end);
        while (property.find()) {
            properties.define(file, attributes(property.group(1)));
        }
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            attributes.put(
                    attribute.group(1).toLowerCase(java.util.Locale.ROOT),
                    attribute.group(2) == null ? attribute.group(3) : attribute.group(2));
        }
        return attributes;
    }

    private static String unquoted(String text) {
        return text.strip().replace("\"", "");
    }

    /** The text of a changeset without lines that Liquibase is told to ignore. */
    private static List<Section> sections(
            SourceText source, String name, int start, int end, Map<String, String> attributes) {
        String delimiter = delimiter(attributes.get("enddelimiter"));
        List<Section> sections = new ArrayList<>();
        Matcher ignored = IGNORED.matcher(source.text()).region(start, end);
        int from = start;
        while (ignored.find()) {
            String said = ignored.group(1).toLowerCase(java.util.Locale.ROOT);
            if (said.equals("end")) {
                from = ignored.end();
                continue;
            }
            if (from >= 0) {
                sections.add(new Section(name, source.span(from, ignored.start()), delimiter));
            }
            from = said.equals("start") ? -1 : behindLines(source.text(), ignored.end(), Integer.parseInt(said), end);
        }
        if (from >= 0 && from <= end) {
            sections.add(new Section(name, source.span(from, end), delimiter));
        }
        return sections;
    }

    private static int behindLines(String text, int from, int lines, int end) {
        int at = from;
        for (int i = 0; i <= lines && at < end; i++) {
            int next = text.indexOf('\n', at);
            at = next < 0 ? end : next + 1;
        }
        return Math.min(at, end);
    }

    /** What is left of a delimiter that Liquibase takes as a regular expression: {@code \n/} is a line with a slash. */
    private static String delimiter(@org.jspecify.annotations.Nullable String said) {
        if (said == null) {
            return Section.SEMICOLON;
        }
        String plain = said.split("\\|")[0]
                .replaceAll("\\\\[nrts][*+?]?", "")
                .replaceAll("\\\\(.)", "$1")
                .strip();
        return plain.isEmpty() || plain.equalsIgnoreCase("GO") || plain.equals("/") ? Section.SEMICOLON : plain;
    }
}
