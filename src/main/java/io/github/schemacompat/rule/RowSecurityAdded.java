package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rows of a released table are hidden from some of its users. */
final class RowSecurityAdded implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "row-security-added",
                    Family.COMPAT,
                    Severity.ERROR,
                    "Row level security or a security policy is switched on for a table that a supported release uses, or its policies hide"
                            + " other rows.",
                    "The release that is still running doesn't say for whom it works: it reads fewer rows or none, and its writes are refused.",
                    "Switch it on when every supported release sets what the policies ask for.")
            .silentWhen(
                    "It is switched off again in the same phase.",
                    "The table is new.",
                    "A policy comes back with the same terms, or lets more rows through.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        if (difference.kind() == DifferenceKind.ROW_POLICIES_CHANGED) {
            return policies(difference, situation, breaks);
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                Users.capitalized(Users.releases(breaks))
                        + " doesn't set what the policies ask for: it reads fewer rows or none, and its writes are refused.",
                "Let a release set what the policies ask for first, and switch them on when every supported release does.",
                breaks));
    }

    private static Optional<Verdict> policies(Difference difference, Situation situation, List<Break> breaks) {
        Map<String, String> before = policies(situation.released(), difference.path());
        Map<String, String> after = policies(situation.state(), difference.path());
        if (!hasRowSecurity(situation.released(), difference) || !hasRowSecurity(situation.state(), difference)) {
            return Optional.empty();
        }
        List<String> lost = missing(before, after, Schema.PERMISSIVE);
        List<String> added = missing(after, before, Schema.RESTRICTIVE);
        if (lost.isEmpty() && added.isEmpty()) {
            return Optional.empty();
        }
        List<String> said = new ArrayList<>();
        lost.forEach(name -> said.add("policy " + name + " no longer lets through what it did"));
        added.forEach(name -> said.add("policy " + name + " restricts the others"));
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + ": " + String.join(", ", said),
                Users.capitalized(Users.releases(breaks))
                        + " counts on the policies as they were: it reads fewer rows or none, and its writes are refused.",
                "Add the new policy beside the old one, and drop the old one when no supported release needs it.",
                breaks));
    }

    private static boolean hasRowSecurity(Schema schema, Difference difference) {
        return schema.rowPolicies().contains(difference.path() + ": " + Schema.ROW_SECURITY);
    }

    /** Terms of the policies of a table, with the name of one that has them. */
    private static Map<String, String> policies(Schema schema, ObjectPath table) {
        String head = table + ": policy ";
        Map<String, String> policies = new TreeMap<>();
        for (String line : schema.rowPolicies()) {
            int terms = line.indexOf(": ", head.length());
            if (line.startsWith(head) && terms > 0) {
                policies.put(line.substring(terms + 2), line.substring(head.length(), terms));
            }
        }
        return policies;
    }

    private static List<String> missing(Map<String, String> some, Map<String, String> others, String kind) {
        return some.entrySet().stream()
                .filter(each -> each.getKey().startsWith(kind) && !others.containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
