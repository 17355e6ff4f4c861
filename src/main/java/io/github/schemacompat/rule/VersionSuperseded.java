package io.github.schemacompat.rule;

/** A version has a successor, and nobody said yet that it is no longer used. */
final class VersionSuperseded implements AuditRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "version-superseded",
                    Family.COMPAT,
                    Severity.INFO,
                    "In the audit: a view, routine or type has a newer version, and no release has deprecated it yet.",
                    "As long as no release says that it doesn't use the older version any longer, it has to stay.",
                    "Deprecate the older version in the release that stops using it.")
            .silentWhen("The older version is deprecated.");

    @Override
    public RuleInfo info() {
        return INFO;
    }
}
