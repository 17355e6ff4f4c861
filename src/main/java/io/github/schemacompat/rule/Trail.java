package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.SchemaElement;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Finds the clause that made a difference in the changes that led there. */
final class Trail {
    private Trail() {}

    /**
     * The last change that did it to the column.
     *
     * @param made whether the step from one state of the column to the next is it; the first is null for a new column
     */
    static @Nullable Origin of(List<SchemaChange> trail, BiPredicate<@Nullable Column, Column> made) {
        for (int i = trail.size() - 1; i >= 0; i--) {
            SchemaChange change = trail.get(i);
            if (change instanceof SchemaChange.Altered altered
                    && altered.before() instanceof Column before
                    && altered.after() instanceof Column after
                    && made.test(before, after)) {
                return change.origin();
            }
            if (change instanceof SchemaChange.Created created
                    && created.after() instanceof Column after
                    && made.test(null, after)) {
                return change.origin();
            }
        }
        return null;
    }

    /** The last change that made or altered the element into what it is. */
    static @Nullable Origin making(List<SchemaChange> trail, SchemaElement element) {
        for (int i = trail.size() - 1; i >= 0; i--) {
            SchemaChange change = trail.get(i);
            if (change instanceof SchemaChange.Created created
                            && created.after().equals(element)
                    || change instanceof SchemaChange.Altered altered
                            && altered.after().equals(element)
                            && !altered.before().equals(element)) {
                return change.origin();
            }
        }
        return null;
    }

    /** The drop of the element; what was altered in between is known by its name. */
    static SchemaChange.@Nullable Dropped dropping(List<SchemaChange> trail, SchemaElement element) {
        String name = TableKey.nameOf(element);
        SchemaChange.Dropped named = null;
        for (int i = trail.size() - 1; i >= 0; i--) {
            if (trail.get(i) instanceof SchemaChange.Dropped dropped) {
                if (dropped.before().equals(element)) {
                    return dropped;
                }
                boolean sameName = dropped.before().kind() == element.kind()
                        && name != null
                        && name.equals(TableKey.nameOf(dropped.before()));
                named = sameName ? dropped : named;
            }
        }
        return named;
    }

    /** Where what these changes are about got another name, or null. */
    static @Nullable Origin renaming(List<SchemaChange> touching) {
        return touching.stream()
                .filter(SchemaChange.Renamed.class::isInstance)
                .map(SchemaChange::origin)
                .findFirst()
                .orElse(null);
    }

    /** Where the object was made, else what is known of it last. */
    static @Nullable Origin making(List<SchemaChange> trail) {
        for (int i = trail.size() - 1; i >= 0; i--) {
            if (trail.get(i) instanceof SchemaChange.Created created) {
                return created.origin();
            }
        }
        return last(trail);
    }

    static @Nullable Origin last(List<SchemaChange> trail) {
        return trail.isEmpty() ? null : trail.get(trail.size() - 1).origin();
    }

    /** Where a table's difference is shown if no change says more. */
    static @Nullable Origin of(TrackedTable table) {
        SchemaChange rebuilt = table.rebuiltBy;
        return rebuilt != null ? rebuilt.origin() : last(table.trail);
    }
}
