package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A whole site has a page for each module with scripts, also where nothing could be checked, and the site's menu leads there. */
public final class SiteVerification {
    private final Path reactor;

    /** @param basedir of the reactor, as Groovy hooks get it */
    public SiteVerification(File basedir) {
        this.reactor = basedir.toPath();
    }

    public void verify() throws IOException {
        String orders = page("orders");
        assertThat(orders)
                .contains("column-dropped")
                .contains("breaks readers and writers of 1.0")
                .contains("src/main/resources/db/migration/V2__no_note.sql:1:20")
                .contains("orders.&lt;b&gt;note&lt;/b&gt;")
                .doesNotContain("<b>note</b>")
                .as("the page of the site, in its skin")
                .contains("<title>Schema compatibility");
        assertThat(site("orders").resolve("project-reports.html"))
                .content()
                .contains("href=\"schema-compat.html\"", "Whether the migration scripts break a release");
        assertThat(page("not-checked")).contains("The scripts 'released' don't exist: there is no released.");
        assertThat(site("silent").resolve("schema-compat.html")).doesNotExist();
        BuildLog log = BuildLog.in(reactor);
        assertThat(log.text()).contains("BUILD SUCCESS");
        assertThat(log.hasStackTrace()).isFalse();
    }

    private Path site(String module) {
        return reactor.resolve(module).resolve("target/site");
    }

    private String page(String module) throws IOException {
        return Files.readString(site(module).resolve("schema-compat.html"));
    }
}
