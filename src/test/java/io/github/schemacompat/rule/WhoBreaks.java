package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Whom the findings of a rule may name: r for readers, w for writers, c for callers. */
final class WhoBreaks {
    private static final Map<String, String> BY_RULE = new HashMap<>();

    static {
        rules("w", """
                required-column-added column-made-required column-default-dropped column-default-changed
                column-made-generated column-made-plain identity-changed unique-added foreign-key-added
                delete-restricted check-added exclusion-added domain-constraint-added primary-key-dropped
                unique-dropped trigger-added trigger-edited sequence-dropped sequence-changed
                deprecated-still-required""");
        rules("r", """
                column-made-nullable column-type-widened enum-value-added enum-values-reordered index-dropped""");
        rules("rw", """
                table-dropped table-renamed column-dropped column-renamed column-reordered column-inserted
                column-type-narrowed column-type-changed column-collation-changed column-expression-changed
                enum-value-removed enum-value-renamed constraint-dropped view-dropped view-renamed view-edited
                trigger-dropped row-security-added table-needs-reorg""");
        rules("c", """
                routine-dropped routine-renamed routine-edited routine-signature-changed
                routine-overload-ambiguous""");
        rules("rwc", """
                schema-dropped schema-renamed synonym-dropped synonym-retargeted type-edited type-dropped
                privilege-revoked grants-lost dependent-invalidated briefly-missing transiently-broken post-in-pre
                deprecated-too-late version-retired-early""");
        rules("", "version-gap version-superseded version-unused");
    }

    private WhoBreaks() {}

    private static void rules(String who, String rules) {
        for (String rule : rules.split("\\s+")) {
            BY_RULE.put(rule, who);
        }
    }

    /** A finding about compatibility says whom it breaks, and nobody else than its rule is about. */
    static void isSaid(Finding finding) {
        if (finding.rule().family() != Family.COMPAT) {
            return;
        }
        String who = BY_RULE.get(finding.rule().id());
        assertThat(who).as("who is broken by " + finding.rule().id()).isNotNull();
        String named = finding.breaks().stream()
                .map(each -> (each.readers() ? "r" : "") + (each.writers() ? "w" : "") + (each.callers() ? "c" : ""))
                .collect(Collectors.joining());
        assertThat(named).as(finding.message()).matches(who.isEmpty() ? "" : "[" + who + "]+");
    }
}
