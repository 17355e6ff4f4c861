package io.github.schemacompat.rule;

import io.github.schemacompat.release.Acceptance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of a judgement.
 *
 * @param findings by file, line, column and rule
 * @param unjudged what changed of released objects without a rule that judges it yet, a line each
 * @param rollback worked out before severities and acceptances
 * @param rollbackTo the same for each supported release, highest first
 * @param used the reviewed exceptions that accepted a finding
 */
public record Judged(
        List<Finding> findings,
        List<String> unjudged,
        Rollback rollback,
        Map<String, Rollback> rollbackTo,
        Set<Acceptance> used) {
    public Judged {
        findings = List.copyOf(findings);
        unjudged = List.copyOf(unjudged);
        rollbackTo = Collections.unmodifiableMap(new LinkedHashMap<>(rollbackTo));
        used = Set.copyOf(used);
    }
}
