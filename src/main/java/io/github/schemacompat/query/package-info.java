/** Everything with a query in it, read by JSqlParser: view columns, what definitions use, the second reading of DDL. */
@NullMarked
package io.github.schemacompat.query;

import org.jspecify.annotations.NullMarked;
