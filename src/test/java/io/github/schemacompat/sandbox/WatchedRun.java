package io.github.schemacompat.sandbox;

import io.github.schemacompat.check.AuditRequest;
import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.check.SnapshotRequest;
import io.github.schemacompat.report.AuditReports;
import io.github.schemacompat.report.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A check with all its reports, an audit and a snapshot of a project, under watch; says what was seen. */
public final class WatchedRun {
    private WatchedRun() {}

    /** @param args the project's folder, and the baseline */
    @SuppressWarnings("removal")
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]);
        CheckRequest request = CheckRequest.builder()
                .baseDirectory(project)
                .release("2.0")
                .baseline(List.of(args[1]))
                .failOn("never")
                .build();
        Path target = project.resolve("target/schema-compat");
        Watch watch = new Watch(project, List.of("target/schema-compat", "src/schema-compat"));
        System.setSecurityManager(watch);
        try {
            Reports.writeAll(SchemaCompat.check(request), List.of(Reports.ids().split(", ")), target);
            AuditReports.writeAll(
                    SchemaCompat.audit(new AuditRequest(request, null, null)),
                    List.of(AuditReports.ids().split(", ")),
                    target);
            SchemaCompat.writeSnapshots(new SnapshotRequest(request, true));
            System.out.println("done");
        } catch (CannotCheckException e) {
            System.out.println("refused: " + e.code());
        } finally {
            System.setSecurityManager(null);
        }
        watch.seen().forEach(System.out::println);
    }
}
