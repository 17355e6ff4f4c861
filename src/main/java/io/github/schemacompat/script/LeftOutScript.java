package io.github.schemacompat.script;

/**
 * A file among the scripts that is not replayed.
 *
 * @param file relative to the base, with {@code /}
 * @param reason why, in a few words: 'an undo script'
 */
public record LeftOutScript(String file, String reason) {}
