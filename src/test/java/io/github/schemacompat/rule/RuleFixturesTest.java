package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.dialect.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule, in every dialect, by example: what fires, at which line, and what must not. */
class RuleFixturesTest {
    private static final List<Fixture> FIXTURES = Fixture.all();

    private static final String EVERYDAY = "everyday";

    /** MariaDB has MySQL's cases; a rule needs cases of its own only where the two differ. */
    private static final List<Dialect> DIALECTS =
            Dialect.ALL.stream().filter(dialect -> !dialect.is(Dialect.MARIADB)).toList();

    private static final String SHRINKS_NO_UNIQUE_KEY = "MariaDB refuses to drop a column of a larger unique key";

    /** MySQL's cases that are not MariaDB's, and why. */
    private static final String NO_KEYS_OF_EXPRESSIONS = "MariaDB has no indexes on expressions";

    static final Map<String, String> ONLY_MYSQL = Map.ofEntries(
            Map.entry("check-added/mysql-fewer-values.sql", "MariaDB has no DROP CHECK"),
            Map.entry(
                    "required-column-added/mysql-generated-ok.sql", "a generated column of MariaDB can't be NOT NULL"),
            Map.entry("unique-added/mysql-shrunk-key.sql", SHRINKS_NO_UNIQUE_KEY),
            Map.entry("unique-added/mysql-a-dropped-column-shrinks-it.sql", SHRINKS_NO_UNIQUE_KEY),
            Map.entry("unique-added/mysql-a-legal-drop-shrinks-it.sql", SHRINKS_NO_UNIQUE_KEY),
            Map.entry("column-dropped/mysql-made-invisible.sql", "MariaDB has no ALTER COLUMN SET INVISIBLE"),
            Map.entry("check-added/mysql-plain.sql", "MariaDB has no NOT ENFORCED"),
            Map.entry("check-added/mysql-json.sql", "MariaDB has no NOT ENFORCED"),
            Map.entry("check-added/mysql-without-a-value.sql", "MariaDB has no NOT ENFORCED"),
            Map.entry("check-added/mysql-nothing-is-refused-ok.sql", "MariaDB has no NOT ENFORCED"),
            Map.entry("column-type-changed/mysql-plain.sql", "MariaDB's JSON is a text with a check"),
            Map.entry("unique-added/mysql-lower-of-a-key-ok.sql", NO_KEYS_OF_EXPRESSIONS),
            Map.entry("unique-added/mysql-lower-of-a-key-that-minds-case.sql", NO_KEYS_OF_EXPRESSIONS));

    @TestFactory
    Stream<DynamicTest> findsWhatIsExpectedAndNothingElse() {
        return FIXTURES.stream().map(fixture -> DynamicTest.dynamicTest(fixture.path(), () -> runs(fixture)));
    }

    /** MariaDB is MySQL but for what it does otherwise, and what only one of them has. */
    @TestFactory
    Stream<DynamicTest> mariaDbIsJudgedAsMySqlIs() {
        return FIXTURES.stream()
                .filter(fixture -> fixture.dialect().is(Dialect.MYSQL))
                .filter(fixture -> !ONLY_MYSQL.containsKey(fixture.path()))
                .map(fixture -> DynamicTest.dynamicTest(fixture.path(), () -> runs(fixture.as(Dialect.MARIADB))));
    }

    private static void runs(Fixture fixture) throws CannotCheckException {
        FixtureRun run = FixtureRun.of(fixture);
        assertThat(run.found()).as(() -> fixture.path() + "\n" + run.details()).isEqualTo(run.expected());
        run.findings().forEach(WhoBreaks::isSaid);
    }

    @Test
    void everyRuleFiresAndHasATwinInEveryDialect() {
        Set<String> missing = new TreeSet<>();
        for (Rule rule : Rules.ALL) {
            String id = rule.info().id();
            for (Dialect dialect : DIALECTS) {
                if (NoFixtures.because(id, dialect).isPresent()) {
                    continue;
                }
                List<Fixture> cases = FIXTURES.stream()
                        .filter(fixture -> fixture.rule().equals(id) && fixture.dialect() == dialect)
                        .toList();
                if (cases.stream().allMatch(Fixture::isTwin)) {
                    missing.add(id + " fires nowhere in " + dialect.id());
                }
                if (cases.stream().noneMatch(Fixture::isTwin)) {
                    missing.add(id + " has no twin in " + dialect.id());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyFolderIsNamedForARuleOrIsEveryday() {
        assertThat(FIXTURES).isNotEmpty();
        assertThat(FIXTURES)
                .filteredOn(fixture -> !fixture.rule().equals(EVERYDAY))
                .allSatisfy(fixture -> assertThat(fixture.rule()).isIn(ruleIds()));
    }

    @Test
    void aTwinExpectsNothingAndTheOthersExpectTheirRule() {
        for (Fixture fixture : FIXTURES) {
            List<String> rules =
                    fixture.expected().stream().map(Fixture.Expectation::rule).toList();
            if (fixture.isTwin()) {
                assertThat(rules).as(fixture.path()).isEmpty();
            } else {
                assertThat(rules).as(fixture.path()).contains(fixture.rule());
                assertThat(rules).as(fixture.path()).isSubsetOf(ruleIds());
            }
        }
    }

    /** If everyday work of a careful team gets a finding, the rule is wrong. */
    @Test
    void everydayWorkIsSilent() {
        for (Dialect dialect : DIALECTS) {
            assertThat(FIXTURES)
                    .filteredOn(fixture -> fixture.rule().equals(EVERYDAY) && fixture.dialect() == dialect)
                    .hasSizeGreaterThanOrEqualTo(10)
                    .allMatch(Fixture::isTwin);
        }
    }

    @Test
    void whatOnlyMySqlHasIsAFixture() {
        assertThat(ONLY_MYSQL.keySet())
                .isSubsetOf(FIXTURES.stream().map(Fixture::path).collect(Collectors.toSet()));
    }

    @Test
    void anExemptionIsNeeded() {
        assertThat(FIXTURES)
                .filteredOn(fixture ->
                        NoFixtures.because(fixture.rule(), fixture.dialect()).isPresent())
                .extracting(Fixture::path)
                .isEmpty();
        assertThat(NoFixtures.rules()).isSubsetOf(ruleIds());
    }

    private static Set<String> ruleIds() {
        Set<String> ids = new TreeSet<>();
        Rules.ALL.forEach(rule -> ids.add(rule.info().id()));
        return ids;
    }
}
