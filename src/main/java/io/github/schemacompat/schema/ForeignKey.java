package io.github.schemacompat.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param name the constraint's name, or null where the engine makes one up
 * @param columns the names of the referencing columns
 * @param references key of the referenced table
 * @param referencedColumns the names of the referenced columns; empty where the script left them to the primary key of a
 *     table that it does not know
 * @param onDelete {@code no action}, {@code restrict}, {@code cascade}, {@code set null} or {@code set default}
 * @param onUpdate as {@code onDelete}
 * @param enforced false for a disabled or NOT ENFORCED constraint
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        String references,
        List<String> referencedColumns,
        String onDelete,
        String onUpdate,
        boolean enforced)
        implements SchemaElement {
    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }

    public ForeignKey withName(@Nullable String value) {
        return new ForeignKey(value, columns, references, referencedColumns, onDelete, onUpdate, enforced);
    }

    public ForeignKey withColumns(List<String> value) {
        return new ForeignKey(name, value, references, referencedColumns, onDelete, onUpdate, enforced);
    }

    public ForeignKey withReferences(String value) {
        return new ForeignKey(name, columns, value, referencedColumns, onDelete, onUpdate, enforced);
    }

    public ForeignKey withReferencedColumns(List<String> value) {
        return new ForeignKey(name, columns, references, value, onDelete, onUpdate, enforced);
    }

    public ForeignKey withEnforced(boolean value) {
        return new ForeignKey(name, columns, references, referencedColumns, onDelete, onUpdate, value);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.FOREIGN_KEY;
    }
}
