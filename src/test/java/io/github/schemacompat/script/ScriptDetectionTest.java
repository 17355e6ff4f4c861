package io.github.schemacompat.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScriptDetectionTest {
    private static Optional<DetectedScripts> detect(String... paths) {
        Map<String, String> texts = new TreeMap<>();
        for (String path : paths) {
            texts.put(path, "");
        }
        return new ScriptDetection(new MemoryTree(texts)).detect();
    }

    @Test
    void theFirstUsualFolderWithScriptsIsTaken() {
        assertThat(detect("src/main/resources/db/migration/V1__a.sql")).hasValueSatisfying(found -> {
            assertThat(found.locations()).containsExactly("src/main/resources/db/migration");
            assertThat(found.hint()).isEqualTo("scripts: src/main/resources/db/migration (a usual folder)");
        });
        assertThat(detect("migrations/readme.md", "sql/a.sql"))
                .hasValueSatisfying(found -> assertThat(found.locations()).containsExactly("sql"));
    }

    @Test
    void whatIsLeftAsideIsSaid() {
        assertThat(detect("migrations/a.sql", "sql/a.sql"))
                .hasValueSatisfying(found -> assertThat(found.hint())
                        .isEqualTo("scripts: migrations (a usual folder); left aside: sql (set 'scripts' to choose)"));
    }

    @Test
    void elsewhereNothingIsGuessed() {
        assertThat(detect("doc/a.sql", "src/main/resources/db/migration/a.txt")).isEmpty();
    }

    @Test
    void scriptsForSeveralDatabasesAreNotReadAsOne() {
        assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> detect("db/migration/mysql/V1__a.sql", "db/migration/postgresql/V1__a.sql"))
                .withMessage("db/migration holds scripts for several databases: mysql, postgresql.")
                .satisfies(e -> assertThat(e.remedy()).contains("db/migration/mysql"));
    }
}
