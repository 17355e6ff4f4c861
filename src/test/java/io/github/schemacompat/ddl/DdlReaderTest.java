package io.github.schemacompat.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.StatementSplitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DdlReaderTest {
    @Test
    void an_if_is_a_conditional_with_what_both_branches_say() {
        assertThat(script(Dialect.SQL_SERVER, "IF OBJECT_ID('dbo.A', 'U') IS NULL DROP VIEW dbo.V ELSE PRINT 'x'"))
                .containsExactly("Conditional guard=(Not guard=(ObjectExists kinds=[TABLE] name=dbo.A))"
                        + " then=[DropObject kind=VIEW name=dbo.V] otherwise=[NoSchemaEffect reason=output]");
    }

    @Test
    void a_malformed_name_names_nothing() {
        assertThat(script(Dialect.SQL_SERVER, "IF OBJECT_ID('[dbo].[A') IS NOT NULL DROP VIEW dbo.V"))
                .containsExactly("Conditional guard=(Constant) then=[DropObject kind=VIEW name=dbo.V]");
    }

    @Test
    void leaving_a_loop_is_not_leaving_the_body() {
        Span body = SourceText.of(
                        "V1__test.sql",
                        "BEGIN rows: LOOP IF done THEN LEAVE rows; END IF; LEAVE whole; END LOOP; DROP TABLE a; END")
                .whole();
        String shown = ReadStatements.shown(read(Dialect.MYSQL, new StatementSplitter(Dialect.MYSQL).body(body)));
        assertThat(shown).contains("then=[NoSchemaEffect reason=loop control], Leave]");
    }

    @Test
    void a_finding_on_a_module_points_at_its_head() {
        Operation view = new ReadStatements(Dialect.POSTGRESQL).one("CREATE OR REPLACE VIEW shop.v (a) AS SELECT 1");
        assertThat(view.span().text()).isEqualTo("CREATE OR REPLACE VIEW shop.v");
    }

    @Test
    void each_of_several_dropped_objects_has_its_own_place() {
        List<Operation> drops = new ReadStatements(Dialect.SQL_SERVER).all("DROP VIEW dbo.A, dbo.B");
        assertThat(drops).extracting(each -> each.span().text()).containsExactly("dbo.A", "dbo.B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT @n = COUNT(*) FROM sys . * tables",
                "SET @n = (SELECT IF(COUNT(*) > , 'a', 'b') FROM information_schema.columns WHERE table_name = 't')",
                "SET @n = (SELECT IF(COUNT(*) > 0), 'a') FROM information_schema.columns WHERE column_name = ())",
                "DROP",
                "CREATE",
                "EXEC sp_rename",
                "ALTER TYPE",
                "GRANT ON TO",
                "INSERT INTO",
                "WITH",
                ")"
            })
    void what_is_no_sql_is_an_answer_too(String sql) {
        for (Dialect dialect : Dialect.ALL) {
            assertThat(new ReadStatements(dialect).all(sql)).isNotEmpty();
        }
    }

    private static List<String> script(Dialect dialect, String sql) {
        List<Statement> statements = new ArrayList<>();
        new StatementSplitter(dialect)
                .statements(SourceText.of("V1__test.sql", sql).whole())
                .forEachRemaining(statements::add);
        return read(dialect, statements).stream().map(ReadStatements::shown).toList();
    }

    private static List<Operation> read(Dialect dialect, List<Statement> statements) {
        DdlReader reader = new DdlReader(dialect);
        return statements.stream().flatMap(each -> reader.read(each).stream()).toList();
    }
}
