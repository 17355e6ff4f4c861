package io.github.schemacompat.schema;

import java.util.ArrayList;
import java.util.List;
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

    /** This name; where it says no schema, in that of the other one. */
    public QualifiedName inSchemaOf(QualifiedName other) {
        return schema == null ? withSchema(other.schema) : this;
    }

    /** As people write it; parts that hold a dot, a quote or a parenthesis are put in double quotes. */
    @Override
    public String toString() {
        return schema == null ? quoted(name) : quoted(schema) + "." + quoted(name);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text is no name of one or two parts
     */
    public static QualifiedName parse(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            StringBuilder part = new StringBuilder();
            if (at < text.length() && text.charAt(at) == '"') {
                at++;
                while (at < text.length() && (text.charAt(at) != '"' || text.startsWith("\"\"", at))) {
                    at += text.charAt(at) == '"' ? 1 : 0;
                    part.append(text.charAt(at++));
                }
                at++;
            } else {
                while (at < text.length() && text.charAt(at) != '.') {
                    part.append(text.charAt(at++));
                }
            }
            parts.add(part.toString());
            if (at < text.length() && text.charAt(at) != '.') {
                throw new IllegalArgumentException("not a name: " + text);
            }
            at++;
        }
        if (parts.size() > 2) {
            throw new IllegalArgumentException("not a name of one or two parts: " + text);
        }
        return parts.size() == 1 ? of(parts.get(0)) : new QualifiedName(parts.get(0), parts.get(1));
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
