package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the options of a sequence, those of an identity column included. */
final class SequenceOptions {
    /** How numbers are handed out in Oracle and DB2, not which. */
    private static final WordList NUMBERING =
            WordList.of("order noorder keep nokeep scale noscale extend noextend shard noshard session global");

    private final Grammar grammar;
    private final NameReader names;
    private final TypeReader types;
    private final boolean numbersOnly;

    private SequenceOptions(Dialect dialect, boolean numbersOnly) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.types = new TypeReader(dialect);
        this.numbersOnly = numbersOnly;
    }

    /** What a column counts by: its table is known as well where a number has still to be put in or worked out. */
    static SequenceOptions ofColumn(Dialect dialect) {
        return new SequenceOptions(dialect, false);
    }

    static SequenceOptions ofSequence(Dialect dialect) {
        return new SequenceOptions(dialect, true);
    }

    /**
     * As many options as follow.
     *
     * @return lower-case option ({@code start}, {@code increment}, {@code minvalue}, {@code maxvalue}, {@code cycle},
     *     {@code cache}, {@code restart}, {@code type}) with its value; {@code none} for NO MINVALUE and the like,
     *     {@code true} or {@code false} for CYCLE, {@code start} for RESTART and {@code default} for CACHE without a value
     * @throws Expected if an option begins and can't be read
     */
    Map<String, String> read(TokenCursor cursor) {
        Map<String, String> options = new TreeMap<>();
        while (accept(cursor, options)) {
            // one behind the other, without commas
        }
        return options;
    }

    /**
     * As {@link #read}, where one has to come.
     *
     * @param expected what it is called if there is none
     */
    Map<String, String> readSome(TokenCursor cursor, String expected) {
        int from = cursor.index();
        Map<String, String> options = read(cursor);
        if (cursor.index() == from) {
            throw Expected.at(cursor, expected);
        }
        return options;
    }

    /** The change of a column that RESTART among its options means, or null if they don't say so. */
    static TableAction.ColumnChange.@Nullable RestartIdentity restart(Map<String, String> options) {
        String value = options.get("restart");
        return value == null
                ? null
                : new TableAction.ColumnChange.RestartIdentity(value.equals("start") ? null : value);
    }

    /** The change of a column that options mean where its numbering is no object of its own. */
    static TableAction.ColumnChange numbering(Map<String, String> options) {
        TableAction.ColumnChange restart = restart(options);
        return restart == null ? new TableAction.ColumnChange.NoEffect("numbering") : restart;
    }

    /** Reads a single option, if one comes next, into those that are known. */
    boolean accept(TokenCursor cursor, Map<String, String> options) {
        if (cursor.accept("as")) {
            options.put("type", types.read(cursor).toString());
        } else if (cursor.accept("sequence", "name")) {
            names.read(cursor);
        } else if (cursor.accept("owned", "by")) {
            names.read(cursor);
        } else if (cursor.accept("restart")) {
            boolean with = cursor.acceptAny("with", "=");
            options.put("restart", with || atNumber(cursor) ? restart(cursor) : "start");
        } else if (cursor.acceptAny("start", "increment", "minvalue", "maxvalue", "cache")) {
            String name = Language.lower(cursor.previous());
            cursor.acceptAny("with", "by", "=");
            if (cursor.accept("limit", "value")) {
                return true;
            }
            options.put(name, name.equals("cache") && !atNumber(cursor) ? "default" : number(cursor));
        } else if (NUMBERING.accept(cursor) || cursor.accept("no", "order")) {
            // how numbers are handed out, not which
        } else if (grammar == Grammar.DB2 && cursor.accept(",")) {
            // DB2 lets commas stand between options
            return accept(cursor, options);
        } else if (cursor.accept("cycle")) {
            options.put("cycle", "true");
        } else if (cursor.peek().isAny("nominvalue", "nomaxvalue", "nocycle", "nocache")) {
            none(options, Language.lower(cursor.next()).substring(2));
        } else if (cursor.at("no") && cursor.peek(1).isAny("minvalue", "maxvalue", "cycle", "cache")) {
            cursor.next();
            none(options, Language.lower(cursor.next()));
        } else {
            return false;
        }
        return true;
    }

    private static void none(Map<String, String> options, String word) {
        options.put(word, word.equals("cycle") ? "false" : "none");
    }

    private boolean atNumber(TokenCursor cursor) {
        Token token = cursor.peek(cursor.peek().isAny("-", "+") ? 1 : 0);
        return token.kind() == TokenKind.NUMBER || !numbersOnly && token.kind() == TokenKind.PLACEHOLDER;
    }

    /** H2 works it out: {@code RESTART WITH (SELECT MAX(id) + 1 FROM t)}. */
    private String restart(TokenCursor cursor) {
        if (numbersOnly || grammar != Grammar.H2 || !cursor.at("(")) {
            return number(cursor);
        }
        return cursor.acceptParentheses().stream().map(Token::text).collect(Collectors.joining(" "));
    }

    private String number(TokenCursor cursor) {
        if (!atNumber(cursor)) {
            throw Expected.at(cursor, "a number");
        }
        String sign = cursor.accept("-") ? "-" : "";
        cursor.accept("+");
        return sign + cursor.next().text();
    }
}
