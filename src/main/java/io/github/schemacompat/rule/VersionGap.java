package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.View;
import java.util.List;
import java.util.Optional;

/** A versioned name leaves out a version. */
final class VersionGap implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
            "version-gap",
            Family.COMPAT,
            Severity.WARNING,
            "A new view or routine has a versioned name, but the version before it doesn't exist.",
            "People and tools count versions: a gap looks like a version that was lost, or like a slip of the pen.",
            "Take the next free version.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        boolean isView = difference.path().kind() == ObjectKind.VIEW;
        QualifiedName name = difference.after() instanceof View view
                ? view.name()
                : difference.after() instanceof Routine routine ? routine.name() : null;
        if (name == null || situation.contracts().isEmpty()) {
            return Optional.empty();
        }
        VersionedNames versions = isView ? situation.versionedViews() : situation.versionedRoutines();
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
