package io.github.schemacompat.soundness;

import java.util.List;
import java.util.function.Function;

/** The INSERTs of a table's rows. */
record Inserts(Vocabulary words, ReleasedTable table) {
    static Inserts of(Vocabulary words, ReleasedTable table) {
        return new Inserts(words, table);
    }

    /** With all columns that can be written. */
    String all(int row) {
        return row(table.writable(), column -> words.value(column, row));
    }

    /** With these columns and their values. */
    String row(List<ReleasedColumn> columns, Function<ReleasedColumn, String> value) {
        if (columns.isEmpty()) {
            return "INSERT INTO " + words.quote(table.name()) + " "
                    + words.all("norow").get(0);
        }
        return "INSERT INTO " + words.quote(table.name()) + " (" + Lists.names(words, columns) + ") VALUES ("
                + Lists.of(columns, value) + ")";
    }
}
