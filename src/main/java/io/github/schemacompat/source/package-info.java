/** Where something stands: the text of a script, positions in it and spans of it, all one-based for people. */
@NullMarked
package io.github.schemacompat.source;

import org.jspecify.annotations.NullMarked;
