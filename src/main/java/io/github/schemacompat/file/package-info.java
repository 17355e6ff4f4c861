/** Files that are written whole, and words for why one can't be read or written. */
@NullMarked
package io.github.schemacompat.file;

import org.jspecify.annotations.NullMarked;
