/** The Maven goals: parameters in, log lines and build failures out. */
@NullMarked
package io.github.schemacompat.maven;

import org.jspecify.annotations.NullMarked;
