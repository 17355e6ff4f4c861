package io.github.schemacompat.rule;

/** One rule of the catalogue: one class, one line in {@link Rules#ALL}, one fixture folder. */
public sealed interface Rule
        permits AuditRule, DifferenceRule, ScriptRule, SuppressionRule, VerdictRule, TransientlyBroken {
    RuleInfo info();

    /** What the first finding of the rule says once: the way to set the policy, or null. */
    default @org.jspecify.annotations.Nullable String saidOnce() {
        return null;
    }
}
