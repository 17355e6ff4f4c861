package io.github.schemacompat.check;

import io.github.schemacompat.change.History;
import io.github.schemacompat.change.ReadingProblem;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.release.Acceptance;
import io.github.schemacompat.release.Acceptances;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.release.ReleasedScript;
import io.github.schemacompat.release.Snapshot;
import io.github.schemacompat.release.SnapshotFolder;
import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.HistoryResult;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.result.Problem;
import io.github.schemacompat.rule.AcceptanceReview;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Rollback;
import io.github.schemacompat.rule.Severity;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.DiskTree;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptDetection;
import io.github.schemacompat.script.UnreadableScript;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way in: what the goals do, without Maven. */
public final class SchemaCompat {
    private static final int LARGE_HISTORY = 20;
    private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]*");
    private static final Pattern HISTORY_NAME = Pattern.compile("\\w[\\w-]*");

    private SchemaCompat() {}

    /** As {@link #check(CheckRequest, Consumer)}, without a word in between. */
    public static CheckResult check(CheckRequest request) throws CannotCheckException {
        return check(request, step -> {});
    }

    /**
     * Judges the new scripts against the supported releases.
     *
     * @param request what and how
     * @param progress is told what begins, for runs that take long
     * @return what was found; silent ({@link CheckResult#isSilent}) if there are no scripts and no release had any
     * @throws CannotCheckException if something that is needed can't be read, found or understood
     */
    public static CheckResult check(CheckRequest request, Consumer<String> progress) throws CannotCheckException {
        try {
            return checked(request, progress);
        } catch (CannotReadException e) {
            throw cannotCheck(e);
        } catch (InvalidPathException e) {
            throw noPath(e);
        }
    }

    private static CheckResult checked(CheckRequest request, Consumer<String> progress) throws CannotCheckException {
        Settings settings = Settings.of(request);
        Acceptances acceptances = Acceptances.read(request.baseDirectory(), request.accepted());
        LocalDate today = settings.today();
        List<Acceptance> accepted = acceptances.accepted().stream()
                .filter(each -> !each.isExpired(request.release(), today))
                .toList();
        Set<Acceptance> used = new HashSet<>();
        List<MigrationScript> scripts = new ArrayList<>();
        List<HistoryResult> histories = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Rollback rollback = Rollback.SAFE;
        for (HistorySource source : histories(request)) {
            HistoryRequest history = source.request();
            progress.accept("Reading the migration scripts and the releases");
            Optional<HistoryInputs> read = HistoryInputs.read(request, source, settings, baselines(request, history));
            if (read.isEmpty()) {
                requireUnnamed(history);
                continue;
            }
            HistoryCheck check = HistoryCheck.of(read.get(), settings, accepted, progress);
            findings.addAll(check.judged().findings());
            used.addAll(check.judged().used());
            scripts.addAll(check.inputs().set().scripts());
            rollback = rollback.and(check.judged().rollback());
            if (check.last() == null) {
                problems.add(noRelease(check.inputs()));
            }
            histories.add(check.result());
        }
        findings.addAll(AcceptanceReview.of(acceptances, used, scripts, settings.policy(), request.release(), today));
        boolean failed = findings.stream()
                .anyMatch(finding -> finding.suppressed() == null && settings.fails(finding.severity()));
        return new CheckResult(
                failed ? Outcome.FAILED : Outcome.PASSED,
                problems,
                histories,
                findings,
                rollback.id(),
                settings.failOn(),
                RepositoryFolder.of(request.baseDirectory()));
    }

    /**
     * Where SQL lies that nobody takes for migrations, for a project in which none are found.
     *
     * @return folders, the fullest first, each with the number of its files in parentheses
     */
    public static List<String> unlikeMigrations(CheckRequest request) {
        return new ScriptDetection(new DiskTree(request.baseDirectory()), request.project()).unlikeMigrations();
    }

    /** A project may have no scripts yet, but not a database that it names. */
    private static void requireUnnamed(@Nullable HistoryRequest history) throws CannotCheckException {
        if (history != null) {
            throw new CannotCheckException(
                    "scripts-not-found",
                    "There are no scripts of the history '" + history.name() + "'",
                    null,
                    null,
                    "Set its scripts to their folder.",
                    null);
        }
    }

    /** One unnamed history where none are configured. */
    private static List<HistorySource> histories(CheckRequest request) throws CannotCheckException {
        if (!Files.isDirectory(request.baseDirectory())) {
            throw new CannotCheckException(
                    "base-not-found",
                    "There is no folder " + request.baseDirectory(),
                    null,
                    null,
                    "Scripts are looked for in it, so it has to exist.",
                    null);
        }
        Set<String> names = new HashSet<>();
        for (HistoryRequest history : request.histories()) {
            if (!HISTORY_NAME.matcher(history.name()).matches()) {
                throw Settings.wrong(
                        "histories",
                        "'" + history.name() + "' is no name of a history",
                        "Give each a name of letters, digits, - and _; its snapshots lie in a folder of that name.");
            }
            if (!names.add(history.name())) {
                throw Settings.wrong(
                        "histories", "two are named '" + history.name() + "'", "Give each a name of its own.");
            }
        }
        return HistorySource.of(request);
    }

    private static List<Baseline> baselines(CheckRequest request, @Nullable HistoryRequest history) {
        if (!request.baselines().isEmpty()) {
            return request.baselines();
        }
        return Baseline.parse(history == null || history.baseline() == null ? request.baseline() : history.baseline());
    }

    private static Problem noRelease(HistoryInputs inputs) {
        String history = inputs.name() == null ? "" : "[" + inputs.name() + "] ";
        String wayIn = inputs.set().scripts().size() < LARGE_HISTORY
                ? "From the first release on (a snapshot or a git tag), new scripts are judged against it."
                : "If a version of these scripts is running somewhere, write down what was released: check out that version"
                        + " and run the goal snapshot (with -Dschema-compat.release=<its name>), commit the file that it"
                        + " writes, and new scripts are judged against it. Or tag the version in git.";
        return new Problem(
                "no-release-yet",
                history + "There is no release to be compatible with yet ("
                        + inputs.releases().line() + "). " + wayIn,
                null,
                null);
    }

    /**
     * Audits the releases: which release runs on which database, and what became of what.
     *
     * @param progress is told what begins, for runs that take long
     * @return what was found; without a history if there are no scripts and no release had any
     * @throws CannotCheckException if something that is needed can't be read, found or understood
     */
    public static AuditResult audit(AuditRequest request, Consumer<String> progress) throws CannotCheckException {
        try {
            CheckRequest inputs = request.inputs();
            return new ReleaseAudit(request, progress).result(histories(inputs), history -> baselines(inputs, history));
        } catch (CannotReadException e) {
            throw cannotCheck(e);
        } catch (InvalidPathException e) {
            throw noPath(e);
        }
    }

    /** As {@link #audit(AuditRequest, Consumer)}, without a word in between. */
    public static AuditResult audit(AuditRequest request) throws CannotCheckException {
        return audit(request, step -> {});
    }

    /** As {@link #notChecked(CannotCheckException, Path)}, in the working directory. */
    public static CheckResult notChecked(CannotCheckException e) {
        return notChecked(e, Path.of(""));
    }

    /**
     * The result of a run that could not check, for the reports.
     *
     * @param baseDirectory of the request that failed
     */
    public static CheckResult notChecked(CannotCheckException e, Path baseDirectory) {
        return new CheckResult(
                Outcome.NOT_CHECKED,
                List.of(new Problem(e.code(), e.problemAndRemedy(), e.file(), e.line())),
                List.of(),
                List.of(),
                Rollback.UNSAFE.id(),
                Severity.ERROR,
                RepositoryFolder.of(baseDirectory));
    }

    /**
     * The schema after all scripts, as the snapshot of a release.
     *
     * @throws CannotCheckException if there are no scripts, or not everything in them was understood and
     *     {@code failOn} is not {@code never}
     */
    public static Snapshot snapshot(SnapshotRequest request) throws CannotCheckException {
        try {
            List<HistorySource> histories = histories(request.inputs());
            if (histories.size() > 1) {
                throw Settings.wrong("histories", "there are several", "Write their snapshots with the goal snapshot.");
            }
            return snapshot(request, histories.get(0), new ArrayList<>()).snapshot();
        } catch (CannotReadException e) {
            throw cannotCheck(e);
        } catch (InvalidPathException e) {
            throw noPath(e);
        }
    }

    /**
     * Writes the snapshots of all histories into their folders.
     *
     * @throws CannotCheckException as {@link #snapshot}, or if one is there already and is not to be replaced
     */
    public static List<WrittenSnapshot> writeSnapshots(SnapshotRequest request) throws CannotCheckException {
        CheckRequest inputs = request.inputs();
        List<WrittenSnapshot> written = new ArrayList<>();
        try {
            for (HistorySource source : histories(inputs)) {
                HistoryRequest history = source.request();
                String folder = history == null ? inputs.snapshots() : inputs.snapshots() + "/" + history.name();
                SnapshotFolder snapshots = new SnapshotFolder(inputs.baseDirectory(), folder);
                String release = release(inputs);
                if (snapshots.has(release) && !request.overwrite()) {
                    throw new CannotCheckException(
                            "snapshot-exists",
                            "There is a snapshot of release " + release + " already",
                            folder + "/" + release + ".json",
                            null,
                            "Set schema-compat.overwrite=true to replace it, or schema-compat.release to another name.",
                            null);
                }
                List<String> notes = new ArrayList<>();
                Made made = snapshot(request, source, notes);
                Path file = snapshots.write(made.snapshot());
                written.add(WrittenSnapshot.of(
                        made.snapshot(), shown(inputs.baseDirectory(), file), notes, made.problems()));
            }
        } catch (CannotReadException e) {
            throw cannotCheck(e);
        } catch (InvalidPathException e) {
            throw noPath(e);
        }
        return written;
    }

    private static String shown(Path base, Path file) {
        Path absolute = base.toAbsolutePath().normalize();
        Path shown = file.startsWith(absolute) ? absolute.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }

    /** A snapshot and what was wrong with the scripts, a line each. */
    private record Made(Snapshot snapshot, List<String> problems) {}

    private static String release(CheckRequest inputs) throws CannotCheckException {
        String release = inputs.release();
        if (release == null || release.isBlank()) {
            throw Settings.wrong(
                    "release",
                    "nothing says which release this is",
                    "Set schema-compat.release, for example to 1.4.0.");
        }
        if (!FILE_NAME.matcher(release).matches()) {
            throw Settings.wrong(
                    "release",
                    "'" + release + "' can't be the name of a file",
                    "Use letters, digits and . _ + -; the snapshot is named after it.");
        }
        return release;
    }

    private static Made snapshot(SnapshotRequest request, HistorySource source, List<String> notes)
            throws CannotCheckException {
        CheckRequest inputs = request.inputs();
        String release = release(inputs);
        Settings settings = Settings.of(inputs);
        Optional<HistoryInputs> found = HistoryInputs.read(inputs, source, settings, List.of(Baseline.parse("none")));
        if (found.isEmpty()) {
            throw new CannotCheckException(
                    "scripts-not-found",
                    "There are no migration scripts here",
                    null,
                    null,
                    "Set schema-compat.scripts to their folder.",
                    null);
        }
        HistoryInputs read = found.get();
        notes.addAll(read.detected());
        for (UnreadableScript script : read.set().unreadable()) {
            throw new CannotCheckException(
                    "script-not-readable", script.message(), script.file(), script.line(), "", null);
        }
        // what was released has run in the order of its versions, whatever the phase of each deployment was
        List<MigrationScript> scripts = read.set().forNewDatabase().stream()
                .map(script -> script.withPhase(Phase.PRE))
                .toList();
        Replayed replayed = History.replay(Schema.EMPTY, scripts, read.dialect(), read.options());
        Acceptances acceptances = Acceptances.read(inputs.baseDirectory(), inputs.accepted());
        List<String> problems = new ArrayList<>();
        List<String> notUnderstood = new ArrayList<>();
        for (ReadingProblem problem : replayed.problems()) {
            String line = problem.origin().span() + " " + problem.kind().ruleId() + ": " + problem.message();
            problems.add(line);
            if (leavesAGap(problem) && !isAccepted(problem, acceptances, release, inputs.today())) {
                notUnderstood.add(line);
                if (settings.failOn() != Severity.OFF) {
                    throw notUnderstood(problem, acceptances.file());
                }
            }
        }
        return new Made(
                new Snapshot(release, read.dialect(), ReleasedScript.of(read.set()), replayed.schema(), notUnderstood),
                problems);
    }

    private static boolean leavesAGap(ReadingProblem problem) {
        return problem.kind() == ReadingProblem.Kind.STATEMENT_NOT_UNDERSTOOD
                || problem.kind() == ReadingProblem.Kind.DYNAMIC_SQL;
    }

    private static boolean isAccepted(
            ReadingProblem problem, Acceptances acceptances, String release, LocalDate today) {
        MigrationScript script = problem.origin().script();
        return acceptances
                .find(problem.kind().ruleId(), script.path(), script.sha256())
                .filter(acceptance -> !acceptance.isExpired(release, today))
                .isPresent();
    }

    private static CannotCheckException notUnderstood(ReadingProblem problem, String accepted) {
        MigrationScript script = problem.origin().script();
        return new CannotCheckException(
                problem.kind().ruleId(),
                problem.message(),
                problem.origin().span().file(),
                problem.origin().span().startPosition().line(),
                "If it does nothing to the schema that an application sees, accept it in " + accepted
                        + " under \"accepted\" with "
                        + Acceptance.entry(problem.kind().ruleId(), script.path(), script.sha256())
                        + "; or set schema-compat.failOn=never to write the snapshot all the same, which check then refuses.",
                null);
    }

    private static CannotCheckException noPath(InvalidPathException e) {
        return new CannotCheckException(
                "invalid-parameter",
                "'" + e.getInput().replaceAll("\\p{Cntrl}", "?") + "' is no path of this system: " + e.getReason(),
                null,
                null,
                "Correct the parameter that holds it.",
                e);
    }

    private static CannotCheckException cannotCheck(CannotReadException problem) {
        // a file that is read when that happens can't be read either, but nothing is wrong with it
        CannotReadException e = Thread.currentThread().isInterrupted() ? CannotReadException.interrupted() : problem;
        return new CannotCheckException(
                e.code(), String.valueOf(e.getMessage()), e.file(), e.line(), e.remedy(), problem);
    }
}
