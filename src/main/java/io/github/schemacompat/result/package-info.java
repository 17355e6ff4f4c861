/** The outcome of a run as one value that every report is made from. */
@NullMarked
package io.github.schemacompat.result;

import org.jspecify.annotations.NullMarked;
