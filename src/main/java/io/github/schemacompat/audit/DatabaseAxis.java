package io.github.schemacompat.audit;

import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.result.AuditedHistory.Database;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.script.MarksFile;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.MigrationVersion;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The distinct schemas that databases have had; what a release only says of itself makes no other schema. */
final class DatabaseAxis {
    /**
     * A schema on the axis.
     *
     * @param shown how people see it
     * @param schema as it was when it came about
     * @param changes that led from the schema before it here
     */
    record Stop(Database shown, Schema schema, List<SchemaChange> changes) {}

    private final List<Stop> stops = new ArrayList<>();
    private final List<Integer> afterPre = new ArrayList<>();
    private final List<Integer> afterPost = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private List<SchemaChange> pending = new ArrayList<>();
    private Schema bare = Schema.EMPTY;
    private String highest = "none";
    private String lastScript = "";

    static DatabaseAxis of(List<Link> links) {
        DatabaseAxis axis = new DatabaseAxis();
        for (Link link : links) {
            axis.add(link, Phase.PRE);
            axis.afterPre.add(axis.stops.size() - 1);
            axis.add(link, Phase.POST);
            axis.afterPost.add(axis.stops.size() - 1);
        }
        return axis;
    }

    List<Stop> stops() {
        return stops;
    }

    /** Where a release's pre scripts lead to. */
    int afterPre(int release) {
        return afterPre.get(release);
    }

    /** Where all of its scripts lead to: the database that it ships with. */
    int own(int release) {
        return afterPost.get(release);
    }

    private void add(Link link, Phase phase) {
        boolean pre = phase == Phase.PRE;
        pending.addAll(
                pre ? link.replayed().pre().changes() : link.replayed().post().changes());
        Schema schema =
                pre ? link.replayed().pre().schema() : link.replayed().post().schema();
        for (MigrationScript script : link.comparison().added()) {
            if (script.phase() == phase && !MarksFile.is(script.kind(), script.path())) {
                lastScript = script.path();
            }
        }
        if (pre) {
            highest = highest(link, highest);
        }
        Schema now = bare(schema);
        if (now.equals(bare) && !stops.isEmpty()) {
            return;
        }
        bare = now;
        String base = pre ? highest : highest + " after post";
        String name = names.add(base) ? base : base + " (" + link.release().name() + ")";
        names.add(name);
        stops.add(new Stop(new Database(name, lastScript, phase.id()), schema, List.copyOf(pending)));
        pending = new ArrayList<>();
    }

    /** The name of the highest migration that ran before the deployment. */
    private static String highest(Link link, String before) {
        String name = before;
        for (MigrationScript script : link.set().scripts()) {
            if (script.kind() != ScriptKind.REPEATABLE && script.phase() == Phase.PRE) {
                MigrationVersion version = script.version();
                name = version == null
                        ? script.path()
                                .substring(script.path().lastIndexOf('/') + 1)
                                .replaceFirst("\\.sql$", "")
                        : version.text().replace('_', '.');
            }
        }
        return name;
    }

    private static Schema bare(Schema schema) {
        return new Schema(
                        with(schema.tables(), DatabaseAxis::bare),
                        with(schema.views(), view -> view.marks().isEmpty() ? view : view.withMarks(Marks.NONE)),
                        with(schema.routines(), each -> each.marks().isEmpty() ? each : each.withMarks(Marks.NONE)),
                        schema.triggers(),
                        with(schema.sequences(), each -> each.marks().isEmpty() ? each : each.withMarks(Marks.NONE)),
                        with(schema.types(), each -> each.marks().isEmpty() ? each : each.withMarks(Marks.NONE)),
                        with(schema.synonyms(), each -> each.marks().isEmpty() ? each : each.withMarks(Marks.NONE)),
                        schema.namespaces())
                .withGrants(schema.grants())
                .withRowPolicies(schema.rowPolicies());
    }

    private static Table bare(Table table) {
        boolean marked = !table.marks().isEmpty()
                || table.columns().stream().anyMatch(column -> !column.marks().isEmpty());
        if (!marked) {
            return table;
        }
        List<Column> columns = table.columns().stream()
                .map(column -> column.withMarks(Marks.NONE))
                .toList();
        return table.withMarks(Marks.NONE).withColumns(columns);
    }

    private static <E> Map<String, E> with(Map<String, E> shelf, UnaryOperator<E> change) {
        Map<String, E> changed = new TreeMap<>();
        shelf.forEach((key, element) -> changed.put(key, change.apply(element)));
        return changed;
    }
}
