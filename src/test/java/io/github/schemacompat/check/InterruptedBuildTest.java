package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.report.Reports;
import io.github.schemacompat.result.CheckResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that is cancelled ends soon and says so; it leaves no file that is half written, and no verdict. */
class InterruptedBuildTest {
    @TempDir
    private Path base;

    @BeforeEach
    void aProject() throws IOException {
        Files.createDirectory(base.resolve("db"));
        Files.writeString(base.resolve("db/V1__a.sql"), "CREATE TABLE a (id serial, b int);\n");
        Files.writeString(base.resolve("db/V2__b.sql"), "ALTER TABLE a DROP COLUMN b;\n");
    }

    @AfterEach
    void theThreadGoesOn() {
        assertThat(Thread.interrupted()).as("stays interrupted, for Maven").isTrue();
    }

    private CheckRequest request() {
        return CheckRequest.builder()
                .baseDirectory(base)
                .release("1.0")
                .baseline(List.of("version:1"))
                .scripts(List.of("db"))
                .build();
    }

    private static void isInterrupted(ThrowingCallable run) {
        assertThatExceptionOfType(CannotCheckException.class)
                .isThrownBy(run)
                .withMessage("The build was interrupted. Run it again.")
                .satisfies(e -> assertThat(e.code()).isEqualTo("interrupted"));
    }

    /** Before it begins, which is when files can't be read. */
    @Test
    void aCheckThatIsInterruptedWhileItReads() {
        Thread.currentThread().interrupt();
        isInterrupted(() -> SchemaCompat.check(request()));
    }

    @Test
    void aCheckThatIsInterruptedWhenEverythingIsRead() {
        isInterrupted(() -> SchemaCompat.check(request(), step -> {
            if (step.startsWith("Replaying what was released")) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    @Test
    void anAudit() {
        isInterrupted(() -> SchemaCompat.audit(
                new AuditRequest(request(), null, null),
                step -> Thread.currentThread().interrupt()));
    }

    @Test
    void aSnapshotIsNotWritten() {
        Thread.currentThread().interrupt();
        isInterrupted(() -> SchemaCompat.writeSnapshots(new SnapshotRequest(request(), false)));
        assertThat(base.resolve("src")).doesNotExist();
    }

    /** The verdict was there already. */
    @Test
    void reportsAreWrittenToTheirEnd() throws CannotCheckException, IOException {
        CheckResult result = SchemaCompat.check(request());
        Path usual = base.resolve("usual.json");
        Reports.write(result, "json", usual);
        Path folder = base.resolve("target");
        Thread.currentThread().interrupt();
        Reports.writeAll(result, List.of("json"), folder);
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("findings.json"));
        assertThat(folder.resolve("findings.json")).hasSameTextualContentAs(usual);
    }
}
