/** The replay of scripts on the schema model, and the changes that it makes. */
@NullMarked
package io.github.schemacompat.change;

import org.jspecify.annotations.NullMarked;
