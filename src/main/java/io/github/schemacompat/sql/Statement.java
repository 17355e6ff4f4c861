package io.github.schemacompat.sql;

import io.github.schemacompat.source.Span;
import java.util.List;
import java.util.stream.Stream;

/** A statement of a script or of a body, with what it nests. Every token belongs to exactly one node's own text. */
public sealed interface Statement {
    Span span();

    /** The statements that stand directly in it, in their order. */
    default List<Statement> parts() {
        return List.of();
    }

    /**
     * A statement without statements inside that are run where it stands: DDL, DML, a whole CREATE PROCEDURE.
     *
     * @param span its text, without the terminator
     */
    record Simple(Span span) implements Statement {}

    /**
     * Text whose statements can't be told apart: a block is never closed, or too many stand inside each other. Whatever
     * it would do is unknown.
     *
     * @param span its text
     */
    record Unstructured(Span span) implements Statement {}

    /**
     * IF … ELSE, also ELSIF chains (as an If in {@code otherwise}) and CASE statements.
     *
     * @param span all of it
     * @param condition the text between IF and what follows
     * @param then what runs if it holds
     * @param otherwise what runs if not
     */
    record If(Span span, Span condition, List<Statement> then, List<Statement> otherwise) implements Statement {
        @Override
        public List<Statement> parts() {
            return Stream.concat(then.stream(), otherwise.stream()).toList();
        }
    }

    /**
     * WHILE, LOOP, REPEAT, FOR: runs any number of times.
     *
     * @param span all of it
     * @param header the text up to the body
     * @param body what is repeated
     */
    record Loop(Span span, Span header, List<Statement> body) implements Statement {
        @Override
        public List<Statement> parts() {
            return body;
        }
    }

    /**
     * BEGIN … END, BEGIN TRY … END CATCH, BEGIN … EXCEPTION … END.
     *
     * @param span all of it
     * @param body what runs
     * @param handlers what runs only after an error
     */
    record Block(Span span, List<Statement> body, List<Statement> handlers) implements Statement {
        @Override
        public List<Statement> parts() {
            return Stream.concat(body.stream(), handlers.stream()).toList();
        }
    }
}
