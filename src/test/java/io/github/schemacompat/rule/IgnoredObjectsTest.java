package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IgnoredObjectsTest {
    @Test
    void aPatternWithoutASchemaIsOfTheNameAlone() {
        IgnoredObjects ignored = new IgnoredObjects(List.of("*_history", " Log "));
        assertThat(ignored.contains("flyway_schema_history")).isTrue();
        assertThat(ignored.contains("audit.order_history")).isTrue();
        assertThat(ignored.contains("audit.LOG")).isTrue();
        assertThat(ignored.contains("history_of_orders")).isFalse();
        assertThat(ignored.contains("log.orders")).isFalse();
    }

    @Test
    void aPatternWithASchemaIsOfTheWholeName() {
        IgnoredObjects ignored = new IgnoredObjects(List.of("audit.*"));
        assertThat(ignored.contains("Audit.orders")).isTrue();
        assertThat(ignored.contains("orders")).isFalse();
        assertThat(ignored.contains("other.audit")).isFalse();
    }

    @Test
    void whatIsNoStarStandsForItself() {
        assertThat(new IgnoredObjects(List.of("a.b")).contains("axb")).isFalse();
        assertThat(new IgnoredObjects(List.of("t[0-9]")).contains("t1")).isFalse();
    }
}
