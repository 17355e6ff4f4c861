package io.github.schemacompat.dialect;

import io.github.schemacompat.dialect.Strings.Content;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The data types of Oracle, spelled as its catalog has them. */
final class OracleTypes {
    private static final String GREATEST_PRECISION = "38";

    private static final TypeSynonyms SYNONYMS = TypeSynonyms.NONE
            .same("number", "numeric", "decimal", "dec", "integer", "int", "smallint")
            .same("float", "double precision", "real")
            .same("varchar2", "varchar", "char varying", "character varying")
            .same("char", "character")
            .same("nchar", "national char", "national character")
            .same("nvarchar2", "national char varying", "national character varying", "nchar varying")
            .same("boolean", "bool")
            .filled("char", "1")
            .filled("nchar", "1")
            .filled("float", "126")
            .filled("timestamp", "6")
            .filled("timestamp with time zone", "6")
            .filled("timestamp with local time zone", "6");

    /** Words for numbers that have a precision if none is written. */
    private static final Map<String, List<String>> WHOLE_NUMBERS = Map.of(
            "numeric", List.of(GREATEST_PRECISION, "0"),
            "decimal", List.of(GREATEST_PRECISION, "0"),
            "dec", List.of(GREATEST_PRECISION, "0"),
            "integer", List.of(GREATEST_PRECISION, "0"),
            "int", List.of(GREATEST_PRECISION, "0"),
            "smallint", List.of(GREATEST_PRECISION, "0"),
            "real", List.of("63"));

    private static final double DECIMAL_DIGITS_OF_A_BIT = 0.30103;
    private static final int BYTES_OF_A_CHARACTER = 4;
    private static final int NANOSECONDS = 9;

    ColumnType canonical(ColumnType written) {
        String name = TypeSynonyms.words(written.name());
        List<String> arguments = written.arguments();
        if (arguments.isEmpty()) {
            arguments = WHOLE_NUMBERS.getOrDefault(name, arguments);
        }
        if (!SYNONYMS.knows(name)) {
            return new ColumnType(isOwn(name) ? name : written.name(), plain(arguments));
        }
        ColumnType type = SYNONYMS.resolve(name, plain(arguments));
        return type.name().equals("number") ? number(type.arguments()) : type;
    }

    /** A word of the engine in lower case; the name of a user's type keeps its spelling. */
    private static boolean isOwn(String name) {
        return switch (name) {
            case "varchar2",
                    "nvarchar2",
                    "date",
                    "clob",
                    "nclob",
                    "blob",
                    "bfile",
                    "raw",
                    "long",
                    "long raw",
                    "rowid",
                    "urowid",
                    "binary_float",
                    "binary_double",
                    "json",
                    "xmltype",
                    "vector" -> true;
            default -> name.startsWith("interval ");
        };
    }

    /** BYTE is what lengths are counted in where nothing else is said. */
    private static List<String> plain(List<String> arguments) {
        List<String> plain = new ArrayList<>();
        for (String argument : arguments) {
            String said = TypeSynonyms.words(argument);
            plain.add(said.endsWith(" byte") ? said.substring(0, said.length() - " byte".length()) : said);
        }
        return plain;
    }

    private static ColumnType number(List<String> arguments) {
        if (arguments.isEmpty()) {
            return ColumnType.of("number");
        }
        String precision = arguments.get(0).equals("*") ? GREATEST_PRECISION : arguments.get(0);
        if (arguments.size() == 1) {
            return arguments.get(0).equals("*") ? ColumnType.of("number") : ColumnType.of("number", precision, "0");
        }
        return ColumnType.of("number", precision, arguments.get(1).replace(" ", ""));
    }

    Values values(Column column) {
        ColumnType type = column.type();
        int first = TypeSynonyms.number(type, 0, 0);
        return switch (type.name()) {
            case "number" ->
                type.arguments().isEmpty()
                        ? ExactNumbers.ALL
                        : ExactNumbers.decimal(first, TypeSynonyms.number(type, 1, 0));
            case "float" -> floating((int) Math.ceil(first * DECIMAL_DIGITS_OF_A_BIT));
            case "binary_float" -> new ApproximateNumbers(24, null);
            case "binary_double" -> new ApproximateNumbers(53, null);
            case "boolean" -> ExactNumbers.unsigned(1).shownAs("boolean");
            case "varchar2" -> characters(type, "variable", false);
            case "char" -> characters(type, "fixed", true);
            case "nvarchar2" -> Strings.of(Content.CHARACTERS, "national variable", first, false);
            case "nchar" -> Strings.of(Content.CHARACTERS, "national fixed", first, true);
            case "clob", "nclob", "long" -> Strings.of(Content.CHARACTERS, type.name(), Strings.UNLIMITED, false);
            case "raw" -> Strings.of(Content.BYTES, "variable", first, false);
            case "blob", "long raw" -> Strings.of(Content.BYTES, type.name(), Strings.UNLIMITED, false);
            // a DATE has hours, minutes and seconds
            case "date" -> new Moments("date", 0, false, 0);
            case "timestamp" -> new Moments("timestamp", first, false, 0);
            case "timestamp with time zone" -> new Moments("timestamp", first, true, 1);
            case "timestamp with local time zone" -> new Moments("timestamp", first, true, 0);
            default ->
                type.name().startsWith("interval ")
                        ? new Moments(type.name(), NANOSECONDS, false, 0)
                        : new NamedValues(type.toString());
        };
    }

    /** Decimal digits behind any point: NUMBER under another name. */
    private static ExactNumbers floating(int digits) {
        return new ExactNumbers((BigDecimal) null, null, digits, "float");
    }

    /** Lengths count bytes unless CHAR is said. */
    private static Strings characters(ColumnType type, String family, boolean fixed) {
        String argument = type.arguments().isEmpty() ? "1" : type.arguments().get(0);
        boolean inCharacters = argument.endsWith(" char");
        String number = inCharacters ? argument.substring(0, argument.length() - " char".length()) : argument;
        int length = TypeSynonyms.number(ColumnType.of(type.name(), number), 0, 1);
        long needed = inCharacters ? (long) length * BYTES_OF_A_CHARACTER : length;
        long held = inCharacters ? Strings.UNLIMITED : length;
        return Strings.of(Content.CHARACTERS, family, length, fixed).inBytes(needed, held);
    }
}
