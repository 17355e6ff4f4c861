package io.github.schemacompat.check;

import org.jspecify.annotations.Nullable;

/**
 * What to audit.
 *
 * @param inputs the scripts, where the releases come from, and which of them may still run; an audit fails from
 *     {@link CheckRequest#failOn} on
 * @param fromRelease the first release of the span, or null for the first there is
 * @param toRelease the last release of the span, or null for the one being built
 */
public record AuditRequest(
        CheckRequest inputs,
        @Nullable String fromRelease,
        @Nullable String toRelease) {}
