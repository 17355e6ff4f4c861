package io.github.schemacompat.maven;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Says what a run is doing once it has taken longer than people wait without wondering. */
final class SlowRunNotice implements Consumer<String> {
    private final Log log;
    private final long patienceNanos;
    private final long start = System.nanoTime();

    SlowRunNotice(Log log, long patienceMillis) {
        this.log = log;
        this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    }

    /** @param step what begins now, for people */
    @Override
    public void accept(String step) {
        if (System.nanoTime() - start > patienceNanos) {
            log.info(step);
        }
    }
}
