package io.github.schemacompat.soundness;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an engine answers to one statement.
 *
 * @param columns label and family of each column of a result
 * @param rows the values as text
 * @param count how many rows were written
 */
record Answer(List<String> columns, List<List<String>> rows, int count) {
    private static final String SEPARATOR = ": ";

    static Answer ofCount(int count) {
        return new Answer(List.of(), List.of(), count);
    }

    static Answer of(ResultSet result) throws SQLException {
        ResultSetMetaData shape = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            columns.add(
                    shape.getColumnLabel(i) + SEPARATOR + family(shape.getColumnType(i), shape.getColumnTypeName(i)));
        }
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(value(result, i, shape.getColumnType(i)));
            }
            rows.add(row);
        }
        return new Answer(columns, rows, 0);
    }

    /** What of this is no more in a later answer; further rows, and further columns behind the old ones, are no loss. */
    @Nullable
    String lostIn(Answer later, boolean rowsMayDiffer) {
        int width = columns.size();
        if (rowsMayDiffer && later.rows.isEmpty() && labels(later.columns).equals(labels(columns))) {
            // SQLite tells the type of an expression from the first row
            return null;
        }
        if (later.columns.size() < width || !later.columns.subList(0, width).equals(columns)) {
            return "columns " + columns + " became " + later.columns;
        }
        if (rowsMayDiffer) {
            return null;
        }
        if (later.count < count) {
            return count + " rows became " + later.count;
        }
        List<List<String>> left = new ArrayList<>();
        later.rows.forEach(row -> left.add(row.subList(0, width)));
        for (List<String> row : rows) {
            if (!left.remove(row)) {
                return "the row " + row + " is gone; there are " + left;
            }
        }
        return null;
    }

    private static List<String> labels(List<String> columns) {
        return columns.stream()
                .map(column -> column.substring(0, column.lastIndexOf(SEPARATOR)))
                .toList();
    }

    /** What an application reads with the same method. */
    private static String family(int type, String name) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> "whole number";
            case Types.NUMERIC, Types.DECIMAL -> "decimal number";
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> "floating number";
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.CLOB,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.NCLOB -> isTextual(name) ? "text" : name.toLowerCase(Locale.ROOT);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> "bytes";
            case Types.BIT, Types.BOOLEAN -> "truth";
            case Types.DATE -> "date";
            case Types.TIME, Types.TIMESTAMP, Types.TIME_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE ->
                name.toLowerCase(Locale.ROOT).replaceAll("\\(\\d+\\)", "");
            // of what there is to choose from an application knows by itself
            default -> name.toLowerCase(Locale.ROOT).replaceAll("\\(.*\\)", "");
        };
    }

    /** Enumerations are called VARCHAR by some drivers. */
    private static boolean isTextual(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*(char|text|clob|character|string).*");
    }

    private static @Nullable String value(ResultSet result, int column, int type) throws SQLException {
        return switch (type) {
            case Types.NUMERIC, Types.DECIMAL -> {
                BigDecimal number = result.getBigDecimal(column);
                yield number == null ? null : number.stripTrailingZeros().toPlainString();
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] bytes = result.getBytes(column);
                yield bytes == null ? null : HexFormat.of().formatHex(bytes);
            }
            default -> result.getString(column);
        };
    }
}
