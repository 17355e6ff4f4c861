package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JudgementTest {
    @Test
    void everyKindHasItsRulesOrAReason() {
        Set<DifferenceKind> open = new TreeSet<>();
        for (DifferenceKind kind : DifferenceKind.values()) {
            Judgement judgement = Judgement.of(kind);
            if (judgement.isMissing()) {
                open.add(kind);
            }
            assertThat(judgement.rules().isEmpty() || judgement.compatibleBecause() == null)
                    .as(kind.name())
                    .isTrue();
        }
        assertThat(open).isEmpty();
    }

    @Test
    void everyRuleThatJudgesIsInTheCatalogueAndTheOtherWayRound() {
        Set<String> judging = new TreeSet<>();
        for (DifferenceKind kind : DifferenceKind.values()) {
            Judgement.of(kind).rules().forEach(rule -> judging.add(rule.info().id()));
        }
        List<String> catalogue = Rules.ALL.stream()
                .filter(DifferenceRule.class::isInstance)
                .map(rule -> rule.info().id())
                .toList();

        assertThat(catalogue).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(judging);
    }

    @Test
    void everyRuleSaysWhatItIsFor() {
        Set<String> ids = new HashSet<>();
        for (Rule rule : Rules.ALL) {
            RuleInfo info = rule.info();
            assertThat(ids.add(info.id())).as(info.id()).isTrue();
            assertThat(List.of(info.summary(), info.why(), info.instead()))
                    .as(info.id())
                    .allMatch(text -> text.endsWith("."));
        }
    }

    @Test
    void anUnknownRuleIsToldWithTheNearestOnes() {
        assertThatThrownBy(() -> RulePolicy.DEFAULT.withSeverities(Map.of("colum-droped", Severity.INFO)))
                .isInstanceOf(UnknownRuleException.class)
                .hasMessage("there is no rule 'colum-droped'; did you mean column-dropped?");
    }
}
