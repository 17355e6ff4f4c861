package io.github.schemacompat.change;

import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.source.Span;

/**
 * Where a change comes from.
 *
 * @param script the script that makes it
 * @param span the clause that makes it, where a finding points
 * @param order counts the statements of a replay; changes of one statement share it
 * @param conditional whether it hangs on a condition that the schema can't answer
 */
public record Origin(MigrationScript script, Span span, int order, boolean conditional) {}
