package io.github.schemacompat.rule;

import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A versioned name leaves out a version. */
final class VersionGap implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "version-gap",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A new view, routine or type has a versioned name, but the version before it doesn't exist.",
                    "People and tools count versions: a gap looks like a version that was lost, or like a slip of the pen.",
                    "Take the next free version.")
            .silentWhen(
                    "The name only looks like a version: neither its base nor its predecessor exists (`fn_sha_256`).",
                    "It takes the next free version.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        QualifiedName name = VersionedNames.of(difference.after());
        if (name == null || situation.contracts().isEmpty()) {
            return Optional.empty();
        }
        VersionedNames versions = situation.versions(difference.path().kind());
        QualifiedName skipped = versions.skipped(name);
        if (skipped == null) {
            return Optional.empty();
        }
        String label = difference.path().kind().label();
        return Optional.of(new Verdict(
                INFO.severity(),
                Character.toUpperCase(label.charAt(0)) + label.substring(1) + " " + difference.name() + " leaves out "
                        + situation.written(skipped),
                "Nobody breaks, but the version before it doesn't exist.",
                "Name it " + situation.written(skipped) + ".",
                List.of()));
    }
}
