package io.github.schemacompat.it;

import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@code findings.json} as another program reads it. */
record FindingsFile(
        int format,
        String outcome,
        List<Problem> problems,
        List<HistoryEntry> histories,
        List<Finding> findings,
        String rollback) {
    record Problem(
            String code,
            String message,
            @Nullable String file,
            @Nullable Integer line) {}

    record HistoryEntry(
            @Nullable String name, String dialect, String baseline, List<String> releases, Scripts scripts) {}

    record Scripts(int total, @SerializedName("new") int added) {}

    record Broken(String release) {}

    record Finding(
            String rule,
            String severity,
            String object,
            String fix,
            List<Broken> breaks,
            @Nullable String file,
            @Nullable Integer line) {}

    /** Where the plugin writes it in a module. */
    static Path in(Path module) {
        return module.resolve("target/schema-compat/findings.json");
    }

    static FindingsFile read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Gson().fromJson(reader, FindingsFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What there is in it, a line each: the outcome, the problems, the findings. */
    List<String> lines() {
        return Stream.of(
                        Stream.of("outcome: " + outcome),
                        problems.stream().map(problem -> "problem: " + problem.code() + place(problem)),
                        findings.stream()
                                .map(finding -> "finding: " + finding.rule() + " " + finding.file() + ":"
                                        + finding.line() + " " + finding.object() + " [" + finding.severity() + "]"))
                .flatMap(lines -> lines)
                .sorted()
                .toList();
    }

    private static String place(Problem problem) {
        if (problem.file() == null) {
            return "";
        }
        return " " + problem.file() + (problem.line() == null ? "" : ":" + problem.line());
    }
}
