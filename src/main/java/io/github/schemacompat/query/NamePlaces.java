package io.github.schemacompat.query;

import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where names stand in a DDL statement, told from the words around them. JSqlParser refuses most of its own keywords as
 * names, and takes a column called {@code key} for a key: with quotes it can't.
 */
final class NamePlaces {
    /** What an element of a table begins with if it is no column, and what follows ADD and DROP if no name does. */
    private static final Set<String> NO_COLUMNS = Set.of(
            "as",
            "check",
            "column",
            "constraint",
            "data",
            "default",
            "exclude",
            "expression",
            "foreign",
            "fulltext",
            "identity",
            "if",
            "index",
            "key",
            "like",
            "not",
            "only",
            "partition",
            "period",
            "primary",
            "spatial",
            "system",
            "unique",
            "value",
            "attribute");

    /** Behind these a name stands, perhaps after IF [NOT] EXISTS and ONLY. */
    private static final Set<String> BEFORE_NAMES = Set.of(
            "add",
            "after",
            "alter",
            "change",
            "column",
            "constraint",
            "drop",
            "function",
            "index",
            "key",
            "modify",
            "of",
            "on",
            "procedure",
            "references",
            "rename",
            "sequence",
            "table",
            "to",
            "trigger",
            "view");

    private static final Set<String> BEFORE_LISTS =
            Set.of("key", "unique", "clustered", "nonclustered", "include", "inherits", "index");

    private final List<Token> tokens;
    private final Set<Integer> places = new HashSet<>();
    /** For every open parenthesis: whether names are listed in it. */
    private final Deque<Boolean> lists = new ArrayDeque<>();

    private NamePlaces(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The indexes of the unquoted words that are names. */
    static Set<Integer> in(List<Token> tokens) {
        NamePlaces names = new NamePlaces(tokens);
        boolean table = names.createsTable();
        for (int i = 0; i < tokens.size(); i++) {
            names.at(i, table);
        }
        return names.places;
    }

    private boolean createsTable() {
        for (int i = 1; at(0).is("create") && i < tokens.size() && at(i).kind() == TokenKind.WORD; i++) {
            if (at(i).is("table")) {
                return true;
            }
        }
        return false;
    }

    private Token at(int index) {
        return index < 0 || index >= tokens.size() ? TokenCursor.END : tokens.get(index);
    }

    private void at(int i, boolean createsTable) {
        Token token = tokens.get(i);
        if (token.is("(")) {
            lists.push(listsNames(i));
            return;
        }
        if (token.is(")")) {
            lists.poll();
            return;
        }
        if (token.kind() != TokenKind.WORD || token.text().startsWith("#")) {
            return;
        }
        Token before = at(i - 1);
        boolean item = before.isAny("(", ",");
        boolean element = createsTable && lists.size() == 1 && item && !NO_COLUMNS.contains(lower(token));
        boolean listed = !lists.isEmpty() && lists.element() && item;
        boolean qualified = before.is(".") || at(i + 1).is(".");
        boolean clause = lists.size() == 1 && createsTable && before.isAny("constraint", "references");
        boolean named = (lists.isEmpty() || clause) && named(i, before);
        if (element || listed || qualified || named) {
            places.add(i);
        }
    }

    private boolean named(int i, Token before) {
        Token token = at(i);
        if (before.is(",")) {
            return at(0).is("drop");
        }
        int word = i - 1;
        if (before.is("exists")) {
            word -= at(word - 1).is("not") ? 3 : 2;
        } else if (before.isAny("only", "concurrently")) {
            word--;
        }
        Token introduces = at(word);
        if (places.contains(i - 1)) {
            // CHANGE old new
            return at(i - 2).is("change") || at(i - 3).is("change") && at(i - 2).is("column");
        }
        boolean names = introduces.kind() == TokenKind.WORD && BEFORE_NAMES.contains(lower(introduces));
        // behind the first word stands what kind of thing it is about
        boolean clause = word == 0
                || introduces.is("on") && token.isAny("delete", "update", "commit")
                || introduces.is("key") && at(word - 1).isAny("primary", "foreign")
                || introduces.is("to") && token.is("default")
                || token.isAny("on", "using", "to", "type", "set", "concurrently", "table", "view", "trigger");
        return names && !clause && !NO_COLUMNS.contains(lower(token));
    }

    private boolean listsNames(int open) {
        Token before = at(open - 1);
        if (before.kind() == TokenKind.WORD && !places.contains(open - 1)) {
            return BEFORE_LISTS.contains(lower(before));
        }
        int first = open - 1;
        while (at(first - 1).is(".")) {
            first -= 2;
        }
        Token introduces = at(first - 1);
        return before.isName() && introduces.isAny("references", "on", "only", "key", "index");
    }

    private static String lower(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
