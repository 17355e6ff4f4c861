/** Finding, ordering and decoding migration scripts; a script is a file and its sections. */
@NullMarked
package io.github.schemacompat.script;

import org.jspecify.annotations.NullMarked;
