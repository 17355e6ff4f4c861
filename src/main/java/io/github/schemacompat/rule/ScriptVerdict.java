package io.github.schemacompat.rule;

import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.source.Location;
import io.github.schemacompat.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a script.
 *
 * @param severity before the configuration has its say
 * @param script the script's path, which an acceptance names
 * @param sha256 its hash, which an acceptance names
 * @param object the finding's object as people write it
 * @param clause what the fingerprint is made from, besides the rule and the object
 * @param message one sentence: what is wrong
 * @param why what comes of it
 * @param fix what to do instead
 * @param phase of the script
 * @param conditional whether it hangs on a condition that the schema can't answer
 * @param location where, or null where there is no text to point at
 * @param related other things that it hangs together with
 */
record ScriptVerdict(
        Severity severity,
        String script,
        String sha256,
        String object,
        String clause,
        String message,
        String why,
        String fix,
        Phase phase,
        boolean conditional,
        @Nullable Location location,
        List<String> related) {
    ScriptVerdict {
        related = List.copyOf(related);
    }

    /**
     * A verdict on a directive.
     *
     * @param words what it names, for the fingerprint
     */
    static ScriptVerdict onDirective(
            Severity severity,
            MigrationScript script,
            Span directive,
            String words,
            String message,
            String why,
            String fix) {
        return new ScriptVerdict(
                severity,
                script.path(),
                script.sha256(),
                script.path(),
                words,
                message,
                why,
                fix,
                script.phase(),
                false,
                Location.of(directive),
                List.of());
    }
}
