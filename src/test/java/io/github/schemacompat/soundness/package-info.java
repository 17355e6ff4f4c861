/**
 * Holds the verdicts against real engines: what the gate passes must still work on the engine, and what it blocks must really
 * break something that a released application does.
 */
@NullMarked
package io.github.schemacompat.soundness;

import org.jspecify.annotations.NullMarked;
