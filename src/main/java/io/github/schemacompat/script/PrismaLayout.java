package io.github.schemacompat.script;

import java.util.Comparator;
import java.util.regex.Pattern;

/** Prisma Migrate: a folder for each migration, in the order of their names, with a {@code migration.sql} in it. */
final class PrismaLayout extends ScriptLayout {
    private static final String MIGRATION = "migration.sql";
    private static final Pattern OWN_FOLDER = Pattern.compile("(?:.*/)?\\d\\w*[^/]*/migration\\.sql");

    PrismaLayout() {
        super("prisma");
    }

    @Override
    boolean recognises(ScriptFile file) {
        return OWN_FOLDER.matcher(file.file()).matches();
    }

    @Override
    public ScriptOrder defaultOrder() {
        return ScriptOrder.NAME;
    }

    @Override
    ScriptName name(ScriptFile file) {
        return file.name().equals(MIGRATION)
                ? new ScriptName(file, ScriptKind.VERSIONED, null, file.path(), null)
                : ScriptName.leftOut(file, "Prisma runs <folder>/" + MIGRATION + " only");
    }

    @Override
    Comparator<ScriptName> runningOrder(ScriptOrder order) {
        Comparator<String> byPath = order.comparator();
        return (a, b) -> byPath.compare(a.file().path(), b.file().path());
    }
}
