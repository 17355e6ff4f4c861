package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemacompat.release.Baseline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which scripts are read a second time; the figure in the summary tells it. */
class SecondReadingParameterTest {
    private static final String RELEASED = "CREATE TABLE t (a int); CREATE TABLE u (a int);";

    private static int readByJSqlParser(String secondReading, boolean released) throws CannotCheckException {
        CheckRequest.Builder request = CheckRequest.builder()
                .layout("flyway")
                .dialect("postgresql")
                .secondReading(secondReading)
                .script("V1__first.sql", RELEASED)
                .script("V2__second.sql", "ALTER TABLE t ADD COLUMN b int;");
        if (released) {
            request.baseline(Baseline.scripts("1.0", Map.of("V1__first.sql", RELEASED)));
        } else {
            request.baseline(List.of("none"));
        }
        return SchemaCompat.check(request.build()).histories().get(0).figures().readByJSqlParser();
    }

    @ParameterizedTest
    @CsvSource({"new, true, 1", "new, false, 0", "all, true, 1", "all, false, 3", "off, true, 0", "off, false, 0"})
    void ofTheNewScripts(String secondReading, boolean released, int read) throws CannotCheckException {
        assertThat(readByJSqlParser(secondReading, released)).isEqualTo(read);
    }

    @Test
    void anotherWordIsRefused() {
        assertThatThrownBy(() -> readByJSqlParser("some", true))
                .isInstanceOf(CannotCheckException.class)
                .hasMessageContaining("secondReading")
                .hasMessageContaining("Use new, all or off.");
    }
}
