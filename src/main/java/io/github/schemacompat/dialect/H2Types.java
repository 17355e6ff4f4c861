package io.github.schemacompat.dialect;

import io.github.schemacompat.dialect.Strings.Content;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import java.util.List;

/** The types of H2, with the words that its compatibility modes take for them. */
final class H2Types {
    private static final TypeSynonyms SYNONYMS = TypeSynonyms.NONE
            .same("tinyint")
            .same("smallint", "int2")
            .same("integer", "int", "int4", "mediumint", "signed", "serial", "integer unsigned", "int unsigned")
            .same("bigint", "int8", "identity", "bigserial", "bigint unsigned")
            .same("boolean", "bool", "bit")
            .same("numeric", "decimal", "dec", "number")
            .same("real", "float4")
            .same("double precision", "double", "float8")
            .same("decfloat")
            .same("character", "char", "nchar", "national character", "national char")
            .same(
                    "character varying",
                    "varchar",
                    "char varying",
                    "nvarchar",
                    "varchar2",
                    "nvarchar2",
                    "varchar_casesensitive",
                    "national character varying",
                    "national char varying",
                    "nchar varying",
                    "longvarchar",
                    "longnvarchar",
                    "text",
                    "tinytext")
            .same("varchar_ignorecase", "citext")
            .same(
                    "character large object",
                    "clob",
                    "char large object",
                    "mediumtext",
                    "longtext",
                    "ntext",
                    "nclob",
                    "nchar large object",
                    "national character large object")
            .same("binary")
            .same("binary varying", "varbinary", "raw", "bytea", "long raw", "longvarbinary")
            .same("binary large object", "blob", "tinyblob", "mediumblob", "longblob", "image")
            .same("date")
            .same("time", "time without time zone")
            .same("time with time zone")
            .same("timestamp", "datetime", "datetime2", "timestamp without time zone", "smalldatetime")
            .same("timestamp with time zone")
            .same("json", "jsonb")
            .same("uuid", "uniqueidentifier")
            .same("java_object", "object", "other")
            .same("geometry")
            .same("enum")
            .same("row")
            .same("interval")
            .filled("character", "1")
            .filled("binary", "1");
    private static final int LAST_BITS_OF_REAL = 24;
    private static final int TIMESTAMP_DIGITS = 6;
    private static final int MOST_TIMESTAMP_DIGITS = 9;

    ColumnType canonical(ColumnType written) {
        String name = TypeSynonyms.words(written.name());
        boolean array = name.endsWith("[]");
        String element = array ? name.substring(0, name.length() - 2) : name;
        boolean known = SYNONYMS.knows(element) || element.equals("float") || element.startsWith("interval ");
        if (!known) {
            return written;
        }
        ColumnType type = element(element, written.arguments());
        return array ? new ColumnType(type.name() + "[]", type.arguments()) : type;
    }

    private static ColumnType element(String name, List<String> written) {
        if (name.equals("enum") || name.equals("row")) {
            return new ColumnType(name, written);
        }
        if (name.equals("float")) {
            int bits = TypeSynonyms.number(new ColumnType(name, written), 0, LAST_BITS_OF_REAL + 1);
            return ColumnType.of(bits <= LAST_BITS_OF_REAL ? "real" : "double precision");
        }
        if (name.equals("number") && written.isEmpty()) {
            return ColumnType.of("decfloat", "40");
        }
        if (name.equals("smalldatetime")) {
            return ColumnType.of("timestamp", "0");
        }
        ColumnType type = SYNONYMS.resolve(name, written);
        return switch (type.name()) {
            // a width that is shown, and a length of what has none
            case "tinyint", "smallint", "integer", "bigint", "boolean", "real", "double precision", "date", "uuid" ->
                ColumnType.of(type.name());
            case "numeric" ->
                type.arguments().size() == 1
                        ? ColumnType.of("numeric", type.arguments().get(0), "0")
                        : type;
            case "time", "time with time zone" -> withoutDefault(type, "0");
            case "timestamp", "timestamp with time zone" -> withoutDefault(type, "6");
            default -> withLength(type);
        };
    }

    private static ColumnType withoutDefault(ColumnType type, String digits) {
        return type.arguments().equals(List.of(digits)) ? ColumnType.of(type.name()) : type;
    }

    private static ColumnType withLength(ColumnType type) {
        return new ColumnType(
                type.name(), type.arguments().stream().map(Lengths::plain).toList());
    }

    Values values(Column column) {
        return values(column.type());
    }

    private static Values values(ColumnType type) {
        if (type.isArray()) {
            String element = type.name().substring(0, type.name().length() - "[]".length());
            return new ArrayValues(values(new ColumnType(element, type.arguments())));
        }
        return switch (type.name()) {
            case "tinyint" -> ExactNumbers.signed(8);
            case "smallint" -> ExactNumbers.signed(16);
            case "integer" -> ExactNumbers.signed(32);
            case "bigint" -> ExactNumbers.signed(64);
            case "numeric" ->
                type.arguments().isEmpty()
                        ? ExactNumbers.decimal(100_000, 0)
                        : ExactNumbers.decimal(TypeSynonyms.number(type, 0, 0), TypeSynonyms.number(type, 1, 0));
            case "real" -> new ApproximateNumbers(24, null);
            case "double precision" -> new ApproximateNumbers(53, null);
            case "character varying" -> strings(Content.CHARACTERS, "variable", type, false);
            case "varchar_ignorecase" -> strings(Content.CHARACTERS, "ignoring case", type, false);
            case "character large object" -> strings(Content.CHARACTERS, "large", type, false);
            case "character" -> strings(Content.CHARACTERS, "fixed", type, true);
            case "binary varying" -> strings(Content.BYTES, "variable", type, false);
            case "binary large object" -> strings(Content.BYTES, "large", type, false);
            case "binary" -> strings(Content.BYTES, "fixed", type, true);
            case "date" -> new Moments("date", 0, false, 0);
            case "time" -> new Moments("time", TypeSynonyms.number(type, 0, 0), false, 0);
            case "time with time zone" -> new Moments("time", TypeSynonyms.number(type, 0, 0), true, 0);
            case "timestamp" -> new Moments("timestamp", fraction(type), false, 0);
            case "timestamp with time zone" -> new Moments("timestamp", fraction(type), true, 0);
            case "enum" -> new Labels(false, type.arguments());
            default -> new NamedValues(type.toString());
        };
    }

    private static int fraction(ColumnType type) {
        return Math.min(MOST_TIMESTAMP_DIGITS, TypeSynonyms.number(type, 0, TIMESTAMP_DIGITS));
    }

    private static Strings strings(Content content, String family, ColumnType type, boolean fixed) {
        return Strings.of(content, family, Lengths.of(type, fixed ? 1 : Strings.UNLIMITED), fixed);
    }
}
