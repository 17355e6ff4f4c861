package io.github.schemacompat.dialect;

import io.github.schemacompat.dialect.Strings.Content;
import io.github.schemacompat.dialect.Strings.Repertoire;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The data types of SQL Server. */
final class SqlServerTypes {
    private static final TypeSynonyms SYNONYMS = TypeSynonyms.NONE
            .same("int", "integer")
            .same("decimal", "dec", "numeric")
            .same("float", "double precision")
            .same("char", "character")
            .same("varchar", "char varying", "character varying")
            .same("nchar", "national char", "national character")
            .same("nvarchar", "national char varying", "national character varying")
            .same("ntext", "national text")
            .same("varbinary", "binary varying")
            .same("rowversion", "timestamp")
            .filled("decimal", "18", "0")
            .filled("char", "1")
            .filled("nchar", "1")
            .filled("varchar", "1")
            .filled("nvarchar", "1")
            .filled("binary", "1")
            .filled("varbinary", "1")
            .filled("datetime2", "7")
            .filled("datetimeoffset", "7")
            .filled("time", "7");

    private static final int LAST_BITS_OF_REAL = 24;

    /** What takes the place of the old large types. */
    private static final Map<String, ColumnType> LARGE = Map.of(
            "text", ColumnType.of("varchar", "max"),
            "ntext", ColumnType.of("nvarchar", "max"),
            "image", ColumnType.of("varbinary", "max"));

    ColumnType canonical(ColumnType written) {
        String name = TypeSynonyms.words(written.name());
        if (name.startsWith("sys.")) {
            name = name.substring("sys.".length());
        } else if (name.startsWith("dbo.")) {
            name = name.substring("dbo.".length());
        }
        if (name.equals("sysname")) {
            return ColumnType.of("nvarchar", "128");
        }
        ColumnType type = SYNONYMS.resolve(name, written.arguments());
        if (type.name().equals("float")) {
            return ColumnType.of(
                    TypeSynonyms.number(type, 0, LAST_BITS_OF_REAL + 1) <= LAST_BITS_OF_REAL ? "real" : "float");
        }
        return type;
    }

    boolean readsAlike(ColumnType before, ColumnType after) {
        return after.equals(LARGE.get(before.name()));
    }

    Values values(Column column) {
        ColumnType type = column.type();
        int length = TypeSynonyms.number(type, 0, 0);
        return switch (type.name()) {
            case "bit" -> ExactNumbers.unsigned(1).shownAs("boolean");
            case "tinyint" -> ExactNumbers.unsigned(8);
            case "smallint" -> ExactNumbers.signed(16);
            case "int" -> ExactNumbers.signed(32);
            case "bigint" -> ExactNumbers.signed(64);
            case "decimal" -> ExactNumbers.decimal(length, TypeSynonyms.number(type, 1, 0));
            case "money" -> money("922337203685477.5807");
            case "smallmoney" -> money("214748.3647");
            case "real" -> new ApproximateNumbers(24, null);
            case "float" -> new ApproximateNumbers(53, null);
            case "char", "varchar", "text" -> characters(type, true, codePage(column));
            case "nchar", "nvarchar", "ntext" -> characters(type, false, Repertoire.UNICODE);
            case "binary", "varbinary", "image" -> strings(Content.BYTES, type);
            case "date" -> new Moments("date", 0, false, 0);
            case "time" -> new Moments("time", length, false, 0);
            case "smalldatetime" -> new Moments("timestamp", -2, false, 0);
            case "datetime" -> new Moments("timestamp", 3, false, 1);
            case "datetime2" -> new Moments("timestamp", length, false, 2);
            case "datetimeoffset" -> new Moments("timestamp", length, true, 2);
            default -> new NamedValues(type.toString());
        };
    }

    private static ExactNumbers money(String max) {
        BigDecimal greatest = new BigDecimal(max);
        return new ExactNumbers(greatest.negate().subtract(new BigDecimal("0.0001")), greatest, 4, "");
    }

    private static Strings characters(ColumnType type, boolean codePage, Repertoire repertoire) {
        Strings strings = strings(Content.CHARACTERS, type);
        return Strings.of(
                        Content.CHARACTERS,
                        codePage ? strings.family() : "national " + strings.family(),
                        strings.length(),
                        strings.fixed())
                .withRepertoire(repertoire);
    }

    private static Strings strings(Content content, ColumnType type) {
        boolean large = LARGE.containsKey(type.name());
        boolean fixed = List.of("char", "nchar", "binary").contains(type.name());
        boolean max = large || type.arguments().equals(List.of("max"));
        String family = large ? "large" : fixed ? "fixed" : "variable";
        return Strings.of(content, family, max ? Strings.UNLIMITED : TypeSynonyms.number(type, 0, 1), fixed);
    }

    private static Repertoire codePage(Column column) {
        String collation = column.collation();
        boolean utf8 = collation != null && collation.toUpperCase(Locale.ROOT).endsWith("_UTF8");
        return utf8 ? Repertoire.UNICODE : Repertoire.codePage("");
    }
}
