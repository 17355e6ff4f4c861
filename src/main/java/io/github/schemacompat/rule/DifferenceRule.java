package io.github.schemacompat.rule;

import java.util.Optional;

/** Judges what became of an object that supported releases have. */
non-sealed interface DifferenceRule extends Rule {
    /**
     * @param difference of a kind that {@link Judgement} sends to this rule
     * @param situation everything around it
     * @return what is wrong, or nothing
     */
    Optional<Verdict> judge(Difference difference, Situation situation);
}
