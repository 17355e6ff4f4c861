package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.ObjectKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The names that engines give to what scripts leave unnamed. */
final class MadeUpNames {
    private static final int WIDEST_GAP = 50;
    private static final int POSTGRESQL_BYTES = 63;

    private MadeUpNames() {}

    /** {@code table_columns_label}, cut to 63 bytes, with a number behind the label if the name is taken. */
    static @Nullable String postgreSql(ObjectKind kind, String table, List<String> columns, Predicate<String> taken) {
        String joined = joined(distinct(columns));
        String label;
        switch (kind) {
            case PRIMARY_KEY -> {
                label = "pkey";
                joined = "";
            }
            case UNIQUE -> label = "key";
            case FOREIGN_KEY -> label = "fkey";
            case CHECK -> {
                label = "check";
                joined = columns.size() == 1 ? joined : "";
            }
            case EXCLUSION -> label = "excl";
            case INDEX -> label = "idx";
            case SEQUENCE -> label = "seq";
            default -> {
                return null;
            }
        }
        String name = cut(table, joined, label);
        for (int i = 1; taken.test(name); i++) {
            name = cut(table, joined, label + i);
        }
        return name;
    }

    /** An index may have a column twice; the second is told apart by a number, as the engine calls the index's own columns. */
    private static List<String> distinct(List<String> columns) {
        List<String> distinct = new ArrayList<>();
        for (String column : columns) {
            String name = column;
            for (int i = 1; distinct.contains(name); i++) {
                name = clipped(column, POSTGRESQL_BYTES - String.valueOf(i).length()) + i;
            }
            distinct.add(name);
        }
        return distinct;
    }

    /** The engine stops to add columns once a whole name is full. */
    private static String joined(List<String> columns) {
        StringBuilder joined = new StringBuilder();
        for (String column : columns) {
            if (bytes(joined.toString()) > POSTGRESQL_BYTES) {
                break;
            }
            joined.append(joined.isEmpty() ? "" : "_").append(column);
        }
        return joined.toString();
    }

    /** The longer of the two parts is cut first, each at a whole character. */
    private static String cut(String table, String columns, String label) {
        int overhead = label.length() + 1 + (columns.isEmpty() ? 0 : 1);
        int available = POSTGRESQL_BYTES - overhead;
        int first = bytes(table);
        int second = bytes(columns);
        while (first + second > available) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        String head = clipped(table, first);
        return (columns.isEmpty() ? head : head + "_" + clipped(columns, second)) + "_" + label;
    }

    /** A name as PostgreSQL keeps it: what goes beyond 63 bytes is cut off without a word. */
    static String limited(String name) {
        boolean fits = name.length() * 3 <= POSTGRESQL_BYTES || bytes(name) <= POSTGRESQL_BYTES;
        return fits ? name : clipped(name, POSTGRESQL_BYTES);
    }

    private static String clipped(String text, int bytes) {
        int end = text.length();
        while (bytes(text.substring(0, end)) > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * @param numberedCheck what stands before the number of a check's name: {@code t_chk_} in MySQL, {@code CONSTRAINT_} in
     *     MariaDB
     * @param bytes how much of a column's name is left before the number of an index
     */
    static @Nullable String mySql(
            ObjectKind kind,
            String table,
            List<String> columns,
            String numberedCheck,
            int bytes,
            Predicate<String> taken) {
        return switch (kind) {
            case PRIMARY_KEY -> "PRIMARY";
            case UNIQUE, INDEX -> firstColumn(columns.isEmpty() ? "functional_index" : columns.get(0), bytes, taken);
            case FOREIGN_KEY -> behindLast(table + "_ibfk_", taken);
            case CHECK -> numbered(numberedCheck, taken);
            default -> null;
        };
    }

    /** The digits of the table's hash, as many as it takes, and then numbers. */
    static @Nullable String h2(ObjectKind kind, String table, Predicate<String> taken) {
        String prefix;
        switch (kind) {
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK -> prefix = "CONSTRAINT_";
            case INDEX -> prefix = "INDEX_";
            default -> {
                return null;
            }
        }
        String digits = Integer.toHexString(table.hashCode()).toUpperCase(Locale.ROOT);
        for (int i = 1; i <= digits.length(); i++) {
            String name = prefix + digits.substring(0, i);
            if (!taken.test(name)) {
                return name;
            }
        }
        int number = 0;
        while (taken.test(prefix + digits + "_" + number)) {
            number++;
        }
        return prefix + digits + "_" + number;
    }

    private static String firstColumn(String column, int bytes, Predicate<String> taken) {
        boolean reserved = column.equalsIgnoreCase("PRIMARY");
        String name = column;
        for (int i = 2; reserved || taken.test(name); i++) {
            reserved = false;
            name = clipped(column, bytes) + "_" + i;
        }
        return name;
    }

    private static String numbered(String prefix, Predicate<String> taken) {
        int number = 1;
        while (taken.test(prefix + number)) {
            number++;
        }
        return prefix + number;
    }

    /** One more than the highest number in use; it is looked for a good way beyond the first that is free. */
    private static String behindLast(String prefix, Predicate<String> taken) {
        int last = 0;
        for (int number = 1; number <= last + WIDEST_GAP; number++) {
            last = taken.test(prefix + number) ? number : last;
        }
        return prefix + (last + 1);
    }
}
