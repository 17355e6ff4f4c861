package io.github.schemacompat.benchmark;

import io.github.schemacompat.change.History;
import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.change.ReplayOptions;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.MigrationScript;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time of one statement, of {@value #STATEMENTS} in {@value #SCRIPTS} scripts of PostgreSQL. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(ReadingBenchmark.STATEMENTS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadingBenchmark {
    static final int SCRIPTS = 500;
    static final int STATEMENTS = 20_950;

    private List<MigrationScript> scripts = List.of();

    @Setup
    public void scripts() throws Exception {
        scripts = Figures.scripts(MadeUpProject.ofScripts(Files.createTempDirectory("benchmark"), SCRIPTS, 40));
        if (Figures.read(scripts) != STATEMENTS) {
            throw new IllegalStateException("the scripts don't have " + STATEMENTS + " statements");
        }
    }

    @Benchmark
    public int reading() {
        return Figures.read(scripts);
    }

    @Benchmark
    public Replayed readingAndReplay() {
        return History.replay(Schema.EMPTY, scripts, Dialect.POSTGRESQL, ReplayOptions.DEFAULT);
    }

    @Benchmark
    public int jsqlparserAlone() {
        return Figures.parse(scripts);
    }
}
