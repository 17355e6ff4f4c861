package io.github.schemacompat.change;

import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.source.Span;
import org.jspecify.annotations.Nullable;

/** A CREATE meets what is there under its name. */
final class Creation {
    private final Lookup lookup;
    private final Journal journal;

    Creation(ReplayParts parts) {
        this.lookup = parts.lookup();
        this.journal = parts.journal();
    }

    /**
     * Whether a CREATE has to be left undone, with the problem that it means.
     *
     * @param present whether the object is there
     */
    boolean refused(Span span, ObjectKind kind, QualifiedName name, CreateMode mode, boolean present) {
        if (present) {
            if (mode == CreateMode.CREATE) {
                lookup.exists(span, kind, name);
            }
            // a condition that nobody can answer may have dropped it; where errors are swallowed it simply stays
            return mode == CreateMode.CREATE && !journal.hangsOnCondition() || mode == CreateMode.IF_NOT_EXISTS;
        }
        if (mode == CreateMode.ALTER) {
            lookup.missing(span, kind, name, false);
        }
        return false;
    }

    void tell(Span span, ObjectPath path, @Nullable SchemaElement before, SchemaElement after) {
        if (before == null) {
            journal.created(span, path, after);
        } else if (!before.equals(after)) {
            journal.altered(span, path, before, after);
        }
    }
}
