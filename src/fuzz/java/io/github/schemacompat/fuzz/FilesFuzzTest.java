package io.github.schemacompat.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in the accepted findings, in the configuration of a tool or in a changelog: it is read, or told. */
class FilesFuzzTest {
    private static final String SCRIPT = "CREATE TABLE customers (id int PRIMARY KEY, name varchar(20));\n";
    private static final List<String> FILES = List.of(
            "src/schema-compat/accepted.json",
            "flyway.toml",
            "flyway.conf",
            "src/main/resources/application.yml",
            "src/main/resources/application.properties",
            "src/main/resources/db/migration/V1__a.sql",
            "src/main/resources/db/changelog/db.changelog-master.sql");

    static Stream<Arguments> seeds() {
        return Stream.of(
                Seeds.seed(0, "{\"format\": 1, \"accepted\": [{\"rule\": \"column-dropped\", \"because\": \"it is\"}]}"),
                Seeds.seed(1, "[flyway]\nlocations = [\"filesystem:db/migration\"]\n[flyway.placeholders]\na = \"b\"\n"),
                Seeds.seed(2, "flyway.locations=classpath:db/migration\nflyway.sqlMigrationPrefix=V\n"),
                Seeds.seed(3, "spring:\n  flyway:\n    locations: classpath:db/migration\n---\nspring.profiles: a\n"),
                Seeds.seed(4, "spring.flyway.locations=classpath:db/{vendor}\nspring.datasource.url=jdbc:h2:mem:a\n"),
                Seeds.seed(5, SCRIPT),
                Seeds.seed(6, "--liquibase formatted sql\n--changeset me:1 context:test\n" + SCRIPT + "--rollback no\n"));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void aFileIsReadOrTold(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        try (FileSystem disk = Jimfs.newFileSystem(Configuration.unix())) {
            Path base = disk.getPath("/project");
            write(base.resolve("src/main/resources/db/migration/V1__a.sql"), SCRIPT.getBytes(StandardCharsets.UTF_8));
            String file = FILES.get(Math.floorMod(data[0], FILES.size()));
            write(base.resolve(file), Arrays.copyOfRange(data, 1, data.length));
            SchemaCompat.check(CheckRequest.builder()
                    .baseDirectory(base)
                    .dialect("postgresql")
                    .release("2.0")
                    .secondReading("off")
                    .baseline(List.of("none"))
                    .build());
        } catch (CannotCheckException e) {
            // the documented way to say so
        }
    }

    private static void write(Path path, byte[] content) throws IOException {
        Files.createDirectories(path.getParent());
        Files.write(path, content);
    }
}
