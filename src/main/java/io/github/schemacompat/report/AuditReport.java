package io.github.schemacompat.report;

import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.Tool;
import java.io.IOException;
import java.io.Writer;

/** A format in which an audit is written to a file. */
interface AuditReport {
    /** The word in the parameter {@code reports}. */
    String id();

    /** The file's name within the output directory. */
    String fileName();

    /** @throws IOException if the writer refuses; nothing is left under the final name then */
    void write(AuditResult result, Tool tool, Writer to) throws IOException;
}
