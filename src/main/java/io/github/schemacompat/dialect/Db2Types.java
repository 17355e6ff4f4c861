package io.github.schemacompat.dialect;

import io.github.schemacompat.dialect.Strings.Content;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The data types of DB2 for Linux, UNIX and Windows. */
final class Db2Types {
    private static final TypeSynonyms SYNONYMS = TypeSynonyms.NONE
            .same("smallint", "int2")
            .same("integer", "int", "int4")
            .same("bigint", "int8")
            .same("decimal", "dec", "numeric", "num")
            .same("double", "double precision", "float8")
            .same("real", "float4")
            .same("char", "character", "bpchar")
            .same("varchar", "character varying", "char varying", "varchar2")
            .same("clob", "character large object", "char large object")
            .same("blob", "binary large object")
            .same("graphic", "nchar", "national character", "national char")
            .same("vargraphic", "nvarchar", "nvarchar2", "nchar varying", "national char varying")
            .same("dbclob", "nclob", "nchar large object", "national character large object")
            .same("varbinary", "binary varying")
            .same("boolean", "bool")
            .filled("decimal", "5", "0")
            .filled("decfloat", "34")
            .filled("char", "1")
            .filled("graphic", "1")
            .filled("binary", "1")
            .filled("clob", "1048576")
            .filled("dbclob", "1048576")
            .filled("blob", "1048576")
            .filled("timestamp", "6");

    private static final Set<String> LARGE = Set.of("clob", "dbclob", "blob");
    private static final Set<String> OWN = Set.of(
            "date",
            "time",
            "xml",
            "long varchar",
            "long vargraphic",
            "rowid",
            "char for bit data",
            "varchar for bit data",
            "long varchar for bit data");
    private static final Map<String, Long> MULTIPLES = Map.of("k", 1L << 10, "m", 1L << 20, "g", 1L << 30);
    private static final String BIT_DATA = " for bit data";
    private static final int LAST_BITS_OF_REAL = 24;
    private static final int BYTES_OF_A_CHARACTER = 4;

    ColumnType canonical(ColumnType written) {
        String name = TypeSynonyms.words(written.name());
        List<String> arguments = written.arguments();
        if (name.equals("float")) {
            int bits = TypeSynonyms.number(written, 0, LAST_BITS_OF_REAL + 1);
            return ColumnType.of(bits <= LAST_BITS_OF_REAL ? "real" : "double");
        }
        if (name.equals("number")) {
            return arguments.isEmpty()
                    ? ColumnType.of("decfloat", "16")
                    : SYNONYMS.resolve("decimal", completed(arguments));
        }
        boolean bits = name.endsWith(BIT_DATA);
        String plain = bits ? name.substring(0, name.length() - BIT_DATA.length()) : name;
        if (!SYNONYMS.knows(plain)) {
            return new ColumnType(OWN.contains(name) ? name : written.name(), arguments);
        }
        ColumnType type = SYNONYMS.resolve(plain, lengths(arguments));
        return bits ? new ColumnType(type.name() + BIT_DATA, type.arguments()) : type;
    }

    private static List<String> completed(List<String> arguments) {
        return arguments.size() > 1 ? arguments : List.of(arguments.get(0), "0");
    }

    /** {@code 10M} as a number; bytes are what lengths are counted in where nothing else is said. */
    private static List<String> lengths(List<String> arguments) {
        List<String> lengths = new ArrayList<>();
        for (String argument : arguments) {
            String said = TypeSynonyms.words(argument).replaceFirst("\\s*\\boctets$", "");
            String unit = said.isEmpty() ? "" : said.substring(said.length() - 1);
            Long multiple = MULTIPLES.get(unit);
            String number = said.substring(0, said.length() - (multiple == null ? 0 : 1))
                    .strip();
            lengths.add(
                    multiple != null && number.matches("\\d{1,9}")
                            ? Long.toString(Long.parseLong(number) * multiple)
                            : said);
        }
        return lengths;
    }

    Values values(Column column) {
        ColumnType type = column.type();
        int first = TypeSynonyms.number(type, 0, 0);
        return switch (type.name()) {
            case "smallint" -> ExactNumbers.signed(16);
            case "integer" -> ExactNumbers.signed(32);
            case "bigint" -> ExactNumbers.signed(64);
            case "decimal" -> ExactNumbers.decimal(first, TypeSynonyms.number(type, 1, 0));
            case "decfloat" -> new ExactNumbers(null, null, first, "decfloat");
            case "real" -> new ApproximateNumbers(24, null);
            case "double" -> new ApproximateNumbers(53, null);
            case "boolean" -> ExactNumbers.unsigned(1).shownAs("boolean");
            case "char", "varchar", "long varchar" -> characters(type);
            case "graphic" -> Strings.of(Content.CHARACTERS, "graphic fixed", first, true);
            case "vargraphic", "long vargraphic" ->
                Strings.of(Content.CHARACTERS, "graphic variable", first == 0 ? Strings.UNLIMITED : first, false);
            case "char for bit data", "binary" -> Strings.of(Content.BYTES, "fixed", first, true);
            case "varchar for bit data", "varbinary" -> Strings.of(Content.BYTES, "variable", first, false);
            case "date" -> new Moments("date", 0, false, 0);
            case "time" -> new Moments("time", 0, false, 0);
            case "timestamp" -> new Moments("timestamp", first, false, 0);
            default ->
                LARGE.contains(type.name())
                        ? Strings.of(
                                type.name().equals("blob") ? Content.BYTES : Content.CHARACTERS,
                                type.name(),
                                length(type, 1),
                                false)
                        : new NamedValues(type.toString());
        };
    }

    private static long length(ColumnType type, long fallback) {
        String argument = type.arguments().isEmpty() ? "" : type.arguments().get(0);
        return argument.matches("\\d{1,18}") ? Long.parseLong(argument) : fallback;
    }

    private static Strings characters(ColumnType type) {
        boolean fixed = type.name().equals("char");
        String argument = type.arguments().isEmpty() ? "" : type.arguments().get(0);
        if (argument.isEmpty()) {
            return Strings.of(Content.CHARACTERS, "long", Strings.UNLIMITED, false);
        }
        boolean inCharacters = argument.contains("codeunits");
        int length = TypeSynonyms.number(ColumnType.of("char", argument.split(" ")[0]), 0, 1);
        long needed = inCharacters ? (long) length * BYTES_OF_A_CHARACTER : length;
        return Strings.of(Content.CHARACTERS, fixed ? "fixed" : "variable", length, fixed)
                .inBytes(needed, inCharacters ? Strings.UNLIMITED : length);
    }
}
