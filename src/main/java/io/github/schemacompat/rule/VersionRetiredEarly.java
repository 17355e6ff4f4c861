package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import java.util.Optional;

/** An older version goes because a newer one is there, but not everybody has moved on. */
final class VersionRetiredEarly implements VerdictRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "version-retired-early",
                    Family.COMPAT,
                    Severity.ERROR,
                    "An older version of a view, routine or type is dropped while a supported release has it in its"
                            + " contract.",
                    "The release that is still running uses the older version, not the one that replaces it: those"
                            + " statements fail.",
                    "Keep the older version beside the newer one, deprecate it in the release that stops using it, and"
                            + " drop it when every supported release has the mark.")
            .silentWhen(
                    "Every supported release has deprecated the older version.",
                    "The release that is being built deprecates the older version, and a post script drops it.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> instead(Difference difference, Verdict verdict, Situation situation) {
        boolean dropped = switch (difference.kind()) {
            case VIEW_DROPPED, ROUTINE_DROPPED, TYPE_DROPPED -> true;
            default -> false;
        };
        QualifiedName name = VersionedNames.of(difference.before());
        if (!dropped || name == null) {
            return Optional.empty();
        }
        ObjectKind kind = difference.path().kind();
        QualifiedName successor = situation.versions(kind).successor(name, VersionedNames.of(kind, situation.state()));
        if (successor == null) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + " although "
                        + Users.releases(verdict.breaks()) + (verdict.breaks().size() == 1 ? " uses" : " use")
                        + " it, and not only " + situation.written(successor),
                verdict.why(),
                "Keep it beside " + situation.written(successor) + " in this release. "
                        + Retirement.of(difference.path(), difference.name(), situation),
                verdict.breaks()));
    }
}
