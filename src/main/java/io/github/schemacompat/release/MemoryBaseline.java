package io.github.schemacompat.release;

import io.github.schemacompat.script.MarksFile;
import io.github.schemacompat.script.MemoryTree;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.ScriptFile;
import io.github.schemacompat.script.ScriptFinder;
import io.github.schemacompat.script.ScriptSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A release that is given in memory. */
final class MemoryBaseline extends Baseline {
    private final Function<BaselineRequest, FoundRelease> release;

    private MemoryBaseline(Function<BaselineRequest, FoundRelease> release) {
        this.release = release;
    }

    static MemoryBaseline ofSnapshot(Snapshot snapshot) {
        return new MemoryBaseline(request -> snapshot);
    }

    static MemoryBaseline ofScripts(String release, List<MigrationScript> scripts) {
        List<MigrationScript> copy = List.copyOf(scripts);
        return new MemoryBaseline(request -> new ReleasedScripts(release, ScriptSet.of(request.layout(), copy)));
    }

    static MemoryBaseline ofTexts(String release, Map<String, String> texts) {
        MemoryTree tree = new MemoryTree(new TreeMap<>(texts));
        return new MemoryBaseline(request -> {
            MarksFile marks = new MarksFile(tree, request.snapshots());
            List<ScriptFile> files = marks.without(new ScriptFinder(tree).findIfPresent(List.of("**")));
            return new ReleasedScripts(release, marks.behind(request.arrange(files), request.reader()));
        });
    }

    @Override
    public FoundReleases find(BaselineRequest request) {
        FoundRelease found = release.apply(request);
        return new FoundReleases(List.of(found), found.release() + ", given in memory", List.of());
    }
}
