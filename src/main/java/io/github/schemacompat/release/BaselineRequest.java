package io.github.schemacompat.release;

import io.github.schemacompat.script.PhasePatterns;
import io.github.schemacompat.script.ScriptFile;
import io.github.schemacompat.script.ScriptLayout;
import io.github.schemacompat.script.ScriptOrder;
import io.github.schemacompat.script.ScriptReader;
import io.github.schemacompat.script.ScriptSet;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a baseline has to know to find releases.
 *
 * @param base the project's folder
 * @param scripts where the scripts lay in releases: the parameter {@code releasedScripts}, else {@code scripts}
 * @param layout of the scripts
 * @param reader how bytes become text
 * @param phases tells pre from post
 * @param order as configured, or null
 * @param selection which releases are wanted
 * @param artifactId the project's, which tags may begin with, or null
 * @param tagPattern as configured, or null
 * @param snapshots folder of the snapshots, relative to the base
 */
public record BaselineRequest(
        Path base,
        List<String> scripts,
        ScriptLayout layout,
        ScriptReader reader,
        PhasePatterns phases,
        @Nullable ScriptOrder order,
        ReleaseSelection selection,
        @Nullable String artifactId,
        @Nullable String tagPattern,
        String snapshots) {
    public BaselineRequest {
        scripts = List.copyOf(scripts);
    }

    ScriptSet arrange(List<ScriptFile> files) {
        return layout.arrange(files, reader, phases, order);
    }
}
