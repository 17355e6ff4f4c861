package io.github.schemacompat.benchmark;

import java.util.Arrays;

/** Measures work in a warm JVM. */
final class Stopwatch {
    private static final double NANOS = 1e9;
    private static final int WARM_UP_SECONDS = 2;

    private Stopwatch() {}

    /** Work that may fail. */
    interface Work {
        void run() throws Exception;
    }

    /**
     * The median time of some runs, after two seconds of runs that don't count.
     *
     * @return in seconds
     */
    static double seconds(int runs, Work work) throws Exception {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < WARM_UP_SECONDS * NANOS) {
            work.run();
        }
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.run();
            seconds[i] = (System.nanoTime() - start) / NANOS;
        }
        Arrays.sort(seconds);
        return seconds[runs / 2];
    }
}
