package io.github.schemacompat.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.PostgreSqlEngine;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.source.SourceText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns that are worked out for a view are those that a PostgreSQL gives it. */
class PostgreSqlViewsTest {
    private static PostgreSqlEngine engine;

    private final Relations library = new TestRelations(Dialect.POSTGRESQL)
            .table("book", "id integer", "title text", "price numeric(8,2)", "tags text[]", "added timestamptz(3)")
            .table("loan", "id bigint", "book_id integer", "reader varchar(40)", "until date", "note jsonb")
            .table("Shelf", "id integer", "Room char(3)")
            .relations();

    @BeforeAll
    static void start() throws SQLException {
        engine = PostgreSqlEngine.newDatabase();
        engine.run("CREATE TABLE book (id integer, title text, price numeric(8,2), tags text[], added timestamptz(3));"
                + "CREATE TABLE loan (id bigint, book_id integer, reader varchar(40), until date, note jsonb);"
                + "CREATE TABLE \"Shelf\" (id integer, \"Room\" char(3))");
    }

    @AfterAll
    static void stop() throws SQLException {
        if (engine != null) {
            engine.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM book",
                "TABLE loan",
                "SELECT b.*, l.reader FROM book b JOIN loan l ON l.book_id = b.id",
                "SELECT * FROM book JOIN (SELECT book_id AS id, reader FROM loan) l USING (id)",
                "SELECT * FROM (SELECT id, title FROM book) a NATURAL LEFT JOIN (SELECT reader, id FROM loan) b",
                "SELECT Id, TITLE, \"Room\" FROM book JOIN \"Shelf\" USING (id)",
                "SELECT count(*), max(price), lower(title), now(), current_date FROM book GROUP BY title",
                "SELECT price::integer, title::varchar(10) AS short, '1'::text, id::bigint FROM book",
                "SELECT cast(id AS smallint), cast('2020-01-01' AS date), (price) FROM book",
                "SELECT CASE WHEN id > 1 THEN title ELSE 'none' END FROM book",
                "SELECT CASE WHEN id > 1 THEN 'some' ELSE title END, coalesce(title, '') FROM book",
                "SELECT (SELECT reader FROM loan WHERE book_id = b.id LIMIT 1), EXISTS (SELECT 1) FROM book b",
                "SELECT ARRAY[1, 2], 1 + 1, 'x' AS \"Mixed Case\", extract(year FROM until) FROM loan",
                "SELECT note -> 'a' AS a, note ->> 'b' AS b, tags[1] AS first FROM loan, book",
                "WITH x AS (SELECT id, price FROM book) SELECT * FROM x",
                "WITH x(a, b) AS (SELECT id, price FROM book), y AS (SELECT a FROM x) SELECT y.a, x.b FROM x, y",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n",
                "SELECT id, title FROM book UNION ALL SELECT book_id, reader FROM loan",
                "SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v(nr, word)",
                "SELECT * FROM (VALUES (1, 'a')) AS v",
                "SELECT id, row_number() OVER (PARTITION BY title ORDER BY added) FROM book",
                "SELECT id, rank() OVER w AS r FROM book WINDOW w AS (ORDER BY price)",
                "SELECT b.id, t.tag FROM book b, unnest(b.tags) AS t(tag)",
                "SELECT b.id, l.reader FROM book b LEFT JOIN LATERAL (SELECT reader FROM loan WHERE book_id = b.id) l ON true",
                "SELECT DISTINCT ON (title) title, price FROM book ORDER BY title, price DESC",
                "SELECT a.id, b.id AS other FROM (book a CROSS JOIN book b)",
                "SELECT count(*) FILTER (WHERE price > 1) AS dear, string_agg(title, ', ' ORDER BY title) FROM book",
                "SELECT title COLLATE \"C\", id % 2 AS odd, NOT id > 1 AS small FROM book"
            })
    void columnsAreTheEngines(String query) throws SQLException {
        engine.run("DROP VIEW IF EXISTS v; CREATE VIEW v AS " + query);
        List<List<String>> expected = engine.rows("SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
                + " WHERE attrelid = 'v'::regclass AND attnum > 0 ORDER BY attnum");
        try (QueryReader reader = new QueryReader(Dialect.POSTGRESQL)) {
            ViewReading reading = reader.view(SourceText.of("v.sql", query).whole(), List.of(), library);
            assertThat(reading.columns()).as(reading.toString()).isNotNull();
            assertThat(reading.unresolved()).isEmpty();
            List<List<String>> actual = new ArrayList<>();
            for (int i = 0; i < reading.columns().size(); i++) {
                ViewColumn column = reading.columns().get(i);
                boolean told = column.type() != null || i >= expected.size();
                actual.add(List.of(
                        column.name(),
                        told ? String.valueOf(column.type()) : expected.get(i).get(1)));
            }
            assertThat(actual).isEqualTo(expected);
        }
    }
}
