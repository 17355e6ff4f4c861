package io.github.schemacompat.fidelity;

import io.github.schemacompat.script.DiskTree;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.PhasePatterns;
import io.github.schemacompat.script.ScriptFile;
import io.github.schemacompat.script.ScriptFinder;
import io.github.schemacompat.script.ScriptLayout;
import io.github.schemacompat.script.ScriptOrder;
import io.github.schemacompat.script.ScriptReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scripts of a folder or pattern, in the order of the layout that their names speak for. */
final class Scripts {
    private Scripts() {}

    /** @param locations folders, files or Ant patterns, with commas between them */
    static List<MigrationScript> in(Path base, String locations) {
        return in(base, locations, null);
    }

    /** @param order null for the layout's own */
    static List<MigrationScript> in(Path base, String locations, @Nullable ScriptOrder order) {
        List<ScriptFile> files = files(base, locations);
        ScriptReader reader = new ScriptReader(StandardCharsets.UTF_8);
        return ScriptLayout.detect(files, reader)
                .arrange(files, reader, PhasePatterns.DEFAULT, order)
                .forNewDatabase();
    }

    /** Every file that is found is a script, whatever its name says. */
    static List<MigrationScript> plain(Path base, String locations) {
        return ScriptLayout.PLAIN
                .arrange(
                        files(base, locations),
                        new ScriptReader(StandardCharsets.UTF_8),
                        PhasePatterns.DEFAULT,
                        ScriptOrder.NAME)
                .scripts();
    }

    private static List<ScriptFile> files(Path base, String locations) {
        return new ScriptFinder(new DiskTree(base)).find(List.of(locations.split(",")));
    }
}
