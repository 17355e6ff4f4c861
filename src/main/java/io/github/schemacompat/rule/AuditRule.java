package io.github.schemacompat.rule;

/** Only an audit tells it: it is about what stands there, and no script makes it so. */
non-sealed interface AuditRule extends Rule {}
