/** The comments by which a script talks to this tool. */
@NullMarked
package io.github.schemacompat.directive;

import org.jspecify.annotations.NullMarked;
