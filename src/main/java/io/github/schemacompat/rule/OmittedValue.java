package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.UserType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a column gets when a writer doesn't name it.
 *
 * @param kind which sort of value
 * @param literal the constant's normal form; null if it is none, or one that can be written in several ways
 * @param present whether it is surely not NULL
 */
record OmittedValue(Kind kind, @Nullable String literal, boolean present) {
    /** Sorts of values. */
    enum Kind {
        NULL,
        /** The same in every row. */
        CONSTANT,
        /** Worked out when the row is written; two rows can differ. */
        EXPRESSION,
        /** Another one for each row. */
        UNIQUE
    }

    private static final String QUOTED = "'(?:[^']++|'')*+'";
    private static final String LITERAL =
            "(?:(?:[NEBX]|U&|_\\w+\\s*)?" + QUOTED + "|[-+]?[0-9.]+(?:e[-+]?\\d+)?|0x[0-9a-f]+|true|false)";
    private static final String TYPE = "[\\w\"\\[\\] .]+(?:\\(\\s*\\w+(?:\\s*,\\s*\\d+)?\\s*\\))?(?:\\[\\])?";
    private static final Pattern CONSTANT_FORM =
            Pattern.compile("(?is)\\(*\\s*" + LITERAL + "\\s*\\)*(?:\\s*::\\s*" + TYPE + ")?\\)*");

    /** The same in every row, in a form that says little about the value. */
    private static final Pattern TYPED_CONSTANT = Pattern.compile("(?is)\\(*\\s*(?:"
            + "(?:date|time|timestamp|datetime|interval)(?:\\s*\\(\\s*\\d\\s*\\))?(?:\\s+with(?:out)?\\s+time\\s+zone)?\\s*"
            + QUOTED
            + "|cast\\s*\\(\\s*\\(*\\s*" + LITERAL + "\\s*\\)*\\s+as\\s+" + TYPE + "\\s*\\)"
            + "|convert\\s*\\(\\s*" + TYPE + "\\s*,\\s*\\(*\\s*" + LITERAL + "\\s*\\)*\\s*(?:,\\s*\\d+\\s*)?\\)"
            + ")\\s*\\)*");

    private static final Pattern ARITHMETIC = Pattern.compile("[-+*/%().\\s]*\\d[-+*/%().\\d\\s]*");

    /** The same in the rows of a day. */
    private static final Pattern TODAY =
            Pattern.compile("(?i)\\(*\\s*(?:current_date|current\\s+date|curdate)\\s*(?:\\(\\s*\\))?\\s*\\)*");

    private static final Pattern CLOCK =
            Pattern.compile("(?i)\\(*\\s*(?:current_timestamp|current\\s+timestamp|current_time"
                    + "|localtimestamp|localtime|now|getdate|getutcdate|sysdatetime|sysutcdatetime|sysdatetimeoffset|sysdate"
                    + "|systimestamp|curtime|utc_timestamp)\\s*(?:\\(\\s*\\d*\\s*\\))?\\s*\\)*");
    private static final List<String> DISTINCT =
            List.of("nextval", "next value for", "newid", "newsequentialid", "uuid", "gen_random", "random");
    /** What a trigger puts in. */
    static final OmittedValue FILLED = new OmittedValue(Kind.EXPRESSION, null, false);

    private static final OmittedValue NOTHING = new OmittedValue(Kind.NULL, null, false);

    /** Whether the table says it, and no trigger. */
    boolean isOfDefault() {
        return kind != Kind.NULL && this != FILLED;
    }

    /** @param types the types that scripts created: a domain can have a default of its own */
    static OmittedValue of(Column column, Dialect dialect, Map<String, UserType> types) {
        if (column.identity() != Identity.NONE) {
            return new OmittedValue(Kind.UNIQUE, null, true);
        }
        if (column.generated() != null) {
            return new OmittedValue(Kind.EXPRESSION, null, false);
        }
        String value = column.defaultValue();
        if (value != null) {
            return ofDefault(value);
        }
        String type = column.type().name().toLowerCase(Locale.ROOT);
        if (dialect.is(Dialect.SQL_SERVER) && (type.equals("rowversion") || type.equals("timestamp"))) {
            return new OmittedValue(Kind.UNIQUE, null, true);
        }
        boolean mysql = dialect.is(Dialect.MYSQL) || dialect.is(Dialect.MARIADB);
        if (mysql
                && type.equals("enum")
                && !column.nullable()
                && !column.type().arguments().isEmpty()) {
            return new OmittedValue(Kind.CONSTANT, column.type().arguments().get(0), true);
        }
        UserType domain = types.get(type);
        if (domain == null && type.startsWith(dialect.defaultSchema() + ".")) {
            domain = types.get(type.substring(type.indexOf('.') + 1));
        }
        String domainDefault = domain == null ? null : domain.defaultValue();
        return domainDefault == null ? NOTHING : ofDefault(domainDefault);
    }

    private static OmittedValue ofDefault(String value) {
        String folded = value.toLowerCase(Locale.ROOT);
        if (folded.equals("null")) {
            return NOTHING;
        }
        if (CONSTANT_FORM.matcher(value).matches()) {
            return new OmittedValue(Kind.CONSTANT, value, true);
        }
        if (Stream.of(TYPED_CONSTANT, ARITHMETIC, TODAY)
                .anyMatch(form -> form.matcher(value).matches())) {
            return new OmittedValue(Kind.CONSTANT, null, true);
        }
        boolean distinct = DISTINCT.stream().anyMatch(folded::contains);
        return new OmittedValue(
                distinct ? Kind.UNIQUE : Kind.EXPRESSION,
                null,
                distinct || CLOCK.matcher(value).matches());
    }

    /** Whether a writer that doesn't know the column is refused. */
    static boolean isDemanded(Column column, Dialect dialect, Map<String, UserType> types) {
        return !column.nullable() && of(column, dialect, types).kind() == Kind.NULL;
    }
}
