package io.github.schemacompat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.schemacompat.change.History;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.ScriptReader;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.Token;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a script: it has tokens and statements, and is replayed. Queries are left to {@link ScriptsFuzzTest}. */
class ReadingFuzzTest {
    private static final ReplayOptions QUICK =
            ReplayOptions.DEFAULT.withResolveViews(false).withBodiesNaming(List.of());

    static Stream<Arguments> seeds() throws IOException {
        return Seeds.fixtures();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void aScriptIsReadToItsEnd(byte[] data) {
        if (data.length == 0) {
            return;
        }
        Dialect dialect = Seeds.dialect(data);
        String text = Seeds.text(data);
        SourceText source = SourceText.of("V1__a.sql", text);
        int end = 0;
        for (Token token : new Lexer(dialect).tokens(source.whole())) {
            assertThat(token.start()).isGreaterThanOrEqualTo(end);
            assertThat(token.end()).isGreaterThan(token.start());
            end = token.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
        MigrationScript script = new MigrationScript(
                source.file(),
                ScriptKind.VERSIONED,
                null,
                Phase.PRE,
                ScriptReader.sha256(text),
                source,
                List.of(new Section("", source.whole())));
        Replayed replayed = History.replay(Schema.EMPTY, List.of(script), dialect, QUICK);
        assertThat(replayed.problems()).allMatch(problem -> !problem.message().isEmpty());
    }
}
