package io.github.schemacompat.maven;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.check.SnapshotRequest;
import io.github.schemacompat.check.WrittenSnapshot;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Writes the schema after all scripts as the snapshot of a release, which later checks take as what was released.
 *
 * @since 0.1.0
 */
@Mojo(name = "snapshot", threadSafe = true, requiresProject = false)
public class SnapshotMojo extends AbstractScriptsMojo {
    /** Replaces a snapshot that is there already. */
    @Parameter(property = "schema-compat.overwrite", defaultValue = "false")
    private boolean overwrite;

    @Inject
    public SnapshotMojo(
            Provider<MavenProject> project, Provider<MavenSession> session, Provider<MojoExecution> execution) {
        super(project, session, execution);
    }

    @Override
    public void execute() throws MojoExecutionException {
        if (isSkipped()) {
            return;
        }
        requireOneModule();
        try {
            SnapshotRequest request = new SnapshotRequest(request(), flag("overwrite", overwrite));
            for (WrittenSnapshot written : SchemaCompat.writeSnapshots(request)) {
                written.notes().forEach(note -> getLog().info(note));
                written.problems().forEach(problem -> getLog().warn(problem));
                getLog().info(written.summary());
            }
            if (isReleaseGuessed()) {
                getLog().info("It counts for builds of later releases than " + releaseName()
                        + ", which is what this project builds. If what is here runs already, name its release with"
                        + " -Dschema-compat.release.");
            }
        } catch (CannotCheckException e) {
            throw failure(e);
        }
    }
}
