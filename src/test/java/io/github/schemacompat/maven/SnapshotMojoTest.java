package io.github.schemacompat.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class SnapshotMojoTest extends GoalTest {
    @Test
    @InjectMojo(goal = "snapshot")
    void theReleaseIsTheProjectsVersion(SnapshotMojo snapshot) throws Exception {
        write(SCRIPTS + "V1__shop.sql", "CREATE TABLE customers (id bigserial PRIMARY KEY);\n");
        snapshot.execute();
        assertThat(base.resolve("src/schema-compat/1.1.json")).content().contains("\"release\": \"1.1\"");
        assertThat(log.lines)
                .containsExactly(
                        "[INFO] scripts: src/main/resources/db/migration (a usual folder)",
                        "[INFO] layout: flyway",
                        "[INFO] dialect: postgresql (serial)",
                        "[INFO] Snapshot of release 1.1 written to src/schema-compat/1.1.json: 1 script, 1 table, 0 views, 0"
                                + " routines",
                        "[INFO] It counts for builds of later releases than 1.1, which is what this project builds. If what is"
                                + " here runs already, name its release with -Dschema-compat.release.");
    }

    @Test
    @InjectMojo(goal = "snapshot")
    @MojoParameter(name = "release", value = "1.0")
    @MojoParameter(name = "snapshots", value = "released")
    void anExistingSnapshotIsOnlyReplacedOnDemand(SnapshotMojo snapshot) throws Exception {
        write(SCRIPTS + "V1__shop.sql", "CREATE TABLE customers (id bigserial PRIMARY KEY);\n");
        write("released/1.0.json", "{}");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(snapshot::execute)
                .withMessage(
                        "released/1.0.json: There is a snapshot of release 1.0 already. Set schema-compat.overwrite=true to replace it, or"
                                + " schema-compat.release to another name.");
        commandLine.setProperty("schema-compat.overwrite", "true");
        assertThatNoException().isThrownBy(snapshot::execute);
        assertThat(base.resolve("released/1.0.json")).content().contains("\"customers\"");
    }

    @Test
    @InjectMojo(goal = "snapshot")
    void withoutScriptsThereIsNothingToWrite(SnapshotMojo snapshot) {
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(snapshot::execute)
                .withMessage("There are no migration scripts here. Set schema-compat.scripts to their folder.");
    }
}
