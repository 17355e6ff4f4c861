package io.github.schemacompat.soundness;

import io.github.schemacompat.fidelity.RealEngine;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A release, what its application does, and a migration.
 *
 * @param released statements that the engine takes
 * @param uses what the application does
 * @param migration the new statements
 */
record Trial(List<String> released, List<Use> uses, List<String> migration) {
    Trial {
        released = List.copyOf(released);
        uses = List.copyOf(uses);
        migration = List.copyOf(migration);
    }

    static String script(RealEngine engine, List<String> statements) {
        return statements.stream().map(engine::terminated).collect(Collectors.joining());
    }

    /** Both scripts as text, for people. */
    String text(RealEngine engine) {
        return "-- released\n" + script(engine, released) + "-- new\n" + script(engine, migration);
    }
}
