package io.github.schemacompat.rule;

import java.util.List;

/** Judges what suppressed findings, after all other rules have spoken. */
non-sealed interface SuppressionRule extends Rule {
    List<ScriptVerdict> judge(Suppressions suppressions);
}
