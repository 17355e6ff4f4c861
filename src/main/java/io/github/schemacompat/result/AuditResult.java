package io.github.schemacompat.result;

import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Severity;
import java.util.List;

/**
 * The outcome of a release audit.
 *
 * @param outcome failed only where the project says from which severity on
 * @param problems warnings about the run
 * @param histories one per history
 * @param findings what counts: what breaks a supported release on a database that it may meet, and what the versions of
 *     names call for
 * @param failsFrom the severity from which findings fail the build; OFF for never
 */
public record AuditResult(
        Outcome outcome,
        List<Problem> problems,
        List<AuditedHistory> histories,
        List<Finding> findings,
        Severity failsFrom) {
    public AuditResult {
        problems = List.copyOf(problems);
        histories = List.copyOf(histories);
        findings = List.copyOf(findings);
    }

    /** How many findings of this severity count (accepted ones don't). */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.suppressed() == null && finding.severity() == severity)
                .count();
    }
}
