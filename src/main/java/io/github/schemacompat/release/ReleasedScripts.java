package io.github.schemacompat.release;

import io.github.schemacompat.script.ScriptSet;

/**
 * A release as the scripts that it shipped.
 *
 * @param release the release's name
 * @param scripts what it shipped
 */
public record ReleasedScripts(String release, ScriptSet scripts) implements FoundRelease {}
