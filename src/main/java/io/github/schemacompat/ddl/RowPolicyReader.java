package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** CREATE, ALTER and DROP POLICY of PostgreSQL. */
final class RowPolicyReader implements StatementForm {
    private final Language language;

    RowPolicyReader(Language language) {
        this.language = language;
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        int from = cursor.index();
        String verb = Language.lower(cursor.next());
        Expected.next(cursor, "policy");
        boolean ifExists = cursor.accept("if", "exists");
        String name = language.simpleName(cursor);
        Expected.next(cursor, "on");
        QualifiedName table = language.name(cursor);
        if (cursor.accept("rename", "to")) {
            language.simpleName(cursor);
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "name of a policy"));
        }
        boolean restrictive = false;
        if (cursor.accept("as")) {
            restrictive = cursor.accept("restrictive");
            if (!restrictive) {
                Expected.next(cursor, "permissive");
            }
        }
        cursor.accept("for", "all");
        int terms = cursor.index();
        cursor.rest();
        String inNormalForm = verb.equals("drop") ? "" : language.definition(cursor.between(terms, cursor.index()));
        TableAction action = new TableAction.RowPolicy(cursor.spanFrom(from), verb, name, restrictive, inNormalForm);
        return List.of(new Operation.AlterTable(cursor.spanFrom(from), table, ifExists, List.of(action)));
    }
}
