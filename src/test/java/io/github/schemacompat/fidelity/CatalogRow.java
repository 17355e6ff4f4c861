package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a catalog. */
record CatalogRow(Dialect dialect, List<@Nullable String> values) {
    static List<CatalogRow> of(Database database, Dialect dialect, String query) throws SQLException {
        return database.rows(query).stream()
                .map(values -> new CatalogRow(dialect, values))
                .toList();
    }

    @Nullable
    String get(int column) {
        return values.get(column);
    }

    String text(int column) {
        return String.valueOf(values.get(column));
    }

    int number(int column) {
        return Integer.parseInt(text(column));
    }

    boolean flag(int column) {
        return List.of("YES", "TRUE", "true", "t", "1").contains(text(column));
    }

    /** The key of the name whose schema stands in this column and whose own name in the next. */
    String key(int column) {
        return dialect.key(new QualifiedName(get(column), text(column + 1)), dialect.defaultSchema());
    }

    /** The values of one column by those of others, in the order of the rows. */
    static Map<String, List<String>> grouped(List<CatalogRow> rows, int by, int value) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (CatalogRow row : rows) {
            groups.computeIfAbsent(row.text(by), key -> new ArrayList<>()).add(row.text(value));
        }
        return groups;
    }

    /** As {@link QualifiedName} writes it. */
    static String quoted(String name) {
        return QualifiedName.quoted(name);
    }
}
