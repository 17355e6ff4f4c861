package io.github.schemacompat.rule;

import io.github.schemacompat.release.Release;
import io.github.schemacompat.script.DuplicateScript;
import io.github.schemacompat.script.MigrationScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Several scripts that the migration tool takes for one. */
final class DuplicateVersion implements ScriptRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "duplicate-version",
                    Family.SCRIPTS,
                    Severity.ERROR,
                    "Several scripts have the same version, or the same description where that counts.",
                    "The migration tool refuses to run, or runs only one of them.",
                    "Give each script a version of its own.")
            .silentWhen("Each version is there once.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        Set<String> released = ReadingVerdicts.releasedIdentities(input);
        List<ScriptVerdict> verdicts = new ArrayList<>();
        for (DuplicateScript duplicate : input.scripts().duplicates()) {
            List<MigrationScript> scripts = new ArrayList<>();
            for (MigrationScript script : input.scripts().scripts()) {
                if (duplicate.files().contains(script.source().file())) {
                    scripts.add(script);
                }
            }
            if (scripts.isEmpty()) {
                continue;
            }
            MigrationScript last = scripts.get(scripts.size() - 1);
            boolean bothReleased = scripts.stream().allMatch(script -> isReleased(input, script))
                    && released.contains(last.identity());
            verdicts.add(ReadingVerdicts.onFirstLine(
                    bothReleased ? Severity.WARNING : Severity.ERROR,
                    last,
                    "Several scripts have the " + duplicate.what() + ": " + Users.list(duplicate.files()),
                    "The migration tool refuses to run, or runs only one of them.",
                    "Give each script a version of its own."));
        }
        return verdicts;
    }

    /** Whether the release shipped a script of this very path. */
    private static boolean isReleased(JudgeInput input, MigrationScript script) {
        Release last = input.last();
        return last != null
                && last.scripts().stream().anyMatch(known -> known.path().equals(script.path()));
    }
}
