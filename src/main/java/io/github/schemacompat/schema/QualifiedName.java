package io.github.schemacompat.schema;

import org.jspecify.annotations.Nullable;

/**
 * A name as the engine's catalog would hold it: quotes removed, folding applied.
 *
 * @param schema the schema (for MySQL and MariaDB the database), or null where the script left it out
 * @param name the object's own name
 */
public record QualifiedName(@Nullable String schema, String name) {
    public static QualifiedName of(String name) {
        return new QualifiedName(null, name);
    }

    public QualifiedName withName(String newName) {
        return new QualifiedName(schema, newName);
    }

    public QualifiedName withSchema(@Nullable String newSchema) {
        return new QualifiedName(newSchema, name);
    }

    /** As people write it; parts that hold a dot, a quote or a parenthesis are put in double quotes. */
    @Override
    public String toString() {
        return schema == null ? quoted(name) : quoted(schema) + "." + quoted(name);
    }

    /** A part as it stands in a key or a display name: in double quotes if it would be misread without them. */
    public static String quoted(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '.' || c == '"' || c == '(' || c == ')' || c == ',') {
                return '"' + part.replace("\"", "\"\"") + '"';
            }
        }
        return part;
    }
}
