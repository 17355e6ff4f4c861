package io.github.schemacompat.fidelity;

import io.github.schemacompat.engine.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that a database has, so that random statements can use them. */
public record Names(List<Names.Name> all) {
    /**
     * A name in use: a row of the grammar's query.
     *
     * @param kind table, column, constraint, index … as the grammar calls it
     * @param key stands for the object in other rows
     * @param parent the key of what it belongs to
     * @param schema what it has to be qualified with
     * @param name as the catalog has it
     * @param type what may be asked for behind a dot: of a column, the kind of its values
     */
    public record Name(
            String kind,
            String key,
            @Nullable String parent,
            @Nullable String schema,
            String name,
            @Nullable String type) {}

    /** @param query the grammar's, as the engine prepared it */
    static Names of(Database database, String query) throws SQLException {
        return new Names(database.rows(query).stream()
                .map(row -> new Name(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)))
                .toList());
    }

    List<Name> of(String kind, @Nullable String type) {
        return all.stream()
                .filter(each -> each.kind().equals(kind) && (type == null || type.equals(each.type())))
                .toList();
    }

    Optional<Name> withKey(@Nullable String key) {
        return all.stream().filter(each -> each.key().equals(key)).findFirst();
    }
}
