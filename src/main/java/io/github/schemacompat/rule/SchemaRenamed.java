package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectPath;
import java.util.List;
import java.util.Optional;

/** A schema gets another name, and so does everything in it. */
final class SchemaRenamed implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "schema-renamed",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A schema is renamed that holds objects that a supported release uses.",
                    "Every statement of the release that is still running that names one of them by the old name fails.",
                    "Leave the name as it is.")
            .silentWhen("Nothing in the schema is in the contract of a supported release.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.ALL);
        ObjectPath newPath = difference.newPath();
        if (breaks.isEmpty() || newPath == null) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + " to " + newPath.owner(),
                "Every statement of " + Users.releases(breaks) + " that names something in " + difference.name()
                        + " fails.",
                "Leave the name as it is.",
                breaks));
    }
}
