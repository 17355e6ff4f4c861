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

/** Reads CREATE and ALTER of PostgreSQL's types. */
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
}
