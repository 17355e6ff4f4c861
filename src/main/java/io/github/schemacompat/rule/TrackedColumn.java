package io.github.schemacompat.rule;

import io.github.schemacompat.change.SchemaChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column on its way through the changes. */
final class TrackedColumn {
    /** Its key in the released table, or null if it is new. */
    final @Nullable String releasedKey;

    final List<SchemaChange> trail = new ArrayList<>();

    TrackedColumn(@Nullable String releasedKey) {
        this.releasedKey = releasedKey;
    }
}
