package io.github.schemacompat.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a snapshot, in the accepted findings or in the configuration of a tool: it is read, or told. */
class FilesFuzzTest {
    private static final String SCRIPT = "CREATE TABLE customers (id int PRIMARY KEY, name varchar(20));\n";
    private static final List<String> FILES = List.of(
            "src/schema-compat/1.0.json",
            "src/schema-compat/accepted.json",
            "flyway.toml",
            "flyway.conf",
            "src/main/resources/application.yml",
            "src/main/resources/application.properties",
            "src/main/resources/db/migration/V1__a.sql",
            "src/main/resources/db/changelog/db.changelog-master.sql");

    @TempDir
    private Path base;

    static Stream<Arguments> seeds() {
        return Stream.of(
                        seed(
                                0,
                                """
                                {"format": 1, "release": "1.0", "dialect": "postgresql", "scripts": [], "tables": {
                                "customers": {"columns": [{"name": "id", "type": "integer", "nullable": false}]}}}
                                """),
                        seed(1, "{\"format\": 1, \"accepted\": [{\"rule\": \"column-dropped\", \"because\": \"it is\"}]}"),
                        seed(2, "[flyway]\nlocations = [\"filesystem:db/migration\"]\n[flyway.placeholders]\na = \"b\"\n"),
                        seed(3, "flyway.locations=classpath:db/migration\nflyway.sqlMigrationPrefix=V\n"),
                        seed(4, "spring:\n  flyway:\n    locations: classpath:db/migration\n---\nspring.profiles: a\n"),
                        seed(5, "spring.flyway.locations=classpath:db/{vendor}\nspring.datasource.url=jdbc:h2:mem:a\n"),
                        seed(6, SCRIPT),
                        seed(7, "--liquibase formatted sql\n--changeset me:1 context:test\n" + SCRIPT + "--rollback no\n"))
                .map(seed -> Arguments.of((Object) seed));
    }

    private static byte[] seed(int file, String text) {
        return ((char) file + text).getBytes(StandardCharsets.UTF_8);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void aFileIsReadOrTold(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        write("src/main/resources/db/migration/V1__a.sql", SCRIPT.getBytes(StandardCharsets.UTF_8));
        String file = FILES.get(Math.floorMod(data[0], FILES.size()));
        write(file, java.util.Arrays.copyOfRange(data, 1, data.length));
        try {
            SchemaCompat.check(CheckRequest.builder()
                    .baseDirectory(base)
                    .dialect("postgresql")
                    .release("2.0")
                    .baseline(List.of(file.endsWith("1.0.json") ? "snapshot" : "none"))
                    .build());
        } catch (CannotCheckException e) {
            // the documented way to say so
        } finally {
            Files.deleteIfExists(base.resolve(file));
        }
    }

    private void write(String file, byte[] content) throws IOException {
        Path path = base.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, content);
    }
}
