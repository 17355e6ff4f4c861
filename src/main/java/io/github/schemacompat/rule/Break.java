package io.github.schemacompat.rule;

/**
 * Whom a finding breaks.
 *
 * @param release the supported release
 * @param readers its SELECTs
 * @param writers its INSERTs, UPDATEs, DELETEs and MERGEs
 * @param callers its EXECs and CALLs
 */
public record Break(String release, boolean readers, boolean writers, boolean callers) {}
