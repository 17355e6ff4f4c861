package io.github.schemacompat.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.Position;
import org.junit.jupiter.api.Test;

/** A finding points at the clause that breaks. */
class ClauseSpansTest {
    @Test
    void everyActionHasItsOwnClause() {
        assertThat(new Readings(Dialect.POSTGRESQL).clauses("""
                ALTER TABLE o
                  ADD COLUMN a int NOT NULL,
                  DROP COLUMN IF EXISTS b CASCADE,
                  FROBNICATE (x, y),
                  ALTER c TYPE numeric(10, 2)
                """))
                .containsExactly(
                        "ADD COLUMN a int NOT NULL",
                        "DROP COLUMN IF EXISTS b CASCADE",
                        "FROBNICATE (x, y)",
                        "ALTER c TYPE numeric(10, 2)");
    }

    @Test
    void theFirstItemOfAListHasTheWordsThatBeginIt() {
        Readings readings = new Readings(Dialect.SQL_SERVER);

        assertThat(readings.clauses("ALTER TABLE o DROP COLUMN a, [b], CONSTRAINT c"))
                .containsExactly("DROP COLUMN a", "[b]", "CONSTRAINT c");
        assertThat(readings.clauses("ALTER TABLE o WITH CHECK ADD a int, CONSTRAINT u UNIQUE (a)"))
                .containsExactly("WITH CHECK ADD a int", "CONSTRAINT u UNIQUE (a)");
        assertThat(readings.clauses("ALTER TABLE o ADD a int CONSTRAINT p PRIMARY KEY (a), b int"))
                .containsExactly("ADD a int", "CONSTRAINT p PRIMARY KEY (a)", "b int");
    }

    @Test
    void columnsAddedInParenthesesStandForThemselves() {
        assertThat(new Readings(Dialect.MYSQL).clauses("ALTER TABLE o ADD COLUMN (a int, b int), DROP c"))
                .containsExactly("a int", "b int", "DROP c");
    }

    @Test
    void positionsAreThoseOfTheFile() {
        Operation operation = new Readings(Dialect.MYSQL)
                .read("ALTER TABLE o\n  ADD a int,\n  DROP COLUMN b")
                .get(0);

        assertThat(((Operation.AlterTable) operation).actions().get(1).span().startPosition())
                .isEqualTo(new Position(3, 3));
    }

    @Test
    void statementsWithListsGiveEveryItemItsSpan() {
        assertThat(new Readings(Dialect.SQL_SERVER).read("DROP INDEX a ON t, b ON u"))
                .extracting(operation -> operation.span().text())
                .containsExactly("DROP INDEX a ON t", "b ON u");
        assertThat(new Readings(Dialect.MYSQL).read("RENAME TABLE a TO b, c TO d"))
                .extracting(operation -> operation.span().text())
                .containsExactly("a TO b", "c TO d");
    }
}
