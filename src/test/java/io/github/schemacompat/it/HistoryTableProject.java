package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.Driver;

/** The project of {@code src/it/history-table}: a database in which the first of three scripts has run. */
public final class HistoryTableProject {
    private final Path project;

    /** @param basedir of the project, as Groovy hooks get it */
    public HistoryTableProject(File basedir) {
        this.project = basedir.toPath();
    }

    public void prepare() throws SQLException {
        try {
            Files.deleteIfExists(project.resolve("database.mv.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // the hook's class loader isn't the one that drivers are looked for in
        try (Connection connection = new Driver()
                        .connect("jdbc:h2:" + project.resolve("database").toAbsolutePath(), new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE \"flyway_schema_history\" (\"installed_rank\" INT PRIMARY KEY,"
                    + " \"version\" VARCHAR(50), \"description\" VARCHAR(200), \"type\" VARCHAR(20),"
                    + " \"script\" VARCHAR(1000), \"checksum\" INT, \"success\" BOOLEAN)");
            statement.execute("INSERT INTO \"flyway_schema_history\" VALUES"
                    + " (1, '1', 'people', 'SQL', 'V1__people.sql', 1, TRUE)");
        }
    }

    public void verify() {
        assertThat(ReactorVerification.reported(project))
                .containsExactly(
                        "finding: column-dropped src/main/resources/db/migration/V3__less.sql:2 PUBLIC.PEOPLE.FAX [error]",
                        "outcome: failed");
        BuildLog log = BuildLog.in(project);
        assertThat(log.text()).contains("1 of 3 scripts have run").doesNotContain("ORDERS");
        assertThat(log.hasStackTrace()).isFalse();
    }
}
