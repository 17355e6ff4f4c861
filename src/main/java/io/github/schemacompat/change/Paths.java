package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.UniqueKey;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The paths of what belongs to a table. Changes carry them, and whoever compares schemas finds the changes by them. */
public final class Paths {
    private final Dialect dialect;

    public Paths(Dialect dialect) {
        this.dialect = dialect;
    }

    public ObjectPath of(String tableKey, Column column) {
        return ObjectPath.column(tableKey, dialect.key(column.name()));
    }

    /** A table has one primary key at most, so that its columns name it: {@code (id)}. */
    public ObjectPath of(String tableKey, PrimaryKey key) {
        return new ObjectPath(ObjectKind.PRIMARY_KEY, tableKey, columns(key.columns()));
    }

    public ObjectPath of(String tableKey, UniqueKey key) {
        return new ObjectPath(ObjectKind.UNIQUE, tableKey, member(key.name(), key.columns()));
    }

    public ObjectPath of(String tableKey, ForeignKey key) {
        return new ObjectPath(ObjectKind.FOREIGN_KEY, tableKey, member(key.name(), key.columns()));
    }

    public ObjectPath of(String tableKey, Check check) {
        return new ObjectPath(check.kind(), tableKey, member(check.name(), check.columns()));
    }

    public ObjectPath of(String tableKey, Index index) {
        return new ObjectPath(ObjectKind.INDEX, tableKey, dialect.key(index.name()));
    }

    private String member(@Nullable String name, List<String> columns) {
        return name == null ? columns(columns) : dialect.key(name);
    }

    private String columns(List<String> names) {
        return names.stream().map(dialect::key).collect(Collectors.joining(",", "(", ")"));
    }
}
