package io.github.schemacompat.ddl;

import io.github.schemacompat.sql.TokenCursor;
import java.util.HashSet;
import java.util.Set;

/**
 * What stands before the kind of a view, routine or trigger: {@code CREATE OR REPLACE DEFINER = … VIEW}.
 *
 * @param from where the statement begins
 * @param words the modifiers that were said, lower case
 */
record ModuleHead(int from, CreateMode mode, Set<String> words) {
    /** Passes everything up to the word that says the kind. */
    static ModuleHead read(TokenCursor cursor) {
        int from = cursor.index();
        CreateMode mode = CreateMode.CREATE;
        if (cursor.accept("alter")) {
            mode = CreateMode.ALTER;
        } else {
            Expected.next(cursor, "create");
            if (cursor.accept("or")) {
                if (!cursor.acceptAny("replace", "alter")) {
                    throw Expected.at(cursor, "REPLACE or ALTER");
                }
                mode = CreateMode.OR_REPLACE;
            }
        }
        Set<String> words = new HashSet<>();
        while (modifier(cursor)) {
            words.add(Language.lower(cursor.previous()));
        }
        return new ModuleHead(from, mode, words);
    }

    /** IF NOT EXISTS behind the kind. */
    CreateMode orIfNotExists(TokenCursor cursor) {
        return cursor.accept("if", "not", "exists") ? CreateMode.IF_NOT_EXISTS : mode;
    }

    private static boolean modifier(TokenCursor cursor) {
        if (cursor.accept("definer", "=")) {
            user(cursor);
            return true;
        }
        if (cursor.accept("algorithm", "=")) {
            return cursor.next().isName();
        }
        if (cursor.accept("sql", "security")) {
            return cursor.next().isName();
        }
        return cursor.acceptAny(
                "temp",
                "temporary",
                "local",
                "global",
                "recursive",
                "materialized",
                "force",
                "noforce",
                "no",
                "editionable",
                "noneditionable",
                "editioning",
                "public",
                "constraint",
                "event",
                "aggregate");
    }

    /** {@code user@host}, {@code 'user'@'%'}, {@code CURRENT_USER()}. */
    private static void user(TokenCursor cursor) {
        cursor.next();
        cursor.acceptParentheses();
        if (cursor.accept("@")) {
            cursor.next();
        } else if (cursor.peek().text().startsWith("@")) {
            cursor.next();
        }
        while (cursor.accept(".")) {
            cursor.next();
        }
    }
}
