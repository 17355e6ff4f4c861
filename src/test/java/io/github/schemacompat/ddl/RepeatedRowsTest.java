package io.github.schemacompat.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a reader has read before, it reads a statement as a new reader would. */
class RepeatedRowsTest {
    private static final List<String> STATEMENTS = List.of(
            "INSERT INTO t (a, b) VALUES (1, 'x')",
            "INSERT INTO t (a, b) VALUES (-2.5, NULL), (3, 'it''s')",
            "INSERT INTO t (a, b) VALUES (4, (SELECT max(b) FROM u))",
            "INSERT INTO t (a, b) VALUES (5, 'x') ON CONFLICT DO NOTHING",
            "INSERT INTO t (a, b) VALUES (6, 'a\\'), (7, ' FROM u')",
            "INSERT INTO t (a, b) VALUES (8, next_number())",
            "INSERT INTO t (a, b) VALUES (9, b) -- FROM u",
            "INSERT INTO t (a, c) VALUES (1, 'x')",
            "INSERT INTO t VALUES (1, 'x')",
            "INSERT INTO t SELECT 1, 'x'",
            "INSERT INTO t (a, b) SELECT 1, 'values' FROM u",
            "INSERT INTO t2 (a, b) VALUES (1, 'x')",
            "INSERT INTO \"values\" (a) VALUES (1)",
            "UPDATE t SET a = 1",
            "DELETE FROM t");

    static Stream<Dialect> dialects() {
        return Dialect.ALL.stream();
    }

    private static Statement statement(String sql) {
        return new Statement.Simple(SourceText.of("V1__rows.sql", sql).whole());
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void readsAsIfItWereTheFirst(Dialect dialect) {
        for (String before : STATEMENTS) {
            for (String sql : STATEMENTS) {
                DdlReader reader = new DdlReader(dialect);
                reader.read(statement(before));
                Statement statement = statement(sql);
                assertThat(reader.read(statement))
                        .as(sql + " behind " + before)
                        .isEqualTo(new DdlReader(dialect).read(statement));
            }
        }
    }

    @Test
    void knowsRowsThatAreWrittenOutOneByOne() {
        RepeatedRows rows = new RepeatedRows();
        Span first = span("INSERT INTO t (a, b) VALUES (1, 'x')");
        rows.remember(first, new DdlReader(Dialect.POSTGRESQL).read(new Statement.Simple(first)));
        assertThat(rows.repeated(span("INSERT INTO t (a, b) VALUES (2, 'y'), (3, NULL)")))
                .hasSize(1);
        assertThat(rows.repeated(span("INSERT INTO t (a, b) VALUES (2, now())")))
                .isNull();
        assertThat(rows.repeated(span("INSERT INTO t (a, c) VALUES (2, 'y')"))).isNull();
    }

    private static Span span(String sql) {
        return SourceText.of("V1__rows.sql", sql).whole();
    }
}
