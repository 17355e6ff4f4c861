package io.github.schemacompat.rule;

import io.github.schemacompat.release.Acceptance;
import java.util.List;
import java.util.Set;

/**
 * What came of a judgement.
 *
 * @param findings by file, line, column and rule
 * @param unjudged what changed of released objects without a rule that judges it yet, a line each
 * @param rollback worked out before severities and acceptances
 * @param used the reviewed exceptions that accepted a finding
 */
public record Judged(List<Finding> findings, List<String> unjudged, Rollback rollback, Set<Acceptance> used) {
    public Judged {
        findings = List.copyOf(findings);
        unjudged = List.copyOf(unjudged);
        used = Set.copyOf(used);
    }
}
