/** What comments in scripts say to the tool: {@code -- schema-compat: …}. */
@NullMarked
package io.github.schemacompat.directive;

import org.jspecify.annotations.NullMarked;
