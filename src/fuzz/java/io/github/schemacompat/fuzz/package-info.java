/** Coverage-guided fuzzing, by Jazzer: {@code src/fuzz/run}. */
@NullMarked
package io.github.schemacompat.fuzz;

import org.jspecify.annotations.NullMarked;
