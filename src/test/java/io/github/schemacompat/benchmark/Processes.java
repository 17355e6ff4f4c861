package io.github.schemacompat.benchmark;

import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.DirectoryResourceAccessor;

/** Runs what a user would run instead, each as a process of its own that begins cold. */
public final class Processes {
    private Processes() {}

    /** @param arguments what to run, and the project's folder */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "check" ->
                SchemaCompat.check(CheckRequest.builder()
                        .baseDirectory(folder)
                        .dialect("postgresql")
                        .baseline(List.of("directory:1.0=released"))
                        .build());
            case "nothing" -> {}
            default -> liquibase(arguments[0], folder);
        }
    }

    /** By the calls that its own goals make; what should be called instead logs everything that it does. */
    @SuppressWarnings({"deprecation", "try"})
    private static void liquibase(String command, Path folder) throws Exception {
        try (DirectoryResourceAccessor files = new DirectoryResourceAccessor(folder)) {
            Scope.child(Map.of(Scope.Attr.logService.name(), new NoOpLogService()), () -> {
                Database database = DatabaseFactory.getInstance()
                        .openDatabase(
                                "offline:postgresql?outputLiquibaseSql=none&changeLogFile="
                                        + folder.resolve("history.csv"),
                                null,
                                null,
                                null,
                                files);
                try (Liquibase liquibase = new Liquibase("changelog.xml", files, database)) {
                    if (command.equals("validate")) {
                        liquibase.validate();
                    } else {
                        Writer written = new OutputStreamWriter(
                                Files.newOutputStream(folder.resolve("update.sql")), StandardCharsets.UTF_8);
                        liquibase.update(new Contexts(), new LabelExpression(), written);
                    }
                }
            });
        }
    }

    /** The changelog that names all scripts of a project as they are. */
    static void writeChangelog(MadeUpProject project) throws IOException {
        String files = project.files().stream()
                .map(file -> "  <changeSet author=\"a\" id=\"" + file.getFileName() + "\"><sqlFile path=\""
                        + project.folder().relativize(file) + "\"/></changeSet>\n")
                .collect(Collectors.joining());
        Files.writeString(
                project.folder().resolve("changelog.xml"),
                "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog"
                        + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd\">\n" + files
                        + "</databaseChangeLog>\n");
    }

    /** The command line that starts this class in another JVM. */
    static List<String> command(String what, MadeUpProject project) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Processes.class.getName(),
                what,
                project.folder().toString());
    }

    static List<String> squawk(String program, MadeUpProject project) {
        List<String> command = new ArrayList<>(List.of(program));
        project.files().forEach(file -> command.add(file.toString()));
        return command;
    }

    /**
     * Runs a command to its end.
     *
     * @param fails whether the exit code says what was found
     */
    static void run(List<String> command, boolean fails) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0 && !fails) {
            throw new IOException(command.get(command.size() - 2) + " ended with " + code);
        }
    }

    /** Maven runs this in a class loader of its own. */
    private static String classPath() {
        if (Processes.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs())
                    .map(url -> new File(URI.create(url.toString())).getPath())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }
}
