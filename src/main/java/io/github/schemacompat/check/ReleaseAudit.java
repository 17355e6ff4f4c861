package io.github.schemacompat.check;

import io.github.schemacompat.audit.Audit;
import io.github.schemacompat.audit.AuditInput;
import io.github.schemacompat.release.Acceptances;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.release.FoundRelease;
import io.github.schemacompat.release.ReleaseSelection;
import io.github.schemacompat.release.ReleaseVersion;
import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.AuditedHistory;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.script.CannotReadException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what an audit needs and runs it for each history. */
final class ReleaseAudit {
    private static final String UNRELEASED = "unreleased";
    private static final int LONG_LINE = 200;

    private final AuditRequest request;
    private final CheckRequest inputs;
    private final Settings settings;
    private final Acceptances acceptances;
    private final Consumer<String> progress;

    ReleaseAudit(AuditRequest request, Consumer<String> progress) throws CannotCheckException {
        this.request = request;
        this.inputs = request.inputs();
        this.settings = Settings.of(inputs);
        this.acceptances = Acceptances.read(inputs.baseDirectory(), inputs.accepted());
        this.progress = progress;
        version("fromRelease", request.fromRelease());
        version("toRelease", request.toRelease());
    }

    private static void version(String parameter, @Nullable String value) throws CannotCheckException {
        if (value != null && ReleaseVersion.parse(value).isEmpty()) {
            throw Settings.wrong(parameter, "'" + value + "' is no version", "Write it like 1.4.2.");
        }
    }

    AuditResult result(List<HistorySource> histories, Baselines baselines) throws CannotCheckException {
        List<AuditedHistory> audited = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (HistorySource history : histories) {
            progress.accept("Reading the migration scripts and the releases");
            Optional<HistoryInputs> read = read(history, baselines.of(history.request()));
            if (read.isEmpty()) {
                continue;
            }
            if (read.get().releases().releases().isEmpty()) {
                problems.add(new Problem(
                        "no-release-yet",
                        "There is no release to audit (" + read.get().releases().line() + ").",
                        null,
                        null));
            }
            Audit.Audited one = Audit.of(input(read.get()), progress);
            audited.add(one.history());
            findings.addAll(one.findings());
        }
        boolean failed = findings.stream()
                .anyMatch(finding -> finding.suppressed() == null && settings.fails(finding.severity()));
        return new AuditResult(
                failed ? Outcome.FAILED : Outcome.PASSED, problems, audited, findings, settings.failOn());
    }

    /** The baselines of a history, as the request has them. */
    interface Baselines {
        List<Baseline> of(@Nullable HistoryRequest history) throws CannotCheckException;
    }

    private Optional<HistoryInputs> read(HistorySource history, List<Baseline> baselines) throws CannotCheckException {
        ReleaseSelection span = ReleaseSelection.span(inputs.release(), request.fromRelease(), request.toRelease());
        try {
            return HistoryInputs.read(inputs, history, settings.withSelection(span), baselines);
        } catch (CannotReadException e) {
            if (e.code().equals("release-not-found")) {
                throw Settings.wrong(
                        request.fromRelease() == null ? "toRelease" : "fromRelease",
                        "there is no release in the span from "
                                + (request.fromRelease() == null ? "the first" : request.fromRelease()) + " to "
                                + (request.toRelease() == null ? "the last" : request.toRelease()),
                        "Correct fromRelease and toRelease, or the baseline.");
            }
            throw e;
        }
    }

    private AuditInput input(HistoryInputs read) {
        List<FoundRelease> found = new ArrayList<>(read.releases().releases());
        // names that are no versions can't be in a span, but a window by hand may have them
        found.removeIf(release -> !isInSpan(release.release()));
        Set<String> supported = supported(found);
        Collections.reverse(found);
        return new AuditInput(
                read.name(),
                read.dialect(),
                line(read.releases().line()),
                read.detected(),
                found,
                supported,
                read.set(),
                built(),
                read.options(),
                settings.policy(),
                acceptances,
                inputs.window(),
                settings.today());
    }

    private static String line(String line) {
        return line.length() <= LONG_LINE ? line : line.substring(0, line.lastIndexOf(',', LONG_LINE)) + " …";
    }

    private boolean isInSpan(String release) {
        Optional<ReleaseVersion> version = ReleaseVersion.parse(release);
        return version.isEmpty()
                || !isBefore(version.get(), request.fromRelease()) && !isBehind(version.get(), request.toRelease());
    }

    private static boolean isBefore(ReleaseVersion version, @Nullable String limit) {
        return limit != null
                && ReleaseVersion.parse(limit)
                        .filter(from -> version.compareTo(from) < 0)
                        .isPresent();
    }

    private static boolean isBehind(ReleaseVersion version, @Nullable String limit) {
        return limit != null
                && ReleaseVersion.parse(limit)
                        .filter(to -> version.compareTo(to) > 0)
                        .isPresent();
    }

    /** Those of the window, or those that are named, among the releases that can be told by their versions. */
    private Set<String> supported(List<FoundRelease> highestFirst) {
        List<ReleaseVersion> versions = new ArrayList<>();
        highestFirst.forEach(release -> ReleaseVersion.parse(release.release()).ifPresent(versions::add));
        Set<String> supported = new HashSet<>();
        settings.selection().supported(versions, version -> version).forEach(version -> supported.add(version.text()));
        return supported;
    }

    /** What is now belongs to the span unless that ends before it. */
    private @Nullable String built() {
        String release = inputs.release();
        if (release == null) {
            return request.toRelease() == null ? UNRELEASED : null;
        }
        return isInSpan(release) ? release : null;
    }
}
