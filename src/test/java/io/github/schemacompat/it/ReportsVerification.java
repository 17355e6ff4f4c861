package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All reports are there although the build failed, and hosts find the files of a build in a subfolder. */
public final class ReportsVerification {
    private static final String SCRIPT = "orders/src/main/resources/db/migration/V2__no_note.sql";

    private final Path reactor;

    /** @param basedir of the reactor, as Groovy hooks get it */
    public ReportsVerification(File basedir) {
        this.reactor = basedir.toPath();
    }

    public void verify() throws IOException {
        Path reports = reactor.resolve("orders/target/schema-compat");
        for (String file : List.of(
                "findings.json",
                "findings.html",
                "findings.sarif",
                "TEST-schema-compat.xml",
                "github-annotations.txt",
                "gl-code-quality-report.json",
                "findings.md",
                "audit.json",
                "audit.html",
                "audit.md")) {
            assertThat(reports.resolve(file)).isNotEmptyFile();
        }
        assertThat(reactor.resolve("orders/target/site/schema-compat.html"))
                .content()
                .contains("orders.note");
        // nothing stands before an annotation on its line, and its lines count from one
        assertThat(BuildLog.in(reactor).lines())
                .filteredOn(line -> line.startsWith("::error "))
                .singleElement()
                .asString()
                .contains(SCRIPT + ",line=3,endLine=3,col=3,endColumn=18,title=column-dropped::");
        assertThat(Files.readString(reports.resolve("gl-code-quality-report.json")))
                .contains(SCRIPT + "\"");
        assertThat(Files.readString(reports.resolve("findings.sarif"))).contains(SCRIPT + "\"");
        assertThat(reactor.resolve("summary.md")).content().contains("## ❌ Database schema");
        assertThat(Files.readString(reports.resolve("audit.md"))).contains("| 1.0 | ✅ | ❌ |");
        assertThat(BuildLog.in(reactor).hasStackTrace()).isFalse();
    }
}
