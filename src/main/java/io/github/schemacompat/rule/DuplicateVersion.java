package io.github.schemacompat.rule;

import io.github.schemacompat.release.Release;
import io.github.schemacompat.script.DuplicateScript;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.ScriptLayout;
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
            .silentWhen(
                    "Each version is there once.",
                    "An up/down tool tells migrations apart by their whole names: then the last release has two of the same"
                            + " number already, which are silent, and new ones are a warning.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        Set<String> released = ReadingVerdicts.releasedIdentities(input);
        boolean toldApart = areToldApartByName(input);
        List<ScriptVerdict> verdicts = new ArrayList<>();
        for (DuplicateScript duplicate : input.scripts().duplicates()) {
            List<MigrationScript> scripts = of(duplicate, input);
            if (scripts.isEmpty()) {
                continue;
            }
            MigrationScript last = scripts.get(scripts.size() - 1);
            boolean bothReleased = scripts.stream().allMatch(script -> isReleased(input, script))
                    && released.contains(last.identity());
            if (bothReleased && toldApart) {
                // the tool has run both of them
                continue;
            }
            verdicts.add(ReadingVerdicts.onFirstLine(
                    bothReleased || toldApart ? Severity.WARNING : Severity.ERROR,
                    last,
                    "Several scripts have the " + duplicate.what() + ": " + Users.list(duplicate.files()),
                    toldApart
                            ? "The last release has such scripts, so that the migration tool seems to go by their whole names; which"
                                    + " of them runs first hangs on these alone."
                            : "The migration tool refuses to run, or runs only one of them.",
                    "Give each script a version of its own."));
        }
        return verdicts;
    }

    private static List<MigrationScript> of(DuplicateScript duplicate, JudgeInput input) {
        return input.scripts().scripts().stream()
                .filter(script -> duplicate.files().contains(script.source().file()))
                .toList();
    }

    /** Most tools with a way up and a way down refuse two of one number, so one that shipped such two goes by the whole name. */
    private static boolean areToldApartByName(JudgeInput input) {
        return input.scripts().layout().id().equals(ScriptLayout.UPDOWN.id())
                && input.scripts().duplicates().stream()
                        .anyMatch(duplicate -> of(duplicate, input).stream()
                                        .filter(script -> isReleased(input, script))
                                        .count()
                                > 1);
    }

    /** Whether the release shipped a script of this very path. */
    private static boolean isReleased(JudgeInput input, MigrationScript script) {
        Release last = input.last();
        return last != null
                && last.scripts().stream().anyMatch(known -> known.path().equals(script.path()));
    }
}
