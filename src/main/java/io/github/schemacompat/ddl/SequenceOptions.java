package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the options of a sequence, also those of an identity column. */
final class SequenceOptions {
    /** How numbers are handed out in Oracle and DB2, not which. */
    static final WordList NUMBERING =
            WordList.of("order noorder keep nokeep scale noscale extend noextend shard noshard session global");

    private final Grammar grammar;
    private final NameReader names;
    private final TypeReader types;

    SequenceOptions(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.types = new TypeReader(dialect);
    }

    /**
     * As many options as follow.
     *
     * @return lower-case option ({@code start}, {@code increment}, {@code minvalue}, {@code maxvalue}, {@code cycle},
     *     {@code cache}, {@code restart}, {@code type}, {@code owner}) with its value; {@code none} for NO MINVALUE and the
     *     like, {@code true} or {@code false} for CYCLE, empty for RESTART without a value
     * @throws Expected if an option begins and can't be read
     */
    Map<String, String> read(TokenCursor cursor) {
        Map<String, String> options = new TreeMap<>();
        while (option(cursor, options)) {
            // one behind the other, without commas
        }
        return options;
    }

    private boolean option(TokenCursor cursor, Map<String, String> options) {
        if (cursor.accept("as")) {
            options.put("type", types.read(cursor).toString());
        } else if (cursor.accept("sequence", "name")) {
            names.read(cursor);
        } else if (cursor.accept("owned", "by")) {
            options.put("owner", names.read(cursor).toString());
        } else if (cursor.accept("restart")) {
            boolean with = cursor.acceptAny("with", "=");
            options.put("restart", with || number(cursor) ? restart(cursor) : "");
        } else if (cursor.peek().isAny("start", "increment", "cache")) {
            String name = StorageOptions.lower(cursor.next());
            cursor.acceptAny("with", "by", "=");
            if (cursor.accept("limit", "value")) {
                return true;
            }
            options.put(name, name.equals("cache") && !number(cursor) ? "" : value(cursor));
        } else if (cursor.peek().isAny("minvalue", "maxvalue")) {
            String name = StorageOptions.lower(cursor.next());
            cursor.accept("=");
            options.put(name, value(cursor));
        } else if (NUMBERING.accept(cursor)) {
            // how numbers are handed out, not which
        } else if (grammar == Grammar.DB2 && cursor.accept(",")) {
            // DB2 lets commas stand between options
            return option(cursor, options);
        } else if (cursor.accept("cycle")) {
            options.put("cycle", "true");
        } else if (cursor.peek().isAny("nominvalue", "nomaxvalue", "nocycle", "nocache")) {
            none(options, StorageOptions.lower(cursor.next()).substring(2));
        } else if (cursor.at("no") && cursor.peek(1).isAny("minvalue", "maxvalue", "cycle", "cache", "order")) {
            cursor.next();
            none(options, StorageOptions.lower(cursor.next()));
        } else {
            return false;
        }
        return true;
    }

    private static void none(Map<String, String> options, String word) {
        options.put(word, word.equals("cycle") ? "false" : "none");
    }

    private static boolean number(TokenCursor cursor) {
        Token token = cursor.peek(cursor.peek().isAny("-", "+") ? 1 : 0);
        return token.kind() == TokenKind.NUMBER || token.kind() == TokenKind.PLACEHOLDER;
    }

    /** H2 works it out: {@code RESTART WITH (SELECT MAX(id) + 1 FROM t)}. */
    private String restart(TokenCursor cursor) {
        if (grammar != Grammar.H2 || !cursor.at("(")) {
            return value(cursor);
        }
        return cursor.acceptParentheses().stream().map(Token::text).collect(Collectors.joining(" "));
    }

    private static String value(TokenCursor cursor) {
        if (!number(cursor)) {
            throw Expected.at(cursor, "a number");
        }
        String sign = cursor.accept("-") ? "-" : "";
        cursor.accept("+");
        return sign + cursor.next().text();
    }
}
