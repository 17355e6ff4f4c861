package io.github.schemacompat.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check constraint, or an exclusion constraint of PostgreSQL.
 *
 * @param name the constraint's name, or null where the engine makes one up
 * @param expression the condition's normal form
 * @param columns the names of the table's columns that it mentions
 * @param exclusion whether it is an EXCLUDE constraint
 * @param enforced false for a disabled or NOT ENFORCED constraint
 */
public record Check(@Nullable String name, String expression, List<String> columns, boolean exclusion, boolean enforced)
        implements SchemaElement {
    public Check {
        columns = List.copyOf(columns);
    }

    public Check withName(@Nullable String value) {
        return new Check(value, expression, columns, exclusion, enforced);
    }

    @Override
    public ObjectKind kind() {
        return exclusion ? ObjectKind.EXCLUSION : ObjectKind.CHECK;
    }
}
