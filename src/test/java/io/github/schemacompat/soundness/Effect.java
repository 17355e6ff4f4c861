package io.github.schemacompat.soundness;

import io.github.schemacompat.engine.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a use comes to on a database.
 *
 * @param answers of the steps up to the one that was refused
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
    static Effect of(Use use, Database database) throws SQLException {
        Connection connection = database.connection();
        List<Answer> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String step : use.steps()) {
                if (statement.execute(step)) {
                    try (ResultSet result = statement.getResultSet()) {
                        answers.add(Answer.of(result));
                    }
                } else {
                    int count = statement.getUpdateCount();
                    answers.add(Answer.ofCount(step.matches(REPLACES) ? Math.min(count, 1) : count));
                }
            }
            return new Effect(answers, null, false);
        } catch (SQLException e) {
            String state = e.getSQLState();
            String message = String.valueOf(e.getMessage());
            boolean ofRows =
                    state == null ? message.contains("SQLITE_CONSTRAINT") : state.startsWith(CONSTRAINT_VIOLATION);
            return new Effect(answers, message, ofRows);
        } finally {
            connection.rollback();
        }
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
