package io.github.schemacompat.ddl;

import io.github.schemacompat.ddl.Operation.TypeAction;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE and ALTER DOMAIN. */
final class DomainReader {
    private final Language language;

    DomainReader(Language language) {
        this.language = language;
    }

    List<Operation> createDomain(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "create");
        // HSQLDB's distinct types and H2's other words for a domain
        if (!cursor.acceptAny("domain", "type", "datatype")) {
            throw Expected.at(cursor, "DOMAIN");
        }
        CreateMode mode = language.acceptIfNotExists(cursor) ? CreateMode.IF_NOT_EXISTS : CreateMode.CREATE;
        QualifiedName name = language.name(cursor);
        int afterName = cursor.index();
        cursor.accept("as");
        ColumnType base = language.type(cursor);
        boolean notNull = false;
        String defaultValue = null;
        List<ConstraintDefinition> checks = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.at(";")) {
            if (cursor.accept("collate")) {
                language.name(cursor);
            } else if (cursor.accept("default")) {
                defaultValue = expression(cursor);
            } else if (cursor.accept("not", "null")) {
                notNull = true;
            } else if (cursor.accept("on", "update")) {
                expression(cursor);
            } else if (!cursor.accept("null")) {
                checks.add(check(cursor));
            }
        }
        return List.of(new Operation.CreateType(
                cursor.spanFrom(from),
                name,
                mode,
                "domain",
                List.of(),
                List.of(),
                checks,
                base,
                notNull,
                defaultValue,
                language.normal(cursor.between(afterName, cursor.index()))));
    }

    /** Up to the next constraint of the domain. */
    private String expression(TokenCursor cursor) {
        int from = cursor.index();
        cursor.next();
        while (!cursor.atEnd()
                && !cursor.peek().isAny("check", "constraint", "null", "collate", "default", ";")
                && !cursor.atSequence("not", "null")) {
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        return language.normal(cursor.between(from, cursor.index()));
    }

    private ConstraintDefinition check(TokenCursor cursor) {
        int from = cursor.index();
        String name = cursor.accept("constraint") ? language.simpleName(cursor) : null;
        Expected.next(cursor, "check");
        List<Token> condition = cursor.acceptParentheses();
        if (condition.isEmpty()) {
            throw Expected.at(cursor, "(");
        }
        boolean valid = !cursor.accept("not", "valid");
        // NOT VALID still holds for new values
        return new ConstraintDefinition.CheckDefinition(
                cursor.spanFrom(from), name, language.normal(condition), List.of(), false, valid || name != null);
    }

    List<Operation> alterDomain(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "domain");
        boolean ifExists = language.acceptIfExists(cursor);
        QualifiedName name = language.name(cursor);
        Operation common = PostgreSqlAlterReader.common(language, cursor, from, ObjectKind.TYPE, name, null, ifExists);
        if (common != null) {
            return List.of(common);
        }
        int action = cursor.index();
        TypeAction read = domainAction(cursor, action);
        return List.of(new Operation.AlterType(cursor.spanFrom(from), name, true, List.of(read)));
    }

    private TypeAction domainAction(TokenCursor cursor, int from) {
        if (cursor.accept("set", "not", "null")) {
            return new TypeAction.SetDomainNotNull(cursor.spanFrom(from), true);
        }
        if (cursor.accept("drop", "not", "null")) {
            return new TypeAction.SetDomainNotNull(cursor.spanFrom(from), false);
        }
        if (cursor.accept("set", "default")) {
            String value = expression(cursor);
            return new TypeAction.SetDomainDefault(cursor.spanFrom(from), value);
        }
        if (cursor.accept("set", "on", "update") || cursor.accept("drop", "on", "update")) {
            cursor.rest();
            return new TypeAction.NoEffect(cursor.spanFrom(from), "value at updates");
        }
        if (cursor.accept("drop", "default")) {
            return new TypeAction.SetDomainDefault(cursor.spanFrom(from), null);
        }
        if (cursor.accept("add")) {
            if (cursor.accept("not", "null")) {
                return new TypeAction.SetDomainNotNull(cursor.spanFrom(from), true);
            }
            ConstraintDefinition check = check(cursor);
            return new TypeAction.AddDomainConstraint(cursor.spanFrom(from), check);
        }
        if (cursor.accept("drop", "constraint")) {
            boolean ifExists = language.acceptIfExists(cursor);
            String dropped = language.simpleName(cursor);
            cursor.acceptAny("cascade", "restrict");
            return new TypeAction.DropDomainConstraint(cursor.spanFrom(from), dropped, ifExists);
        }
        if (cursor.accept("validate", "constraint")) {
            language.simpleName(cursor);
            return new TypeAction.NoEffect(cursor.spanFrom(from), "validation");
        }
        if (cursor.accept("rename", "constraint")) {
            String old = language.simpleName(cursor);
            Expected.next(cursor, "to");
            String to = language.simpleName(cursor);
            return new TypeAction.RenameDomainConstraint(cursor.spanFrom(from), old, to);
        }
        throw Expected.at(cursor, "an action of ALTER DOMAIN");
    }
}
