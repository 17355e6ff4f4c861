/** One class per engine: lexical rules, names, types, what an ALTER keeps or loses, and the SQL that fixes offer. */
@NullMarked
package io.github.schemacompat.dialect;

import org.jspecify.annotations.NullMarked;
