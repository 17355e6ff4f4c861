package io.github.schemacompat.report;

import io.github.schemacompat.result.CheckResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Hands the report {@code github} over to a running step: annotations on its output, the summary in the file for it. */
public final class GitHubActions {
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    private GitHubActions() {}

    /**
     * @param result of which the report {@code github} was written
     * @param folder where it was written to
     * @param output the step's own output; GitHub knows annotations only where nothing stands before them
     * @param environment of the step, which names the file of the summary; nothing is added where it names none
     * @throws IOException if one of the files or the output refuses
     */
    public static void publish(CheckResult result, Path folder, OutputStream output, Map<String, String> environment)
            throws IOException {
        output.write(Files.readAllBytes(folder.resolve(new GitHubReport().fileName())));
        output.flush();
        String file = environment.get(SUMMARY);
        if (file != null && !file.isBlank()) {
            Files.writeString(
                    Path.of(file),
                    MarkdownReport.text(result),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }
}
