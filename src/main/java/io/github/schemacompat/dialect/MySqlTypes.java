package io.github.schemacompat.dialect;

import io.github.schemacompat.dialect.Strings.Content;
import io.github.schemacompat.dialect.Strings.Repertoire;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.TextDefault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data types of MySQL and MariaDB. */
final class MySqlTypes {
    private static final TypeSynonyms SYNONYMS = TypeSynonyms.NONE
            .same("tinyint", "int1")
            .same("smallint", "int2")
            .same("mediumint", "int3", "middleint")
            .same("int", "integer", "int4")
            .same("bigint", "int8")
            .same("decimal", "dec", "numeric", "fixed")
            .same("float", "float4")
            .same("double", "double precision", "real", "float8")
            .same("char", "character", "nchar", "national char", "national character")
            .same(
                    "varchar",
                    "character varying",
                    "char varying",
                    "varcharacter",
                    "nvarchar",
                    "nchar varchar",
                    "nchar varying",
                    "national varchar",
                    "national varcharacter",
                    "national char varying",
                    "national character varying")
            .same("mediumtext", "long", "long varchar", "long char varying", "long character varying")
            .same("mediumblob", "long varbinary")
            .same("binary", "char byte")
            .same("geometrycollection", "geomcollection")
            .filled("decimal", "10", "0")
            .filled("char", "1")
            .filled("binary", "1")
            .filled("bit", "1");

