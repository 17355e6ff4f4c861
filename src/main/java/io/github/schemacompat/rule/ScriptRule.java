package io.github.schemacompat.rule;

import java.util.List;

/** Judges the scripts themselves: what was released stays as it was, and everything can be read. */
non-sealed interface ScriptRule extends Rule {
    /** What is wrong with which script, in the order of the scripts. */
    List<ScriptVerdict> judge(JudgeInput input);
}
