package io.github.schemacompat.ddl;

import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** Reads statements of one form. */
@FunctionalInterface
interface StatementForm {
    /** Why what another file says is not known. Each script is read alone, as migration tools run it. */
    String OTHER_FILE = "the statements of another file are not read where one script runs it; they have to stand in"
            + " this script, or in one that the migration tool runs";

    /**
     * Reads from the statement's first word on; what it leaves unread is reported.
     *
     * @throws Expected if something else stands there than the form allows
     */
    List<Operation> read(TokenCursor cursor);

    /** A statement that, whatever else it says, has no effect on the schema. */
    static StatementForm withoutEffect(String reason) {
        return cursor -> {
            int from = cursor.index();
            cursor.rest();
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), reason));
        };
    }

    /** A statement that may have an effect, but none that this project can follow. */
    static StatementForm notFollowed(String why) {
        return cursor -> {
            int from = cursor.index();
            cursor.rest();
            return List.of(new Operation.NotUnderstood(cursor.spanFrom(from), why));
        };
    }
}
