package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a in ('x', 'y', 'z') | a in ('x', 'y') | true",
                "a in ('x')           | a in ('x', 'y') | false",
                "a >= 0               | a > 0           | true",
                "a > 0                | a >= 0          | false",
                "a <= 200             | a <= 100        | true",
                "a between 0 and 20   | a between 5 and 10 | true",
                "a between 6 and 20   | a between 5 and 10 | false",
                "a > 0                | a > 0 and b > 0 | true",
                "a > 0 and b > 0      | a > 0           | false",
                "a > 0 or b > 0       | a > 0           | true",
                "a in ('x', 'y')      | a = 'x' or a = 'y' | true",
                "a < 5                | a in (1, 2)     | true",
                "length(a) <= 20      | length(a) <= 10 | true",
                "length(a) <= 10      | length(b) <= 10 | false",
                "a = any (array['x'::text, 'y'::text]) | a = any (array['x'::text]) | true",
                "f(a) = g(a)          | f(a) = h(a)     | false"
            })
    void aConditionRelaxesAnother(String now, String before, boolean relaxes) {
        Condition condition = Condition.parse(now, Dialect.POSTGRESQL);

        assertThat(condition.relaxes(Condition.parse(before, Dialect.POSTGRESQL)))
                .isEqualTo(relaxes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "num_nonnulls(a, b, c) = 1 | num_nonnulls(a, b) = 1                                    | true",
                "num_nonnulls(a, b, c) = 1 | num_nonnulls(a, b) >= 1                                   | false",
                "num_nonnulls(a, b) >= 1   | a is not null and b is null or a is null and b is not null | true",
                "(case when a is not null then 1 else 0 end + case when b is null then 0 else 1 end) = 1 | num_nonnulls(a, b) = 1 | true",
                "((a is not null)::int + (b is not null)::int) = 1 | num_nonnulls(a, b) = 1             | true",
                "((a > 0)::int + (b is not null)::int) = 1 | num_nonnulls(a, b) = 1                     | false",
                "a is not null or c > 0    | a is not null                                             | true",
                "a is not null and c > 0   | a is not null                                             | true",
                "a is not null and c is not null | a is not null                                       | false"
            })
    void aConditionRelaxesAnotherForRowsOfWhichOneColumnIsNull(String now, String before, boolean relaxes) {
        Condition condition = Condition.parse(now, Dialect.POSTGRESQL);

        assertThat(condition.relaxes(
                        Condition.parse(before, Dialect.POSTGRESQL),
                        List.of("a", "b"),
                        Map.of("c", Condition.Value.NULL)))
                .isEqualTo(relaxes);
    }

    @Test
    void nullMakesAComparisonUnknownAndAnIsNotNullFalse() {
        Map<String, Condition.Value> row = Map.of("a", Condition.Value.NULL);

        assertThat(outcomes("a > 0", row)).containsExactly(Condition.Truth.UNKNOWN);
        assertThat(outcomes("a is not null", row)).containsExactly(Condition.Truth.FALSE);
        assertThat(outcomes("a is null or b > 0", row)).containsExactly(Condition.Truth.TRUE);
        assertThat(outcomes("a > 0 and b > 0", row))
                .containsExactlyInAnyOrder(Condition.Truth.FALSE, Condition.Truth.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a like 'x%'",
                "a not ilike 'x%' and b > 0 and false",
                "a ~ '^x$'",
                "a + b > 0",
                "cast(a as integer) % 2 = 0",
                "a <@ array['x', null]",
                "not isempty(a)",
                "a",
                "upper(trim(a)) || 'x' = b"
            })
    void whatIsMadeOfNullIsUnknown(String condition) {
        assertThat(outcomes(condition, Map.of("a", Condition.Value.NULL)))
                .contains(Condition.Truth.UNKNOWN)
                .doesNotContain(Condition.Truth.TRUE);
        assertThat(outcomes("(" + condition + ") or a is null", Map.of("a", Condition.Value.NULL)))
                .containsExactly(Condition.Truth.TRUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coalesce(a, 'x') like 'y%'",
                "a is distinct from 1",
                "own_function(a)",
                "concat(a, b) like 'x%'",
                "a is true",
                "case when a = 1 or b = 2 then false else true end",
                "case when b = 1 or a like 'x' then false end",
                "b = 1 and exists (select 1 where a = 1)"
            })
    void whatLooksAtNullCanBeFalse(String condition) {
        assertThat(outcomes(condition, Map.of("a", Condition.Value.NULL))).contains(Condition.Truth.FALSE);
    }

    @Test
    void aConstantIsWorkedOut() {
        Map<String, Condition.Value> row = Map.of("state", Condition.Value.of("'new'"));

        assertThat(outcomes("state in ('new', 'paid')", row)).containsExactly(Condition.Truth.TRUE);
        assertThat(outcomes("state <> 'new'", row)).containsExactly(Condition.Truth.FALSE);
        assertThat(outcomes("upper(state) = 'NEW'", row)).hasSize(3);
    }

    private static Set<Condition.Truth> outcomes(String condition, Map<String, Condition.Value> row) {
        return Condition.parse(condition, Dialect.POSTGRESQL).outcomes(row);
    }
}
