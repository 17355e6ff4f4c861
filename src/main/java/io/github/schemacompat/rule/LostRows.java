package io.github.schemacompat.rule;

import java.util.List;

/** Words for what the loss of all rows of a table does to releases. */
final class LostRows {
    private LostRows() {}

    static String why(List<Break> breaks) {
        return breaks.stream().anyMatch(Break::readers)
                ? "Its rows are gone for " + Users.releases(breaks) + " too, and no rollback brings them back."
                : "Rows of another table refer to its rows: those that " + Users.releases(breaks)
                        + " writes are refused.";
    }
}
