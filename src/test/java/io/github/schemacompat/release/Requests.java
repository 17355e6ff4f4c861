package io.github.schemacompat.release;

import io.github.schemacompat.script.PhasePatterns;
import io.github.schemacompat.script.ScriptLayout;
import io.github.schemacompat.script.ScriptReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests as a check would make them. */
record Requests(
        Path base,
        @Nullable String release,
        int window,
        List<String> supported,
        @Nullable String artifactId,
        @Nullable String tagPattern,
        String scripts) {
    static Requests in(Path base) {
        return new Requests(base, null, 1, List.of(), null, null, "db");
    }

    Requests release(String value) {
        return new Requests(base, value, window, supported, artifactId, tagPattern, scripts);
    }

    Requests window(int value) {
        return new Requests(base, release, value, supported, artifactId, tagPattern, scripts);
    }

    Requests supported(String... values) {
        return new Requests(base, release, window, List.of(values), artifactId, tagPattern, scripts);
    }

    Requests artifactId(String value) {
        return new Requests(base, release, window, supported, value, tagPattern, scripts);
    }

    Requests tagPattern(String value) {
        return new Requests(base, release, window, supported, artifactId, value, scripts);
    }

    Requests scripts(String value) {
        return new Requests(base, release, window, supported, artifactId, tagPattern, value);
    }

    BaselineRequest build() {
        return new BaselineRequest(
                base,
                List.of(scripts),
                ScriptLayout.FLYWAY,
                new ScriptReader(StandardCharsets.UTF_8),
                PhasePatterns.DEFAULT,
                null,
                new ReleaseSelection(release, window, supported),
                artifactId,
                tagPattern,
                "src/schema-compat",
                List.of("src/main/resources"),
                null,
                DatabaseLogin.NONE);
    }

    FoundReleases find(String... baselines) {
        return Baseline.find(Baseline.parse(List.of(baselines)), build());
    }
}
