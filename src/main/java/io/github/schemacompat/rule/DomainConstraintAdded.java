package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.UserType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A released domain refuses values that it took. */
final class DomainConstraintAdded implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "domain-constraint-added",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A domain that a supported release uses gets a constraint that it didn't have.",
                    "The release that is still running knows no such rule: its writes to every column of the domain can be refused.",
                    "Create another domain with the new rule beside it.")
            .silentWhen(
                    "The new constraint is a relaxation of one that is dropped in the same phase.",
                    "No column of a released table has the domain.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.WRITERS);
        if (breaks.isEmpty()
                || !(difference.before() instanceof UserType before)
                || !(difference.after() instanceof UserType after)) {
            return Optional.empty();
        }
        List<String> added = new ArrayList<>();
        if (after.notNull() && !before.notNull()) {
            added.add("NOT NULL");
        }
        for (Check check : after.checks()) {
            if (before.checks().stream().noneMatch(old -> isNoStricter(check, old, situation))) {
                added.add(check.expression());
            }
        }
        if (added.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                "Domain " + difference.name() + " gets a constraint: " + Users.list(added),
                "Writes of " + Users.releases(breaks) + " that don't meet it are refused.",
                "Create another domain with the new rule, and give it to new columns.",
                breaks));
    }

    /** Whether what passes the old check passes this one. */
    private static boolean isNoStricter(Check now, Check old, Situation situation) {
        return now.expression().equals(old.expression())
                || Condition.parse(now.expression(), situation.dialect())
                        .relaxes(Condition.parse(old.expression(), situation.dialect()));
    }
}
