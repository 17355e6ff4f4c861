package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE VIEW and ALTER VIEW with a whole definition, in every dialect. */
final class ViewReader implements StatementForm {
    private final Language language;

    ViewReader(Language language) {
        this.language = language;
    }

    /** Whether a view is created or written anew. */
    static boolean at(TokenCursor cursor) {
        int from = cursor.index();
        try {
            ModuleHead.read(cursor);
            return cursor.at("view");
        } catch (Expected noHead) {
            return false;
        } finally {
            cursor.reset(from);
        }
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        Expected.next(cursor, "view");
        CreateMode mode = head.orIfNotExists(cursor);
        QualifiedName name = language.name(cursor);
        Span span = cursor.spanFrom(head.from());
        int afterName = cursor.index();
        List<String> columns = columns(cursor);
        if (language.is(Grammar.ORACLE)) {
            passOptions(cursor);
        }
        if (cursor.accept("using")) {
            cursor.next();
        }
        options(cursor);
        if (cursor.accept("tablespace")) {
            cursor.next();
        }
        Expected.next(cursor, "as");
        int query = cursor.index();
        if (!cursor.peek().isAny("select", "with", "(", "values", "table")) {
            throw Expected.at(cursor, "a query");
        }
        List<Token> rest = cursor.rest();
        int end = cursor.index() - trailing(rest);
        List<Token> selected = cursor.between(query, end);
        return List.of(new Operation.CreateView(
                span,
                name,
                mode,
                head.words().contains("materialized"),
                head.words().contains("temp") || head.words().contains("temporary"),
                columns,
                Language.span(cursor.source(), selected),
                language.definition(cursor.between(afterName, populated(rest) ? end : cursor.index()))));
    }

    /** Oracle's may have constraints that nobody checks. */
    private List<String> columns(TokenCursor cursor) {
        if (!language.is(Grammar.ORACLE) || !cursor.at("(")) {
            return language.columnList(cursor);
        }
        List<String> columns = new ArrayList<>();
        for (List<Token> entry : GuardReader.entries(cursor.acceptParentheses())) {
            boolean constraint = entry.isEmpty()
                    || entry.get(0).isAny("constraint", "foreign", "primary", "unique", "scope") && entry.size() > 1;
            if (!constraint) {
                columns.add(language.simpleName(new TokenCursor(cursor.source(), entry)));
            }
        }
        return columns;
    }

    /** How a materialized view is stored and refreshed, what an object view is made of. */
    private static void passOptions(TokenCursor cursor) {
        while (!cursor.atEnd() && (!cursor.at("as") || cursor.previous().is("store"))) {
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
    }

    private static void options(TokenCursor cursor) {
        if (!cursor.accept("with")) {
            return;
        }
        if (cursor.acceptParentheses().isEmpty()) {
            do {
                if (!cursor.acceptAny("schemabinding", "encryption", "view_metadata")) {
                    throw Expected.at(cursor, "an option of a view");
                }
            } while (cursor.accept(","));
        }
    }

    /** WITH [NO] DATA says what is done once, not what the view is. */
    private static boolean populated(List<Token> tokens) {
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).is(";")) {
            end--;
        }
        return end >= 2 && tokens.get(end - 1).is("data") && tokens.get(end - 2).isAny("with", "no");
    }

    /** How many tokens at the end are no part of the query: WITH CHECK OPTION, WITH NO DATA, terminators. */
    private static int trailing(List<Token> tokens) {
        int size = tokens.size();
        int end = size;
        while (end > 0 && tokens.get(end - 1).is(";")) {
            end--;
        }
        if (end >= 4
                && tokens.get(end - 2).is("constraint")
                && tokens.get(end - 3).isAny("option", "only")) {
            end -= 2;
        }
        if (end >= 3
                && tokens.get(end - 1).is("only")
                && tokens.get(end - 2).is("read")
                && tokens.get(end - 3).is("with")) {
            end -= 3;
        } else if (end >= 4
                && tokens.get(end - 1).is("movement")
                && tokens.get(end - 2).is("row")) {
            end -= tokens.get(end - 3).is("no") ? 4 : 3;
        }
        if (end >= 3 && tokens.get(end - 1).is("option") && tokens.get(end - 2).is("check")) {
            end -= tokens.get(end - 3).is("with") ? 3 : 4;
        } else if (end >= 2
                && tokens.get(end - 1).is("data")
                && tokens.get(end - 2).isAny("with", "no")) {
            end -= tokens.get(end - 2).is("with") ? 2 : 3;
        }
        return size - end;
    }
}
