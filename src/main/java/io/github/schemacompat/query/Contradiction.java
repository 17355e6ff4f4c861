package io.github.schemacompat.query;

import io.github.schemacompat.ddl.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What two readings of one statement say differently. */
final class Contradiction {
    private static final int MOST_LINES = 3;

    private Contradiction() {}

    static Optional<String> between(List<Operation> first, List<Operation> second) {
        List<String> onlyFirst = Said.of(first);
        List<String> onlySecond = new ArrayList<>();
        for (String line : Said.of(second)) {
            if (!onlyFirst.remove(line)) {
                onlySecond.add(line);
            }
        }
        if (onlyFirst.isEmpty() && onlySecond.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                "it was read as '" + shown(onlyFirst) + "', but JSqlParser reads '" + shown(onlySecond) + "'");
    }

    private static String shown(List<String> lines) {
        int more = lines.size() - MOST_LINES;
        return lines.isEmpty()
                ? "nothing"
                : String.join("; ", lines.subList(0, Math.min(MOST_LINES, lines.size())))
                        + (more > 0 ? "; and " + more + " more" : "");
    }
}
