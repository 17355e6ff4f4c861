package io.github.schemacompat.benchmark;

import io.github.schemacompat.change.History;
import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.check.AuditRequest;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.check.SnapshotRequest;
import io.github.schemacompat.ddl.DdlReader;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.ScriptReader;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.StatementSplitter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import org.jspecify.annotations.Nullable;

/** Prints the tables of docs/benchmarks.md: medians in a warm JVM, and ratios of what was measured side by side. */
public final class Figures {
    private static final int RUNS = 5;
    private static final double MEGABYTE = 1e6;

    private final PrintStream out;
    private final Path folder;

    private Figures(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** @param arguments the path of squawk, if it is to be compared with */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("figures");
        try {
            Figures figures = new Figures(System.out, folder);
            figures.reading(arguments.length == 0 ? null : arguments[0]);
            figures.processes(arguments.length == 0 ? null : arguments[0]);
            figures.moreScripts();
            figures.moreTables();
            figures.snapshots();
            figures.audit();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    static List<MigrationScript> scripts(MadeUpProject project) throws IOException {
        List<MigrationScript> scripts = new ArrayList<>();
        for (Path file : project.files()) {
            String text = Files.readString(file);
            SourceText source = SourceText.of(file.getFileName().toString(), text);
            scripts.add(new MigrationScript(
                    source.file(),
                    ScriptKind.VERSIONED,
                    null,
                    Phase.PRE,
                    ScriptReader.sha256(text),
                    source,
                    List.of(new Section("", source.whole()))));
        }
        return scripts;
    }

    static int read(List<MigrationScript> scripts) {
        StatementSplitter splitter = new StatementSplitter(Dialect.POSTGRESQL);
        DdlReader reader = new DdlReader(Dialect.POSTGRESQL);
        int statements = 0;
        for (MigrationScript script : scripts) {
            Iterator<Statement> each = splitter.statements(script.sections().get(0));
            while (each.hasNext()) {
                reader.read(each.next());
                statements++;
            }
        }
        return statements;
    }

    static int parse(List<MigrationScript> scripts) {
        StatementSplitter splitter = new StatementSplitter(Dialect.POSTGRESQL);
        int parsed = 0;
        for (MigrationScript script : scripts) {
            Iterator<Statement> each = splitter.statements(script.sections().get(0));
            while (each.hasNext()) {
                try {
                    new CCJSqlParser(each.next().span().text()).Statement();
                    parsed++;
                } catch (ParseException e) {
                    // what it can't read costs its time too
                }
            }
        }
        return parsed;
    }

    private void reading(@Nullable String squawk) throws Exception {
        MadeUpProject project = MadeUpProject.ofScripts(folder.resolve("reading"), 500, 40);
        List<MigrationScript> scripts = scripts(project);
        int statements = read(scripts);
        double megabytes = project.bytes() / MEGABYTE;
        double reading = Stopwatch.seconds(RUNS, () -> read(scripts));
        double replay = Stopwatch.seconds(
                RUNS, () -> History.replay(Schema.EMPTY, scripts, Dialect.POSTGRESQL, ReplayOptions.DEFAULT));
        double parsing = Stopwatch.seconds(RUNS, () -> parse(scripts));
        line("| 500 scripts, %.1f MB, %d statements | time | per statement | per MB | ratio |", megabytes, statements);
        line("|---|---|---|---|---|");
        row("reading", reading, statements, megabytes, reading);
        row("reading and replay", replay, statements, megabytes, reading);
        row("JSqlParser alone on the same statements", parsing, statements, megabytes, reading);
        if (squawk != null) {
            double byProcess = Stopwatch.seconds(RUNS, () -> Processes.run(Processes.squawk(squawk, project), true));
            row("squawk (a native process, with all its rules)", byProcess, statements, megabytes, reading);
        }
        line("");
    }

    /** In turn, so that what else the machine does slows all of them down. */
    private void processes(@Nullable String squawk) throws Exception {
        MadeUpProject project = MadeUpProject.ofScripts(folder.resolve("processes"), 500, 40);
        Processes.writeChangelog(project);
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("this check, without Maven", Processes.command("check", project));
        commands.put("a JVM that does nothing", Processes.command("nothing", project));
        commands.put("Liquibase, `validate`", Processes.command("validate", project));
        commands.put("Liquibase, `updateSQL`", Processes.command("updateSQL", project));
        if (squawk != null) {
            commands.put("squawk (native)", Processes.squawk(squawk, project));
        }
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int i = 0; i < RUNS; i++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                // what Liquibase has run once it doesn't run again
                Files.deleteIfExists(project.folder().resolve("history.csv"));
                long start = System.nanoTime();
                Processes.run(command.getValue(), command.getKey().startsWith("squawk"));
                seconds.computeIfAbsent(command.getKey(), each -> new ArrayList<>())
                        .add((System.nanoTime() - start) / 1e9);
            }
        }
        line("| 500 scripts, %.1f MB, each in a process that begins cold | time | ratio |", project.bytes() / MEGABYTE);
        line("|---|---|---|");
        double first = 0;
        for (Map.Entry<String, List<Double>> each : seconds.entrySet()) {
            double median = each.getValue().stream().sorted().toList().get(RUNS / 2);
            first = first == 0 ? median : first;
            line("| %s | %.2f s | x%.2f |", each.getKey(), median, median / first);
        }
        line("");
    }

