package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Schema;
import org.junit.jupiter.api.Test;

/** Nothing that a reader can say is left without an answer. */
class ReplayVocabularyTest {
    @Test
    void everyOperationIsApplied() {
        Replay replay = new Replay(Schema.EMPTY, Dialect.POSTGRESQL, ReplayOptions.DEFAULT);

        assertThat(Operation.class.getPermittedSubclasses())
                .isNotEmpty()
                .allSatisfy(type ->
                        assertThat(replay.handles(type)).as(type.getName()).isTrue());
    }

    @Test
    void everyActionOfAlterTableIsApplied() {
        ReplayParts parts = ReplayParts.of(Schema.EMPTY, Dialect.POSTGRESQL, ReplayOptions.DEFAULT);
        AlterReplay alterations = new AlterReplay(parts);

        assertThat(TableAction.class.getPermittedSubclasses())
                .isNotEmpty()
                .filteredOn(type -> type != TableAction.ColumnChange.class)
                .allSatisfy(type ->
                        assertThat(alterations.handles(type)).as(type.getName()).isTrue());
    }
}
