package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads procedures and functions of MySQL and MariaDB. */
final class MySqlRoutineReader implements StatementForm {
    private final Language language;

    MySqlRoutineReader(Language language) {
        this.language = language;
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        boolean function = cursor.accept("function");
        if (!function && !cursor.accept("procedure")) {
            throw Expected.at(cursor, "PROCEDURE or FUNCTION");
        }
        CreateMode mode = head.orIfNotExists(cursor);
        QualifiedName name = language.name(cursor);
        Span span = cursor.spanFrom(head.from());
        int afterName = cursor.index();
        boolean loadable = function && cursor.at("returns");
        List<ParameterDefinition> parameters = loadable ? List.of() : parameters(cursor);
        String returns = null;
        if (function) {
            Expected.next(cursor, "returns");
            ColumnType type = language.type(cursor);
            charset(cursor);
            returns = type.toString();
        }
        while (characteristic(cursor)) {
            // the next one
        }
        Span body = null;
        if (cursor.accept("soname")) {
            cursor.next();
        } else {
            if (cursor.atEnd()) {
                throw Expected.at(cursor, "the body of the routine");
            }
            body = Language.span(cursor.source(), cursor.rest());
        }
        return List.of(new Operation.CreateRoutine(
                span,
                name,
                function ? "function" : "procedure",
                mode,
                parameters,
                returns,
                "sql",
                body,
                language.definition(cursor.between(afterName, cursor.index()))));
    }

    private List<ParameterDefinition> parameters(TokenCursor cursor) {
        Expected.next(cursor, "(");
        List<ParameterDefinition> parameters = new ArrayList<>();
        if (cursor.accept(")")) {
            return parameters;
        }
        do {
            boolean mode =
                    cursor.peek().isAny("in", "out", "inout") && cursor.peek(1).isName();
            String said = mode ? Language.lower(cursor.next()) : "in";
            String name = language.simpleName(cursor);
            ColumnType type = language.type(cursor);
            charset(cursor);
            boolean hasDefault = cursor.accept("default");
            if (hasDefault) {
                cursor.next();
                cursor.acceptParentheses();
            }
            parameters.add(new ParameterDefinition(name, type, hasDefault, said));
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return parameters;
    }

    private static void charset(TokenCursor cursor) {
        while (cursor.peek().isAny("charset", "character", "collate", "ascii", "unicode")) {
            if (cursor.next().isAny("ascii", "unicode")) {
                continue;
            }
            cursor.accept("set");
            cursor.next();
        }
    }

    private static boolean characteristic(TokenCursor cursor) {
        if (cursor.accept("comment")) {
            cursor.next();
            return true;
        }
        return cursor.accept("language", "sql")
                || cursor.accept("deterministic")
                || cursor.accept("not", "deterministic")
                || cursor.accept("contains", "sql")
                || cursor.accept("no", "sql")
                || cursor.accept("reads", "sql", "data")
                || cursor.accept("modifies", "sql", "data")
                || cursor.accept("sql", "security", "definer")
                || cursor.accept("sql", "security", "invoker");
    }
}
