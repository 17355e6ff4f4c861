package io.github.schemacompat.dialect;

import io.github.schemacompat.dialect.Strings.Content;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The data types of PostgreSQL, spelled as its function {@code format_type} prints them. */
final class PostgreSqlTypes {
    private static final TypeSynonyms SYNONYMS = TypeSynonyms.NONE
            .same("smallint", "int2", "smallserial", "serial2")
            .same("integer", "int", "int4", "serial", "serial4")
            .same("bigint", "int8", "bigserial", "serial8")
            .same("numeric", "decimal", "dec")
            .same("real", "float4")
            .same("double precision", "float8")
            .same("boolean", "bool")
            .same("character", "char", "nchar", "national character", "national char")
            .same(
                    "character varying",
                    "varchar",
                    "char varying",
                    "nchar varying",
                    "national character varying",
                    "national char varying")
            .same("bit varying", "varbit")
            .same("timestamp without time zone", "timestamp")
            .same("timestamp with time zone", "timestamptz")
            .same("time without time zone", "time")
            .same("time with time zone", "timetz")
            .filled("character", "1")
            .filled("bit", "1");

    private static final Pattern ARRAY = Pattern.compile("\\s*(?:\\[\\s*\\d*\\s*]|\\barray\\b)");
    private static final int LAST_BITS_OF_REAL = 24;
    private static final int FRACTION_DIGITS = 6;

    ColumnType canonical(ColumnType written) {
        String name = withoutSchema(written.name().strip());
        boolean array = false;
        Matcher suffix = ARRAY.matcher(name);
        int end = name.length();
        while (suffix.find()) {
            if (!name.substring(suffix.start()).replaceAll(ARRAY.pattern(), "").isBlank()) {
                continue;
            }
            array = true;
            end = Math.min(end, suffix.start());
        }
        ColumnType element = element(name.substring(0, end), written.arguments());
        return array ? new ColumnType(element.name() + "[]", element.arguments()) : element;
    }

    private static String withoutSchema(String name) {
        for (String schema : List.of("pg_catalog.", "public.")) {
            if (name.startsWith(schema)) {
                return name.substring(schema.length());
            }
        }
        return name;
    }

    private static ColumnType element(String written, List<String> arguments) {
        String name = TypeSynonyms.words(written);
        if (name.equals("float")) {
            int bits = TypeSynonyms.number(new ColumnType(name, arguments), 0, LAST_BITS_OF_REAL + 1);
            return ColumnType.of(bits <= LAST_BITS_OF_REAL ? "real" : "double precision");
        }
        if (name.equals("bpchar") && !arguments.isEmpty()) {
            return new ColumnType("character", arguments);
        }
        ColumnType type = SYNONYMS.resolve(SYNONYMS.knows(name) ? name : written, arguments);
        boolean integersOnly = type.name().equals("numeric") && arguments.size() == 1;
        return integersOnly ? ColumnType.of("numeric", type.arguments().get(0), "0") : type;
    }

    Values values(Column column) {
        return values(column.type());
    }

    private static Values values(ColumnType type) {
        if (type.isArray()) {
            String element = type.name().substring(0, type.name().length() - "[]".length());
            return new ArrayValues(values(new ColumnType(element, type.arguments())));
        }
        int fraction = Math.min(FRACTION_DIGITS, TypeSynonyms.number(type, 0, FRACTION_DIGITS));
        return switch (type.name()) {
            case "smallint" -> ExactNumbers.signed(16);
            case "integer" -> ExactNumbers.signed(32);
            case "bigint" -> ExactNumbers.signed(64);
            case "numeric" ->
                type.arguments().isEmpty()
                        ? ExactNumbers.ALL
                        : ExactNumbers.decimal(TypeSynonyms.number(type, 0, 0), TypeSynonyms.number(type, 1, 0));
            case "real" -> new ApproximateNumbers(24, null);
            case "double precision" -> new ApproximateNumbers(53, null);
            case "text" -> strings(Content.CHARACTERS, type, false);
            case "character varying" -> strings(Content.CHARACTERS, type, false);
            case "character", "bpchar" -> strings(Content.CHARACTERS, type, true);
            case "bit varying" -> strings(Content.BITS, type, false);
            case "bit" -> strings(Content.BITS, type, true);
            case "date" -> new Moments("date", 0, false, 0);
            case "time without time zone" -> new Moments("time", fraction, false, 0);
            case "time with time zone" -> new Moments("time", fraction, true, 0);
            case "timestamp without time zone" -> new Moments("timestamp", fraction, false, 0);
            case "timestamp with time zone" -> new Moments("timestamp", fraction, true, 0);
            default ->
                type.name().equals("interval") || type.name().startsWith("interval ")
                        ? new Moments(type.name(), fraction, false, 0)
                        : new NamedValues(type.toString());
        };
    }

    private static Strings strings(Content content, ColumnType type, boolean fixed) {
        long length = type.arguments().isEmpty() ? Strings.UNLIMITED : TypeSynonyms.number(type, 0, 1);
        return Strings.of(content, fixed ? "fixed" : "variable", length, fixed);
    }
}
