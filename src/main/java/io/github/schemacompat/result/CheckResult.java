package io.github.schemacompat.result;

import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Severity;
import java.util.List;

/**
 * The outcome of a check: all that a report needs.
 *
 * @param outcome how it ended
 * @param problems why something could not be checked, and warnings about the run
 * @param histories one per history
 * @param findings by file, line, column and rule
 * @param rollback {@code safe}, {@code safe-until-post} or {@code unsafe}
 * @param failsFrom the severity from which findings fail the build; OFF for never
 * @param folder where files are relative to, seen from the root of the repository, with {@code /}; empty for the root itself
 */
public record CheckResult(
        Outcome outcome,
        List<Problem> problems,
        List<HistoryResult> histories,
        List<Finding> findings,
        String rollback,
        Severity failsFrom,
        String folder) {
    public CheckResult {
        problems = List.copyOf(problems);
        histories = List.copyOf(histories);
        findings = List.copyOf(findings);
    }

    /** A result at the root of its repository, where errors fail the build. */
    public CheckResult(
            Outcome outcome,
            List<Problem> problems,
            List<HistoryResult> histories,
            List<Finding> findings,
            String rollback) {
        this(outcome, problems, histories, findings, rollback, Severity.ERROR, "");
    }

    /** Whether a finding counts against the build: it is not accepted, and severe enough. */
    public boolean fails(Finding finding) {
        return finding.suppressed() == null
                && failsFrom != Severity.OFF
                && finding.severity().atLeast(failsFrom);
    }

    /** Whether there is nothing to tell: no scripts, and no release that had any. */
    public boolean isSilent() {
        return histories.isEmpty() && problems.isEmpty() && findings.isEmpty();
    }

    /** How many findings of this severity count (accepted ones don't). */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.suppressed() == null && finding.severity() == severity)
                .count();
    }
}
