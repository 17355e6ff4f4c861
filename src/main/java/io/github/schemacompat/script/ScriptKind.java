package io.github.schemacompat.script;

/** What a migration tool does with a script. */
public enum ScriptKind {
    /** Runs once, in its place. */
    VERSIONED,
    /** Runs again whenever its content changes, after the versioned ones. */
    REPEATABLE,
    /** Takes a new database to a version in one go; an existing one never runs it. */
    BASELINE
}
