package io.github.schemacompat.schema;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A procedure, function, aggregate or package.
 *
 * @param name the qualified name as the catalog holds it, the default schema filled in
 * @param routineKind {@code procedure}, {@code function}, {@code aggregate}, {@code package}
 * @param parameters in their order
 * @param returns the canonical text of what it returns ({@code integer}, {@code trigger}, {@code table(id int)}), or null
 * @param definition {@code t1:sha256:…}, the hash of the normal form of its definition
 * @param uses keys of what its body names, as far as it could be read; and what else it counts on: {@code orders.*} (the
 *     number of its columns), {@code orders.+} (it has room for rows that are as long as it is now), {@code orders.?total}
 *     (it has no column of that name, which is written without a table), {@code orders.!code} (a key over these columns;
 *     without columns, any), {@code #ix_code} (an index of that name on one of its tables)
 * @param marks what releases said of it
 */
public record Routine(
        QualifiedName name,
        String routineKind,
        List<Parameter> parameters,
        @Nullable String returns,
        String definition,
        SortedSet<String> uses,
        Marks marks)
        implements SchemaElement {
    public Routine {
        parameters = List.copyOf(parameters);
        uses = Collections.unmodifiableSortedSet(new TreeSet<>(uses));
    }

    /** Where the types of the arguments begin in a routine's key, with their parenthesis; -1 where the key has none. */
    public static int argumentsAt(String key) {
        boolean quotes = false;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            quotes ^= c == '"';
            if (c == '(' && !quotes) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.ROUTINE;
    }

    /** Whether only triggers run it, so that no application can address it. */
    public boolean isTriggerFunction() {
        return "trigger".equals(returns) || "event_trigger".equals(returns);
    }

    public Routine withName(QualifiedName value) {
        return new Routine(value, routineKind, parameters, returns, definition, uses, marks);
    }

    public Routine withDefinition(String value) {
        return new Routine(name, routineKind, parameters, returns, value, uses, marks);
    }

    public Routine withUses(SortedSet<String> value) {
        return new Routine(name, routineKind, parameters, returns, definition, value, marks);
    }

    public Routine withMarks(Marks value) {
        return new Routine(name, routineKind, parameters, returns, definition, uses, value);
    }
}
