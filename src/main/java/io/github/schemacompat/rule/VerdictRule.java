package io.github.schemacompat.rule;

import java.util.Optional;

/** Speaks in place of another rule, because it knows more of the cause. */
non-sealed interface VerdictRule extends Rule {
    /**
     * @param difference what was judged
     * @param verdict what the other rule says of it, an error
     * @param situation everything around it
     * @return what is to be said instead, or nothing
     */
    Optional<Verdict> instead(Difference difference, Verdict verdict, Situation situation);
}
