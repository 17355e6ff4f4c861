package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that scripts put together: what is known of them is read, and what is not is told. */
class DynamicSqlTest {
    private static final String SHIPS = """
            CREATE TABLE ships (id INT NOT NULL PRIMARY KEY, flag CHAR(2), crew INT);
            CREATE TABLE docks (id INT NOT NULL PRIMARY KEY, flag CHAR(2), crew INT);
            CREATE TABLE leaving (name VARCHAR(90), part VARCHAR(90));
            """;

    private static Replaying postgreSql(String declared, String body) {
        return Replaying.of(
                Dialect.POSTGRESQL,
                SHIPS,
                "DO $$ DECLARE " + declared + " BEGIN " + body + " END; $$ LANGUAGE plpgsql;");
    }

    private static void assertToldAsUnknown(Replaying replaying) {
        assertThat(replaying.problems()).singleElement().asString().contains("DYNAMIC_SQL");
        assertThat(replaying.changes()).noneMatch(change -> change.contains("dropped table"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FOR v IN SELECT name FROM leaving LOOP EXECUTE 'DROP TABLE ' || v; END LOOP;",
                "FOR v, w IN SELECT name, part FROM leaving LOOP EXECUTE 'DROP TABLE ' || w; END LOOP;",
                "FOR v IN EXECUTE 'SELECT name FROM leaving' LOOP EXECUTE 'DROP TABLE ' || v; END LOOP;",
                "FOREACH v IN ARRAY a LOOP EXECUTE 'DROP TABLE ' || v; END LOOP;",
                "SELECT name INTO v FROM leaving; EXECUTE 'DROP TABLE ' || v;",
                "SELECT INTO v name FROM leaving; EXECUTE 'DROP TABLE ' || v;",
                "WITH l AS (SELECT name FROM leaving) SELECT name INTO STRICT v FROM l; EXECUTE 'DROP TABLE ' || v;",
                "EXECUTE 'SELECT name, part FROM leaving' INTO w, v; EXECUTE 'DROP TABLE ' || v;",
                "OPEN c FOR SELECT name FROM leaving; FETCH NEXT FROM c INTO v; EXECUTE 'DROP TABLE ' || v;",
                "UPDATE leaving SET part = '' RETURNING name INTO v; EXECUTE 'DROP TABLE ' || v;",
                "INSERT INTO leaving (part) VALUES ('x') RETURNING name INTO v; EXECUTE 'DROP TABLE ' || v;",
                "GET STACKED DIAGNOSTICS v = TABLE_NAME; EXECUTE 'DROP TABLE ' || v;",
                "CALL pick(v); EXECUTE 'DROP TABLE ' || v;"
            })
    void a_variable_that_PostgreSql_fills_is_not_known(String body) {
        assertToldAsUnknown(postgreSql("v text; w text; a text[]; c refcursor;", body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXEC pick @v OUTPUT; EXEC('DROP TABLE ' + @v);",
                "EXEC pick @name = @v OUT; EXEC('DROP TABLE ' + @v);",
                "EXEC @v = pick; EXEC('DROP TABLE s' + @v);",
                "EXEC sp_executesql N'SELECT @x = name FROM leaving', N'@x sysname OUTPUT', @x = @v OUTPUT;"
                        + " EXEC('DROP TABLE ' + @v);",
                "UPDATE leaving SET @v = name, part = ''; EXEC('DROP TABLE ' + @v);",
                "WITH l AS (SELECT name FROM leaving) SELECT @v = name FROM l; EXEC('DROP TABLE ' + @v);",
                "DECLARE c CURSOR FOR SELECT name FROM leaving; OPEN c; FETCH c INTO @v; EXEC('DROP TABLE ' + @v);"
            })
    void a_variable_that_SqlServer_fills_is_not_known(String body) {
        assertToldAsUnknown(Replaying.of(Dialect.SQL_SERVER, SHIPS, "DECLARE @v SYSNAME;\n" + body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DECLARE v VARCHAR(90); DECLARE c CURSOR FOR SELECT name FROM leaving; OPEN c; FETCH c INTO v;",
                "DECLARE v VARCHAR(90); SELECT name INTO v FROM leaving LIMIT 1;",
                "DECLARE v VARCHAR(90); SET @w = NULL; SELECT part, @w := name FROM leaving; SET v = @w;",
                "DECLARE v VARCHAR(90); GET DIAGNOSTICS CONDITION 1 v = TABLE_NAME;",
                "DECLARE v VARCHAR(90); CALL pick(v);"
            })
    void a_variable_that_MySql_fills_is_not_known(String body) {
        assertToldAsUnknown(Replaying.of(
                Dialect.MYSQL,
                SHIPS,
                "DELIMITER //\nCREATE PROCEDURE tidy() BEGIN " + body
                        + " SET @s = CONCAT('DROP TABLE ', v); PREPARE p FROM @s; EXECUTE p; END//\n"
                        + "CALL tidy()//\nDROP PROCEDURE tidy//\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPEN c; FETCH c INTO v; CLOSE c;",
                "FETCH c BULK COLLECT INTO v;",
                "EXECUTE IMMEDIATE 'SELECT name FROM leaving' INTO v;",
                "EXECUTE IMMEDIATE 'BEGIN pick(:1); END;' USING OUT v;",
                "pick(v);",
                "tools.pick(1, v);",
                "UPDATE leaving SET part = '' RETURNING name INTO v;",
                "FOR v IN REVERSE 1 .. 3 LOOP NULL; END LOOP;"
            })
    void a_variable_that_Oracle_fills_is_not_known(String body) {
        assertToldAsUnknown(Replaying.of(
                Dialect.ORACLE,
                SHIPS,
                "DECLARE v VARCHAR2(90); CURSOR c IS SELECT name FROM leaving; BEGIN " + body
                        + " EXECUTE IMMEDIATE 'DROP TABLE ships_' || v; END;\n/\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT name INTO v FROM leaving FETCH FIRST 1 ROW ONLY;",
                "FETCH c INTO v;",
                "SET (v, w) = (SELECT name, part FROM leaving);",
                "CALL pick(v);",
                "VALUES (SELECT name FROM leaving) INTO v;"
            })
    void a_variable_that_Db2_fills_is_not_known(String body) {
        assertToldAsUnknown(Replaying.of(
                Dialect.DB2,
                SHIPS,
                "BEGIN DECLARE v VARCHAR(90); DECLARE w VARCHAR(90); DECLARE c CURSOR FOR SELECT name FROM leaving; "
                        + body + " EXECUTE IMMEDIATE 'DROP TABLE ' || v; END"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DBMS_OUTPUT.PUT_LINE(v); EXECUTE IMMEDIATE v;",
                "EXECUTE IMMEDIATE 'ALTER TABLE ships DROP COLUMN crew' || nothing;",
                "FOR i IN 1 .. 1 LOOP EXECUTE IMMEDIATE v; END LOOP;"
            })
    void what_Oracle_only_looks_at_stays_known(String body) {
        Replaying replaying = Replaying.of(
                Dialect.ORACLE,
                SHIPS,
                "DECLARE v VARCHAR2(90) := 'ALTER TABLE ships DROP COLUMN crew'; nothing VARCHAR2(9); BEGIN " + body
                        + " END;\n/\n");

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("SHIPS")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXEC pick @name = @v; EXEC('ALTER TABLE ships DROP COLUMN ' + @v);",
                "EXEC pick @v = @v; EXEC('ALTER TABLE ships DROP COLUMN ' + @v);",
                "SELECT id FROM ships WHERE flag = @v; EXEC('ALTER TABLE ships DROP COLUMN ' + @v);",
                "UPDATE ships SET flag = '' WHERE @v = flag; EXEC('ALTER TABLE ships DROP COLUMN ' + @v);",
                "INSERT INTO leaving EXEC('ALTER TABLE ships DROP COLUMN ' + @v);",
                "INSERT leaving (name) EXECUTE sp_executesql N'ALTER TABLE ships DROP COLUMN crew';"
            })
    void what_SqlServer_only_looks_at_stays_known(String body) {
        Replaying replaying = Replaying.of(Dialect.SQL_SERVER, SHIPS, "DECLARE @v SYSNAME = 'crew';\n" + body);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ships")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FOREACH v IN ARRAY ARRAY['ships', 'docks'] LOOP EXECUTE format('ALTER TABLE %I DROP COLUMN crew', v); END LOOP;",
                "FOREACH v IN ARRAY ARRAY['ships', 'docks']::text[] LOOP EXECUTE 'ALTER TABLE ' || v || ' DROP COLUMN crew'; END LOOP;",
                "FOREACH v IN ARRAY a LOOP EXECUTE format('ALTER TABLE %I DROP COLUMN crew', v); END LOOP;",
                "FOR v IN SELECT unnest(ARRAY['ships', 'docks']) LOOP EXECUTE format('ALTER TABLE %I DROP COLUMN crew', v); END LOOP;",
                "FOR v IN SELECT x FROM unnest(a) AS x LOOP EXECUTE format('ALTER TABLE %I DROP COLUMN crew', v); END LOOP;",
                "FOR v IN SELECT * FROM unnest(a) LOOP EXECUTE format('ALTER TABLE %I DROP COLUMN crew', v); END LOOP;",
                "FOR v IN VALUES ('ships'), ('docks') LOOP EXECUTE format('ALTER TABLE %I DROP COLUMN crew', v); END LOOP;",
                "FOR v, w IN VALUES ('ships', 'crew'), ('docks', 'crew') LOOP EXECUTE format('ALTER TABLE %I DROP COLUMN %I', v, w); END LOOP;",
                "FOR r IN SELECT * FROM (VALUES ('ships', 'crew'), ('docks', 'crew')) AS t (tab, col)"
                        + " LOOP EXECUTE format('ALTER TABLE %I DROP COLUMN %I', r.tab, r.col); END LOOP;",
                "FOR r IN SELECT tab, col FROM (VALUES ('ships', 'crew'), ('docks', 'crew')) t(tab, col)"
                        + " LOOP EXECUTE format('ALTER TABLE %I DROP COLUMN %I', r.tab, r.col); END LOOP;"
            })
    void a_loop_over_what_is_written_out_runs_for_each(String body) {
        Replaying replaying = postgreSql("v text; w text; r record; a text[] := ARRAY['ships', 'docks'];", body);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ships")).hasSize(2);
        assertThat(replaying.columns("docks")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FOREACH v IN ARRAY a LOOP SELECT part INTO w FROM leaving WHERE name = v; EXECUTE 'ALTER TABLE ' || v"
                        + " || ' DROP COLUMN ' || w; END LOOP;",
                "FOREACH v IN ARRAY a || 'leaving' LOOP EXECUTE 'DROP TABLE ' || v; END LOOP;",
                "a := a || (SELECT array_agg(name) FROM leaving); FOREACH v IN ARRAY a LOOP EXECUTE 'DROP TABLE ' || v; END LOOP;",
                "SELECT array_agg(name) INTO a FROM leaving; FOREACH v IN ARRAY a LOOP EXECUTE 'DROP TABLE ' || v; END LOOP;",
                "FOR v IN SELECT x FROM unnest(a) AS x WHERE x <> 'ships' LOOP EXECUTE 'DROP TABLE ' || v; END LOOP;",
                "FOR v IN SELECT tab FROM (VALUES ('ships', 'x')) t(col, tab) LOOP EXECUTE 'DROP TABLE ' || v; END LOOP;",
                "FOR v IN SELECT n FROM (VALUES ('ships')) t(n) JOIN leaving ON name = n LOOP EXECUTE 'DROP TABLE ' || v; END LOOP;"
            })
    void a_loop_over_more_than_that_is_told(String body) {
        assertToldAsUnknown(postgreSql("v text; w text; a text[] := ARRAY['ships', 'docks'];", body));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void numbers_are_counted(int last) {
        Replaying replaying = Replaying.of(
                Dialect.ORACLE,
                "CREATE TABLE ship_1 (id NUMBER);\nCREATE TABLE ship_2 (id NUMBER);\nCREATE TABLE ship_3 (id NUMBER);",
                "BEGIN FOR i IN 1 .. " + last
                        + " LOOP EXECUTE IMMEDIATE 'ALTER TABLE ship_' || i || ' ADD (crew NUMBER)';"
                        + " END LOOP; END;\n/\n");

        assertThat(replaying.problems()).isEmpty();
        assertThat(List.of(1, 2, 3))
                .filteredOn(i -> replaying.columns("SHIP_" + i).size() == 2)
                .hasSize(last);
    }

    private static final String DROPS = """
            CREATE FUNCTION drop_crew(t text) RETURNS boolean LANGUAGE plpgsql AS $$
                BEGIN EXECUTE format('ALTER TABLE %1$I DROP COLUMN crew', t); RETURN true; END $$;
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT drop_crew('ships') FROM leaving;",
                "SELECT * FROM drop_crew('ships');",
                "SELECT 1, drop_crew('ships')::text;",
                "WITH done AS (SELECT drop_crew('ships')) SELECT * FROM done;",
                "VALUES (drop_crew('ships'));",
                "INSERT INTO leaving SELECT 'x', drop_crew('ships')::text;",
                "UPDATE leaving SET part = drop_crew(t => 'ships')::text;",
                "SELECT 1 WHERE drop_crew('ships');",
                "DO $$ DECLARE done boolean; BEGIN done := drop_crew('ships'); END $$;",
                "DO $$ DECLARE done boolean := drop_crew('ships'); BEGIN NULL; END $$;",
                "DO $$ DECLARE done boolean; BEGIN SELECT drop_crew('ships') INTO done; END $$;",
                "DO $$ BEGIN IF drop_crew('ships') THEN NULL; END IF; END $$;",
                "DO $$ DECLARE r record; BEGIN FOR r IN SELECT drop_crew('ships') LOOP NULL; END LOOP; END $$;",
                "DO $$ BEGIN PERFORM drop_crew('ships') FROM leaving; END $$;"
            })
    void what_a_function_does_in_an_expression_is_followed(String statement) {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, SHIPS, DROPS + statement);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ships")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT drop_crew(name) FROM leaving;",
                "DO $$ DECLARE r record; BEGIN FOR r IN SELECT name FROM leaving LOOP PERFORM drop_crew(r.name); END LOOP; END $$;",
                "UPDATE leaving SET part = 'x' WHERE drop_crew(name);"
            })
    void a_function_that_is_given_rows_is_told(String statement) {
        assertToldAsUnknown(Replaying.of(Dialect.POSTGRESQL, SHIPS, DROPS + statement));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT lower(name), count(*) FROM leaving GROUP BY lower(name);",
                "INSERT INTO leaving (name, part) VALUES (upper('x'), coalesce('y', 'z'));",
                "SELECT other(name) FROM leaving;"
            })
    void other_functions_change_nothing(String statement) {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, SHIPS, DROPS + statement);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ships")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROCEDURE cut(t VARCHAR2) IS BEGIN EXECUTE IMMEDIATE 'ALTER TABLE ' || t || ' DROP COLUMN crew'; END;"
                        + " BEGIN cut('ships'); END;",
                "PROCEDURE run(what VARCHAR2, how VARCHAR2) IS BEGIN EXECUTE IMMEDIATE what || how; END run;"
                        + " BEGIN run(how => ' DROP COLUMN crew', what => 'ALTER TABLE ships'); END;",
                "done NUMBER; FUNCTION cut(t VARCHAR2) RETURN NUMBER IS BEGIN EXECUTE IMMEDIATE 'ALTER TABLE ' || t"
                        + " || ' DROP COLUMN crew'; RETURN 1; END; BEGIN done := cut('ships'); END;",
                "v VARCHAR2(90); BEGIN SELECT 'ALTER TABLE ships DROP COLUMN crew' INTO v FROM dual; EXECUTE IMMEDIATE v; END;"
            })
    void what_a_block_of_Oracle_declares_is_followed(String block) {
        Replaying replaying = Replaying.of(Dialect.ORACLE, SHIPS, "DECLARE " + block + "\n/\n");

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("SHIPS")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXEC cut @part = 'crew', @t = 'ships';",
                "EXEC cut 'ships', 'crew';",
                "EXEC cut 'ships', @part = 'crew';",
                "EXEC('ALTER TABLE ships DROP COLUMN ' + REPLACE('c?', '?', 'rew'));"
            })
    void what_a_procedure_of_SqlServer_is_given_is_known(String call) {
        Replaying replaying = Replaying.of(
                Dialect.SQL_SERVER,
                SHIPS,
                "CREATE PROCEDURE cut @t SYSNAME, @part SYSNAME AS EXEC('ALTER TABLE ' + @t + ' DROP COLUMN ' + @part);\nGO\n"
                        + call);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ships")).hasSize(2);
    }

    private static final String TAKES_AWAY = """
            CREATE FUNCTION take_away(text, text, text) RETURNS integer AS $$
            DECLARE
              kind ALIAS FOR $1;
              home ALIAS FOR $2;
              whole text;
            BEGIN
              whole := lower(home);
              IF upper(kind) = 'TABLE' THEN
                EXECUTE 'DROP TABLE ' || whole;
              ELSIF upper(kind) IN ('COLUMN', 'FIELD') THEN
                EXECUTE 'ALTER TABLE ' || whole || ' DROP COLUMN ' || lower($3);
              ELSE
                EXECUTE 'DROP VIEW ' || whole;
              END IF;
              RETURN 1;
            END $$ LANGUAGE plpgsql;
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT take_away('column', 'Ships', 'CREW');", "SELECT take_away('Field', 'SHIPS', 'crew');"})
    void what_a_function_of_PostgreSql_is_given_decides_what_it_does(String call) {
        Replaying replaying = Replaying.of(Dialect.POSTGRESQL, SHIPS, TAKES_AWAY + call);

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ships")).hasSize(2);
    }

    @Test
    void what_decides_and_is_not_known_is_told() {
        Replaying replaying = Replaying.of(
                Dialect.POSTGRESQL, SHIPS, TAKES_AWAY + "SELECT take_away(part, name, 'crew') FROM leaving;");

        assertThat(replaying.problems())
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem).contains("DYNAMIC_SQL"));
        assertThat(replaying.columns("ships")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"Column, 2", "COLUMN, 2", "nothing, 3"})
    void what_a_procedure_of_SqlServer_is_given_decides_what_it_does(String kind, int columns) {
        Replaying replaying = Replaying.of(Dialect.SQL_SERVER, SHIPS, """
                CREATE PROCEDURE take_away @kind SYSNAME, @home SYSNAME, @part SYSNAME = NULL AS
                BEGIN
                  IF (UPPER(@kind)) = 'TABLE'
                    EXEC('DROP TABLE ' + @home)
                  ELSE IF LOWER(@kind) IN ('column')
                    EXEC('ALTER TABLE ' + @home + ' DROP COLUMN ' + @part)
                  ELSE IF LOWER(@kind) NOT IN ('column', 'nothing')
                    EXEC('DROP VIEW ' + @home)
                END
                GO
                EXEC take_away '%s', 'ships', 'crew';
                """.formatted(kind));

        assertThat(replaying.problems()).isEmpty();
        assertThat(replaying.columns("ships")).hasSize(columns);
    }

    private static final String CATCH =
            "BEGIN TRY INSERT INTO leaving (name) VALUES ('x'); END TRY BEGIN CATCH %s END CATCH";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE ships;",
                "ALTER TABLE ships DROP COLUMN crew;",
                "EXEC('DROP TABLE ships');",
                "IF @@TRANCOUNT > 0 TRUNCATE TABLE ships;",
                "EXEC sp_rename 'ships.crew', 'men', 'COLUMN';"
            })
    void what_a_handler_takes_away_is_told(String handler) {
        Replaying replaying = Replaying.of(Dialect.SQL_SERVER, SHIPS).then(CATCH.formatted(handler));

        assertThat(replaying.problems())
                .singleElement()
                .asString()
                .contains("STATEMENT_NOT_UNDERSTOOD", "a handler runs it");
        assertThat(replaying.columns("ships")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IF @@TRANCOUNT > 0 ROLLBACK; THROW;",
                "DROP TABLE fresh;",
                "DROP TABLE #copy;",
                "PRINT ERROR_MESSAGE(); INSERT INTO leaving (name) VALUES ('failed');",
                "ALTER TABLE ships ADD note INT NULL;"
            })
    void other_handlers_are_silent(String handler) {
        Replaying replaying = Replaying.of(Dialect.SQL_SERVER, SHIPS)
                .then("CREATE TABLE fresh (id INT);\nGO\nCREATE TABLE #copy (id INT);\nGO\n"
                        + CATCH.formatted(handler));

        assertThat(replaying.problems()).isEmpty();
    }
}
