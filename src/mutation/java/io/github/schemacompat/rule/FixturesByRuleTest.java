package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The fixtures of a rule as one test: thousands of tests that take a millisecond each would take their time to be chosen. */
class FixturesByRuleTest {
    private static final Map<String, List<Fixture>> FIXTURES =
            Fixture.all().stream().collect(Collectors.groupingBy(Fixture::rule, TreeMap::new, Collectors.toList()));

    @TestFactory
    Stream<DynamicTest> findsWhatIsExpectedAndNothingElse() {
        return FIXTURES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    for (Fixture fixture : rule.getValue()) {
                        FixtureRun run = FixtureRun.of(fixture);
                        assertThat(run.found()).as(fixture.path()).isEqualTo(run.expected());
                    }
                }));
    }
}
