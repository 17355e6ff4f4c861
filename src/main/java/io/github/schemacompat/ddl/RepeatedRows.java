package io.github.schemacompat.ddl;

import io.github.schemacompat.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are written out one by one, a million of them: an INSERT that begins with the same characters as the one before
 * and goes on with nothing but literals says the same, and needs no second look at its words.
 */
final class RepeatedRows {
    private static final String VALUES = "values";
    private static final List<String> WORDS = List.of("null", "true", "false");

    private String head = "";
    private Operation.@Nullable Data data;

    /** What the statement says if it says the same as the one before, else null. */
    @Nullable
    List<Operation> repeated(Span statement) {
        Operation.Data before = data;
        String text = statement.source().text();
        if (before == null
                || !text.startsWith(head, statement.start())
                || !isLiterals(text, statement.start() + head.length(), statement.end())) {
            return null;
        }
        return List.of(new Operation.Data(
                statement, before.verb(), before.target(), before.sources(), before.filtered(), before.setColumns()));
    }

    /** Takes in what was read of a statement, if the next one could be like it. */
    void remember(Span statement, List<Operation> operations) {
        if (operations.size() != 1
                || !(operations.get(0) instanceof Operation.Data read)
                || !read.verb().equals("insert")
                || !read.sources().isEmpty()
                || !read.span().equals(statement)) {
            return;
        }
        String text = statement.source().text();
        int values = values(text, statement);
        if (values >= 0 && isLiterals(text, values + VALUES.length(), statement.end())) {
            head = text.substring(statement.start(), values + VALUES.length());
            data = read;
        }
    }

    private static int values(String text, Span statement) {
        for (int at = statement.start(); at < statement.end(); at++) {
            if (text.regionMatches(true, at, VALUES, 0, VALUES.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isLiterals(String text, int from, int end) {
        int at = from;
        while (at < end) {
            int next = behind(text, at, end);
            if (next <= at) {
                return false;
            }
            at = next;
        }
        return true;
    }

    /** The place behind a literal or a sign between literals, or the same place if something else stands there. */
    private static int behind(String text, int at, int end) {
        char c = text.charAt(at);
        if (c >= '0' && c <= '9' || c == ' ' || c == ',' || c == '(' || c == ')' || c == '.') {
            return at + 1;
        }
        if (c == '\n' || c == '\t' || c == '\r') {
            return at + 1;
        }
        if (c == '-') {
            boolean digit = at + 1 < end && text.charAt(at + 1) >= '0' && text.charAt(at + 1) <= '9';
            return digit ? at + 1 : at;
        }
        if (c == '\'') {
            return behindString(text, at, end);
        }
        return WORDS.stream()
                .filter(word -> text.regionMatches(true, at, word, 0, word.length()))
                .mapToInt(word -> at + word.length())
                .findFirst()
                .orElse(at);
    }

    /** Escapes, placeholders and what else dialects do inside strings are left to the lexer. */
    private static int behindString(String text, int at, int end) {
        for (int i = at + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                return i + 1;
            }
            if (c == '\\' || c == '$' || c == '{' || c == ':' || c == '&' || c == '\n') {
                return at;
            }
        }
        return at;
    }
}
