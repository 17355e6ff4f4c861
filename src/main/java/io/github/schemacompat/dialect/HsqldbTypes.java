package io.github.schemacompat.dialect;

import io.github.schemacompat.dialect.Strings.Content;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;

/** The types of HSQLDB. */
final class HsqldbTypes {
    private static final String LONG = "16777216";
    private static final String GIGABYTE = "1073741824";
    private static final TypeSynonyms SYNONYMS = TypeSynonyms.NONE
            .same("tinyint")
            .same("smallint")
            .same("integer", "int")
            .same("bigint")
            .same("boolean")
            .same("numeric", "decimal", "dec")
            .same("double", "double precision", "float", "real")
            .same("character", "char")
            .same("varchar", "character varying", "char varying", "longvarchar", "nvarchar", "varchar2")
            .same("varchar_ignorecase")
            .same("clob", "character large object", "char large object", "nclob")
            .same("binary")
            .same("varbinary", "binary varying", "longvarbinary")
            .same("blob", "binary large object")
            .same("bit")
            .same("bit varying")
            .same("date")
            .same("time", "time without time zone")
            .same("time with time zone")
            .same("timestamp", "datetime", "timestamp without time zone")
            .same("timestamp with time zone")
            .same("uuid")
            .same("other", "object")
            .filled("character", "1")
            .filled("binary", "1")
            .filled("bit", "1")
            .filled("numeric", "128", "0")
            .filled("clob", GIGABYTE)
            .filled("blob", GIGABYTE);
    private static final int TIMESTAMP_DIGITS = 6;

    ColumnType canonical(ColumnType written) {
        String name = TypeSynonyms.words(written.name());
        boolean array = name.endsWith("[]");
        String element = array ? name.substring(0, name.length() - 2) : name;
        if (element.startsWith("interval ")) {
            return new ColumnType(element, written.arguments());
        }
        if (!SYNONYMS.knows(element)) {
            return written;
        }
        ColumnType type = element(element, written);
        return array ? new ColumnType(type.name() + "[]", type.arguments()) : type;
    }

    private static ColumnType element(String name, ColumnType written) {
        ColumnType resolved = SYNONYMS.resolve(name, written.arguments());
        ColumnType type = new ColumnType(
                resolved.name(),
                resolved.arguments().stream().map(Lengths::plain).toList());
        if (name.startsWith("long")) {
            return type.arguments().isEmpty() ? ColumnType.of(type.name(), LONG) : type;
        }
        return switch (type.name()) {
            case "tinyint", "smallint", "integer", "bigint", "boolean", "double", "date", "uuid", "other" ->
                ColumnType.of(type.name());
            case "time", "time with time zone" -> withoutDefault(type, "0");
            case "timestamp", "timestamp with time zone" -> withoutDefault(type, "6");
            default -> type;
        };
    }

    private static ColumnType withoutDefault(ColumnType type, String digits) {
        boolean same = type.arguments().size() == 1 && type.arguments().get(0).equals(digits);
        return same ? ColumnType.of(type.name()) : type;
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
            case "numeric" -> ExactNumbers.decimal(TypeSynonyms.number(type, 0, 128), TypeSynonyms.number(type, 1, 0));
            case "double" -> new ApproximateNumbers(53, null);
            case "varchar" -> strings(Content.CHARACTERS, "variable", type, false);
            case "varchar_ignorecase" -> strings(Content.CHARACTERS, "ignoring case", type, false);
            case "clob" -> strings(Content.CHARACTERS, "large", type, false);
            case "character" -> strings(Content.CHARACTERS, "fixed", type, true);
            case "varbinary" -> strings(Content.BYTES, "variable", type, false);
            case "blob" -> strings(Content.BYTES, "large", type, false);
            case "binary" -> strings(Content.BYTES, "fixed", type, true);
            case "bit varying" -> strings(Content.BITS, "variable", type, false);
            case "bit" -> strings(Content.BITS, "fixed", type, true);
            case "date" -> new Moments("date", 0, false, 0);
            case "time" -> new Moments("time", TypeSynonyms.number(type, 0, 0), false, 0);
            case "time with time zone" -> new Moments("time", TypeSynonyms.number(type, 0, 0), true, 0);
            case "timestamp" -> new Moments("timestamp", fraction(type), false, 0);
            case "timestamp with time zone" -> new Moments("timestamp", fraction(type), true, 0);
            default -> new NamedValues(type.toString());
        };
    }

    private static int fraction(ColumnType type) {
        return TypeSynonyms.number(type, 0, TIMESTAMP_DIGITS);
    }

    private static Strings strings(Content content, String family, ColumnType type, boolean fixed) {
        return Strings.of(content, family, Lengths.of(type, fixed ? 1 : Strings.UNLIMITED), fixed);
    }
}
