package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads functions, procedures and aggregates of PostgreSQL. */
final class PostgreSqlRoutineReader implements StatementForm {
    private final Language language;

    PostgreSqlRoutineReader(Language language) {
        this.language = language;
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        boolean aggregate = head.words().contains("aggregate");
        String kind = aggregate ? "aggregate" : Language.lower(cursor.peek());
        if (!aggregate && !cursor.acceptAny("function", "procedure")) {
            throw Expected.at(cursor, "FUNCTION or PROCEDURE");
        }
        QualifiedName name = language.name(cursor);
        Span span = cursor.spanFrom(head.from());
        int afterName = cursor.index();
        List<ParameterDefinition> parameters = parameters(cursor);
        if (aggregate) {
            if (cursor.acceptParentheses().isEmpty()) {
                throw Expected.at(cursor, "the definition of the aggregate");
            }
            String definition = language.definition(cursor.between(afterName, cursor.index()));
            return List.of(new Operation.CreateRoutine(
                    span, name, kind, head.mode(), parameters, null, "internal", null, definition));
        }
        String returns = cursor.accept("returns") ? returns(cursor) : null;
        Options options = new Options();
        while (!cursor.atEnd() && !cursor.at(";")) {
            option(cursor, options);
        }
        return List.of(new Operation.CreateRoutine(
                span,
                name,
                kind,
                head.mode(),
                parameters,
                returns,
                options.name,
                options.body,
                language.definition(cursor.between(afterName, cursor.index()))));
    }

    /** The arguments of a routine in parentheses; those of an aggregate may be {@code *} or have an ORDER BY. */
    List<ParameterDefinition> parameters(TokenCursor cursor) {
        Expected.next(cursor, "(");
        List<ParameterDefinition> parameters = new ArrayList<>();
        if (cursor.accept("*", ")") || cursor.accept(")")) {
            return parameters;
        }
        do {
            if (cursor.accept("order")) {
                Expected.next(cursor, "by");
            }
            parameters.add(parameter(cursor));
            if (cursor.accept("order")) {
                Expected.next(cursor, "by");
                parameters.add(parameter(cursor));
            }
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return parameters;
    }

    private ParameterDefinition parameter(TokenCursor cursor) {
        String mode = mode(cursor);
        String name = null;
        int from = cursor.index();
        ColumnType type = typeOrNull(cursor);
        if (type == null) {
            cursor.reset(from);
            name = language.simpleName(cursor);
            mode = mode.isEmpty() ? mode(cursor) : mode;
            type = type(cursor);
        }
        boolean hasDefault = cursor.acceptAny("default", "=", ":=");
        if (hasDefault) {
            expression(cursor);
        }
        return new ParameterDefinition(name, type, hasDefault, mode.isEmpty() ? "in" : mode);
    }

    /** A type that is all that is left of the argument, or null: then a name comes first. */
    private @Nullable ColumnType typeOrNull(TokenCursor cursor) {
        try {
            ColumnType type = type(cursor);
            return cursor.peek().isAny(",", ")", "default", "=", ":=", "order") ? type : null;
        } catch (Expected noType) {
            return null;
        }
    }

    /** The engine forgets lengths and precisions here. */
    private ColumnType type(TokenCursor cursor) {
        return ColumnType.of(language.type(cursor).name());
    }

    private static String mode(TokenCursor cursor) {
        if (cursor.accept("in", "out")) {
            return "inout";
        }
        return cursor.acceptAny("in", "out", "inout", "variadic") ? Language.lower(cursor.previous()) : "";
    }

    private static void expression(TokenCursor cursor) {
        while (!cursor.atEnd() && !cursor.peek().isAny(",", ")")) {
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
    }

    private String returns(TokenCursor cursor) {
        if (!cursor.at("table")) {
            return type(cursor).toString();
        }
        cursor.next();
        Expected.next(cursor, "(");
        List<String> columns = new ArrayList<>();
        do {
            columns.add(language.simpleName(cursor) + " " + type(cursor));
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return "table(" + String.join(", ", columns) + ")";
    }

    private static final class Options {
        private String name = "sql";
        private @Nullable Span body;
    }

    private void option(TokenCursor cursor, Options options) {
        if (cursor.accept("language")) {
            Token name = cursor.next();
            options.name =
                    (name.kind() == TokenKind.STRING ? language.string(name) : name.text()).toLowerCase(Locale.ROOT);
        } else if (cursor.accept("as")) {
            body(cursor, options);
        } else if (cursor.at("return") || cursor.atSequence("begin", "atomic")) {
            options.body = Language.span(cursor.source(), cursor.rest());
        } else if (cursor.accept("set")) {
            language.nameParts(cursor);
            if (cursor.accept("from", "current")) {
                return;
            }
            cursor.acceptAny("to", "=");
            do {
                cursor.accept("-");
                cursor.next();
            } while (cursor.accept(","));
        } else if (cursor.acceptAny("cost", "rows", "support")) {
            if (cursor.previous().is("support")) {
                language.name(cursor);
            } else {
                cursor.next();
            }
        } else if (cursor.accept("transform")) {
            do {
                Expected.next(cursor, "for", "type");
                language.type(cursor);
            } while (cursor.accept(","));
        } else if (!flag(cursor)) {
            throw Expected.at(cursor, "an option of a routine");
        }
    }

    private static boolean flag(TokenCursor cursor) {
        return cursor.acceptAny("window", "immutable", "stable", "volatile", "leakproof", "strict")
                || cursor.accept("not", "leakproof")
                || cursor.accept("called", "on", "null", "input")
                || cursor.accept("returns", "null", "on", "null", "input")
                || cursor.accept("external", "security", "definer")
                || cursor.accept("external", "security", "invoker")
                || cursor.accept("security", "definer")
                || cursor.accept("security", "invoker")
                || cursor.accept("parallel", "safe")
                || cursor.accept("parallel", "unsafe")
                || cursor.accept("parallel", "restricted");
    }

    private void body(TokenCursor cursor, Options options) {
        if (cursor.peek().kind() != TokenKind.STRING) {
            throw Expected.at(cursor, "the body in a string");
        }
        Token text = cursor.next();
        if (cursor.accept(",")) {
            cursor.next();
        } else {
            options.body = language.content(cursor.source(), text).whole();
        }
    }
}
