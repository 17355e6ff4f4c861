package io.github.schemacompat.soundness;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a trial whatever isn't needed for its fault, the larger parts first.
 *
 * @param keepsRows whether the released rows stay
 */
record Shrinking(Shrinking.Check check, boolean keepsRows) {
    private static final int LARGEST_PART = 16;

    /** Whether a smaller trial has the fault still. */
    interface Check {
        boolean fails(Trial trial) throws SQLException;
    }

    /** A list of a trial, which may be replaced by a shorter one. */
    private interface Part {
        Trial with(Trial trial, List<String> statements);
    }

    /** @param broken the use that the fault is about, or null */
    Trial shrunk(Trial trial, @Nullable Use broken) throws SQLException {
        Trial smallest = trial;
        if (broken != null) {
            // numbers that an earlier use took are not given back
            smallest = smaller(trial, trial.withUse(broken));
        }
        for (int size = LARGEST_PART; size > 0; size /= 2) {
            smallest = without(smallest, size, smallest.post(), Trial::withPost);
            smallest = without(smallest, size, smallest.pre(), Trial::withPre);
            for (int i = smallest.versions().size() - 1; i >= 0; i--) {
                int version = i;
                smallest = without(
                        smallest,
                        size,
                        smallest.versions().get(i).statements(),
                        (each, statements) -> each.withVersion(version, statements));
            }
        }
        return broken == null ? smallest : withFewerColumns(smallest);
    }

    private Trial smaller(Trial trial, Trial attempt) throws SQLException {
        return check.fails(attempt) ? attempt : trial;
    }

    private Trial without(Trial trial, int size, List<String> statements, Part part) throws SQLException {
        Trial smallest = trial;
        List<String> left = statements;
        for (int from = 0; from < left.size(); ) {
            List<String> fewer = without(left, from, size);
            Trial attempt = part.with(smallest, fewer);
            boolean keepsAll = left.subList(from, Math.min(left.size(), from + size)).stream()
                    .noneMatch(this::isKept);
            if (keepsAll && check.fails(attempt)) {
                smallest = attempt;
                left = fewer;
            } else {
                from += size;
            }
        }
        return smallest;
    }

    /** The uses keep the promises of the marks; and without rows no false alarm can be told from a right one. */
    private boolean isKept(String statement) {
        return statement.startsWith(Trial.MARK) || keepsRows && statement.startsWith("INSERT ");
    }

    /** Leaves out lines of CREATE TABLE. */
    private Trial withFewerColumns(Trial trial) throws SQLException {
        Trial smallest = trial;
        for (int i = 0; i < smallest.versions().get(0).statements().size(); i++) {
            List<String> lines =
                    List.of(smallest.versions().get(0).statements().get(i).split(",\n  "));
            for (int line = lines.size() - 1; line > 0; line--) {
                String end = line == lines.size() - 1 ? "\n)" : "";
                List<String> statements =
                        new ArrayList<>(smallest.versions().get(0).statements());
                statements.set(i, String.join(",\n  ", without(lines, line, 1)) + end);
                Trial attempt = smallest.withVersion(0, statements);
                if (check.fails(attempt)) {
                    smallest = attempt;
                    lines = List.of(statements.get(i).split(",\n  "));
                }
            }
        }
        return smallest;
    }

    private static List<String> without(List<String> statements, int from, int count) {
        List<String> rest = new ArrayList<>(statements.subList(0, from));
        rest.addAll(statements.subList(Math.min(statements.size(), from + count), statements.size()));
        return rest;
    }
}
