package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.schemacompat.report.AuditReports;
import io.github.schemacompat.report.Reports;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same project on Windows: another root, another separator, and lines that end with two characters. */
class WindowsTest {
    private static final Map<String, String> PROJECT = new TreeMap<>(Map.of(
            "src/main/resources/db/migration/V1__a.sql",
            "CREATE TABLE a (\n  id bigserial PRIMARY KEY,\n  b int,\n  c text\n);\n",
            "src/main/resources/db/migration/V2__b.sql",
            "-- schema-compat: phase post\nALTER TABLE a\n  DROP COLUMN b;\n",
            "src/main/resources/db/migration/more/V3__c.sql",
            "CREATE VIEW v AS SELECT id,\n  'two\nlines' AS d FROM a;\n",
            "src/main/resources/application.properties",
            "spring.flyway.locations=classpath:db/migration\nspring.flyway.placeholders.x=\\u0031\n",
            "released/V1__a.sql",
            "CREATE TABLE a (\n  id bigserial PRIMARY KEY,\n  b int,\n  c text\n);\n"));

    private static Map<String, String> outputs(Configuration system, String root, boolean carriageReturns)
            throws IOException, CannotCheckException {
        try (FileSystem disk = Jimfs.newFileSystem(system)) {
            Path base = disk.getPath(root).resolve("shop");
            for (Map.Entry<String, String> file : PROJECT.entrySet()) {
                Path path = base.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                String text = file.getValue();
                // the copy of what was released comes from elsewhere
                boolean released = file.getKey().startsWith("released");
                Files.writeString(path, carriageReturns && !released ? text.replace("\n", "\r\n") : text);
            }
            CheckRequest request = CheckRequest.builder()
                    .baseDirectory(base)
                    .release("1.1")
                    .baseline(List.of("directory:1.0=released"))
                    .build();
            Path target = base.resolve("target");
            Reports.writeAll(SchemaCompat.check(request), List.of(Reports.ids().split(", ")), target);
            AuditReports.writeAll(
                    SchemaCompat.audit(new AuditRequest(request, null, null)),
                    List.of(AuditReports.ids().split(", ")),
                    target);
            SchemaCompat.writeSnapshots(new SnapshotRequest(request, false));
            return written(base, target, base.resolve("src/schema-compat"));
        }
    }

    private static Map<String, String> written(Path base, Path... folders) throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    outputs.put(base.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return outputs;
    }

    private static void areTheSame(Map<String, String> one, Map<String, String> other) {
        assertThat(one.keySet()).isEqualTo(other.keySet());
        one.forEach((file, text) -> assertThat(text).as(file).isEqualTo(other.get(file)));
    }

    @Test
    void thePathsOfWindowsAreShownAsEverywhere() throws IOException, CannotCheckException {
        Map<String, String> unix = outputs(Configuration.unix(), "/work", false);
        assertThat(unix.get("target/findings.json"))
                .contains("\"column-dropped\"", "\"src/main/resources/db/migration/V2__b.sql\"");
        assertThat(unix).containsKeys("target/audit.json", "target/findings.html", "src/schema-compat/1.1.json");
        areTheSame(outputs(Configuration.windows(), "C:\\work", false), unix);
    }

    /** Of git, which may turn the ends of lines, and of editors. */
    @Test
    void theEndsOfLinesChangeNothing() throws IOException, CannotCheckException {
        areTheSame(outputs(Configuration.windows(), "C:\\work", true), outputs(Configuration.unix(), "/work", false));
    }
}
