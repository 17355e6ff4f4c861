package io.github.schemacompat.check;

import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The own names of released objects whose users may mind what the new scripts do.
 *
 * @param gone tables, views and routines that are dropped or renamed, or lose a column or its type;
 *     deprecated tables that are emptied
 * @param grown tables that get columns, with the names of those
 */
record ChangedNames(Set<String> gone, Map<String, Set<String>> grown) {
    /** What follows the table's name in an INSERT that names no columns; other statements with it cost a second look. */
    private static final Pattern FILLED =
            Pattern.compile(filled("(?:\\s|/\\*(?s:.*?)\\*/|--[^\\r\\n]*|#[^\\r\\n]*)*+"));

    private static String filled(String gap) {
        return "(?i)[\\]`\"]?" + gap
                + "(?:(?:values?|select|exec(?:ute)?|with|output|table|overriding|partition)\\b|\\(" + gap
                + "(?:select|with)\\b)";
    }

    static ChangedNames of(Schema released, Replayed replayed) {
        Set<String> gone = new TreeSet<>();
        Map<String, Set<String>> grown = new TreeMap<>();
        replayed.checkpoints()
                .forEach(checkpoint -> checkpoint.changes().forEach(change -> {
                    ObjectPath path = change.path();
                    boolean known = released.tables().containsKey(path.owner())
                            || released.views().containsKey(path.owner())
                            || released.routines().containsKey(path.owner());
                    boolean named = path.kind() == ObjectKind.TABLE
                            || path.kind() == ObjectKind.COLUMN
                            || path.kind() == ObjectKind.VIEW
                            || path.kind() == ObjectKind.ROUTINE
                            || path.kind() == ObjectKind.INDEX;
                    if (!known || !named) {
                        return;
                    }
                    if (change instanceof SchemaChange.Dropped
                            || change instanceof SchemaChange.Renamed
                            || isRetyped(change)
                            || isEmptiedUnused(change, released, replayed.schema())) {
                        gone.add(own(path.owner()));
                        whole(path.owner(), released).forEach(table -> gone.add(own(table)));
                    } else if (change instanceof SchemaChange.Created && path.kind() == ObjectKind.COLUMN) {
                        String column = path.member();
                        grown.computeIfAbsent(own(path.owner()), each -> new TreeSet<>())
                                .add(column == null ? path.owner() : column);
                    }
                }));
        return new ChangedNames(gone, grown);
    }

    /** Of what is deprecated the rows may be seen through a view: only its query tells. */
    private static boolean isEmptiedUnused(SchemaChange change, Schema released, Schema built) {
        boolean emptied = change instanceof SchemaChange.Truncated
                || change instanceof SchemaChange.PartitionDropped
                || change instanceof SchemaChange.PartitionDetached
                || change instanceof SchemaChange.RowsChanged rows && !rows.filtered();
        String key = change.path().owner();
        return emptied
                && Stream.concat(Stream.of(key), whole(key, released).stream())
                        .anyMatch(table -> isUnused(table, released, built));
    }

    /** The tables by whose names the rows of a partition are read. */
    private static List<String> whole(String key, Schema released) {
        Table table = released.tables().get(key);
        return table != null && table.partition() ? table.parents() : List.of();
    }

    private static boolean isRetyped(SchemaChange change) {
        return change instanceof SchemaChange.Altered altered
                && altered.before() instanceof Column before
                && altered.after() instanceof Column after
                && !before.type().equals(after.type());
    }

    private static boolean isUnused(String table, Schema released, Schema built) {
        return Stream.of(released, built)
                .map(schema -> schema.tables().get(table))
                .anyMatch(each -> each != null && each.marks().deprecated() != null);
    }

    private static String own(String key) {
        int arguments = Routine.argumentsAt(key);
        String name = arguments < 0 ? key : key.substring(0, arguments);
        return name.substring(name.lastIndexOf('.') + 1).replace("\"", "");
    }

    /**
     * Whether the text of a released script looks as if something counted on the number of a grown table's columns, or on
     * their names.
     */
    boolean grownIsCountedOn(@Nullable Release last, Dialect dialect) {
        if (grown.isEmpty() || last == null) {
            return false;
        }
        boolean stars = dialect.is(Dialect.SQL_SERVER);
        boolean numbers = !dialect.fillsUpShortRows();
        return last.texts().stream()
                .map(script -> script.source().text())
                .anyMatch(text -> stars && listsStars(text)
                        || grown.entrySet().stream()
                                .anyMatch(table -> numbers && fillsAllColumns(text, table.getKey())
                                        || fillsFromAllColumns(text, table.getKey())
                                        || table.getValue().stream()
                                                .anyMatch(column -> mayTakeForOwn(text, table.getKey(), column))));
    }

    /** A query beside the names of a grown table and of its new column: it may name the one without the other. */
    private static boolean mayTakeForOwn(String text, String table, String column) {
        return contains(text, column) && contains(text, table) && contains(text, "select");
    }

    private static boolean contains(String text, String word) {
        char lower = Character.toLowerCase(word.charAt(0));
        char upper = Character.toUpperCase(word.charAt(0));
        return contains(text, word, lower) || upper != lower && contains(text, word, upper);
    }

    private static boolean contains(String text, String word, char first) {
        for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** A star that is not the last of a select list: what follows it moves when its table grows. */
    private static boolean listsStars(String text) {
        for (int star = text.indexOf('*'); star >= 0; star = text.indexOf('*', star + 1)) {
            int next = star + 1;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            if (next < text.length() && text.charAt(next) == ',') {
                return true;
            }
        }
        return false;
    }

    /** An INSERT that may take whatever columns the table has. */
    private static boolean fillsFromAllColumns(String text, String name) {
        return text.indexOf('*') >= 0 && contains(text, name) && contains(text, "insert") && contains(text, "select");
    }

    /** An INSERT into the table without a column list. */
    private static boolean fillsAllColumns(String text, String name) {
        char lower = Character.toLowerCase(name.charAt(0));
        char upper = Character.toUpperCase(name.charAt(0));
        return fillsAllColumns(text, name, lower) || upper != lower && fillsAllColumns(text, name, upper);
    }

    private static boolean fillsAllColumns(String text, String name, char first) {
        for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
            if (text.regionMatches(true, at, name, 0, name.length())
                    && FILLED.matcher(text)
                            .region(at + name.length(), text.length())
                            .lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
