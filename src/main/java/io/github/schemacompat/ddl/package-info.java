/** What a statement says: a closed vocabulary of operations and the reader that makes them from tokens. */
@NullMarked
package io.github.schemacompat.ddl;

import org.jspecify.annotations.NullMarked;
