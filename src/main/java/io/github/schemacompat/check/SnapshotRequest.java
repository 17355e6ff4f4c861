package io.github.schemacompat.check;

/**
 * What to take a snapshot of.
 *
 * @param inputs the scripts, and {@link CheckRequest#release} for the snapshot's name
 * @param overwrite whether a snapshot of that release that is there already is replaced
 */
public record SnapshotRequest(CheckRequest inputs, boolean overwrite) {}
