package io.github.schemacompat.rule;

import io.github.schemacompat.change.SchemaChange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A right on a released object is taken away. */
final class PrivilegeRevoked implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "privilege-revoked",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A right on an object that a supported release uses is revoked or denied.",
                    "If the release that is still running logs in as someone who needs the right, its statements are refused.",
                    "Take the right away when no supported release needs it.")
            .silentWhen("It is granted again in the same phase.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        if (difference.trail().isEmpty()
                || !(difference.trail().get(0) instanceof SchemaChange.PrivilegeChanged change)) {
            return Optional.empty();
        }
        List<Break> breaks = situation.breaks(difference.path(), users(change.privileges()));
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        boolean denied = change.verb().equals("deny");
        return Optional.of(new Verdict(
                INFO.severity(),
                String.join(", ", change.privileges()).toUpperCase(Locale.ROOT) + " on "
                        + difference.path().kind().label() + " " + difference.name()
                        + (denied ? " is denied to " : " is revoked from ") + Users.list(change.grantees()),
                "Statements of " + Users.releases(breaks) + " that need the right are refused.",
                "Take the right away when no supported release needs it.",
                breaks));
    }

    private static Users users(List<String> privileges) {
        boolean readers = privileges.stream().allMatch(each -> each.startsWith("select"));
        boolean callers = privileges.stream().allMatch(each -> each.startsWith("execute"));
        boolean writers = privileges.stream()
                .allMatch(each -> each.startsWith("insert")
                        || each.startsWith("update")
                        || each.startsWith("delete")
                        || each.startsWith("truncate"));
        if (readers) {
            return Users.READERS;
        }
        if (callers) {
            return Users.CALLERS;
        }
        return writers ? Users.WRITERS : Users.ALL;
    }
}
