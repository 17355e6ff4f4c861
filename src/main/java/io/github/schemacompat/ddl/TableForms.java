package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.sql.TokenCursor;
import org.jspecify.annotations.Nullable;

/** Finds the reader of a statement on tables or indexes. */
final class TableForms {
    private final Grammar grammar;
    private final CreateTableReader create;
    private final AlterTableReader alter;
    private final IndexStatementReader indexes;
    private final TableStatementReader statements;
    private final SelectIntoReader selectInto;

    TableForms(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.create = new CreateTableReader(dialect);
        this.alter = new AlterTableReader(dialect);
        this.indexes = new IndexStatementReader(dialect);
        this.statements = new TableStatementReader(dialect);
        this.selectInto = new SelectIntoReader(dialect);
    }

    /** The reader of the statement under the cursor, or null if it is none on tables or indexes. */
    @Nullable
    StatementForm of(TokenCursor cursor) {
        if (create.at(cursor)) {
            return create::read;
        }
        if (alter.at(cursor)) {
            return alter::read;
        }
        if (indexes.at(cursor)) {
            return indexes::read;
        }
        if (statements.at(cursor)) {
            return statements::read;
        }
        // INTO fills a variable in a PL/pgSQL body, which stands in a string
        boolean variables = grammar == Grammar.POSTGRESQL && cursor.source().isInner();
        return !variables && selectInto.at(cursor) ? selectInto::read : null;
    }
}
