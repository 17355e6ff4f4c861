package io.github.schemacompat.rule;

import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.schema.UserType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A label that a release knows has another name. */
final class EnumValueRenamed implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "enum-value-renamed",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A label of an enum that a supported release uses is renamed.",
                    "The release that is still running reads a label that it doesn't know, and writes one that is gone.",
                    "Add a new label, and keep the old one until no supported release uses it.")
            .silentWhen("No release has the type or the label.");

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
        return Optional.of(new Verdict(
                INFO.severity(),
                "Type " + difference.name() + " renames " + Users.list(renamed(before, difference.trail())),
                "Queries of " + Users.releases(breaks)
                        + " meet a label that they don't know, and writes with the old one" + " are refused.",
                "Add a new label instead, and keep the old one until no supported release uses it any more.",
                breaks));
    }

    /** Every label that has another name now, with that name; each step leaves the others in their places. */
    private static List<String> renamed(UserType released, List<SchemaChange> trail) {
        Map<String, String> names = new LinkedHashMap<>();
        released.labels().forEach(label -> names.put(label, label));
        for (SchemaChange change : trail) {
            if (change instanceof SchemaChange.Altered altered
                    && altered.before() instanceof UserType before
                    && altered.after() instanceof UserType after
                    && before.labels().size() == after.labels().size()) {
                for (int i = 0; i < before.labels().size(); i++) {
                    String from = before.labels().get(i);
                    String to = after.labels().get(i);
                    names.replaceAll((label, now) -> now.equals(from) ? to : now);
                }
            }
        }
        List<String> renamed = new ArrayList<>();
        names.forEach((label, now) -> {
            if (!label.equals(now)) {
                renamed.add("'" + label + "' to '" + now + "'");
            }
        });
        return renamed;
    }
}
