package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ConstraintDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.CheckDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.PrimaryKeyDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.UniqueDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL makes one key of those that a CREATE TABLE writes twice over the same columns. */
final class SameKeys {
    private SameKeys() {}

    /** @param constraints the primary key first */
    static List<ConstraintDefinition> merged(List<ConstraintDefinition> constraints) {
        List<ConstraintDefinition> merged = new ArrayList<>();
        for (ConstraintDefinition each : constraints) {
            int twin = twin(merged, each);
            if (twin < 0) {
                merged.add(each);
            } else if (merged.get(twin).name() == null) {
                merged.set(twin, named(merged.get(twin), each.name()));
            }
        }
        return merged;
    }

    private static int twin(List<ConstraintDefinition> merged, ConstraintDefinition each) {
        if (each instanceof UniqueDefinition unique) {
            return twin(merged, unique);
        }
        return each instanceof CheckDefinition check && check.exclusion() ? twin(merged, check) : -1;
    }

    private static int twin(List<ConstraintDefinition> merged, CheckDefinition exclusion) {
        for (int i = 0; i < merged.size(); i++) {
            if (merged.get(i) instanceof CheckDefinition other
                    && other.exclusion()
                    && other.expression().equals(exclusion.expression())) {
                return i;
            }
        }
        return -1;
    }

    private static int twin(List<ConstraintDefinition> keys, UniqueDefinition unique) {
        boolean nullsEqual = Boolean.TRUE.equals(unique.nullsEqual());
        for (int i = 0; i < keys.size(); i++) {
            ConstraintDefinition key = keys.get(i);
            boolean primary = key instanceof PrimaryKeyDefinition other
                    && !nullsEqual
                    && other.columns().equals(unique.columns());
            boolean same = key instanceof UniqueDefinition other
                    && nullsEqual == Boolean.TRUE.equals(other.nullsEqual())
                    && other.columns().equals(unique.columns());
            if (primary || same) {
                return i;
            }
        }
        return -1;
    }

    private static ConstraintDefinition named(ConstraintDefinition key, @Nullable String name) {
        if (key instanceof PrimaryKeyDefinition primary) {
            return new PrimaryKeyDefinition(
                    primary.span(), name, primary.columns(), primary.usingIndex(), primary.disabled());
        }
        if (key instanceof CheckDefinition check) {
            return new CheckDefinition(
                    check.span(),
                    name,
                    check.expression(),
                    check.mentioned(),
                    check.exclusion(),
                    check.enforced(),
                    check.noInherit(),
                    check.ofColumn());
        }
        return key instanceof UniqueDefinition unique
                ? new UniqueDefinition(
                        unique.span(),
                        name,
                        unique.columns(),
                        unique.nullsEqual(),
                        unique.usingIndex(),
                        unique.disabled())
                : key;
    }
}
