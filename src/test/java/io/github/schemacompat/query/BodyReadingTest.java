package io.github.schemacompat.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import org.junit.jupiter.api.Test;

class BodyReadingTest {
    private static BodyReading read(Dialect dialect, Relations relations, String body) {
        try (QueryReader reader = new QueryReader(dialect)) {
            return reader.uses(SourceText.of("body.sql", body).whole(), relations);
        }
    }

    private static TestRelations shop(Dialect dialect) {
        return new TestRelations(dialect)
                .table("customers", "id int", "name varchar(50)", "mail varchar(50)", "seen date")
                .table("orders", "id int", "customer_id int", "total decimal(10,2)")
                .table("audit", "what varchar(50)");
    }

    @Test
    void transactSql() {
        Relations relations = shop(Dialect.SQL_SERVER)
                .routine("spTouch", "")
                .routine("fnScore", "")
                .relations();
        BodyReading reading = read(Dialect.SQL_SERVER, relations, """
                BEGIN
                    SET NOCOUNT ON
                    DECLARE @Count INT = (SELECT COUNT(o.id) FROM orders o WITH (NOLOCK, INDEX(1)))
                    IF EXISTS (SELECT 1 FROM customers WHERE mail = @Mail)
                        UPDATE c SET c.name = @Name FROM dbo.customers c JOIN #changed x ON x.Id = c.id
                    ELSE
                        DELETE TOP (10) FROM audit WHERE what = 'old'
                    INSERT INTO audit EXEC dbo.spTouch @Count
                    MERGE orders AS t USING (SELECT @A AS customer_id) AS s ON t.customer_id = s.customer_id
                    WHEN MATCHED THEN UPDATE SET t.total = dbo.fnScore(t.id);
                    EXEC @r = spTouch @Count = 1
                END""");
        assertThat(reading.uses())
                .containsExactly(
                        "audit",
                        "audit.*",
                        "audit.what",
                        "customers",
                        "customers.id",
                        "customers.mail",
                        "customers.name",
                        "fnscore",
                        "orders",
                        "orders.customer_id",
                        "orders.id",
                        "orders.total",
                        "sptouch");
        assertThat(reading.read()).isEqualTo(reading.statements()).isEqualTo(6);
        assertThat(reading.unresolved()).isEmpty();
    }

    @Test
    void theQueryOfAnInlineFunction() {
        Relations relations = shop(Dialect.SQL_SERVER).relations();
        for (String body : new String[] {
            "RETURN (SELECT id FROM orders)",
            "RETURN SELECT id FROM orders",
            "RETURN WITH o AS (SELECT id FROM orders) SELECT id FROM o"
        }) {
            BodyReading reading = read(Dialect.SQL_SERVER, relations, body);
            assertThat(reading.uses()).as(body).containsExactly("orders", "orders.id");
            assertThat(reading.statements()).as(body).isEqualTo(1);
            assertThat(reading.read()).as(body).isEqualTo(1);
        }
    }

    @Test
    void plPgSql() {
        Relations relations =
                shop(Dialect.POSTGRESQL).routine("score", "(integer)").relations();
        BodyReading reading = read(Dialect.POSTGRESQL, relations, """
                DECLARE r record; n integer;
                BEGIN
                    SELECT count(c.id) INTO STRICT n FROM customers c;
                    FOR r IN SELECT o.total FROM orders o LOOP
                        PERFORM score(r.total);
                    END LOOP;
                    INSERT INTO audit (what) VALUES (E'it\\'s') RETURNING what INTO n;
                    IF NOT EXISTS (SELECT FROM customers WHERE customers.seen IS NULL) THEN
                        RETURN QUERY SELECT mail FROM customers;
                    END IF;
                    n := (SELECT max(customer_id) FROM orders);
                    RETURN NEW;
                END""");
        assertThat(reading.uses())
                .containsExactly(
                        "audit",
                        "audit.what",
                        "customers",
                        "customers.id",
                        "customers.mail",
                        "customers.seen",
                        "orders",
                        "orders.customer_id",
                        "orders.total",
                        "score(integer)");
        assertThat(reading.read()).isEqualTo(reading.statements()).isEqualTo(7);
    }

    @Test
    void mySql() {
        Relations relations = shop(Dialect.MYSQL).routine("touch", "").relations();
        BodyReading reading = read(Dialect.MYSQL, relations, """
                BEGIN
                    DECLARE done INT DEFAULT FALSE;
                    DECLARE cur CURSOR FOR SELECT `id` FROM `orders`;
                    SELECT name INTO @n FROM customers WHERE id = p LIMIT 1;
                    UPDATE customers c JOIN orders o ON o.customer_id = c.id SET c.seen = NOW() WHERE o.total > 1;
                    REPLACE INTO audit VALUES (1);
                    SET @x = (SELECT MAX(mail) FROM customers);
                    CALL touch(1);
                END""");
        assertThat(reading.uses())
                .containsExactly(
                        "audit",
                        "audit.*",
                        "audit.what",
                        "customers",
                        "customers.id",
                        "customers.mail",
                        "customers.name",
                        "customers.seen",
                        "orders",
                        "orders.customer_id",
                        "orders.id",
                        "orders.total",
                        "touch");
        assertThat(reading.unresolved()).containsExactly("p");
    }

    @Test
    void whatCantBeReadIsCountedAndTheRestCounts() {
        BodyReading reading = read(
                Dialect.SQL_SERVER,
                shop(Dialect.SQL_SERVER).relations(),
                "SELECT FROM WHERE x;\nSELECT name FROM customers;\nSELECT a FROM missing;");
        assertThat(reading.statements()).isEqualTo(3);
        assertThat(reading.read()).isEqualTo(2);
        assertThat(reading.uses()).containsExactly("customers", "customers.name");
        assertThat(reading.unresolved()).containsExactly("missing");
    }

    @Test
    void anEmptyBodyUsesNothing() {
        BodyReading reading = read(Dialect.MYSQL, shop(Dialect.MYSQL).relations(), " -- nothing\n");
        assertThat(reading.uses()).isEmpty();
        assertThat(reading.statements()).isZero();
    }
}
