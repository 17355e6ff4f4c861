package io.github.schemacompat.report;

import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.HistoryResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.rule.Break;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sentences that several formats say alike. */
public final class Wording {
    /** Errors first, accepted ones last; among equals by place, as the result has them. */
    public static final Comparator<Finding> WORST_FIRST = Comparator.comparing(
                    (Finding finding) -> finding.suppressed() != null)
            .thenComparing(Comparator.comparing(Finding::severity).reversed());

    private Wording() {}

    /** Whom a finding breaks: {@code readers and writers of 1.1, 1.0}. */
    public static String breaks(List<Break> breaks) {
        Map<String, List<String>> byWhom = new LinkedHashMap<>();
        for (Break broken : breaks) {
            List<String> whom = new ArrayList<>();
            if (broken.readers()) {
                whom.add("readers");
            }
            if (broken.writers()) {
                whom.add("writers");
            }
            if (broken.callers()) {
                whom.add("callers");
            }
            byWhom.computeIfAbsent(String.join(" and ", whom), unused -> new ArrayList<>())
                    .add(broken.release());
        }
        return byWhom.entrySet().stream()
                .map(entry -> entry.getKey() + " of " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** How it ended, in one line. */
    public static String verdict(CheckResult result) {
        if (result.outcome() == Outcome.NOT_CHECKED) {
            return "Not checked: nothing is said about compatibility";
        }
        boolean failed = result.outcome() == Outcome.FAILED;
        String verdict =
                failed ? "Not compatible with the supported releases" : "Compatible with the supported releases";
        if (result.histories().stream().allMatch(history -> history.releases().isEmpty())) {
            verdict = failed ? "The scripts can't be accepted as they are" : "No release to be compatible with yet";
        }
        return verdict + ": " + counts(result) + "; rollback " + result.rollback() + howFarBack(result);
    }

    /** How many findings there are of each severity. */
    static String counts(CheckResult result) {
        long accepted = result.findings().stream()
                .filter(finding -> finding.suppressed() != null)
                .count();
        return counted(result.count(Severity.ERROR), "error") + ", "
                + counted(result.count(Severity.WARNING), "warning") + ", "
                + counted(result.count(Severity.INFO), "note") + (accepted == 0 ? "" : ", " + accepted + " accepted");
    }

    /** Said where the supported releases differ. */
    private static String howFarBack(CheckResult result) {
        List<String> releases = new ArrayList<>();
        for (HistoryResult history : result.histories()) {
            if (new HashSet<>(history.rollback().values()).size() > 1) {
                history.rollback().forEach((release, verdict) -> releases.add(release + " " + verdict));
            }
        }
        return releases.isEmpty() ? "" : " (" + String.join(", ", releases) + ")";
    }

    /** How much was read of a history's scripts. */
    public static String reading(HistoryResult history) {
        ReadingFigures figures = history.figures();
        return counted(history.scripts(), "script") + ", " + history.newScripts() + " new; "
                + counted(figures.statements(), "statement") + " read in the new ones, " + figures.notUnderstood()
                + " not understood; JSqlParser read "
                + counted(figures.readByJSqlParser(), "statement or query", "statements and queries")
                + " in them";
    }

    /** Where a problem is, with what follows it: {@code file:3: }; empty without a file. */
    static String place(Problem problem) {
        if (problem.file() == null) {
            return "";
        }
        return problem.line() == null ? problem.file() + ": " : problem.file() + ":" + problem.line() + ": ";
    }

    static String counted(long count, String noun) {
        return counted(count, noun, noun + "s");
    }

    static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
