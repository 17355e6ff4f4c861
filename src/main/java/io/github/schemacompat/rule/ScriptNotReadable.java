package io.github.schemacompat.rule;

import io.github.schemacompat.script.MigrationVersion;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.UnreadableScript;
import io.github.schemacompat.source.Location;
import io.github.schemacompat.source.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A script is no text, or not SQL. */
final class ScriptNotReadable implements ScriptRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "script-not-readable",
                    Family.SCRIPTS,
                    Severity.ERROR,
                    "A script is binary, not in its encoding, or not SQL.",
                    "Nothing in it can be judged.",
                    "Save it as UTF-8, or set the parameter encoding. A migration in another language can be accepted once it was reviewed.")
            .silentWhen("UTF-8, UTF-8 or UTF-16 with a byte order mark, or text in `encoding`.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        Set<String> released = ReadingVerdicts.releasedIdentities(input);
        List<ScriptVerdict> verdicts = new ArrayList<>();
        for (UnreadableScript script : input.scripts().unreadable()) {
            Integer line = script.line();
            MigrationVersion version = script.version();
            String identity = script.kind() == ScriptKind.VERSIONED && version != null
                    ? "version " + version.numbers()
                    : "path " + script.path();
            Position position = new Position(line == null ? 1 : line, 1);
            verdicts.add(new ScriptVerdict(
                    released.contains(identity) ? Severity.WARNING : Severity.ERROR,
                    script.path(),
                    script.sha256(),
                    script.path(),
                    "",
                    script.path() + " can't be read",
                    "Nothing in it can be judged.",
                    script.message(),
                    Phase.PRE,
                    false,
                    new Location(script.file(), position),
                    List.of()));
        }
        return verdicts;
    }
}
