package io.github.schemacompat.release;

/** A release as a baseline holds it: as scripts, or as a snapshot. */
public sealed interface FoundRelease permits ReleasedScripts, Snapshot {
    /** The release's name, as people call it. */
    String release();
}
