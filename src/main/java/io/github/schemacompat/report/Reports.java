package io.github.schemacompat.report;

import io.github.schemacompat.file.WholeFile;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats there are, and how they get into their files: complete or not at all. */
public final class Reports {
    public static final List<Report> ALL = List.of(
            new JsonReport(),
            new HtmlReport(),
            new SarifReport(),
            new JUnitReport(),
            new GitHubReport(),
            new GitLabReport(),
            new MarkdownReport());

    private Reports() {}

    public static Optional<Report> byId(String id) {
        return ALL.stream().filter(report -> report.id().equals(id)).findFirst();
    }

    /** The words of the parameter {@code reports}, for messages. */
    public static String ids() {
        return ALL.stream().map(Report::id).collect(Collectors.joining(", "));
    }

    /** Removes what an earlier run left in any format, so that no old report is taken for the new one. */
    public static void delete(Path folder) throws IOException {
        for (Report report : ALL) {
            Files.deleteIfExists(folder.resolve(report.fileName()));
        }
    }

    /** Writes a result in several formats, each under its own file name. */
    public static void writeAll(CheckResult result, List<String> formats, Path folder) throws IOException {
        for (String format : formats) {
            write(result, format, folder.resolve(named(format).fileName()));
        }
    }

    private static Report named(String format) {
        return byId(format).orElseThrow(() -> new IllegalArgumentException("no report format: " + format));
    }

    /**
     * Writes a result in one format.
     *
     * @param result what to report
     * @param format a word of the parameter {@code reports}
     * @param file where; its folders are made
     * @throws IOException if the file can't be written; an older file of that name is then gone
     * @throws IllegalArgumentException if there is no such format
     */
    public static void write(CheckResult result, String format, Path file) throws IOException {
        Report report = named(format);
        write(file, writer -> report.write(result, Tool.running(), writer));
    }

    static void write(Path file, WholeFile.Content content) throws IOException {
        Files.deleteIfExists(file);
        WholeFile.write(file, content);
    }
}
