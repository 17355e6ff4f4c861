package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.DetectedScripts;
import io.github.schemacompat.script.DiskTree;
import io.github.schemacompat.script.MarksFile;
import io.github.schemacompat.script.ScriptDetection;
import io.github.schemacompat.script.ScriptFile;
import io.github.schemacompat.script.ScriptFinder;
import java.util.List;
import java.util.Optional;

/** Reads the scripts of a released commit. */
final class CommitScripts {
    private CommitScripts() {}

    /**
     * @param release the release's name
     * @param what the commit, for sentences
     * @param notes where to say that there are none
     * @throws CannotReadException if the scripts can't be read, or lay elsewhere then
     */
    static ReleasedScripts read(
            String release, String what, CommitTree tree, BaselineRequest request, List<String> notes) {
        List<ScriptFile> files = new ScriptFinder(tree, request.layout()).findIfPresent(request.scripts());
        if (files.isEmpty()) {
            String places = String.join(", ", request.scripts());
            Optional<DetectedScripts> elsewhere = new ScriptDetection(tree)
                    .usual().stream().filter(then -> isGone(then, request)).findFirst();
            if (elsewhere.isPresent()) {
                String folder = elsewhere.get().locations().get(0);
                throw new CannotReadException(
                        "released-scripts-elsewhere",
                        "At the " + what + " there is no script in " + places + ", but there are some in " + folder
                                + ".",
                        "Set the parameter 'releasedScripts' to the place where they lay then: " + folder + ".");
            }
            notes.add("At the " + what + " there is no script in " + places
                    + ": the release is taken to have none. If they lay elsewhere then, set 'releasedScripts'.");
        }
        MarksFile marks = new MarksFile(tree, request.snapshots());
        return new ReleasedScripts(release, marks.behind(request.arrange(marks.without(files)), request.reader()));
    }

    /** Scripts that lay elsewhere then and are no longer there have been moved; others are something else. */
    private static boolean isGone(DetectedScripts then, BaselineRequest request) {
        return new ScriptFinder(new DiskTree(request.base()))
                .findIfPresent(then.locations())
                .isEmpty();
    }
}
