package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads procedures and functions of HSQLDB, as the standard has them. */
final class HsqldbRoutineReader implements StatementForm {
    private final Language language;

    HsqldbRoutineReader(Language language) {
        this.language = language;
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        boolean aggregate = head.words().contains("aggregate");
        boolean function = cursor.accept("function");
        if (!function && !cursor.accept("procedure")) {
            throw Expected.at(cursor, "PROCEDURE or FUNCTION");
        }
        CreateMode mode = head.orIfNotExists(cursor);
        QualifiedName name = language.name(cursor);
        Span span = cursor.spanFrom(head.from());
        int afterName = cursor.index();
        List<ParameterDefinition> parameters = parameters(cursor);
        String returns = null;
        if (function) {
            Expected.next(cursor, "returns");
            returns = returned(cursor);
        }
        Characteristics characteristics = new Characteristics();
        while (characteristic(cursor, characteristics)) {
            // the next one
        }
        Span body = null;
        if (cursor.accept("external", "name")) {
            language.string(cursor);
        } else {
            if (cursor.atEnd()) {
                throw Expected.at(cursor, "the body of the routine");
            }
            body = Language.span(cursor.source(), cursor.rest());
        }
        return List.of(new Operation.CreateRoutine(
                span,
                name,
                aggregate ? "aggregate" : function ? "function" : "procedure",
                mode,
                parameters,
                returns,
                characteristics.language,
                body,
                language.definition(cursor.between(afterName, cursor.index()))));
    }

    private static final class Characteristics {
        private String language = "sql";
    }

    private String returned(TokenCursor cursor) {
        if (!cursor.accept("table")) {
            return language.type(cursor).toString();
        }
        int from = cursor.index();
        cursor.acceptParentheses();
        return "table" + language.normal(cursor.between(from, cursor.index()));
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
            boolean named = !cursor.peek(1).isAny(",", ")", "(");
            @Nullable String name = named ? language.simpleName(cursor) : null;
            ColumnType type = language.type(cursor);
            parameters.add(new ParameterDefinition(name, type, false, said));
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return parameters;
    }

    private boolean characteristic(TokenCursor cursor, Characteristics said) {
        if (cursor.accept("language")) {
            said.language = language.simpleName(cursor).toLowerCase(java.util.Locale.ROOT);
            return true;
        }
        if (cursor.accept("specific")) {
            language.name(cursor);
            return true;
        }
        if (cursor.accept("dynamic", "result", "sets")) {
            cursor.next();
            return true;
        }
        return cursor.accept("parameter", "style", "java")
                || cursor.accept("parameter", "style", "sql")
                || cursor.accept("deterministic")
                || cursor.accept("not", "deterministic")
                || cursor.accept("no", "sql")
                || cursor.accept("contains", "sql")
                || cursor.accept("reads", "sql", "data")
                || cursor.accept("modifies", "sql", "data")
                || cursor.accept("returns", "null", "on", "null", "input")
                || cursor.accept("called", "on", "null", "input")
                || cursor.accept("new", "savepoint", "level")
                || cursor.accept("old", "savepoint", "level")
                || cursor.accept("sql", "security", "definer")
                || cursor.accept("sql", "security", "invoker");
    }
}
