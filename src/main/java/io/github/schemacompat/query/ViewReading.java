package io.github.schemacompat.query;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.ViewColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a view's query.
 *
 * @param columns the output columns, or null where they could not be resolved
 * @param origins for each output column the column of a table or view that it is, or null for anything else
 * @param uses keys of what the query reads: {@code customers}, {@code customers.customerid}, {@code find(bigint)}
 * @param read whether JSqlParser could read it; if not, only what its words may mean is known
 * @param unresolved names that it holds and that nothing known answers to, sorted
 * @param reason why the columns are null, as a sentence's end; else null
 */
public record ViewReading(
        @Nullable List<ViewColumn> columns,
        List<@Nullable Origin> origins,
        SortedSet<String> uses,
        boolean read,
        SortedSet<String> unresolved,
        @Nullable String reason) {
    public ViewReading {
        columns = columns == null ? null : List.copyOf(columns);
        origins = Collections.unmodifiableList(new ArrayList<>(origins));
        uses = Collections.unmodifiableSortedSet(new TreeSet<>(uses));
        unresolved = Collections.unmodifiableSortedSet(new TreeSet<>(unresolved));
    }

    /**
     * A column of a table or view.
     *
     * @param relation its key
     * @param column the column's key
     */
    public record Origin(String relation, String column) {
        @Override
        public String toString() {
            return relation + "." + QualifiedName.quoted(column);
        }
    }

    /** @param uses what its words may mean */
    static ViewReading notRead(String reason, SortedSet<String> uses) {
        return new ViewReading(null, List.of(), uses, false, new TreeSet<>(), reason);
    }
}
