package io.github.schemacompat.rule;

/** A version has a successor, and no supported release uses it any longer. */
final class VersionUnused implements AuditRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "version-unused",
                    Family.COMPAT,
                    Severity.INFO,
                    "In the audit: a view, routine or type has a newer version, and every supported release has deprecated"
                            + " it.",
                    "Nobody needs it: it can go now.",
                    "Drop it with the next release.")
            .silentWhen("A supported release hasn't deprecated the older version.");

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
