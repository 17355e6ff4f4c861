package io.github.schemacompat.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AntPatternTest {
    @ParameterizedTest
    @CsvSource({
        "*.sql, a.sql, true",
        "*.sql, b/a.sql, false",
        "**/*.sql, a.sql, true",
        "**/*.sql, b/c/a.sql, true",
        "**/*.sql, a.sqlx, false",
        "*/up.sql, 2024-01/up.sql, true",
        "*/up.sql, up.sql, false",
        "*/up.sql, a/b/up.sql, false",
        "**/post/**, post/a.sql, true",
        "**/post/**, x/post/y/a.sql, true",
        "**/post/**, posts/a.sql, false",
        "**/post/**, x/outpost/a.sql, false",
        "db/**/V?.sql, db/V1.sql, true",
        "db/**/V?.sql, db/x/y/V1.sql, true",
        "db/**/V?.sql, db/V12.sql, false",
        "db/, db/x/a.sql, true",
        "a+b(c).sql, a+b(c).sql, true",
        "[ab].sql, a.sql, false",
        "db\\*.sql, db/a.sql, true",
    })
    void matchesAsAntDoes(String pattern, String path, boolean matches) {
        assertThat(AntPattern.of(pattern).matches(path)).isEqualTo(matches);
    }
}
