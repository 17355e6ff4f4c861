package io.github.schemacompat.schema;

import org.jspecify.annotations.Nullable;

/**
 * Says which object of a schema is meant, by folded keys.
 *
 * @param kind what it is
 * @param owner key of the object itself, or of the table that the column, constraint, index or trigger belongs to
 * @param member key of the column, constraint or index within its table; null for an object of its own. The primary key
 *     and unnamed constraints have a member key made from their columns.
 */
public record ObjectPath(
        ObjectKind kind, String owner, @Nullable String member) {
    public static ObjectPath of(ObjectKind kind, String key) {
        return new ObjectPath(kind, key, null);
    }

    public static ObjectPath table(String key) {
        return of(ObjectKind.TABLE, key);
    }

    public static ObjectPath column(String tableKey, String columnKey) {
        return new ObjectPath(ObjectKind.COLUMN, tableKey, columnKey);
    }

    public ObjectPath withOwner(String newOwner) {
        return new ObjectPath(kind, newOwner, member);
    }

    @Override
    public String toString() {
        return kind.label() + " " + (member == null ? owner : owner + "." + member);
    }
}
