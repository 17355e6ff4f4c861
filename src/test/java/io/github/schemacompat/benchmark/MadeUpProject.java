package io.github.schemacompat.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A project whose scripts are written for a measurement.
 *
 * @param folder holds the project
 * @param released folder of the scripts of its last release, relative to it
 * @param files all its scripts, in order
 */
record MadeUpProject(Path folder, String released, List<Path> files) {
    private static final String SCRIPTS = "src/main/resources/db/migration";

    /** Every tenth script makes a table, the others add a column and an index to the last one; the last script is new. */
    static MadeUpProject ofScripts(Path folder, int scripts, int rowsInEach) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < scripts; i++) {
            StringBuilder text = new StringBuilder();
            String table = "account_" + i / 10;
            text.append(
                    i % 10 == 0
                            ? table(table)
                            : "ALTER TABLE " + table + " ADD COLUMN note_" + i + " text;\nCREATE INDEX ix_" + i + " ON "
                                    + table + " (note_" + i + ");\n");
            for (int row = 0; row < rowsInEach; row++) {
                text.append("INSERT INTO ")
                        .append(table)
                        .append(" (id, name, amount) VALUES (")
                        .append(i * 1000L + row)
                        .append(", 'the name of row ")
                        .append(row)
                        .append("', 12.50);\n");
            }
            texts.add(text.toString());
        }
        return write(folder, texts);
    }

    /** One released script makes all tables, and a new one adds a column to one of them. */
    static MadeUpProject ofTables(Path folder, int tables) {
        StringBuilder released = new StringBuilder();
        for (int i = 0; i < tables; i++) {
            released.append(table("account_" + i));
        }
        return write(folder, List.of(released.toString(), "ALTER TABLE account_0 ADD COLUMN note text;\n"));
    }

    private static String table(String name) {
        return "CREATE TABLE " + name + " (\n    id bigserial PRIMARY KEY,\n    name varchar(50) NOT NULL,\n"
                + "    amount numeric(10, 2) NOT NULL DEFAULT 0,\n    created timestamptz NOT NULL DEFAULT now()\n);\n";
    }

    private static MadeUpProject write(Path folder, List<String> texts) {
        try {
            Path released = Files.createDirectories(folder.resolve("released"));
            Path current = Files.createDirectories(folder.resolve(SCRIPTS));
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                String name = "V" + (i + 1) + "__step.sql";
                files.add(Files.writeString(current.resolve(name), texts.get(i)));
                if (i < texts.size() - 1) {
                    Files.writeString(released.resolve(name), texts.get(i));
                }
            }
            return new MadeUpProject(folder, "released", files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The size of all scripts in bytes. */
    long bytes() {
        return files.stream().mapToLong(file -> file.toFile().length()).sum();
    }
}
