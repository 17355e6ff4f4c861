package io.github.schemacompat.release;

/**
 * A tag that names a release.
 *
 * @param name the tag
 * @param prefix what stands before the version, without the letter v
 * @param version its version
 */
record ReleaseTag(String name, String prefix, ReleaseVersion version) {}
