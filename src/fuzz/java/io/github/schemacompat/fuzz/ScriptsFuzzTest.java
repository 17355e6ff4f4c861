package io.github.schemacompat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.result.CheckResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in scripts: a check comes to a verdict, or says why it can't check. */
class ScriptsFuzzTest {
    private static final String NEW = "-- @new ";

    static Stream<Arguments> seeds() throws IOException {
        return Seeds.fixtures();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void aCheckAlwaysComesToAnEnd(byte[] data) {
        if (data.length == 0) {
            return;
        }
        Dialect dialect = Seeds.dialect(data);
        String text = Seeds.text(data);
        int added = Math.max(text.indexOf(NEW), 0);
        assertThat(verdict(dialect, text.substring(0, added), text.substring(added)))
                .doesNotContainNull();
    }

    private static List<String> verdict(Dialect dialect, String released, String added) {
        try {
            CheckResult result = SchemaCompat.check(CheckRequest.builder()
                    .layout("flyway")
                    .dialect(dialect.id())
                    .script("V1__released.sql", released)
                    .script("V2__new.sql", added)
                    .baseline(Baseline.scripts("1.0", Map.of("V1__released.sql", released)))
                    .build());
            return result.findings().stream().map(Object::toString).toList();
        } catch (CannotCheckException e) {
            return List.of(e.code());
        }
    }
}
