package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads CREATE SEQUENCE and the options of ALTER SEQUENCE. */
final class SequenceReader {
    private final Language language;

    SequenceReader(Language language) {
        this.language = language;
    }

    List<Operation> create(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        cursor.accept("unlogged");
        Expected.next(cursor, "sequence");
        CreateMode mode = head.orIfNotExists(cursor);
        QualifiedName name = language.name(cursor);
        Options options = options(cursor);
        boolean temporary = head.words().contains("temp") || head.words().contains("temporary");
        return List.of(new Operation.CreateSequence(
                cursor.spanFrom(head.from()),
                name,
                mode,
                temporary,
                options.values,
                options.ownedByTable,
                options.ownedByColumn));
    }

    /** What follows the name in ALTER SEQUENCE. */
    Operation alter(TokenCursor cursor, int from, QualifiedName name, boolean ifExists) {
        Options options = options(cursor);
        Span span = cursor.spanFrom(from);
        return new Operation.AlterSequence(
                span, name, ifExists, options.values, options.ownedByTable, options.ownedByColumn, options.ownedByNone);
    }

    private static final class Options {
        private final Map<String, String> values = new TreeMap<>();
        private @Nullable QualifiedName ownedByTable;
        private @Nullable String ownedByColumn;
        private boolean ownedByNone;
    }

    private Options options(TokenCursor cursor) {
        Options options = new Options();
        while (!cursor.atEnd() && !cursor.at(";")) {
            option(cursor, options);
        }
        return options;
    }

    private void option(TokenCursor cursor, Options options) {
        if (cursor.accept("as")) {
            options.values.put("type", language.type(cursor).toString());
        } else if (cursor.accept("owned", "by")) {
            options.ownedByNone = cursor.accept("none");
            if (!options.ownedByNone) {
                List<String> parts = new ArrayList<>(language.nameParts(cursor));
                if (parts.size() < 2) {
                    throw Expected.at(cursor, "table.column");
                }
                options.ownedByColumn = parts.remove(parts.size() - 1);
                options.ownedByTable = language.qualified(parts);
            }
        } else if (cursor.accept("no")) {
            if (cursor.accept("order")) {
                return;
            }
            if (!cursor.acceptAny("minvalue", "maxvalue", "cycle", "cache")) {
                throw Expected.at(cursor, "MINVALUE, MAXVALUE, CYCLE or CACHE");
            }
            none(options, Language.lower(cursor.previous()));
        } else if (cursor.acceptAny("nominvalue", "nomaxvalue", "nocycle", "nocache")) {
            none(options, Language.lower(cursor.previous()).substring(2));
        } else if (cursor.accept("cycle")) {
            options.values.put("cycle", "true");
        } else if (cursor.accept("restart")) {
            cursor.acceptAny("with", "=");
            options.values.put("restart", atNumber(cursor) ? number(cursor) : "start");
        } else if (cursor.acceptAny("start", "increment", "minvalue", "maxvalue", "cache")) {
            String word = Language.lower(cursor.previous());
            cursor.acceptAny("with", "by", "=");
            if (word.equals("cache") && !atNumber(cursor)) {
                options.values.put("cache", "default");
            } else {
                options.values.put(word, number(cursor));
            }
        } else if (SequenceOptions.NUMBERING.accept(cursor)) {
            // how numbers are handed out, not which
        } else if (cursor.accept("engine")) {
            cursor.accept("=");
            cursor.next();
        } else {
            throw Expected.at(cursor, "an option of a sequence");
        }
    }

    private static void none(Options options, String word) {
        options.values.put(word, word.equals("cycle") ? "false" : "none");
    }

    private static boolean atNumber(TokenCursor cursor) {
        return cursor.peek().kind() == TokenKind.NUMBER
                || cursor.peek().isAny("-", "+") && cursor.peek(1).kind() == TokenKind.NUMBER;
    }

    private static String number(TokenCursor cursor) {
        String sign = cursor.accept("-") ? "-" : "";
        cursor.accept("+");
        Token token = cursor.peek();
        if (token.kind() != TokenKind.NUMBER) {
            throw Expected.at(cursor, "a number");
        }
        return sign + cursor.next().text();
    }
}