    private void row(String what, double seconds, int statements, double megabytes, double base) {
        line(
                "| %s | %.0f ms | %.1f µs | %.0f ms | x%.1f |",
                what, seconds * 1e3, seconds * 1e6 / statements, seconds * 1e3 / megabytes, seconds / base);
    }

    private static void check(MadeUpProject project, String baseline) throws Exception {
        SchemaCompat.check(CheckRequest.builder()
                .baseDirectory(project.folder())
                .dialect("postgresql")
                .baseline(List.of(baseline))
                .build());
    }

    private void moreScripts() throws Exception {
        line("| check, the last script is new | time | per script | ratio |");
        line("|---|---|---|---|");
        double first = 0;
        for (int scripts : List.of(100, 1_000, 10_000)) {
            MadeUpProject project = MadeUpProject.ofScripts(folder.resolve("scripts" + scripts), scripts, 5);
            double seconds = Stopwatch.seconds(RUNS, () -> check(project, "directory:1.0=" + project.released()));
            double each = seconds / scripts;
            first = first == 0 ? each : first;
            line("| %d scripts | %.0f ms | %.0f µs | x%.2f |", scripts, seconds * 1e3, each * 1e6, each / first);
        }
        line("");
    }

    private void moreTables() throws Exception {
        line("| check, one column is new | time | per table | ratio |");
        line("|---|---|---|---|");
        double first = 0;
        for (int tables : List.of(10, 100, 1_000, 5_000)) {
            MadeUpProject project = MadeUpProject.ofTables(folder.resolve("tables" + tables), tables);
            double seconds = Stopwatch.seconds(RUNS, () -> check(project, "directory:1.0=" + project.released()));
            double each = seconds / tables;
            first = first == 0 ? each : first;
            line("| %d tables | %.1f ms | %.0f µs | x%.2f |", tables, seconds * 1e3, each * 1e6, each / first);
        }
        line("");
    }

    private void snapshots() throws Exception {
        line("| with a snapshot as the baseline | time | of it judging the new script | ratio |");
        line("|---|---|---|---|");
        double first = 0;
        for (int scripts : List.of(100, 1_000, 10_000)) {
            MadeUpProject project = MadeUpProject.ofScripts(folder.resolve("snapshot" + scripts), scripts, 5);
            SchemaCompat.writeSnapshots(new SnapshotRequest(
                    CheckRequest.builder()
                            .baseDirectory(project.folder())
                            .dialect("postgresql")
                            .scripts(List.of(project.released()))
                            .release("1.0")
                            .build(),
                    true));
            double seconds = Stopwatch.seconds(RUNS, () -> check(project, "snapshot"));
            List<Double> judging = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                judging.add(judging(project));
            }
            double judged = judging.stream().sorted().toList().get(RUNS / 2);
            first = first == 0 ? judged : first;
            line("| %d scripts | %.0f ms | %.1f ms | x%.1f |", scripts, seconds * 1e3, judged * 1e3, judged / first);
        }
        line("");
    }

    /** The time from when the new scripts begin to be replayed to the end. */
    private static double judging(MadeUpProject project) throws Exception {
        long[] start = new long[1];
        SchemaCompat.check(
                CheckRequest.builder()
                        .baseDirectory(project.folder())
                        .dialect("postgresql")
                        .baseline(List.of("snapshot"))
                        .build(),
                step -> start[0] = step.contains("new scripts") ? System.nanoTime() : start[0]);
        return (System.nanoTime() - start[0]) / 1e9;
    }

    private void audit() throws Exception {
        line("| audit | time | ratio |");
        line("|---|---|---|");
        double first = 0;
        for (int releases : List.of(10, 100)) {
            MadeUpProject project = MadeUpProject.ofScripts(folder.resolve("audit" + releases), releases * 10, 0);
            CheckRequest.Builder request = CheckRequest.builder()
                    .layout("flyway")
                    .dialect("postgresql")
                    .release((releases + 1) + ".0");
            Map<String, String> texts = new LinkedHashMap<>();
            List<Baseline> baselines = new ArrayList<>();
            for (int i = 0; i < project.files().size(); i++) {
                Path file = project.files().get(i);
                texts.put(file.getFileName().toString(), Files.readString(file));
                if (i % 10 == 9) {
                    baselines.add(0, Baseline.scripts((i / 10 + 1) + ".0", new LinkedHashMap<>(texts)));
                }
            }
            texts.forEach(request::script);
            baselines.forEach(request::baseline);
            AuditRequest audit = new AuditRequest(request.build(), null, null);
            double seconds = Stopwatch.seconds(RUNS, () -> SchemaCompat.audit(audit));
            first = first == 0 ? seconds : first;
            line("| %d releases of ten scripts | %.0f ms | x%.1f |", releases, seconds * 1e3, seconds / first);
        }
    }
}
