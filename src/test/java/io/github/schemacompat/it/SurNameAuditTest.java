package io.github.schemacompat.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.check.AuditRequest;
import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.AuditedHistory;
import io.github.schemacompat.result.AuditedHistory.AuditedRelease;
import io.github.schemacompat.result.AuditedHistory.Database;
import io.github.schemacompat.result.AuditedHistory.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit of the story in which LastName becomes SurName: applications 2.2.1 to 2.2.5, databases 2.0.0 to 2.0.3. */
class SurNameAuditTest {
    private static AuditResult audit(String dialect) throws CannotCheckException {
        Map<String, String> scripts = new LinkedHashMap<>();
        List<Baseline> baselines = new ArrayList<>();
        CheckRequest.Builder request =
                CheckRequest.builder().layout("flyway").dialect(dialect).release("2.2.5");
        for (ReleaseStory.Step step : ReleaseStory.read("surname", dialect).steps()) {
            if (step.isRelease()) {
                step.scripts().forEach((path, text) -> scripts.put(path(path), text));
                if (!step.release().equals("2.2.5")) {
                    baselines.add(0, Baseline.scripts(step.release(), new LinkedHashMap<>(scripts)));
                }
            }
        }
        scripts.forEach(request::script);
        baselines.forEach(request::baseline);
        return SchemaCompat.audit(new AuditRequest(request.build(), null, null));
    }

    private static String path(String path) {
        return path.equals(ReleaseStory.MARKS) ? "src/schema-compat/" + path : path;
    }

    /** A line for each cell: the verdict and, where it isn't the plain one, the rules and objects that it hangs on. */
    private static List<String> cells(AuditedHistory history) {
        List<String> cells = new ArrayList<>();
        AuditedHistory.Verdict[][] matrix = history.matrix();
        for (int release = 0; release < history.releases().size(); release++) {
            for (int database = 0; database < history.databases().size(); database++) {
                StringBuilder cell =
                        new StringBuilder(history.releases().get(release).name() + " on "
                                + history.databases().get(database).name() + ": "
                                + matrix[release][database].name().toLowerCase(java.util.Locale.ROOT));
                history.reasons(release, database).stream()
                        .map(reason ->
                                plain(history.breaks().get(reason.finding()).message()))
                        .sorted()
                        .forEach(reason -> cell.append(", ").append(reason));
                cells.add(cell.toString());
            }
        }
        return cells;
    }

    /** The same words for both engines. */
    private static String plain(String message) {
        return message.replaceFirst("Column (dbo[.])?[Cc]ustomers[.]", "")
                .replaceAll("(?i)last_?name", "LastName")
                .replaceAll("(?i)surname", "SurName")
                .replaceAll("n?varchar", "varchar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlserver", "postgresql"})
    void allTwentyCellsAreRight(String dialect) throws CannotCheckException {
        AuditedHistory history = audit(dialect).histories().get(0);
        assertThat(history.releases())
                .extracting(AuditedRelease::name)
                .containsExactly("2.2.1", "2.2.2", "2.2.3", "2.2.4", "2.2.5");
        assertThat(history.databases()).extracting(Database::name).containsExactly("2.0.0", "2.0.1", "2.0.2", "2.0.3");
        assertThat(history.releases()).extracting(AuditedRelease::database).containsExactly(0, 0, 1, 2, 3);
        assertThat(cells(history))
                .containsExactly(
                        "2.2.1 on 2.0.0: runs",
                        "2.2.1 on 2.0.1: runs",
                        "2.2.1 on 2.0.2: warns, LastName is made nullable",
                        "2.2.1 on 2.0.3: breaks, LastName is dropped in a pre script,"
                                + " SurName is made NOT NULL without a default in a pre script",
                        "2.2.2 on 2.0.0: runs",
                        "2.2.2 on 2.0.1: runs",
                        "2.2.2 on 2.0.2: warns, LastName is made nullable",
                        "2.2.2 on 2.0.3: breaks, LastName is dropped in a pre script,"
                                + " SurName is made NOT NULL without a default in a pre script",
                        "2.2.3 on 2.0.0: breaks, SurName is not there yet",
                        "2.2.3 on 2.0.1: runs",
                        "2.2.3 on 2.0.2: warns, LastName is made nullable",
                        "2.2.3 on 2.0.3: breaks, LastName is dropped in a pre script",
                        "2.2.4 on 2.0.0: breaks, LastName is still NOT NULL, SurName is not there yet",
                        "2.2.4 on 2.0.1: breaks, LastName is still NOT NULL",
                        "2.2.4 on 2.0.2: runs",
                        "2.2.4 on 2.0.3: runs",
                        "2.2.5 on 2.0.0: breaks, LastName is still NOT NULL, SurName is not there yet",
                        "2.2.5 on 2.0.1: breaks, LastName is still NOT NULL",
                        "2.2.5 on 2.0.2: warns, LastName is still there, before columns that the release knows,"
                                + " SurName can still be NULL",
                        "2.2.5 on 2.0.3: runs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlserver", "postgresql"})
    void everyStepCanBeTakenBack(String dialect) throws CannotCheckException {
        assertThat(audit(dialect).histories().get(0).steps())
                .containsExactly(
                        new Step("2.2.1", "2.2.2", "safe", null, null),
                        new Step("2.2.2", "2.2.3", "safe", null, null),
                        new Step("2.2.3", "2.2.4", "safe", null, null),
                        new Step("2.2.4", "2.2.5", "safe", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlserver", "postgresql"})
    void theRegisterTellsWhatWasDeprecatedAndWhenItWent(String dialect) throws CannotCheckException {
        assertThat(audit(dialect).histories().get(0).deprecated())
                .singleElement()
                .satisfies(object -> {
                    assertThat(object.since()).isEqualTo("2.2.4");
                    assertThat(plain(object.because())).isEqualTo("it is called SurName now");
                    assertThat(object.canGoFrom()).isEqualTo("2.2.5");
                    assertThat(object.goneIn()).isEqualTo("2.2.5");
                    assertThat(object.overdue()).isFalse();
                });
    }

    @Test
    void theChangesOfEachReleaseAreToldInPlainWords() throws CannotCheckException {
        assertThat(audit("sqlserver").histories().get(0).releases())
                .extracting(release ->
                        release.changes().stream().map(SurNameAuditTest::plain).toList())
                .containsExactly(
                        List.of("Table customers is new (2 columns)"),
                        List.of(),
                        List.of("SurName is new (varchar(50), can be NULL)", "Some rows of customers are updated"),
                        List.of("LastName can be NULL, is deprecated (it is called SurName now)"),
                        List.of("LastName is dropped", "SurName is NOT NULL"));
    }
}
