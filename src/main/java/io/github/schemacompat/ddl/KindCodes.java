package io.github.schemacompat.ddl;

import java.util.Locale;

/** The codes by which catalogs tell the kinds of their rows, in those of SQL Server. */
final class KindCodes {
    private KindCodes() {}

    /** PostgreSQL's one-letter codes mean other things than those of SQL Server. */
    static String standard(String column, String value, boolean db2) {
        if (column.equals("contype")) {
            return switch (value) {
                case "p" -> "PK";
                case "u" -> "UQ";
                case "f" -> "F";
                case "c" -> "C";
                case "x" -> "X";
                default -> "?";
            };
        }
        boolean letter = column.equals("constraint_type") || column.equals("type") && db2;
        if (letter && value.strip().length() == 1) {
            return switch (value.strip().toUpperCase(Locale.ROOT)) {
                case "P" -> "PK";
                case "U" -> "UQ";
                case "R", "F" -> "F";
                case "C", "K" -> "C";
                default -> "?";
            };
        }
        if (column.equals("relkind")) {
            return switch (value) {
                case "r", "p", "f" -> "U";
                case "v", "m" -> "V";
                case "S" -> "SO";
                case "i" -> "I";
                default -> "?";
            };
        }
        return value;
    }
}
