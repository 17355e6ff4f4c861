package io.github.schemacompat.rule;

import io.github.schemacompat.check.AuditRequest;
import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A fixture, checked as a project would be: what was found and what should have been, in lines that can be compared. */
final class FixtureRun {
    private final Fixture fixture;
    private final CheckResult result;
    private final List<Finding> findings;

    private FixtureRun(Fixture fixture, CheckResult result, List<Finding> findings) {
        this.fixture = fixture;
        this.result = result;
        this.findings = findings;
    }

    static FixtureRun of(Fixture fixture) throws CannotCheckException {
        CheckRequest.Builder request = CheckRequest.builder()
                .layout("flyway")
                .dialect(fixture.dialect().id());
        fixture.scripts().forEach(request::script);
        List<String> releases = new ArrayList<>(fixture.releases().keySet());
        for (int i = releases.size() - 1; i >= 0; i--) {
            request.baseline(
                    Baseline.scripts(releases.get(i), fixture.releases().get(releases.get(i))));
        }
        Map<String, String> severities = new TreeMap<>();
        fixture.settings().forEach((name, value) -> {
            if (name.startsWith("severity.")) {
                severities.put(name.substring("severity.".length()), value);
            } else {
                set(request, name, value);
            }
        });
        CheckRequest built = request.severities(severities).build();
        CheckResult result = SchemaCompat.check(built);
        return new FixtureRun(
                fixture,
                result,
                fixture.settings().containsKey("audit")
                        ? SchemaCompat.audit(new AuditRequest(built, null, null))
                                .findings()
                        : result.findings());
    }

    private static void set(CheckRequest.Builder request, String name, String value) {
        switch (name) {
            case "audit" -> request.release(value).failOn("never");
            case "layout" -> request.layout(value);
            case "window" -> request.window(Integer.parseInt(value));
            case "release" -> request.release(value);
            case "rollbackTargets" -> request.rollbackTargets(Integer.parseInt(value));
            case "supported" -> request.supported(List.of(value.split(",")));
            case "ignoredObjects" -> request.ignoredObjects(List.of(value.split(",")));
            case "externalObjects" -> request.externalObjects(List.of(value.split(",")));
            case "routineEdits" -> request.routineEdits(value);
            case "viewEdits" -> request.viewEdits(value);
            case "versionedName" -> request.versionedName(value);
            default -> throw new IllegalArgumentException("unknown parameter " + name);
        }
    }

    CheckResult result() {
        return result;
    }

    /** Of the check, or of the audit where the fixture says {@code @set audit=<release>}. */
    List<Finding> findings() {
        return findings;
    }

    List<String> expected() {
        return fixture.expected().stream()
                .map(expectation -> line(
                        expectation.line(),
                        expectation.rule(),
                        expectation.object(),
                        expectation.severity().isEmpty()
                                ? Rules.byId(expectation.rule())
                                        .info()
                                        .severity()
                                        .id()
                                : expectation.severity()))
                .sorted()
                .toList();
    }

    /** What is suppressed is left out, so that a twin shows what an exception covers. */
    List<String> found() {
        return findings.stream()
                .filter(finding -> finding.suppressed() == null)
                .map(this::line)
                .sorted()
                .toList();
    }

    /** Everything that helps to see why: what was said, and what could not be read. */
    String details() {
        return findings.stream()
                        .map(finding -> line(finding) + ": " + finding.message())
                        .collect(Collectors.joining("\n"))
                + result.problems().stream()
                        .map(problem -> "\n" + problem.code() + ": " + problem.message())
                        .collect(Collectors.joining());
    }

    private String line(Finding finding) {
        return line(
                lineInFixture(finding),
                finding.rule().id(),
                finding.object(),
                finding.severity().id());
    }

    private static String line(int line, String rule, String object, String severity) {
        return String.format("line %3d: %s %s [%s]", line, rule, object, severity);
    }

    /** A finding about a whole script has no line. */
    private int lineInFixture(Finding finding) {
        Location location = finding.location();
        Integer first = location == null ? null : fixture.firstLines().get(location.file());
        boolean wholeScript = finding.kind() == null
                && fixture.expected().stream()
                        .anyMatch(expectation -> expectation.line() == 0
                                && expectation.rule().equals(finding.rule().id())
                                && expectation.object().equals(finding.object()));
        return location == null || first == null || wholeScript
                ? 0
                : first + location.start().line();
    }
}
