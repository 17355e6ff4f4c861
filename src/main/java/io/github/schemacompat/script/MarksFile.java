package io.github.schemacompat.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code marks.sql} beside the snapshots: what a release says of itself without shipping a script. Nothing runs it. It is
 * read behind the scripts, and again whenever its content changes, as a repeatable script is.
 */
public final class MarksFile {
    private static final String NAME = "marks.sql";

    private final ScriptTree tree;
    private final String file;

    /** @param snapshots the folder of the snapshots, relative to the tree's base */
    public MarksFile(ScriptTree tree, String snapshots) {
        this.tree = tree;
        this.file = tree.relative(snapshots + "/" + NAME);
    }

    /** The files without this one, which is no script. */
    public List<ScriptFile> without(List<ScriptFile> files) {
        return files.stream().filter(each -> !each.file().equals(file)).toList();
    }

    /**
     * The scripts with this one behind them, if it is there.
     *
     * @throws CannotReadException if it is no text
     */
    public ScriptSet behind(ScriptSet scripts, ScriptReader reader) {
        if (tree.kind(file) != ScriptTree.Kind.FILE) {
            return scripts;
        }
        try {
            return scripts.and(MigrationScript.of(
                    NAME, ScriptKind.REPEATABLE, null, Phase.PRE, file, reader.text(tree.content(file)), reader));
        } catch (ScriptReader.NotReadableException e) {
            throw new CannotReadException(
                    "marks-not-readable",
                    String.valueOf(e.getMessage()),
                    "Save it as UTF-8.",
                    file,
                    e.line() == 0 ? null : Integer.valueOf(e.line()));
        }
    }

    /** Whether a script is this file. */
    public static boolean is(ScriptKind kind, @Nullable String path) {
        return kind == ScriptKind.REPEATABLE && NAME.equals(path);
    }
}
