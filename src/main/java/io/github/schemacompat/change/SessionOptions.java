package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation;
import java.util.TreeSet;

/** Options of the session: some are kept by what is made under them, others say how names and columns are meant. */
final class SessionOptions {
    private final Renaming renaming;
    private final Definitions definitions;

    /** Options that routines keep, as the session has set them; they are on by default. */
    private final TreeSet<String> switchedOff = new TreeSet<>();

    SessionOptions(ReplayParts parts) {
        this.renaming = parts.renaming();
        this.definitions = parts.definitions();
    }

    void clear() {
        switchedOff.clear();
        renaming.uses().setReferencesFollow(true);
        definitions.setNullableByDefault(true);
    }

    void set(Operation.SetStoredOption operation) {
        if (operation.option().equals(Operation.NULLABLE_BY_DEFAULT)) {
            definitions.setNullableByDefault(operation.on());
        } else if (operation.on()) {
            switchedOff.remove(operation.option());
        } else {
            switchedOff.add(operation.option());
        }
        if (operation.option().equals(Operation.REFERENCES_FOLLOW)) {
            renaming.uses().setReferencesFollow(operation.on());
        }
    }

    /** What the session has switched off is part of the routine that it makes. */
    Operation.CreateRoutine stored(Operation.CreateRoutine routine) {
        if (switchedOff.isEmpty()) {
            return routine;
        }
        return new Operation.CreateRoutine(
                routine.span(),
                routine.name(),
                routine.routineKind(),
                routine.mode(),
                routine.parameters(),
                routine.returns(),
                routine.language(),
                routine.body(),
                routine.definition() + " without " + String.join(" ", switchedOff));
    }
}
