/** The rule catalogue: what breaks a release that is still running, and how to say so. */
@NullMarked
package io.github.schemacompat.rule;

import org.jspecify.annotations.NullMarked;
