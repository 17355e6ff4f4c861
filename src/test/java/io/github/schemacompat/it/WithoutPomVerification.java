package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;

/** A folder without a POM is checked, and the goals that explain need nothing. */
public final class WithoutPomVerification {
    private final Path folder;

    /** @param basedir of the project, as Groovy hooks get it */
    public WithoutPomVerification(File basedir) {
        this.folder = basedir.toPath();
    }

    public void verify() {
        assertThat(ReactorVerification.reported(folder))
                .containsExactly(
                        "finding: column-dropped db/migrations/002_no_email.sql:1 customers.email [error]",
                        "outcome: failed");
        BuildLog log = BuildLog.in(folder);
        assertThat(log.text())
                .contains("baseline: snapshot src/schema-compat/1.0.json")
                .contains(":explain -Dschema-compat.rule=column-dropped")
                .doesNotContain("mvn schema-compat:explain")
                .contains("This plugin has 6 goals:")
                .contains("# column-dropped")
                .contains("## What to do instead")
                .contains("# Rules")
                .contains("[routine-edited](routine-edited.md)")
                .contains("Parameter schema-compat.rule: ")
                .contains("colum-dropped");
        assertThat(log.hasStackTrace()).isFalse();
    }
}
