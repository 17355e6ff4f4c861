package io.github.schemacompat.ddl;

import io.github.schemacompat.ddl.Operation.TypeAction;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE and ALTER of PostgreSQL's types and domains. */
final class PostgreSqlTypeReader {
    private final Language language;
    private final TableBody body;

    PostgreSqlTypeReader(Language language) {
        this.language = language;
        this.body = new TableBody(language);
    }

    List<Operation> createType(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "create", "type");
        QualifiedName name = language.name(cursor);
        int afterName = cursor.index();
        String kind = "other";
        List<String> labels = List.of();
        List<ColumnDefinition> columns = List.of();
        if (cursor.accept("as", "enum")) {
            kind = "enum";
            labels = labels(cursor);
        } else if (cursor.accept("as", "range")) {
            kind = "range";
            if (cursor.acceptParentheses().isEmpty()) {
                throw Expected.at(cursor, "(");
            }
        } else if (cursor.accept("as")) {
            kind = "composite";
            List<Token> attributes = cursor.acceptParentheses();
            if (attributes.isEmpty()) {
                throw Expected.at(cursor, "(");
            }
            columns = attributes.size() == 2
                    ? List.of()
                    : body.read(cursor.source(), attributes).columns();
        } else {
            cursor.acceptParentheses();
        }
        return List.of(new Operation.CreateType(
                cursor.spanFrom(from),
                name,
                CreateMode.CREATE,
                kind,
                labels,
                columns,
                List.of(),
                null,
                false,
                null,
                language.normal(cursor.between(afterName, cursor.index()))));
    }

    private List<String> labels(TokenCursor cursor) {
        Expected.next(cursor, "(");
        List<String> labels = new ArrayList<>();
        if (!cursor.at(")")) {
            do {
                labels.add(language.string(cursor));
            } while (cursor.accept(","));
        }
        Expected.next(cursor, ")");
        return labels;
    }

    List<Operation> createDomain(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "create", "domain");
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
            } else if (!cursor.accept("null")) {
                checks.add(check(cursor));
            }
        }
        return List.of(new Operation.CreateType(
                cursor.spanFrom(from),
                name,
                CreateMode.CREATE,
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

    List<Operation> alterType(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "type");
        QualifiedName name = language.name(cursor);
        Operation common = PostgreSqlAlterReader.common(language, cursor, from, ObjectKind.TYPE, name, null, false);
        if (common != null) {
            return List.of(common);
        }
        List<TypeAction> actions = new ArrayList<>();
        do {
            actions.add(typeAction(cursor));
        } while (cursor.accept(","));
        return List.of(new Operation.AlterType(cursor.spanFrom(from), name, false, actions));
    }

    private TypeAction typeAction(TokenCursor cursor) {
        int from = cursor.index();
        if (cursor.accept("add", "value")) {
            boolean ifNotExists = language.acceptIfNotExists(cursor);
            String label = language.string(cursor);
            boolean before = cursor.accept("before");
            String neighbour = before || cursor.accept("after") ? language.string(cursor) : null;
            return new TypeAction.AddLabel(cursor.spanFrom(from), label, ifNotExists, before, neighbour);
        }
        if (cursor.accept("rename", "value")) {
            String old = language.string(cursor);
            Expected.next(cursor, "to");
            String renamed = language.string(cursor);
            return new TypeAction.RenameLabel(cursor.spanFrom(from), old, renamed);
        }
        if (cursor.accept("rename", "attribute")) {
            String old = language.simpleName(cursor);
            Expected.next(cursor, "to");
            String renamed = language.simpleName(cursor);
            cascade(cursor);
            return new TypeAction.RenameAttribute(cursor.spanFrom(from), old, renamed);
        }
        if (cursor.accept("add", "attribute")) {
            int first = cursor.index();
            while (!cursor.atEnd() && !cursor.peek().isAny(",", ";", "cascade", "restrict")) {
                if (cursor.acceptParentheses().isEmpty()) {
                    cursor.next();
                }
            }
            ColumnDefinition attribute = attribute(cursor, cursor.between(first, cursor.index()));
            cascade(cursor);
            return new TypeAction.AddAttribute(cursor.spanFrom(from), attribute);
        }
        if (cursor.accept("drop", "attribute")) {
            boolean ifExists = language.acceptIfExists(cursor);
            String dropped = language.simpleName(cursor);
            cascade(cursor);
            return new TypeAction.DropAttribute(cursor.spanFrom(from), dropped, ifExists);
        }
        if (cursor.accept("alter", "attribute")) {
            String altered = language.simpleName(cursor);
            cursor.accept("set", "data");
            Expected.next(cursor, "type");
            ColumnType type = language.type(cursor);
            if (cursor.accept("collate")) {
                language.name(cursor);
            }
            cascade(cursor);
            return new TypeAction.AlterAttribute(cursor.spanFrom(from), altered, type);
        }
        if (cursor.accept("set")) {
            cursor.acceptParentheses();
            return new TypeAction.NoEffect(cursor.spanFrom(from), "type property");
        }
        throw Expected.at(cursor, "an action of ALTER TYPE");
    }

    private static void cascade(TokenCursor cursor) {
        cursor.acceptAny("cascade", "restrict");
    }

    private ColumnDefinition attribute(TokenCursor cursor, List<Token> tokens) {
        if (tokens.isEmpty()) {
            throw Expected.at(cursor, "an attribute");
        }
        List<Token> list = new ArrayList<>();
        list.add(new Token(
                TokenKind.SYMBOL, "(", tokens.get(0).start(), tokens.get(0).start()));
        list.addAll(tokens);
        int end = tokens.get(tokens.size() - 1).end();
        list.add(new Token(TokenKind.SYMBOL, ")", end, end));
        return body.read(cursor.source(), list).columns().get(0);
    }

    List<Operation> alterDomain(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "alter", "domain");
        QualifiedName name = language.name(cursor);
        Operation common = PostgreSqlAlterReader.common(language, cursor, from, ObjectKind.TYPE, name, null, false);
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
            cascade(cursor);
            return new TypeAction.DropDomainConstraint(cursor.spanFrom(from), dropped, ifExists);
        }
        if (cursor.accept("validate", "constraint")) {
            language.simpleName(cursor);
            return new TypeAction.NoEffect(cursor.spanFrom(from), "validation");
        }
        if (cursor.accept("rename", "constraint")) {
            language.simpleName(cursor);
            Expected.next(cursor, "to");
            language.simpleName(cursor);
            return new TypeAction.NoEffect(cursor.spanFrom(from), "constraint name");
        }
        throw Expected.at(cursor, "an action of ALTER DOMAIN");
    }
}
