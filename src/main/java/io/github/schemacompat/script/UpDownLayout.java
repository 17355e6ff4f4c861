package io.github.schemacompat.script;

import io.github.schemacompat.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Migrations with a way up and a way down: files in pairs (golang-migrate, sqlx, diesel, postgrator) or sections of one file
 * (goose, sql-migrate, dbmate, rambler). Only the way up is replayed.
 */
final class UpDownLayout extends ScriptLayout {
    private static final Pattern UP_FILE = Pattern.compile("(?:.*[._-])?(?:up|do)\\.sql", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOWN_FILE =
            Pattern.compile("(?:.*[._-])?(?:down|undo)\\.sql", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKER =
            Pattern.compile("(?im)^[ \\t]*--[ \\t]*(?:\\+(?:goose|migrate)[ \\t]+|migrate:|rambler[ \\t]+)"
                    + "(up|down|statementbegin|statementend)\\b.*$");
    private static final Pattern NO_STATEMENT = Pattern.compile("(?s)(?:\\s|--[^\\r\\n]*|/\\*.*?\\*/)*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int DATE_AND_TIME_DIGITS = 14;
    private static final Pattern NUMBERED_FOLDERS = Pattern.compile("(?<![^/])(?:\\d+/)+$");
    private static final Pattern VERSION = Pattern.compile("(?:[Vv])?(\\d+(?:-\\d+)*).*");

    UpDownLayout() {
        super("updown");
    }

    @Override
    boolean recognises(ScriptFile file) {
        return UP_FILE.matcher(file.name()).matches();
    }

    /** Whatever has no way in its name is not replayed, so a single file that ends with 'up' says nothing of the others. */
    @Override
    boolean recognises(List<ScriptFile> files) {
        long ways = files.stream()
                .filter(file ->
                        recognises(file) || DOWN_FILE.matcher(file.name()).matches())
                .count();
        return files.stream().anyMatch(this::recognises) && ways * 2 > files.size();
    }

    @Override
    boolean recognisesText(String text) {
        return MARKER.matcher(text).find();
    }

    @Override
    public ScriptOrder defaultOrder() {
        return ScriptOrder.VERSION;
    }

    @Override
    ScriptName name(ScriptFile file) {
        if (DOWN_FILE.matcher(file.name()).matches()) {
            return ScriptName.leftOut(file, "takes a change back");
        }
        return new ScriptName(file, ScriptKind.VERSIONED, version(file), file.path(), null);
    }

    /** The leading number of the name, or of the folder where the name says only 'up'; behind the folders that are numbers. */
    private static @Nullable MigrationVersion version(ScriptFile file) {
        String path = file.path();
        int name = path.lastIndexOf('/') + 1;
        if (UP_FILE.matcher(file.name()).matches() && file.name().length() <= "up.sql".length() && name > 0) {
            name = path.lastIndexOf('/', name - 2) + 1;
        }
        Matcher version = VERSION.matcher(path.substring(name));
        if (!version.matches()) {
            return null;
        }
        Matcher folders = NUMBERED_FOLDERS.matcher(path.substring(0, name));
        String before = folders.find() ? folders.group().replace('/', '.') : "";
        return MigrationVersion.of(before + number(version.group(1)));
    }

    /** Diesel's dates are compared as text, so a day without a time comes before those of the same day with one. */
    private static String number(String written) {
        String digits = written.replace("-", "");
        boolean date = DATE.matcher(written).lookingAt();
        return date ? digits + "0".repeat(Math.max(0, DATE_AND_TIME_DIGITS - digits.length())) : digits;
    }

    @Override
    List<ScriptPart> parts(ScriptName name, SourceText source) throws ScriptReader.NotReadableException {
        Matcher marker = MARKER.matcher(source.text());
        if (!marker.find()) {
            return UP_FILE.matcher(name.file().name()).matches() ? super.parts(name, source) : List.of();
        }
        if (!NO_STATEMENT.matcher(source.text().substring(0, marker.start())).matches()) {
            throw new ScriptReader.NotReadableException(
                    "A statement stands before the first line that says where it belongs ('"
                            + marker.group().strip() + "'), so that it belongs neither up nor down.",
                    1);
        }
        List<Section> up = up(source, marker);
        return up.isEmpty() ? List.of() : List.of(ScriptPart.of(name.kind(), up));
    }

    /** @param marker at the first one */
    private static List<Section> up(SourceText source, Matcher marker) {
        List<Section> sections = new ArrayList<>();
        boolean up = false;
        int start = 0;
        boolean more = true;
        while (more) {
            String word = marker.group(1);
            if (up) {
                add(sections, source, start, marker.start());
            }
            if (word.equalsIgnoreCase("up") || word.equalsIgnoreCase("down")) {
                up = word.equalsIgnoreCase("up");
            }
            start = marker.end();
            more = marker.find();
        }
        if (up) {
            add(sections, source, start, source.text().length());
        }
        return sections;
    }

    private static void add(List<Section> sections, SourceText source, int start, int end) {
        if (!source.text().substring(start, end).isBlank()) {
            sections.add(new Section("", source.span(start, end)));
        }
    }

    @Override
    Comparator<ScriptName> runningOrder(ScriptOrder order) {
        Comparator<String> byPath = order.comparator();
        Comparator<ScriptName> byName =
                (a, b) -> byPath.compare(a.file().path(), b.file().path());
        return order == ScriptOrder.VERSION ? BY_VERSION.thenComparing(byName) : byName;
    }
}
