package io.github.schemacompat.soundness;

import io.github.schemacompat.engine.Database;
import io.github.schemacompat.fidelity.RealEngine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a use comes to on a database.
 *
 * @param answers of the steps; none if one was refused
 * @param refusal what the engine says against it, or null
 * @param ofRows whether it is refused because of the rows that there are
 */
record Effect(List<Answer> answers, @Nullable String refusal, boolean ofRows) {
    /** SQLSTATE of what a key or a condition refuses. */
    private static final String CONSTRAINT_VIOLATION = "23";

    /** Where MySQL counts a row twice if it is another one afterwards. */
    private static final String REPLACES = "(?s)REPLACE .*|.* ON DUPLICATE KEY .*";

    /** What the driver of MySQL and MariaDB begins with: another number in each session. */
    private static final String CONNECTION = "^\\(conn=\\d+\\) ";

    /** Runs a use and undoes it; the connection commits nothing by itself. */
    static Effect of(Use use, RealEngine engine, Database database) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            return new Effect(
                    engine.answersWholeScripts() ? atOnce(use, statement) : oneByOne(use, statement), null, false);
        } catch (SQLException e) {
            String state = e.getSQLState();
            String message = String.valueOf(e.getMessage());
            boolean ofRows =
                    state == null ? message.contains("SQLITE_CONSTRAINT") : state.startsWith(CONSTRAINT_VIOLATION);
            return new Effect(List.of(), message, ofRows);
        } finally {
            database.connection().rollback();
        }
    }

    private static List<Answer> oneByOne(Use use, Statement statement) throws SQLException {
        List<Answer> answers = new ArrayList<>();
        for (String step : use.steps()) {
            answers.add(answer(step, statement, statement.execute(step)));
        }
        return answers;
    }

    /** A message to the server for each step is most of what a trial takes. */
    private static List<Answer> atOnce(Use use, Statement statement) throws SQLException {
        List<Answer> answers = new ArrayList<>();
        boolean hasRows = statement.execute(String.join(";", use.steps()) + ";ROLLBACK");
        for (String step : use.steps()) {
            answers.add(answer(step, statement, hasRows));
            hasRows = statement.getMoreResults();
        }
        return answers;
    }

    private static Answer answer(String step, Statement statement, boolean hasRows) throws SQLException {
        if (hasRows) {
            try (ResultSet result = statement.getResultSet()) {
                return Answer.of(result);
            }
        }
        int count = statement.getUpdateCount();
        return Answer.ofCount(step.matches(REPLACES) ? Math.min(count, 1) : count);
    }

    boolean works() {
        return refusal == null;
    }

    /**
     * What of this is no more in a later effect of the same use, or null if all is.
     *
     * @param rowsMayDiffer whether rows were changed on purpose
     */
    @Nullable
    String lostIn(Effect later, boolean rowsMayDiffer) {
        if (later.refusal != null) {
            return later.refusal.lines().findFirst().orElse("").replaceFirst(CONNECTION, "");
        }
        for (int i = 0; i < answers.size(); i++) {
            String lost = answers.get(i).lostIn(later.answers.get(i), rowsMayDiffer);
            if (lost != null) {
                return lost;
            }
        }
        return null;
    }
}
