package io.github.schemacompat.ddl;

import java.util.ArrayList;
import java.util.List;

/** What stands between the parentheses of a CREATE TABLE, while it is read. */
final class TableElements {
    final List<ColumnDefinition> columns = new ArrayList<>();
    final List<ConstraintDefinition> constraints = new ArrayList<>();
    final List<IndexDefinition> indexes = new ArrayList<>();
    /** Columns of PostgreSQL's {@code CONSTRAINT n NOT NULL column}. */
    final List<String> notNull = new ArrayList<>();

    final List<Operation.Like> like = new ArrayList<>();

    /** Whether a column has neither a type nor an expression, as it may only where a query or a parent gives the type. */
    boolean lacksType() {
        return columns.stream().anyMatch(column -> column.type() == null && column.generated() == null);
    }
}
