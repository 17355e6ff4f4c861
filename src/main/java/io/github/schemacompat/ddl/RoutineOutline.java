package io.github.schemacompat.ddl;

import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;
import java.util.Optional;

/** Reads no more of a SQL Server routine than its head, where nobody asks for more. */
final class RoutineOutline {
    /** Longer than the head of a routine with the longest names. */
    private static final int HEAD = 300;

    private final Language language;
    private final ModuleSelection selection;

    RoutineOutline(Language language, ModuleSelection selection) {
        this.language = language;
        this.selection = selection;
    }

    /** The outline, or empty if the statement is something else, is to be read whole or is short anyway. */
    Optional<Operation> read(Span statement) {
        if (selection.words().contains("") || !language.is(Grammar.SQL_SERVER)) {
            return Optional.empty();
        }
        if (statement.end() - statement.start() <= HEAD
                || !begins(statement, "create") && !begins(statement, "alter")) {
            return Optional.empty();
        }
        TokenCursor cursor = language.cursor(statement.source().span(statement.start(), statement.start() + HEAD));
        try {
            ModuleHead head = ModuleHead.read(cursor);
            boolean function = cursor.accept("function");
            if (!function && !cursor.acceptAny("proc", "procedure")) {
                return Optional.empty();
            }
            var name = language.name(cursor);
            Span span = cursor.spanFrom(head.from());
            // the last token may be cut off
            boolean complete = cursor.peek(1) != TokenCursor.END;
            if (!complete || selection.isWhole(name.name(), statement)) {
                return Optional.empty();
            }
            return Optional.of(new Operation.CreateRoutine(
                    span, name, function ? "function" : "procedure", head.mode(), List.of(), null, "tsql", null, ""));
        } catch (Expected expected) {
            return Optional.empty();
        }
    }

    /** A comment before the word costs no more than a whole reading. */
    private static boolean begins(Span statement, String word) {
        return statement.source().text().regionMatches(true, statement.start(), word, 0, word.length());
    }
}
