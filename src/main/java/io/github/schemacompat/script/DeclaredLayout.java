package io.github.schemacompat.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A schema as it shall be, in files of CREATE statements (SQL Server Data Tools and their like). Nobody runs them one after
 * the other: a release is compared as a whole. What is needed comes before what needs it, as far as their kinds tell.
 */
final class DeclaredLayout extends ScriptLayout {
    private static final Pattern CREATE = Pattern.compile(
            "(?im)^\\s*CREATE\\s+(?:OR\\s+(?:ALTER|REPLACE)\\s+)?(?:UNIQUE\\s+|CLUSTERED\\s+|NONCLUSTERED\\s+|MATERIALIZED\\s+)*(\\w+)");
    private static final List<String> KINDS = List.of(
            "ROLE",
            "USER",
            "SCHEMA",
            "TYPE",
            "SEQUENCE",
            "TABLE",
            "INDEX",
            "SYNONYM",
            "FUNCTION",
            "VIEW",
            "PROC",
            "PROCEDURE",
            "TRIGGER");
    private static final Pattern REFERENCES = Pattern.compile("(?i)\\bREFERENCES\\s+([\\w.\\[\\]\"`]+)");
    private static final Pattern TABLE = Pattern.compile("(?i)\\bCREATE\\s+TABLE\\s+([\\w.\\[\\]\"`]+)");

    DeclaredLayout() {
        super("declared");
    }

    @Override
    boolean recognises(ScriptFile file) {
        return false;
    }

    @Override
    public boolean isDeclared() {
        return true;
    }

    @Override
    public ScriptOrder defaultOrder() {
        return ScriptOrder.NAME;
    }

    @Override
    ScriptName name(ScriptFile file) {
        return new ScriptName(file, ScriptKind.VERSIONED, null, file.path(), null);
    }

    @Override
    Comparator<ScriptName> runningOrder(ScriptOrder order) {
        Comparator<String> byPath = order.comparator();
        return (a, b) -> byPath.compare(a.file().path(), b.file().path());
    }

    @Override
    public ScriptSet arrange(
            List<ScriptFile> files, ScriptReader reader, PhasePatterns phases, @Nullable ScriptOrder order) {
        ScriptSet set = super.arrange(files, reader, phases, order);
        List<MigrationScript> scripts = new ArrayList<>(set.scripts());
        scripts.sort(Comparator.comparingInt(script -> KINDS.indexOf(kind(script))));
        return new ScriptSet(
                this, inOrderOfReferences(scripts), set.unreadable(), set.leftOut(), set.duplicates(), set.notes());
    }

    private static String kind(MigrationScript script) {
        Matcher create = CREATE.matcher(script.source().text());
        return create.find() ? create.group(1).toUpperCase(Locale.ROOT) : "";
    }

    /** A table behind those that its foreign keys name; where they go in circles, by name. */
    private static List<MigrationScript> inOrderOfReferences(List<MigrationScript> scripts) {
        Map<String, MigrationScript> byTable = new HashMap<>();
        for (MigrationScript script : scripts) {
            Matcher table = TABLE.matcher(script.source().text());
            while (table.find()) {
                byTable.putIfAbsent(plain(table.group(1)), script);
            }
        }
        Set<MigrationScript> ordered = new LinkedHashSet<>();
        Set<MigrationScript> begun = new HashSet<>();
        scripts.forEach(script -> visit(script, byTable, begun, ordered));
        return List.copyOf(ordered);
    }

    private static void visit(
            MigrationScript script,
            Map<String, MigrationScript> byTable,
            Set<MigrationScript> begun,
            Set<MigrationScript> ordered) {
        if (!begun.add(script)) {
            return;
        }
        if (kind(script).equals("TABLE")) {
            Matcher reference = REFERENCES.matcher(script.source().text());
            while (reference.find()) {
                MigrationScript needed = byTable.get(plain(reference.group(1)));
                if (needed != null) {
                    visit(needed, byTable, begun, ordered);
                }
            }
        }
        ordered.add(script);
    }

    /** The own name of a table, without its schema and quotes. */
    private static String plain(String name) {
        return name.substring(name.lastIndexOf('.') + 1)
                .replaceAll("[\\[\\]\"`]", "")
                .toLowerCase(Locale.ROOT);
    }
}
