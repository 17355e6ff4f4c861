package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.change.History;
import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.ReadingProblem;
import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.release.ScriptComparison;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptLayout;
import io.github.schemacompat.script.ScriptSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No script is known that both readers read differently, so that here one of them is said to. */
class ReadingsDifferTest {
    private static final String DIFFERENT = "it was read as 'a', but JSqlParser reads 'b'";

    private final MigrationScript released = Judging.script("V1__released.sql", "CREATE TABLE t (a int);", Phase.PRE);
    private final MigrationScript added = Judging.script("V2__new.sql", "\nALTER TABLE t ADD b int;", Phase.PRE);

    private static ReadingProblem problem(MigrationScript script, int from) {
        return new ReadingProblem(
                ReadingProblem.Kind.READINGS_DIFFER,
                DIFFERENT,
                new Origin(script, script.source().span(from, from + 5), 1, false),
                null);
    }

    private Judged judge(RulePolicy policy, boolean ofReleased) {
        ScriptSet all = ScriptSet.of(ScriptLayout.FLYWAY, List.of(released, added));
        Release plain = Judging.of(Dialect.POSTGRESQL).releaseOf("1.0", List.of(released));
        Release last = new Release(
                plain.name(),
                plain.schema(),
                plain.scripts(),
                List.of(released),
                ofReleased ? List.of(problem(released, 0)) : List.of(),
                plain.figures());
        Replayed replayed = History.replay(last.schema(), List.of(added), Dialect.POSTGRESQL, ReplayOptions.DEFAULT);
        Replayed differing = new Replayed(
                replayed.pre(),
                replayed.post(),
                ofReleased ? List.of() : List.of(problem(added, 1)),
                replayed.figures(),
                Map.of());
        return new Judge(policy)
                .judge(new JudgeInput(
                        null,
                        Dialect.POSTGRESQL,
                        List.of(last),
                        last,
                        all,
                        ScriptComparison.of(all, last),
                        differing,
                        List.of()));
    }

    @Test
    void itIsAWarningAtTheStatementWithBothReadings() {
        Judged judged = judge(RulePolicy.DEFAULT, false);

        assertThat(Judging.lines(judged)).containsExactly("2 readings-differ V2__new.sql");
        Finding finding = judged.findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message()).isEqualTo(DIFFERENT);
        assertThat(finding.allow()).startsWith("-- schema-compat: allow readings-differ");
    }

    @Test
    void inAReleasedScriptItCanBeAccepted() {
        Judged judged = judge(RulePolicy.DEFAULT, true);

        assertThat(Judging.lines(judged)).containsExactly("1 readings-differ V1__released.sql");
        assertThat(judged.findings().get(0).fix())
                .contains("accepted.json", "\"rule\": \"readings-differ\"", released.sha256());
    }

    @Test
    void itIsNeverSilentAndCanBeAnError() {
        RulePolicy silent = RulePolicy.DEFAULT.withSeverities(Map.of("readings-differ", Severity.OFF));
        RulePolicy strict = RulePolicy.DEFAULT.withSeverities(Map.of("readings-differ", Severity.ERROR));

        assertThat(judge(silent, false).findings().get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(judge(strict, false).findings().get(0).severity()).isEqualTo(Severity.ERROR);
    }
}
