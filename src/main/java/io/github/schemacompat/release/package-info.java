/** What was released: releases, their contracts, the baselines they are read from and the snapshot file. */
@NullMarked
package io.github.schemacompat.release;

import org.jspecify.annotations.NullMarked;
