/** The release audit: every release against every database. */
@NullMarked
package io.github.schemacompat.audit;

import org.jspecify.annotations.NullMarked;
