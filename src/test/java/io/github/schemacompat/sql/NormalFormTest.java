package io.github.schemacompat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalFormTest {
    @Test
    void whatSaysNothingInAnExpressionIsLeftOut() {
        assertThat(expression(Dialect.SQL_SERVER, "((0))")).isEqualTo("0");
        assertThat(expression(Dialect.SQL_SERVER, "(GetDate())")).isEqualTo("getdate()");
        assertThat(expression(Dialect.SQL_SERVER, "(N'x Y')")).isEqualTo("'x Y'");
        assertThat(expression(Dialect.SQL_SERVER, "(N'größe')")).isEqualTo("N'größe'");
        assertThat(expression(Dialect.SQL_SERVER, "([Age]>(0) AND [Age]!=(-1))"))
                .isEqualTo("age > 0 and age <> (-1)");
        assertThat(expression(Dialect.SQL_SERVER, "Age > 0 AND Age <> (- 1)")).isEqualTo("age > 0 and age <> (-1)");
        assertThat(expression(Dialect.SQL_SERVER, "((a) > 0)")).isEqualTo(expression(Dialect.SQL_SERVER, "(a) > 0"));
    }

    @Test
    void parenthesesThatSaySomethingStay() {
        assertThat(expression(Dialect.POSTGRESQL, "(a + 1) * (b)")).isEqualTo("(a + 1) * b");
        assertThat(expression(Dialect.POSTGRESQL, "(a) OR (b)")).isEqualTo("a or (b)");
        assertThat(expression(Dialect.POSTGRESQL, "x IN (1)")).isEqualTo("x in (1)");
        assertThat(expression(Dialect.POSTGRESQL, "f(x)")).isEqualTo("f(x)");
        assertThat(expression(Dialect.POSTGRESQL, "(a).b")).isEqualTo("(a).b");
        assertThat(expression(Dialect.POSTGRESQL, "(a) + (b")).isEqualTo("a + (b");
    }

    @Test
    void namesThatAreOneInTheEngineAreWrittenAlike() {
        assertThat(expression(Dialect.SQL_SERVER, "[Id] + \"ID\" + id")).isEqualTo("id + id + id");
        assertThat(expression(Dialect.SQL_SERVER, "[My Id] + \"MY ID\"")).isEqualTo("\"my id\" + \"my id\"");
        assertThat(expression(Dialect.POSTGRESQL, "\"id\" + ID + \"Id\"")).isEqualTo("id + id + \"Id\"");
        assertThat(expression(Dialect.MYSQL, "`Id` + id + \"It's\"")).isEqualTo("id + id + 'It''s'");
    }

    @Test
    void namesThatMeanAValueWithoutQuotesKeepThem() {
        assertThat(expression(Dialect.POSTGRESQL, "\"user\"")).isEqualTo("\"user\"");
        assertThat(expression(Dialect.POSTGRESQL, "user")).isEqualTo("user");
    }

    @Test
    void theDefaultSchemaIsLeftOut() {
        assertThat(definition(Dialect.SQL_SERVER, "SELECT 1 FROM [dbo].T JOIN DBO.[u] ON x.dbo.y = dbo"))
                .isEqualTo("select 1 from t join u on x.dbo.y = dbo");
        assertThat(definition(Dialect.POSTGRESQL, "SELECT 1 FROM public.t, dbo.u"))
                .isEqualTo("select 1 from t, dbo.u");
    }

    @Test
    void layoutCommentsAndCaseSayNothing() {
        String one = "CREATE VIEW V AS\n-- all of them\nSELECT a,b FROM t WHERE x IN(1,2) AND f (a)=-1;";
        String two = "create or alter view [v]  as select A , B from T where X in ( 1, 2 ) and F(A) = - 1";
        assertThat(definition(Dialect.SQL_SERVER, one))
                .isEqualTo("create view v as select a, b from t where x in (1, 2) and f(a) = -1")
                .isEqualTo(definition(Dialect.SQL_SERVER, two));
        assertThat(definition(Dialect.SQL_SERVER, "ALTER PROC p AS SELECT N'x'"))
                .isEqualTo("create procedure p as select N'x'");
    }

    @Test
    void aChangeOfTextIsAChange() {
        assertThat(definition(Dialect.SQL_SERVER, "AS SELECT 'a'"))
                .isNotEqualTo(definition(Dialect.SQL_SERVER, "AS SELECT 'A'"));
        assertThat(definition(Dialect.SQL_SERVER, "AS SELECT N'a'"))
                .isNotEqualTo(definition(Dialect.SQL_SERVER, "AS SELECT 'a'"));
        assertThat(definition(Dialect.POSTGRESQL, "AS SELECT a <= b"))
                .isNotEqualTo(definition(Dialect.POSTGRESQL, "AS SELECT a < b"));
    }

    @Test
    void bodiesInStringsAreEvenedOutWhereTheLanguageIsKnown() {
        String one = "FUNCTION f() RETURNS int AS $$ BEGIN\n -- why\n RETURN  'A  b'; END $$ LANGUAGE plpgsql";
        String two = "function f() returns int as 'begin return ''A  b''; end;' language PLPGSQL";
        assertThat(definition(Dialect.POSTGRESQL, one))
                .isEqualTo("function f() returns int as $$ begin return 'A  b'; end $$ language plpgsql")
                .isEqualTo(definition(Dialect.POSTGRESQL, two));
        assertThat(definition(Dialect.POSTGRESQL, "AS $$ if x:\n  Y $$ LANGUAGE plpython3u"))
                .isEqualTo("as $$ if x:\n  Y $$ language plpython3u");
        assertThat(definition(Dialect.POSTGRESQL, "SELECT $$ A  b $$")).isEqualTo("select $$ A  b $$");
    }

    @Test
    void deepParenthesesAreNoProblem() {
        String deep = "(".repeat(20_000) + "1" + ")".repeat(20_000);
        assertThat(expression(Dialect.POSTGRESQL, deep)).isEqualTo("1");
    }

    @Test
    void anyTextHasOne() {
        String alphabet = "aN_1.'\"`[]()$@#:;,-/*!\\<>=Eu& \n\0\uD83D";
        for (Dialect dialect : Dialect.ALL) {
            for (int seed = 0; seed < 1_000; seed++) {
                Random random = new Random(seed);
                StringBuilder text = new StringBuilder(seed % 2 == 0 ? "AS $$ " : "E'");
                for (int i = 0; i < 30; i++) {
                    text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                text.append(seed % 2 == 0 ? " $$" : "'");
                assertThat(expression(dialect, text.toString())).doesNotContain("\u00A0");
                assertThat(definition(dialect, text.toString())).doesNotContain("\u00A0");
            }
        }
    }

    /** Snapshots in other people's repositories hold these: if one changes here, make a form t2 instead. */
    @Test
    void formOneNeverChanges() {
        assertThat(NormalForm.hash("select 1"))
                .isEqualTo("t1:sha256:822ae07d4783158bc1912bb623e5107cc9002d519e1143a9c200ed6ee18b6d0f");
        String sqlServer = "CREATE OR ALTER PROCEDURE [dbo].[Find All] @From DATE = NULL, @n INT = 0x1F OUTPUT AS BEGIN"
                + " SET NOCOUNT ON; IF (@n!=-1.5E3) SELECT t.[Id],COUNT(*),N'It''s',CASE WHEN a IS NULL THEN (1) END"
                + " FROM dbo.T AS t WHERE [user]=USER AND x IN(1,2) OR #tmp.y BETWEEN 1 AND(2) END";
        assertThat(definition(Dialect.SQL_SERVER, sqlServer))
                .isEqualTo("create procedure \"find all\" @from date = null, @n int = 0x1f output as begin set nocount"
                        + " on; if (@n <> -1.5e3) select t.id, count(*), N'It''s', case when a is null then (1) end"
                        + " from t as t where \"user\" = user and x in (1, 2) or #tmp.y between 1 and (2) end");
        String postgresql = "CREATE VIEW public.\"V\" AS SELECT a::TEXT||'x', (b->>'k')::int[1], ARRAY[1,2], E'\\n',"
                + " d @> e, x -1, $1 FROM ${s}.t WHERE NOT EXISTS(SELECT 1) AND (a,b) = (1,- 2)";
        assertThat(definition(Dialect.POSTGRESQL, postgresql))
                .isEqualTo("create view \"V\" as select a::text || 'x', (b ->> 'k')::int[1], array[1, 2], E'\\n',"
                        + " d @> e, x - 1, $1 from ${s}.t where not exists (select 1) and (a, b) = (1, -2)");
        String mysql = "ALTER VIEW `v` AS SELECT \"a\", _utf8'b', @x:=1, `c d` <=> 2, NOW(6) FROM `t` # end";
        assertThat(definition(Dialect.MYSQL, mysql))
                .isEqualTo("create view v as select 'a', _utf8'b', @x := 1, \"c d\" <=> 2, now(6) from t");
    }

    @Test
    void brackets_around_a_whole_condition_say_nothing() {
        assertThat(definition(
                        Dialect.POSTGRESQL,
                        "CREATE VIEW v AS SELECT a FROM t JOIN u ON ((t.id = u.id)) WHERE (a = 1) GROUP BY a"))
                .isEqualTo("create view v as select a from t join u on t.id = u.id where a = 1 group by a");
        assertThat(
                        definition(
                                Dialect.POSTGRESQL,
                                "CREATE VIEW v AS SELECT DISTINCT ON (a) b FROM t WHERE (a = 1) OR (b = 2) AND (c, d) = (1, 2)"))
                .isEqualTo("create view v as select distinct on (a) b from t where (a = 1) or (b = 2) and (c, d) = (1,"
                        + " 2)");
    }

    @Test
    void the_ends_of_lines_say_nothing_inside_strings_either() {
        assertThat(expression(Dialect.POSTGRESQL, "'a\r\nb'"))
                .isEqualTo(expression(Dialect.POSTGRESQL, "'a\nb'"))
                .isEqualTo("'a\nb'");
        assertThat(definition(
                        Dialect.POSTGRESQL,
                        "CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS $$if 1:\r\n  pass$$"))
                .contains("$$if 1:\n  pass$$");
        assertThat(expression(Dialect.POSTGRESQL, "'a\rb'")).isEqualTo("'a\rb'");
    }

    private static String expression(Dialect dialect, String sql) {
        return NormalForm.of(dialect, tokens(dialect, sql));
    }

    private static String definition(Dialect dialect, String sql) {
        return NormalForm.ofDefinition(dialect, tokens(dialect, sql));
    }

    private static List<Token> tokens(Dialect dialect, String sql) {
        return new Lexer(dialect).tokens(SourceText.of("f", sql).whole());
    }
}
