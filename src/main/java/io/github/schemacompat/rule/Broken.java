package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectPath;

/**
 * What a step of the schema does to releases.
 *
 * @param path of the object, in the schema that the step started from
 * @param finding whose breaks name the releases; its severity is the rule's own, whatever the project made of it
 * @param order counts the statements of the step, -1 where none can be told
 */
public record Broken(ObjectPath path, Finding finding, int order) {
    /** Whether a release breaks, and doesn't only have to be watched. */
    public boolean isBreak() {
        return finding.severity() == Severity.ERROR;
    }
}
