package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ColumnType;
import java.util.Locale;

/** A value to show what a default looks like. */
final class SampleValue {
    private SampleValue() {}

    static String of(ColumnType type) {
        String name = type.name().toLowerCase(Locale.ROOT);
        if (name.equals("uuid") || name.equals("uniqueidentifier")) {
            return "'00000000-0000-0000-0000-000000000000'";
        }
        if (name.equals("json") || name.equals("jsonb") || name.endsWith("[]")) {
            return "'{}'";
        }
        if (name.equals("date")) {
            return "'1970-01-01'";
        }
        if (name.startsWith("interval")) {
            return "'0'";
        }
        if (name.equals("boolean") || name.equals("bool")) {
            return "false";
        }
        if (name.contains("int")
                || name.contains("serial")
                || name.startsWith("decimal")
                || name.startsWith("numeric")
                || name.startsWith("float")
                || name.startsWith("double")
                || name.equals("real")
                || name.equals("bit")
                || name.contains("money")
                || name.startsWith("number")) {
            return "0";
        }
        if (name.startsWith("timestamp") || name.startsWith("datetime") || name.equals("smalldatetime")) {
            return "CURRENT_TIMESTAMP";
        }
        return type.arguments().isEmpty() || !name.equals("enum")
                ? "''"
                : type.arguments().get(0);
    }
}
