package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.schemacompat.report.AuditReports;
import io.github.schemacompat.report.Reports;
import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.CheckResult;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk with room for the scripts, and not for what is written about them. */
class FullDiskTest {
    private static final int BLOCK = 512;
    private static final int BLOCKS = 6;

    private FileSystem disk;
    private Path base;

    @BeforeEach
    void aProjectOnASmallDisk() throws IOException {
        disk = Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setBlockSize(BLOCK)
                .setMaxSize(BLOCK * BLOCKS)
                .setMaxCacheSize(0)
                .build());
        base = disk.getPath("/shop");
        Files.createDirectories(base.resolve("db"));
        Files.writeString(base.resolve("db/V1__a.sql"), "CREATE TABLE a (id serial, b int, c int, d text, e text);\n");
        Files.writeString(base.resolve("db/V2__b.sql"), "ALTER TABLE a DROP COLUMN b;\n");
    }

    @AfterEach
    void unmount() throws IOException {
        disk.close();
    }

    private CheckRequest request() {
        return CheckRequest.builder()
                .baseDirectory(base)
                .release("2.0")
                .baseline(List.of("version:1"))
                .scripts(List.of("db"))
                .build();
    }

    private List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(base.resolve(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void noReportIsLeftHalfWritten() throws IOException, CannotCheckException {
        CheckResult result = SchemaCompat.check(request());
        for (String format : Reports.ids().split(", ")) {
            fillsTheDisk(folder -> Reports.writeAll(result, List.of(format), folder));
        }
    }

    @Test
    void anAuditToo() throws IOException, CannotCheckException {
        AuditResult result = SchemaCompat.audit(new AuditRequest(request(), null, null));
        for (String format : AuditReports.ids().split(", ")) {
            fillsTheDisk(folder -> AuditReports.writeAll(result, List.of(format), folder));
        }
    }

    private interface Writing {
        void into(Path folder) throws IOException;
    }

    /** The shortest report fits, but not many of it; those that don't leave nothing. */
    private void fillsTheDisk(Writing writing) throws IOException {
        Path target = base.resolve("target");
        for (int written = 0; written <= BLOCKS; written++) {
            Path folder = target.resolve(String.valueOf(written));
            try {
                writing.into(folder);
                assertThat(written).as("reports on the disk").isLessThan(BLOCKS);
            } catch (IOException e) {
                assertThat(e).hasMessage("out of disk space");
                assertThat(folder).isEmptyDirectory();
                break;
            }
        }
        PathUtils.deleteDirectory(target);
    }

    @Test
    void anOlderSnapshotStaysAsItWas() throws IOException {
        Path folder = Files.createDirectories(base.resolve("src/schema-compat"));
        Files.writeString(folder.resolve("2.0.json"), "as it was");
        Files.writeString(base.resolve("film.mp4"), "x".repeat(BLOCK * 2));
        assertThatExceptionOfType(CannotCheckException.class)
                .isThrownBy(() -> SchemaCompat.writeSnapshots(new SnapshotRequest(request(), true)))
                .withMessage(
                        "src/schema-compat/2.0.json can't be written: out of disk space. Check the permissions of the"
                                + " folder and the space on the disk.")
                .satisfies(e -> assertThat(e.code()).isEqualTo("snapshot-not-written"));
        assertThat(files("src"))
                .singleElement()
                .satisfies(file -> assertThat(file).hasContent("as it was"));
    }
}
