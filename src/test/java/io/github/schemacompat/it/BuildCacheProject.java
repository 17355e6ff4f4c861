package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * The project of {@code src/it/build-cache}: two modules with the same migrations, one with a snapshot and one with tags, built
 * twice and once more elsewhere, once with another setting, and once more when another release has come out.
 */
public final class BuildCacheProject {
    private static final String PEOPLE = "CREATE TABLE people (id int, fax int);\n";
    private static final String ORDERS = "CREATE TABLE orders (id int, note int);\n";
    private static final String NO_NOTE = "ALTER TABLE orders DROP COLUMN note;\n";

    private final Path reactor;

    /** @param basedir of the reactor, as Groovy hooks get it */
    public BuildCacheProject(File basedir) {
        this.reactor = basedir.toPath();
    }

    public void prepare() {
        try (GitProject git = new GitProject(reactor.resolve("tagged"))) {
            for (String cache : List.of("cache", "cache-of-another", "remote")) {
                FileUtils.deleteDirectory(reactor.resolve(cache).toFile());
            }
            Files.writeString(
                    reactor.resolve(".mvn/maven.config"),
                    "-Dmaven.build.cache.remote.enabled=true\n-Dmaven.build.cache.remote.server.id=team\n"
                            + "-Dmaven.build.cache.remote.url="
                            + reactor.resolve("remote").toUri() + "\n");
            git.write(Story.SCRIPTS + "/V1__people.sql", PEOPLE).commit().tag("v1.0.0");
            git.write(Story.SCRIPTS + "/V2__orders.sql", ORDERS).commit();
            Path tag = reactor.resolve("release/tagged/.git/refs/tags/v1.0.5");
            Files.createDirectories(tag.getParent());
            Files.writeString(tag, git.head() + "\n");
            git.write(Story.SCRIPTS + "/V3__no_note.sql", NO_NOTE).commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void verify() {
        BuildLog log = BuildLog.in(reactor);
        assertThat(log.matching(".*--- schema-compat:.*:check \\(check\\) @ settled ---"))
                .as("at first, with another setting, and with another snapshot")
                .hasSize(3);
        assertThat(log.matching(".*--- schema-compat:.*:check \\(check-against-tags\\) @ tagged ---"))
                .as("each time")
                .hasSize(4);
        assertThat(log.matching(".*Skipping plugin execution \\(cached\\): schema-compat:check"))
                .as("where nothing changed, here and where only the remote cache is shared")
                .hasSize(2);
        assertThat(log.text()).contains("Build info downloaded from remote repo");
        String broken = "src/main/resources/db/migration/V3__no_note.sql:1 orders.note [error]";
        for (String module : new String[] {"settled", "tagged"}) {
            assertThat(ReactorVerification.reported(reactor.resolve(module)))
                    .as(module)
                    .containsExactly("finding: column-dropped " + broken, "outcome: failed");
        }
    }
}
