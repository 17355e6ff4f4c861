package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.TriggerEffect;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.StatementSplitter;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the body of a trigger only sets columns of its row: assignments to {@code NEW.column}, also behind
 * conditions, or one UPDATE of its own table. Anything else makes the effect unknown, so that nothing is excused by it.
 */
final class TriggerEffects {
    private final Dialect dialect;
    private final Expressions expressions;
    private final StatementSplitter splitter;

    TriggerEffects(Dialect dialect, Expressions expressions) {
        this.dialect = dialect;
        this.expressions = expressions;
        this.splitter = new StatementSplitter(dialect);
    }

    /**
     * @param body what the trigger, or its function, runs
     * @param table own name of its table
     * @param newRow what the body calls the row that is written, lower case
     * @param condition what has to be true of a row, or null
     */
    TriggerEffect of(Span body, String table, String newRow, @Nullable Span condition) {
        Walk walk = new Walk(table, newRow);
        String missing = condition == null ? null : walk.testedForNull(condition);
        if (!walk.all(splitter.body(body), condition == null || missing != null)) {
            return TriggerEffect.UNKNOWN;
        }
        if (missing != null) {
            walk.fills.retainAll(Set.of(missing));
        }
        return new TriggerEffect(walk.sets, walk.fills);
    }

    private final class Walk {
        private final String table;
        private final String newRow;
        private final SortedSet<String> sets = new TreeSet<>();
        private final SortedSet<String> fills = new TreeSet<>();

        Walk(String table, String newRow) {
            this.table = table;
            this.newRow = newRow;
        }

        /** @param always whether the statements run for every row */
        boolean all(List<Statement> statements, boolean always) {
            return statements.stream().allMatch(statement -> one(statement, always));
        }

        private boolean one(Statement statement, boolean always) {
            if (statement instanceof Statement.Block block) {
                return block.handlers().isEmpty() && all(block.body(), always);
            }
            if (statement instanceof Statement.If choice) {
                return choice(choice, always);
            }
            return statement instanceof Statement.Simple simple && simple(simple.span(), always);
        }

        /** {@code IF NEW.column IS NULL THEN NEW.column := …} fills the column, whatever it was. */
        private boolean choice(Statement.If choice, boolean always) {
            SortedSet<String> before = new TreeSet<>(fills);
            if (!all(choice.then(), always)) {
                return false;
            }
            String missing = testedForNull(choice.condition());
            boolean filled = missing != null && fills.contains(missing);
            fills.retainAll(before);
            if (filled) {
                fills.add(missing);
            }
            return all(choice.otherwise(), false);
        }

        /** The column in {@code NEW.column IS NULL}, or null if it says something else. */
        @Nullable
        String testedForNull(Span condition) {
            TokenCursor cursor = cursor(condition);
            boolean inParentheses = cursor.accept("(");
            String column = newColumn(cursor);
            boolean isNull = column != null && cursor.accept("is", "null");
            if (inParentheses) {
                cursor.accept(")");
            }
            cursor.accept("then");
            return isNull && cursor.atEnd() ? column : null;
        }

        private boolean simple(Span span, boolean always) {
            TokenCursor cursor = cursor(span);
            if (cursor.accept("return")) {
                return cursor.accept("new") && cursor.atEnd();
            }
            if (cursor.at("update")) {
                return update(cursor);
            }
            if (cursor.accept("set") && cursor.at("nocount")) {
                return true;
            }
            do {
                if (!assignment(cursor, always)) {
                    return false;
                }
            } while (cursor.accept(","));
            return cursor.atEnd();
        }

        private boolean assignment(TokenCursor cursor, boolean always) {
            String column = newColumn(cursor);
            if (column == null || !cursor.acceptAny(":=", "=")) {
                return false;
            }
            sets.add(column);
            boolean isNull = cursor.at("null");
            skipExpression(cursor);
            if (always && !isNull) {
                fills.add(column);
            }
            return true;
        }

        /** {@code UPDATE alias SET column = … FROM table alias JOIN inserted …}: SQL Server's way to set columns. */
        private boolean update(TokenCursor cursor) {
            cursor.next();
            String target = lastPart(cursor);
            if (target == null || !cursor.accept("set")) {
                return false;
            }
            List<String> columns = new ArrayList<>();
            do {
                String column = lastPart(cursor);
                if (column == null || !cursor.accept("=")) {
                    return false;
                }
                columns.add(column);
                skipExpression(cursor);
            } while (cursor.accept(","));
            boolean own = target.equals(table) || aliases(cursor).contains(target);
            sets.addAll(columns);
            return own;
        }

        /** The names that FROM gives to the trigger's own table. */
        private Set<String> aliases(TokenCursor cursor) {
            Set<String> aliases = new HashSet<>();
            boolean joins = false;
            while (!cursor.atEnd()) {
                Token token = cursor.next();
                joins = joins || token.is("inserted");
                if (token.isName()
                        && dialect.key(expressions.catalogName(token)).equals(table)) {
                    cursor.accept("as");
                    if (cursor.peek().isName()) {
                        aliases.add(dialect.key(expressions.catalogName(cursor.peek())));
                    }
                }
            }
            return joins ? aliases : Set.of();
        }

        private void skipExpression(TokenCursor cursor) {
            while (!cursor.atEnd() && !cursor.at(",") && !cursor.peek().isAny("from", "where")) {
                if (cursor.acceptParentheses().isEmpty()) {
                    cursor.next();
                }
            }
        }

        private TokenCursor cursor(Span span) {
            return new TokenCursor(span.source(), expressions.tokens(span));
        }

        private @Nullable String newColumn(TokenCursor cursor) {
            String row = cursor.peek().text();
            if (!row.equalsIgnoreCase(newRow) && !row.equalsIgnoreCase(":" + newRow)) {
                return null;
            }
            cursor.next();
            return cursor.accept(".") && cursor.peek().isName()
                    ? dialect.key(expressions.catalogName(cursor.next()))
                    : null;
        }

        private @Nullable String lastPart(TokenCursor cursor) {
            String last = null;
            do {
                if (!cursor.peek().isName()) {
                    return null;
                }
                last = dialect.key(expressions.catalogName(cursor.next()));
            } while (cursor.accept("."));
            return last;
        }
    }
}
