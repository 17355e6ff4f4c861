/** Figures of speed and memory, printed and never asserted: {@code mvn test-compile exec:java -Pbenchmark}. */
@NullMarked
package io.github.schemacompat.benchmark;

import org.jspecify.annotations.NullMarked;
