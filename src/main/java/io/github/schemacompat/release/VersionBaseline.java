package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.DiskTree;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.MigrationVersion;
import io.github.schemacompat.script.ScriptFinder;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.ScriptSet;
import java.util.List;
import java.util.function.Predicate;

/** {@code version:<migration version>}: everything up to it is released, as it stands in the project. */
final class VersionBaseline extends Baseline {
    private final String version;

    VersionBaseline(String version) {
        this.version = version;
    }

    @Override
    public FoundReleases find(BaselineRequest request) {
        ScriptSet all = now(request);
        List<MigrationScript> scripts = all.scripts();
        int last = -1;
        for (int i = 0; i < scripts.size(); i++) {
            if (scripts.get(i).kind() != ScriptKind.REPEATABLE && isIt(scripts.get(i))) {
                last = i;
            }
        }
        if (last < 0) {
            throw new CannotReadException(
                    "version-not-found",
                    "The baseline is the version " + version + ", but no script has it"
                            + (scripts.isEmpty()
                                    ? "."
                                    : "; the last one is "
                                            + scripts.get(scripts.size() - 1).path() + "."),
                    "Set 'baseline' to version:<the version of the last script that has been released>; for scripts without"
                            + " a version, to the beginning of the script's name.");
        }
        List<MigrationScript> upTo = scripts.subList(0, last + 1);
        Predicate<MigrationScript> released = script -> script.kind() == ScriptKind.REPEATABLE || upTo.contains(script);
        ReleasedScripts release = new ReleasedScripts(
                version,
                new ScriptSet(
                        all.layout(),
                        scripts.stream().filter(released).toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        List<String> notes = scripts.stream().anyMatch(script -> script.kind() == ScriptKind.REPEATABLE)
                ? List.of(
                        "Scripts that run again whenever they change are taken to be released as they are: only what was"
                                + " released itself (git, artifact, snapshot) tells how they were.")
                : List.of();
        return new FoundReleases(
                List.of(release),
                "the scripts up to version " + version + " ("
                        + scripts.get(last).path() + ")",
                notes);
    }

    /** The scripts of the project as they are. */
    static ScriptSet now(BaselineRequest request) {
        return request.arrange(
                new ScriptFinder(new DiskTree(request.base()), request.layout()).find(request.scripts()));
    }

    private boolean isIt(MigrationScript script) {
        MigrationVersion own = script.version();
        if (own != null && MigrationVersion.isVersion(version)) {
            return own.equals(MigrationVersion.of(version));
        }
        String name = script.path().substring(script.path().lastIndexOf('/') + 1);
        return script.path().startsWith(version) || name.startsWith(version) || name.endsWith("::" + version);
    }
}
