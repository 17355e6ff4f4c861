package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.sql.TokenCursor;
import java.util.Map;
import java.util.TreeMap;

/** Reads the standard's GENERATED in its two meanings: columns that are numbered, and columns that are computed. */
final class GeneratedClause {
    private final ExpressionReader expressions;
    private final SequenceOptions sequenceOptions;

    GeneratedClause(Dialect dialect) {
        this.expressions = new ExpressionReader(dialect);
        this.sequenceOptions = SequenceOptions.ofColumn(dialect);
    }

    /**
     * Reads the clause into the draft.
     *
     * @return whether one stood there; if not, the cursor has not moved
     * @throws Expected if one begins there and can't be read
     */
    boolean read(TokenCursor cursor, ColumnDraft draft) {
        if (cursor.accept("generated", "by", "default", "as", "identity")
                || cursor.accept("generated", "by", "default", "on", "null", "as", "identity")) {
            draft.identity = Identity.BY_DEFAULT;
            draft.sequenceOptions = options(cursor);
            return true;
        }
        if (cursor.accept("generated", "always", "as", "identity")) {
            draft.identity = Identity.ALWAYS;
            draft.sequenceOptions = options(cursor);
            return true;
        }
        if (cursor.accept("generated", "always", "as")) {
            draft.generated = expressions.parenthesised(cursor);
            cursor.acceptAny("stored", "virtual");
            return true;
        }
        return false;
    }

    /** The options of the numbering in parentheses, if parentheses come next. */
    Map<String, String> options(TokenCursor cursor) {
        if (!cursor.accept("(")) {
            return Map.of();
        }
        Map<String, String> options = new TreeMap<>();
        do {
            // HSQLDB takes them with commas and without
            options.putAll(sequenceOptions.read(cursor));
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return options;
    }
}
