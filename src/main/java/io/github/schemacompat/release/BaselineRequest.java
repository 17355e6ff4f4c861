package io.github.schemacompat.release;

import io.github.schemacompat.script.PhasePatterns;
import io.github.schemacompat.script.ScriptDetection;
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

    /** Whether the project has no scripts, so that releases are asked for the usual places. */
    boolean hasNoScripts() {
        return scripts.equals(ScriptDetection.usualFolders());
    }

    /** Whether a file is one of the project's scripts, or would be one if it were there. */
    boolean isScript(String path) {
        return ScriptLayout.PLAIN.isScript(path)
                || layout.isScript(path) && scripts.stream().anyMatch(place -> path.startsWith(folder(place)));
    }

    /** The folder that a place names, or in which the file lies that it names. */
    private String folder(String place) {
        int pattern = place.replace('?', '*').indexOf('*');
        String plain = pattern < 0 ? place : place.substring(0, pattern);
        boolean folder = pattern < 0 && !layout.isScript(place) && !place.isEmpty() && !place.endsWith("/");
        return folder ? place + "/" : plain.substring(0, plain.lastIndexOf('/') + 1);
    }

    ScriptSet arrange(List<ScriptFile> files) {
        return layout.arrange(files, reader, phases, order);
    }
}
