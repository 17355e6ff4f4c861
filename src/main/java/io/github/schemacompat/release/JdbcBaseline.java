package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.MigrationVersion;
import io.github.schemacompat.script.ScriptLayout;
import io.github.schemacompat.script.ScriptSet;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code jdbc:<url>}: what the history table of a database says has run there. Reads with one SELECT and writes nothing; what
 * opens the database is in no message.
 */
final class JdbcBaseline extends Baseline {
    private static final String FLYWAY_TABLE = "flyway_schema_history";
    private static final String LIQUIBASE_TABLE = "DATABASECHANGELOG";

    private final String url;

    /** @param url with {@code jdbc:} */
    JdbcBaseline(String url) {
        this.url = url;
    }

    /** A line of the history. */
    private record Run(@Nullable MigrationVersion version, String script, String type) {}

    @Override
    public FoundReleases find(BaselineRequest request) {
        boolean liquibase = request.layout().id().equals(ScriptLayout.LIQUIBASE.id());
        if (!liquibase && !request.layout().id().equals(ScriptLayout.FLYWAY.id())) {
            throw new CannotReadException(
                    "no-history-table",
                    "The baseline is a database, but the history of the layout "
                            + request.layout().id() + " can't be read there; Flyway's and Liquibase's can.",
                    "Take another baseline, such as version:<the last script that has been released>.");
        }
        List<Run> runs = runs(request, liquibase);
        ScriptSet all = VersionBaseline.now(request);
        Predicate<MigrationScript> ran = liquibase ? changesets(runs) : versions(runs);
        List<MigrationScript> released = all.scripts().stream().filter(ran).toList();
        if (released.isEmpty()) {
            return FoundReleases.none("the history table of " + shown() + " has run none of the scripts");
        }
        String name = name(runs, liquibase);
        ReleasedScripts release = new ReleasedScripts(
                name, new ScriptSet(all.layout(), released, List.of(), List.of(), List.of(), List.of()));
        return new FoundReleases(
                List.of(release),
                "the history table of " + shown() + ", " + released.size() + " of "
                        + all.scripts().size() + " scripts have run",
                List.of("What has run is taken to be as it stands in the project: the history holds no texts."));
    }

    private static Predicate<MigrationScript> versions(List<Run> runs) {
        Set<MigrationVersion> versions = new HashSet<>();
        Set<String> scripts = new HashSet<>();
        MigrationVersion baseline = null;
        for (Run run : runs) {
            MigrationVersion version = run.version();
            if (run.type().startsWith("UNDO")) {
                versions.remove(version);
            } else if (version != null) {
                versions.add(version);
                baseline = run.type().contains("BASELINE") ? version : baseline;
            }
            scripts.add(run.script());
        }
        MigrationVersion from = baseline;
        return script -> {
            MigrationVersion version = script.version();
            if (version == null) {
                return scripts.contains(script.path())
                        || scripts.contains(script.source().file());
            }
            return versions.contains(version) || from != null && version.compareTo(from) <= 0;
        };
    }

    private static Predicate<MigrationScript> changesets(List<Run> runs) {
        Set<String> ran = new HashSet<>();
        runs.forEach(run -> ran.add(run.script()));
        return script -> ran.contains(script.path());
    }

    private static String name(List<Run> runs, boolean liquibase) {
        MigrationVersion highest = null;
        for (Run run : runs) {
            MigrationVersion version = run.version();
            if (version != null && (highest == null || version.compareTo(highest) > 0)) {
                highest = version;
            }
        }
        return liquibase || highest == null ? "database" : highest.text();
    }

    private List<Run> runs(BaselineRequest request, boolean liquibase) {
        DatabaseLogin login = request.login();
        Properties properties = new Properties();
        if (!login.user().isEmpty()) {
            properties.setProperty("user", login.user());
            properties.setProperty("password", login.password());
        }
        try (Connection connection = connect(properties)) {
            connection.setReadOnly(true);
            String quote = liquibase
                    ? ""
                    : connection.getMetaData().getIdentifierQuoteString().strip();
            String table = quote + (liquibase ? LIQUIBASE_TABLE : FLYWAY_TABLE) + quote;
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                return liquibase ? liquibase(rows) : flyway(rows);
            }
        } catch (SQLException e) {
            // neither the message as it is nor the cause: drivers put the address and the password into them
            throw new CannotReadException(
                    "database-unreadable",
                    "The history table of " + shown() + " can't be read (" + e.getSQLState() + "): "
                            + withoutSecrets(String.valueOf(e.getMessage()), login) + ".",
                    "Check the address, the login (parameter 'databaseServer'), and that the table is there.");
        }
    }

    private Connection connect(Properties properties) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, JdbcBaseline.class.getClassLoader())) {
            if (driver.acceptsURL(url)) {
                Connection connection = driver.connect(url, properties);
                if (connection != null) {
                    return connection;
                }
            }
        }
        throw new CannotReadException(
                "no-jdbc-driver",
                "There is no JDBC driver for " + shown() + ".",
                "Add the driver to the <dependencies> of this plugin in the POM.");
    }

    private static List<Run> flyway(ResultSet rows) throws SQLException {
        List<Run> runs = new ArrayList<>();
        while (rows.next()) {
            String version = rows.getString("version");
            String type = rows.getString("type");
            if (rows.getBoolean("success") && !"DELETE".equals(type)) {
                runs.add(new Run(
                        version != null && MigrationVersion.isVersion(version) ? MigrationVersion.of(version) : null,
                        String.valueOf(rows.getString("script")),
                        type == null ? "" : type));
            }
        }
        return runs;
    }

    private static List<Run> liquibase(ResultSet rows) throws SQLException {
        List<Run> runs = new ArrayList<>();
        while (rows.next()) {
            String type = rows.getString("EXECTYPE");
            if (!"FAILED".equals(type) && !"SKIPPED".equals(type)) {
                String file = rows.getString("FILENAME").replaceFirst("^classpath:/?", "");
                runs.add(new Run(null, file + "::" + rows.getString("AUTHOR") + ":" + rows.getString("ID"), ""));
            }
        }
        return runs;
    }

    /** The address without what may be a secret: a login before the host, and everything behind the database. */
    private String shown() {
        return url.replaceFirst("[?;].*$", "").replaceFirst("//[^/@]*@", "//").replaceFirst(":[^:/@]*/[^@]*@", ":");
    }

    private String withoutSecrets(String message, DatabaseLogin login) {
        String safe = message.lines().findFirst().orElse("").replace(url, shown());
        String parameters =
                url.length() > shown().length() ? url.substring(Math.min(shown().length(), url.length())) : "";
        for (String secret : List.of(login.password(), login.user(), parameters)) {
            safe = secret.isEmpty() ? safe : safe.replace(secret, "…");
        }
        for (String each : parameters.split("[?;&]")) {
            String value = each.substring(each.indexOf('=') + 1);
            safe = each.indexOf('=') > 0 && !value.isEmpty() ? safe.replace(value, "…") : safe;
        }
        return safe.strip().replaceAll("[.]$", "");
    }
}
