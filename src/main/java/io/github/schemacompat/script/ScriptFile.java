package io.github.schemacompat.script;

/**
 * A file that was found and may be a script.
 *
 * @param path below the script root, with {@code /}
 * @param file relative to the base, with {@code /}
 * @param tree where it lies
 */
public record ScriptFile(String path, String file, ScriptTree tree) {
    /** The name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** @throws CannotReadException if it can't be read */
    public byte[] bytes() {
        return tree.content(file);
    }
}
