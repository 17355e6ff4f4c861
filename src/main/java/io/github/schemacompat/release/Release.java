package io.github.schemacompat.release;

import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.change.ReadingProblem;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.UnreadableScript;
import java.util.List;
import java.util.Map;

/**
 * A named version of the application with the schema that it shipped with.
 *
 * @param name as people call it: {@code 2.0.1}
 * @param schema after all of its scripts
 * @param scripts what it shipped, in the order in which they ran
 * @param texts the scripts themselves where the baseline has them, else empty; for the diff of an edited script
 * @param problems what could not be read or applied in them
 * @param figures how much of them was understood
 * @param unreadable scripts that are no text, so that nothing is known of what they did
 */
public record Release(
        String name,
        Schema schema,
        List<ReleasedScript> scripts,
        List<MigrationScript> texts,
        List<ReadingProblem> problems,
        ReadingFigures figures,
        List<UnreadableScript> unreadable) {
    public Release {
        scripts = List.copyOf(scripts);
        texts = List.copyOf(texts);
        problems = List.copyOf(problems);
        unreadable = List.copyOf(unreadable);
    }

    /** A release whose scripts could all be read. */
    public Release(
            String name,
            Schema schema,
            List<ReleasedScript> scripts,
            List<MigrationScript> texts,
            List<ReadingProblem> problems,
            ReadingFigures figures) {
        this(name, schema, scripts, texts, problems, figures, List.of());
    }

    /** The release with tables and columns that no script made and that must have been there. */
    public Release withAssumed(Map<String, Table> assumed) {
        return new Release(name, schema.withAssumed(assumed), scripts, texts, problems, figures, unreadable);
    }
}
