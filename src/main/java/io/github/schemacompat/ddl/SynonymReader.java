package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** Reads what a synonym stands for, with the database or server in which that is said to be. */
final class SynonymReader {
    private final Language language;

    SynonymReader(Language language) {
        this.language = language;
    }

    /**
     * Reads the target, the last part of the statement.
     *
     * @param from where the statement begins
     */
    List<Operation> to(TokenCursor cursor, int from, QualifiedName name, CreateMode mode) {
        List<String> target = language.nameParts(cursor);
        String before = String.join(".", target.subList(0, Math.max(0, target.size() - 2)));
        String database = cursor.accept("@") ? String.join(".", language.nameParts(cursor)) : before;
        return List.of(new Operation.CreateSynonym(
                cursor.spanFrom(from), name, mode, language.qualified(target), database.isEmpty() ? null : database));
    }
}
