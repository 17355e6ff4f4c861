package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.UserType;
import org.jspecify.annotations.Nullable;

/**
 * Whom a change of a type breaks. A table type, and each type of SQL Server, is named where a routine is called; other
 * engines take types in casts and constructors, so that any statement may name one.
 */
final class TypeUsers {
    private TypeUsers() {}

    static Users of(@Nullable SchemaElement type, Dialect dialect) {
        boolean ofParametersOnly = dialect.is(Dialect.SQL_SERVER)
                || type instanceof UserType userType && userType.typeKind().equals("table");
        return ofParametersOnly ? Users.CALLERS : Users.ALL;
    }
}
