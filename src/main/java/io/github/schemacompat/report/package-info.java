/** One class per report format. */
@NullMarked
package io.github.schemacompat.report;

import org.jspecify.annotations.NullMarked;
