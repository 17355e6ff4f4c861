/** Tokens and statements: the lexer, the splitter, and the normal form of SQL text. */
@NullMarked
package io.github.schemacompat.sql;

import org.jspecify.annotations.NullMarked;
