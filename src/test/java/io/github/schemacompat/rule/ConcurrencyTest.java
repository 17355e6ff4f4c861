package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.report.Report;
import io.github.schemacompat.report.Reports;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.Tool;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Maven builds many modules in one JVM at once: what one check says doesn't depend on what the others do. */
class ConcurrencyTest {
    private static final int THREADS = 8;
    /** Of so many fixtures one is checked; they are sorted by rule and dialect. */
    private static final int STEP = 25;

    private static final List<Fixture> FIXTURES = someFixtures();

    private static List<Fixture> someFixtures() {
        List<Fixture> all = Fixture.all();
        List<Fixture> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += STEP) {
            some.add(all.get(i));
        }
        return some;
    }

    @Test
    void manyChecksAtOnceSayWhatEachSaysAlone() throws Exception {
        List<String> alone = reports(0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<List<String>>> together = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int first = i * FIXTURES.size() / THREADS;
                together.add(threads.submit(() -> {
                    start.await();
                    return reports(first);
                }));
            }
            for (Future<List<String>> reports : together) {
                assertThat(reports.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** In the order of the fixtures, whichever was checked first. */
    private static List<String> reports(int first) throws CannotCheckException, IOException {
        List<Fixture> order = new ArrayList<>(FIXTURES);
        Collections.rotate(order, -first);
        List<String> reports = new ArrayList<>();
        for (Fixture fixture : order) {
            reports.add(report(FixtureRun.of(fixture).result()));
        }
        Collections.rotate(reports, first);
        return reports;
    }

    private static String report(CheckResult result) throws IOException {
        StringWriter written = new StringWriter();
        for (Report format : Reports.ALL) {
            format.write(result, Tool.running(), written);
        }
        return written.toString();
    }
}
