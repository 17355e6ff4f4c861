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
 * @param noInherit whether it was said that tables which inherit from this one don't have it
 * @param ofColumn the column that it is a part of, as in MariaDB, where it stands and falls with that column whatever it is
 *     about, and can't be dropped by its name; null for a constraint of the table
 */
public record Check(
        @Nullable String name,
        String expression,
        List<String> columns,
        boolean exclusion,
        boolean enforced,
        boolean noInherit,
        @Nullable String ofColumn)
        implements SchemaElement {
    public Check {
        columns = List.copyOf(columns);
    }

    /** A constraint of a table, without NO INHERIT. */
    public Check(@Nullable String name, String expression, List<String> columns, boolean exclusion, boolean enforced) {
        this(name, expression, columns, exclusion, enforced, false, null);
    }

    /** Whether tables that inherit have it too. */
    public boolean isInherited() {
        return !exclusion && !noInherit;
    }

    public Check withName(@Nullable String value) {
        return new Check(value, expression, columns, exclusion, enforced, noInherit, ofColumn);
    }

    public Check withOfColumn(@Nullable String value) {
        return new Check(name, expression, columns, exclusion, enforced, noInherit, value);
    }

    public Check withEnforced(boolean value) {
        return new Check(name, expression, columns, exclusion, value, noInherit, ofColumn);
    }

    @Override
    public ObjectKind kind() {
        return exclusion ? ObjectKind.EXCLUSION : ObjectKind.CHECK;
    }
}
