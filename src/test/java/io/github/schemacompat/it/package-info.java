/** What the integration tests under {@code src/it} prepare and verify; their Groovy hooks only call it. */
@NullMarked
package io.github.schemacompat.it;

import org.jspecify.annotations.NullMarked;
