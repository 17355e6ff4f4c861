/** The schema model: immutable records of what a database holds, independent of any engine and of any script. */
@NullMarked
package io.github.schemacompat.schema;

import org.jspecify.annotations.NullMarked;
