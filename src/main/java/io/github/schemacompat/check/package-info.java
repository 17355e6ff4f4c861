/** The use cases and the public entry point; nothing of Maven in them. */
@NullMarked
package io.github.schemacompat.check;

import org.jspecify.annotations.NullMarked;
