package io.github.schemacompat.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.StatementSplitter;
import org.junit.jupiter.api.Test;

class UnstructuredStatementTest {
    @Test
    void aBlockThatIsNeverClosedIsNoTransaction() {
        Span body = SourceText.of("f", "BEGIN DROP TABLE boats;").whole();
        for (Dialect dialect : Dialect.ALL) {
            Statement statement = new StatementSplitter(dialect).body(body).get(0);

            assertThat(new DdlReader(dialect).read(statement))
                    .singleElement()
                    .isInstanceOf(Operation.NotUnderstood.class);
        }
    }
}
