package io.github.schemacompat.rule;

import java.util.List;

/**
 * What came of a judgement.
 *
 * @param findings by file, line, column and rule
 * @param unjudged what changed of released objects without a rule that judges it yet, a line each
 * @param rollback worked out before severities and acceptances
 */
public record Judged(List<Finding> findings, List<String> unjudged, Rollback rollback) {
    public Judged {
        findings = List.copyOf(findings);
        unjudged = List.copyOf(unjudged);
    }
}