    private static final Map<String, Integer> ZEROFILL_WIDTHS =
            Map.of("tinyint", 3, "smallint", 5, "mediumint", 8, "int", 10, "bigint", 20);
    private static final Map<String, Integer> INTEGER_BITS =
            Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);
    private static final long TINY_BYTES = 255;
    private static final long PLAIN_BYTES = 65_535;
    private static final long MEDIUM_BYTES = 16_777_215;
    private static final long LONG_BYTES = 4_294_967_295L;
    private static final int LAST_BITS_OF_FLOAT = 24;
    private static final int WIDEST_CHARACTER = 4;
    private static final Map<String, String> WIDER_TEXTS =
            Map.of("tinytext", "text", "text", "mediumtext", "mediumtext", "longtext");

    private final boolean jsonIsText;

    /** @param jsonIsText whether JSON is only another word for LONGTEXT (MariaDB) */
    MySqlTypes(boolean jsonIsText) {
        this.jsonIsText = jsonIsText;
    }

    ColumnType canonical(ColumnType written) {
        List<String> words =
                new ArrayList<>(Arrays.asList(TypeSynonyms.words(written.name()).split(" ")));
        boolean zerofill = words.remove("zerofill");
        boolean unsigned = words.remove("unsigned") || zerofill;
        words.remove("signed");
        String name = String.join(" ", words);
        if (name.equals("enum") || name.equals("set")) {
            return new ColumnType(
                    name,
                    written.arguments().stream()
                            .map(each -> "'" + label(each.strip()).replace("'", "''") + "'")
                            .toList());
        }
        ColumnType type = plain(name, written.arguments());
        if (INTEGER_BITS.containsKey(type.name())) {
            return integer(type, unsigned, zerofill);
        }
        String suffix = (unsigned ? " unsigned" : "") + (zerofill ? " zerofill" : "");
        return new ColumnType(type.name() + suffix, type.arguments());
    }

    private ColumnType plain(String name, List<String> arguments) {
        switch (name) {
            case "bool", "boolean":
                return ColumnType.of("tinyint", "1");
            case "serial":
                return ColumnType.of("bigint unsigned");
            case "json":
                return ColumnType.of(jsonIsText ? "longtext" : "json");
            case "year":
                return ColumnType.of("year");
            default:
                break;
        }
        ColumnType type = SYNONYMS.resolve(name, arguments);
        int first = TypeSynonyms.number(type, 0, 0);
        return switch (type.name()) {
            case "float" -> type.arguments().size() == 1 ? floatOf(first) : type;
            case "text", "blob" -> type.arguments().isEmpty() ? type : smallest(type.name(), first);
            case "datetime", "timestamp", "time" -> first == 0 ? ColumnType.of(type.name()) : type;
            default -> type;
        };
    }

    private static ColumnType floatOf(int bits) {
        return ColumnType.of(bits <= LAST_BITS_OF_FLOAT ? "float" : "double");
    }

    private static ColumnType smallest(String family, long length) {
        long bytes = family.equals("text") ? length * WIDEST_CHARACTER : length;
        if (bytes <= TINY_BYTES) {
            return ColumnType.of("tiny" + family);
        }
        if (bytes <= PLAIN_BYTES) {
            return ColumnType.of(family);
        }
        return ColumnType.of(bytes <= MEDIUM_BYTES ? "medium" + family : "long" + family);
    }

    /** A display width counts only where it is seen: with ZEROFILL, and for the boolean {@code tinyint(1)}. */
    private static ColumnType integer(ColumnType type, boolean unsigned, boolean zerofill) {
        if (zerofill) {
            int width = TypeSynonyms.number(type, 0, ZEROFILL_WIDTHS.getOrDefault(type.name(), 0));
            return ColumnType.of(type.name() + " unsigned zerofill", Integer.toString(width));
        }
        if (unsigned) {
            return ColumnType.of(type.name() + " unsigned");
        }
        boolean isBoolean = type.name().equals("tinyint") && type.arguments().equals(List.of("1"));
        return isBoolean ? type : ColumnType.of(type.name());
    }

    Values values(Column column) {
        ColumnType type = column.type();
        List<String> words = Arrays.asList(type.name().split(" "));
        String name = words.get(0);
        boolean unsigned = words.contains("unsigned");
        Integer bits = INTEGER_BITS.get(name);
        if (bits != null) {
            ExactNumbers numbers = unsigned ? ExactNumbers.unsigned(bits) : ExactNumbers.signed(bits);
            String display = words.contains("zerofill") ? "zerofill " : "boolean ";
            return type.arguments().isEmpty()
                    ? numbers
                    : numbers.shownAs(display + type.arguments().get(0));
        }
        int first = TypeSynonyms.number(type, 0, 0);
        return switch (name) {
            case "decimal" -> {
                ExactNumbers numbers = ExactNumbers.decimal(first, TypeSynonyms.number(type, 1, 0));
                ExactNumbers inRange = unsigned ? numbers.notNegative() : numbers;
                yield words.contains("zerofill") ? inRange.shownAs("zerofill " + first) : inRange;
            }
            case "float" -> new ApproximateNumbers(24, limit(type, unsigned));
            case "double" -> new ApproximateNumbers(53, limit(type, unsigned));
            case "char" -> characters("char", first, column.charset());
            case "varchar" -> characters("varchar", first, column.charset());
            case "tinytext" -> text(TINY_BYTES, column.charset());
            case "text" -> text(PLAIN_BYTES, column.charset());
            case "mediumtext" -> text(MEDIUM_BYTES, column.charset());
            case "longtext" -> text(LONG_BYTES, column.charset());
            case "binary" -> Strings.of(Content.BYTES, "fixed", first, true);
            case "varbinary" -> Strings.of(Content.BYTES, "variable", first, false);
            case "tinyblob" -> Strings.of(Content.BYTES, "blob", TINY_BYTES, false);
            case "blob" -> Strings.of(Content.BYTES, "blob", PLAIN_BYTES, false);
            case "mediumblob" -> Strings.of(Content.BYTES, "blob", MEDIUM_BYTES, false);
            case "longblob" -> Strings.of(Content.BYTES, "blob", LONG_BYTES, false);
            // drivers make a boolean of a single bit, and bytes of more of them, filled up with zeros from the left
            case "bit" -> Strings.of(Content.BITS, first == 1 ? "bit" : "bits", first, first == 1);
            case "date" -> new Moments("date", 0, false, 0);
            case "time" -> new Moments("time", first, false, 0);
            case "datetime" -> new Moments("timestamp", first, false, 1);
            case "timestamp" -> new Moments("timestamp", first, true, 0);
            case "enum", "set" -> new Labels(name.equals("set"), labels(type.arguments()));
            default -> new NamedValues(type.toString());
        };
    }

    private static @Nullable ExactNumbers limit(ColumnType type, boolean unsigned) {
        if (type.arguments().size() == 2) {
            ExactNumbers numbers =
                    ExactNumbers.decimal(TypeSynonyms.number(type, 0, 0), TypeSynonyms.number(type, 1, 0));
            return unsigned ? numbers.notNegative() : numbers;
        }
        return unsigned ? ExactNumbers.ALL.notNegative() : null;
    }

    /** CHAR is not padded for readers: the engine cuts trailing blanks off. */
    private static Strings characters(String family, long length, @Nullable String charset) {
        long bytes = Math.min(PLAIN_BYTES, length * bytesPerCharacter(charset));
        return new Strings(Content.CHARACTERS, family, length, bytes, Strings.UNLIMITED, false, repertoire(charset));
    }

    private static Strings text(long bytes, @Nullable String charset) {
        return new Strings(Content.CHARACTERS, "text", bytes, bytes, bytes, false, repertoire(charset));
    }

    /** What nothing is known of is taken to be as wide as the widest. */
    private static int bytesPerCharacter(@Nullable String charset) {
        if (charset == null) {
            return WIDEST_CHARACTER;
        }
        return switch (charset.toLowerCase(Locale.ROOT)) {
            case "utf8mb4", "utf16", "utf16le", "utf32", "gb18030" -> WIDEST_CHARACTER;
            case "utf8", "utf8mb3", "ujis", "eucjpms" -> 3;
            case "ucs2", "big5", "cp932", "euckr", "gb2312", "gbk", "sjis" -> 2;
            default -> 1;
        };
    }

    /** After CONVERT TO CHARACTER SET; a text that holds as many wider characters is of a wider type. */
    Column converted(Column column, TextDefault to) {
        Column after = column.withCharset(to.charset(), to.collation());
        String wider = WIDER_TEXTS.get(column.type().name());
        boolean widened = bytesPerCharacter(charset(after)) > bytesPerCharacter(charset(column));
        return widened && wider != null ? after.withType(ColumnType.of(wider)) : after;
    }

    /** A collation is called after its character set. */
    private static @Nullable String charset(Column column) {
        String collation = column.collation();
        String charset = column.charset();
        return charset != null || collation == null ? charset : collation.replaceFirst("_.*", "");
    }

    private static Repertoire repertoire(@Nullable String charset) {
        if (charset == null) {
            return Repertoire.UNKNOWN;
        }
        String name = charset.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "utf8mb4", "utf16", "utf16le", "utf32", "gb18030" -> Repertoire.UNICODE;
            case "utf8", "utf8mb3", "ucs2" -> Repertoire.BASIC_PLANE;
            case "ascii" -> Repertoire.ASCII;
            default -> Repertoire.codePage(name);
        };
    }

    private static List<String> labels(List<String> quoted) {
        return quoted.stream().map(MySqlTypes::label).toList();
    }

    /** Trailing blanks of labels are cut off by the engine. */
    private static String label(String quoted) {
        boolean quotes = quoted.length() >= 2 && (quoted.startsWith("'") || quoted.startsWith("\""));
        if (!quotes) {
            return quoted.stripTrailing();
        }
        String quote = quoted.substring(0, 1);
        return quoted.substring(1, quoted.length() - 1)
                .replace(quote + quote, quote)
                .stripTrailing();
    }
}
