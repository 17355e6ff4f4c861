/** The goals in a Java machine that writes down what they touch: {@code docs/security.md} says what they may. */
@NullMarked
package io.github.schemacompat.sandbox;

import org.jspecify.annotations.NullMarked;
