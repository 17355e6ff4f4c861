package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every rule, in every dialect, by example: what fires, at which line, and what must not. */
class RuleFixturesTest {
    private static final List<Fixture> FIXTURES = Fixture.all();

    /** Rules beyond the first catalogue: they have a class, their folders follow. */
    private static final Set<String> FOLLOWING = Set.of(
            "column-default-changed",
            "column-made-nullable",
            "column-made-generated",
            "column-made-plain",
            "enum-value-renamed",
            "enum-values-reordered",
            "enum-value-added",
            "delete-restricted",
            "exclusion-added",
            "constraint-dropped",
            "primary-key-dropped",
            "unique-dropped",
            "index-dropped",
            "type-edited",
            "type-dropped",
            "trigger-added",
            "trigger-dropped",
            "sequence-dropped",
            "synonym-dropped",
            "rows-deleted",
            "rows-overwritten",
            "partition-dropped");

    /** MariaDB has MySQL's cases; a rule needs cases of its own only where the two differ. */
    private static final List<Dialect> DIALECTS = List.of(Dialect.SQL_SERVER, Dialect.POSTGRESQL, Dialect.MYSQL);

    /** Rules without cases, and why; by dialect, or for all of them. */
    private static final Map<String, String> EXEMPT = Map.of(
            "enum-value-removed sqlserver", "SQL Server has no enums; a CHECK stands in for them",
            "routine-renamed mysql", "MySQL can't rename a routine",
            "script-not-readable", "its cases are bytes, not text");

    @Test
    void everyRuleFiresAndHasATwinInEveryDialect() {
        Set<String> missing = new TreeSet<>();
        for (Rule rule : Rules.ALL) {
            String id = rule.info().id();
            if (FOLLOWING.contains(id)) {
                continue;
            }
            for (Dialect dialect : DIALECTS) {
                if (EXEMPT.containsKey(id) || EXEMPT.containsKey(id + " " + dialect.id())) {
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
    void everyFolderIsNamedForARule() {
        assertThat(FIXTURES).isNotEmpty();
        assertThat(FIXTURES).allSatisfy(fixture -> assertThat(fixture.rule()).isIn(ruleIds()));
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

    @Test
    void anExemptionIsNeeded() {
        Map<String, String> needless = new TreeMap<>(EXEMPT);
        needless.keySet()
                .removeIf(exempt -> FIXTURES.stream()
                        .noneMatch(fixture -> exempt.equals(fixture.rule())
                                || exempt.equals(
                                        fixture.rule() + " " + fixture.dialect().id())));
        assertThat(needless).isEmpty();
    }

    private static Set<String> ruleIds() {
        Set<String> ids = new TreeSet<>();
        Rules.ALL.forEach(rule -> ids.add(rule.info().id()));
        return ids;
    }
}
