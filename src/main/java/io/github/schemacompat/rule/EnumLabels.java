package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.UserType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The labels of an enum, of a type of its own or of a MySQL column. */
final class EnumLabels {
    private EnumLabels() {}

    /** Whether both are ENUM or both are SET with labels of their own. */
    static boolean areInline(ColumnType before, ColumnType after) {
        return before.name().equals(after.name())
                && (before.name().equals("enum") || before.name().equals("set"))
                && !before.arguments().isEmpty();
    }

    /**
     * How the labels differ.
     *
     * @param renamed whether the change said so: then a label that is replaced in its place was renamed
     * @return null if they don't differ
     */
    static @Nullable DifferenceKind kind(List<String> before, List<String> after, boolean renamed) {
        if (before.equals(after)) {
            return null;
        }
        if (!new HashSet<>(after).containsAll(before)) {
            return renamed ? DifferenceKind.ENUM_VALUE_RENAMED : DifferenceKind.ENUM_VALUE_REMOVED;
        }
        List<String> kept = new ArrayList<>(after);
        kept.retainAll(before);
        return kept.equals(before) ? DifferenceKind.ENUM_VALUE_ADDED : DifferenceKind.ENUM_VALUES_REORDERED;
    }

    /** The labels that are gone. */
    static List<String> removed(List<String> before, List<String> after) {
        List<String> removed = new ArrayList<>(before);
        removed.removeAll(after);
        return removed;
    }

    /** The labels that one has and the other doesn't, as literals; none if they are no enums. */
    static List<String> removed(@Nullable SchemaElement before, @Nullable SchemaElement after) {
        if (before instanceof Column old && after instanceof Column now) {
            return removed(old.type().arguments(), now.type().arguments());
        }
        if (before instanceof UserType old && after instanceof UserType now) {
            return removed(old.labels(), now.labels()).stream()
                    .map(label -> "'" + label + "'")
                    .toList();
        }
        return List.of();
    }
}
