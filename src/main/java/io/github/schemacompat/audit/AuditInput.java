package io.github.schemacompat.audit;

import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Acceptances;
import io.github.schemacompat.release.FoundRelease;
import io.github.schemacompat.rule.RulePolicy;
import io.github.schemacompat.script.ScriptSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is audited of one history.
 *
 * @param history its name, or null where there is only one
 * @param dialect of its scripts
 * @param baseline one line: where the releases were read from
 * @param detected what was guessed, a line each
 * @param found the released ones, lowest first
 * @param supported names of those that may still run
 * @param current the scripts as they are now
 * @param built name of the release being built, or null if what is now is none
 * @param options how scripts are replayed
 * @param policy what the project decided about the rules
 * @param acceptances the reviewed exceptions
 * @param window how many releases are supported at once
 * @param today the date of the audit, which ends exceptions
 */
public record AuditInput(
        @Nullable String history,
        Dialect dialect,
        String baseline,
        List<String> detected,
        List<FoundRelease> found,
        Set<String> supported,
        ScriptSet current,
        @Nullable String built,
        ReplayOptions options,
        RulePolicy policy,
        Acceptances acceptances,
        int window,
        LocalDate today) {
    public AuditInput {
        detected = List.copyOf(detected);
        found = List.copyOf(found);
        supported = Set.copyOf(supported);
    }
}
