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
 * @param resources folders of the project whose content is on the classpath of a release
 * @param artifacts released artifacts, or null where nobody can ask for them
 * @param login who asks a database
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
        String snapshots,
        List<String> resources,
        @Nullable ReleasedArtifacts artifacts,
        DatabaseLogin login) {
    public BaselineRequest {
        scripts = List.copyOf(scripts);
        resources = List.copyOf(resources);
    }

    /** What a path of the project is on the classpath, or null if it lies in no folder of resources. */
    @Nullable
    String onClasspath(String path) {
        for (String folder : resources) {
            if (path.equals(folder)) {
                return "";
            }
            if (path.startsWith(folder + "/")) {
                return path.substring(folder.length() + 1);
            }
        }
        return null;
    }

    ScriptSet arrange(List<ScriptFile> files) {
        return layout.arrange(files, reader, phases, order);
    }
}
