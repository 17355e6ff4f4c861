package io.github.schemacompat.maven;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.io.TempDir;

/** A project in an empty folder, for the goals to run in. */
@MojoTest
abstract class GoalTest {
    static final String SCRIPTS = "src/main/resources/db/migration/";

    /** What was said on the command line with -D. */
    final Properties commandLine = new Properties();

    final List<MavenProject> modules = new ArrayList<>();
    final RecordingLog log = new RecordingLog();
    MojoExecution.Source source = MojoExecution.Source.LIFECYCLE;

    @TempDir
    Path base;

    @Provides
    MavenProject project() {
        MavenProject project = new MavenProject();
        project.setFile(base.resolve("pom.xml").toFile());
        project.setArtifactId("shop");
        project.setVersion("1.1-SNAPSHOT");
        Build build = new Build();
        build.setDirectory(base.resolve("target").toString());
        project.setBuild(build);
        return project;
    }

    @Provides
    MavenSession session() {
        MavenSession session = mock(MavenSession.class);
        when(session.getUserProperties()).thenReturn(commandLine);
        when(session.getSystemProperties()).thenReturn(new Properties());
        when(session.getProjects()).thenReturn(modules);
        return session;
    }

    @Provides
    MojoExecution execution() {
        MojoExecution execution = mock(MojoExecution.class);
        when(execution.getSource()).thenAnswer(call -> source);
        when(execution.getGoal()).thenReturn("check");
        return execution;
    }

    @Provides
    Log log() {
        return log;
    }

    final void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
