package io.github.schemacompat.rule;

import io.github.schemacompat.release.Acceptance;
import io.github.schemacompat.release.Acceptances;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.source.Location;
import io.github.schemacompat.source.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the reviewed exceptions that ended, and those that nobody needs. */
public final class AcceptanceReview {
    private AcceptanceReview() {}

    /**
     * What is wrong with the exceptions of a project, after all of its histories were judged.
     *
     * @param used those that accepted a finding
     * @param scripts all scripts of all histories as they are now
     * @param release the release being built, or null where it isn't known
     * @param today the date of the build
     */
    public static List<Finding> of(
            Acceptances acceptances,
            Set<Acceptance> used,
            List<MigrationScript> scripts,
            RulePolicy policy,
            @Nullable String release,
            LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        for (Acceptance each : acceptances.accepted()) {
            if (each.isExpired(release, today)) {
                add(
                        findings,
                        policy,
                        new SuppressionExpired().info(),
                        acceptances.file(),
                        each,
                        "The exception for " + each.rule() + " in " + each.script() + " ended with " + each.until(),
                        "Its reason was: " + each.reason());
            } else if (!used.contains(each) && isPast(each, scripts)) {
                add(
                        findings,
                        policy,
                        new SuppressionUnused().info(),
                        acceptances.file(),
                        each,
                        "Nothing is accepted by the exception for " + each.rule() + " in " + each.script(),
                        "An exception that nobody needs hides the next finding of its kind.");
            }
        }
        return findings;
    }

    /** What could not be read in a released script is not read again where a snapshot stands for it. */
    private static boolean isPast(Acceptance acceptance, List<MigrationScript> scripts) {
        boolean there = scripts.stream()
                .anyMatch(script -> script.path().equals(acceptance.script())
                        && script.sha256().equals(acceptance.hash()));
        return !there || !Rules.READING.contains(acceptance.rule());
    }

    private static void add(
            List<Finding> findings,
            RulePolicy policy,
            RuleInfo rule,
            String file,
            Acceptance acceptance,
            String message,
            String why) {
        Severity severity = Judge.severity(policy, rule, rule.severity());
        if (severity == Severity.OFF) {
            return;
        }
        Position position = new Position(acceptance.line(), 1);
        findings.add(new Finding(
                rule,
                severity,
                null,
                file,
                null,
                message,
                why,
                "Remove the entry from " + file + ", or renew it after a review.",
                List.of(),
                Phase.PRE,
                false,
                new Location(file, position),
                List.of(),
                List.of(),
                Fingerprint.of(rule, null, file, acceptance.rule() + " " + acceptance.script()),
                null,
                null));
    }
}
