package io.github.schemacompat.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.change.History;
import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.IdentifierCase;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.SourceText;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are what an H2 makes of them that is opened with the settings of its URL. */
class H2IdentifierCaseTest {
    private static final String SCRIPT = """
            CREATE TABLE Parcels (Id INT PRIMARY KEY, "weight" INT, `Note` VARCHAR(20));
            CREATE TABLE "Crates" (Id INT, "Label" VARCHAR(20));
            ALTER TABLE Parcels ADD COLUMN Sender VARCHAR(20);
            ALTER TABLE Parcels ALTER COLUMN Sender RENAME TO Receiver;
            """;

    @ParameterizedTest
    @CsvSource({
        "UPPER, ''",
        "LOWER, ;DATABASE_TO_LOWER=TRUE",
        "INSENSITIVE, ;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
        "SENSITIVE, ;DATABASE_TO_UPPER=FALSE"
    })
    void namesAreThoseOfTheCatalog(IdentifierCase identifierCase, String settings) throws SQLException {
        SortedSet<String> inCatalog = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + settings);
                Statement statement = connection.createStatement()) {
            statement.execute(SCRIPT);
            try (ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
                while (columns.next()) {
                    if (columns.getString("TABLE_SCHEM").equalsIgnoreCase("PUBLIC")) {
                        inCatalog.add(columns.getString("TABLE_SCHEM") + "." + columns.getString("TABLE_NAME") + "."
                                + columns.getString("COLUMN_NAME"));
                    }
                }
            }
        }
        Dialect dialect = Dialect.H2.with(identifierCase);
        SourceText source = SourceText.of("V1__parcels.sql", SCRIPT);
        MigrationScript script = new MigrationScript(
                "V1__parcels.sql",
                ScriptKind.VERSIONED,
                null,
                Phase.PRE,
                "",
                source,
                List.of(new Section("", source.whole())));
        Replayed replayed = History.replay(Schema.EMPTY, List.of(script), dialect, ReplayOptions.DEFAULT);
        SortedSet<String> read = new TreeSet<>();
        for (Table table : replayed.schema().tables().values()) {
            table.columns().forEach(column -> read.add(table.name() + "." + column.name()));
        }
        assertThat(replayed.problems()).isEmpty();
        assertThat(read).isEqualTo(inCatalog).hasSize(6);
    }
}
