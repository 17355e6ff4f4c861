package io.github.schemacompat.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.ddl.DdlReader;
import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.sql.Accounting;
import io.github.schemacompat.sql.SqlModes;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.StatementSplitter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing is skipped without a word: every token of a script stands in one statement, and every statement says something,
 * has no effect for a reason, or is reported. On any folder by {@code -Daccounting.scripts=… -Daccounting.dialect=…}.
 */
class AccountedScriptsTest {
    private final Map<String, Integer> fates = new TreeMap<>();
    private int tokens;
    private int accounted;

    private static List<Dialect> histories() {
        return Dialect.ALL.stream()
                .filter(dialect -> Files.isDirectory(folder(dialect)))
                .toList();
    }

    private static Path folder(Dialect dialect) {
        return Path.of("src/test/resources/fidelity", dialect.id());
    }

    @ParameterizedTest
    @MethodSource("histories")
    void ofTheOwnHistories(Dialect dialect) {
        List<String> problems =
                account(dialect, Scripts.in(Path.of(""), folder(dialect).toString()));

        assertThat(problems).isEmpty();
        assertThat(accounted).isEqualTo(tokens).isGreaterThan(500);
        assertThat(fates).doesNotContainKey("reported");
    }

    @ParameterizedTest
    @MethodSource("fixtureDialects")
    void ofTheFixtures(Dialect dialect) {
        List<String> problems =
                account(dialect, Scripts.plain(Path.of("src/test/resources/fixtures"), "*/" + dialect.id() + "-*.sql"));

        assertThat(problems).isEmpty();
        assertThat(accounted).isEqualTo(tokens).isGreaterThan(2000);
    }

    private static List<Dialect> fixtureDialects() {
        return List.of(Dialect.SQL_SERVER, Dialect.POSTGRESQL, Dialect.MYSQL);
    }

    @Test
    @EnabledIfSystemProperty(named = "accounting.scripts", matches = ".+")
    void ofAnyFolder() {
        Dialect dialect = Dialect.byId(System.getProperty("accounting.dialect")).orElseThrow();
        List<String> problems = account(dialect, Scripts.in(Path.of(""), System.getProperty("accounting.scripts")));
        System.out.println(tokens + " tokens, " + accounted + " accounted for; statements: " + fates);
        problems.forEach(System.out::println);

        assertThat(problems).isEmpty();
    }

    private List<String> account(Dialect dialect, List<MigrationScript> scripts) {
        StatementSplitter splitter = new StatementSplitter(dialect);
        DdlReader reader = new DdlReader(dialect);
        List<String> problems = new ArrayList<>();
        for (MigrationScript script : scripts) {
            SqlModes modes = new SqlModes(dialect);
            for (Section written : script.sections()) {
                Section section = modes.usual(written);
                Accounting.Balance balance =
                        Accounting.balance(dialect, section.span(), splitter.statements(section.span()));
                tokens += balance.tokens();
                accounted += balance.inStatements() + balance.between();
                if (!balance.isEven()) {
                    problems.add(script.path() + ": " + balance);
                }
                splitter.statements(section.span()).forEachRemaining(statement -> fate(reader, statement));
            }
        }
        return problems;
    }

    private void fate(DdlReader reader, Statement statement) {
        boolean leaf = statement.parts().isEmpty();
        if (leaf) {
            List<Operation> operations = reader.read(statement);
            boolean reported = operations.stream().anyMatch(Operation.NotUnderstood.class::isInstance);
            boolean none =
                    !operations.isEmpty() && operations.stream().allMatch(Operation.NoSchemaEffect.class::isInstance);
            String fate = operations.isEmpty() ? "empty" : reported ? "reported" : none ? "no effect" : "applied";
            fates.merge(fate, 1, Integer::sum);
        }
        statement.parts().forEach(part -> fate(reader, part));
    }
}
