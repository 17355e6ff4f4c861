package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.UserType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column gets when a writer doesn't name it.
 *
 * @param kind which sort of value
 * @param literal the constant's normal form, or null
 */
record OmittedValue(Kind kind, @Nullable String literal) {
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

    private static final Pattern CONSTANT_FORM = Pattern.compile(
            "(?is)\\(*\\s*(?:[NEB]?'(?:[^']|'')*'|[-+]?[0-9.]+(?:e[-+]?\\d+)?|0x[0-9a-f]+|true|false)\\s*\\)*"
                    + "(?:\\s*::\\s*[\\w\" .]+(?:\\(\\d+(?:\\s*,\\s*\\d+)?\\))?(?:\\[\\])?)?\\)*");
    private static final List<String> DISTINCT =
            List.of("nextval", "next value for", "newid", "newsequentialid", "uuid", "gen_random", "random");
    /** What a trigger puts in. */
    static final OmittedValue FILLED = new OmittedValue(Kind.EXPRESSION, null);

    private static final OmittedValue NOTHING = new OmittedValue(Kind.NULL, null);

    /** @param types the types that scripts created: a domain can have a default of its own */
    static OmittedValue of(Column column, Dialect dialect, Map<String, UserType> types) {
        if (column.identity() != Identity.NONE) {
            return new OmittedValue(Kind.UNIQUE, null);
        }
        if (column.generated() != null) {
            return new OmittedValue(Kind.EXPRESSION, null);
        }
        String value = column.defaultValue();
        if (value != null) {
            return ofDefault(value);
        }
        String type = column.type().name().toLowerCase(Locale.ROOT);
        if (dialect.is(Dialect.SQL_SERVER) && (type.equals("rowversion") || type.equals("timestamp"))) {
            return new OmittedValue(Kind.UNIQUE, null);
        }
        boolean mysql = dialect.is(Dialect.MYSQL) || dialect.is(Dialect.MARIADB);
        if (mysql
                && type.equals("enum")
                && !column.nullable()
                && !column.type().arguments().isEmpty()) {
            return new OmittedValue(Kind.CONSTANT, column.type().arguments().get(0));
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
            return new OmittedValue(Kind.CONSTANT, value);
        }
        return new OmittedValue(DISTINCT.stream().anyMatch(folded::contains) ? Kind.UNIQUE : Kind.EXPRESSION, null);
    }

    /** Whether a writer that doesn't know the column is refused. */
    static boolean isDemanded(Column column, Dialect dialect, Map<String, UserType> types) {
        return !column.nullable() && of(column, dialect, types).kind() == Kind.NULL;
    }
}
