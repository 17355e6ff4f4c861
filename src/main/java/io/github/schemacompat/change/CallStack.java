package io.github.schemacompat.change;

import java.util.ArrayList;
import java.util.List;

/** The bodies and texts that are running now, one inside the other. */
final class CallStack {
    /** Deeper than scripts call; what goes further calls itself. */
    private static final int DEEPEST_CALL = 16;

    private final List<String> running = new ArrayList<>();

    /** Whether nothing more is followed. */
    boolean isFull() {
        return running.size() >= DEEPEST_CALL;
    }

    boolean isRunning(String key) {
        return running.contains(key);
    }

    void within(String key, Runnable body) {
        running.add(key);
        body.run();
        running.remove(running.size() - 1);
    }
}
