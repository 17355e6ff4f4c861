package io.github.schemacompat.change;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what releases said of a table where a filled copy takes its place: SQLite changes most of a table in no other way, and
 * what an application does is the same as before.
 */
final class Rebuilds {
    private final Workspace workspace;
    private final Names names;

    /** The keys that tables had before, by the key that they have now. */
    private final Map<String, Set<String>> formerKeys = new HashMap<>();

    /** Where the rows of tables come from, by the key of the table that was filled. */
    private final Map<String, List<Source>> sources = new HashMap<>();

    Rebuilds(Workspace workspace, Names names) {
        this.workspace = workspace;
        this.names = names;
    }

    /**
     * A table whose rows were copied.
     *
     * @param keys all that it had
     * @param columns keys of those that were filled; empty for all
     */
    private record Source(Set<String> keys, Table table, List<String> columns) {}

    /** @param columns keys of those that were filled; empty for all */
    void copied(String key, List<ObjectPath> from, List<String> columns) {
        for (ObjectPath path : from) {
            Table table = workspace.table(path.owner());
            List<Source> known = new ArrayList<>(sources.getOrDefault(path.owner(), List.of()));
            if (table != null && isMarked(table)) {
                Set<String> keys = new TreeSet<>(formerKeys.getOrDefault(path.owner(), Set.of()));
                keys.add(path.owner());
                known.add(new Source(keys, table, columns));
            }
            if (!known.isEmpty()) {
                sources.computeIfAbsent(key, each -> new ArrayList<>()).addAll(known);
            }
        }
        takeOver(key);
    }

    void renamed(String from, String to) {
        Set<String> former = new TreeSet<>(Objects.requireNonNullElse(formerKeys.remove(from), Set.of()));
        former.add(from);
        formerKeys.put(to, former);
        List<Source> known = sources.remove(from);
        if (known != null) {
            sources.put(to, known);
        }
        takeOver(to);
    }

    void dropped(String key) {
        formerKeys.remove(key);
        sources.remove(key);
    }

    private static boolean isMarked(Table table) {
        return !table.marks().isEmpty()
                || table.columns().stream().anyMatch(column -> !column.marks().isEmpty());
    }

    private void takeOver(String key) {
        for (Source source : sources.getOrDefault(key, List.of())) {
            Table copy = workspace.table(key);
            if (copy != null && source.keys().contains(key)) {
                workspace.put(key, marked(copy, source));
            }
        }
    }

    private Table marked(Table copy, Source source) {
        List<String> keys =
                copy.columns().stream().map(column -> names.key(column.name())).toList();
        List<String> honored = source.table().marks().honors().stream()
                .filter(each -> keys.containsAll(honoredColumns(each)))
                .toList();
        return copy.withMarks(both(copy.marks(), source.table().marks().withHonors(honored)))
                .withColumns(copy.columns().stream()
                        .map(column -> marked(column, source))
                        .toList());
    }

    private Column marked(Column column, Source source) {
        String key = names.key(column.name());
        boolean isFilled = source.columns().isEmpty() || source.columns().contains(key) || column.generated() != null;
        return source.table().columns().stream()
                .filter(each -> isFilled && names.key(each.name()).equals(key))
                .findFirst()
                .map(each -> column.withMarks(both(column.marks(), each.marks())))
                .orElse(column);
    }

    /** The keys in {@code check(code,level)}. */
    private static List<String> honoredColumns(String honored) {
        return Arrays.asList(honored.substring(honored.indexOf('(') + 1, honored.length() - 1)
                .split(","));
    }

    private static Marks both(Marks own, Marks taken) {
        return new Marks(
                first(own.deprecated(), taken.deprecated()),
                first(own.readsDeprecated(), taken.readsDeprecated()),
                first(own.populated(), taken.populated()),
                Stream.concat(own.honors().stream(), taken.honors().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static @Nullable String first(@Nullable String own, @Nullable String taken) {
        return own == null ? taken : own;
    }
}
