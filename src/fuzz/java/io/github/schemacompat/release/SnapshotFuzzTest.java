package io.github.schemacompat.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.check.SnapshotRequest;
import io.github.schemacompat.script.CannotReadException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a snapshot: it is refused, or it is one, which says the same when it is written and read again. */
class SnapshotFuzzTest {
    private static final String EVERYTHING =
            """
            CREATE TYPE mood AS ENUM ('sad', 'it''s ok');
            CREATE SEQUENCE numbers START WITH 5 INCREMENT BY 2;
            CREATE TABLE countries (id int PRIMARY KEY, code varchar(2) UNIQUE);
            CREATE TABLE customers (id bigserial PRIMARY KEY, name varchar(20) NOT NULL DEFAULT 'n', mood mood,
              total numeric(10, 2) GENERATED ALWAYS AS (1 + 1) STORED, country int REFERENCES countries ON DELETE CASCADE,
              CONSTRAINT positive CHECK (total > 0));
            CREATE INDEX by_name ON customers (lower(name)) WHERE total > 0;
            CREATE VIEW some AS SELECT id, name FROM customers;
            CREATE FUNCTION twice(a int, b text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 2 * a';
            -- schema-compat: deprecate customers.total because nobody reads it
            """;

    static Stream<Arguments> seeds() throws CannotCheckException {
        Snapshot snapshot = SchemaCompat.snapshot(new SnapshotRequest(
                CheckRequest.builder()
                        .layout("flyway")
                        .dialect("postgresql")
                        .release("1.0")
                        .script("V1__a.sql", EVERYTHING)
                        .build(),
                false));
        return Stream.of(SnapshotWriter.write(snapshot), "{\"format\": 1}", "{\"format\": 99, \"release\": \"1.0\"}")
                .map(text -> Arguments.of((Object) text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void aSnapshotIsReadOrRefused(byte[] data) {
        Snapshot snapshot;
        try {
            snapshot = SnapshotReader.read(new String(data, StandardCharsets.UTF_8), "1.0.json");
        } catch (CannotReadException e) {
            assertThat(e.remedy()).isNotEmpty();
            return;
        }
        String written = SnapshotWriter.write(snapshot);
        assertThat(SnapshotWriter.write(SnapshotReader.read(written, "1.0.json"))).isEqualTo(written);
    }
}
