/**
 * Holds the replay against what an engine makes of the same scripts: every difference between the model and the catalog
 * is a fault of the reading.
 */
@NullMarked
package io.github.schemacompat.fidelity;

import org.jspecify.annotations.NullMarked;
