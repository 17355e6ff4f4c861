package io.github.schemacompat.rule;

import io.github.schemacompat.schema.UserType;
import java.util.List;
import java.util.Optional;

/** A label that a release knows has another name. */
final class EnumValueRenamed implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
            "enum-value-renamed",
            Family.COMPAT,
            Severity.ERROR,
            "A label of an enum that a supported release uses is renamed.",
            "The release that is still running reads a label that it doesn't know, and writes one that is gone.",
            "Add a new label, and keep the old one until no supported release uses it.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        if (breaks.isEmpty()
                || !(difference.before() instanceof UserType before)
                || !(difference.after() instanceof UserType after)) {
            return Optional.empty();
        }
        List<String> gone = EnumLabels.removed(before.labels(), after.labels());
        List<String> come = EnumLabels.removed(after.labels(), before.labels());
        return Optional.of(new Verdict(
                INFO.severity(),
                "Type " + difference.name() + " renames '" + String.join("', '", gone) + "' to '"
                        + String.join("', '", come) + "'",
                "Queries of " + Users.releases(breaks)
                        + " meet a label that they don't know, and writes with the old one" + " are refused.",
                "Add a new label instead, and keep the old one until no supported release uses it any more.",
                breaks));
    }
}
