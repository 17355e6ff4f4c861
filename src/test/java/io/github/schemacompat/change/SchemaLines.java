package io.github.schemacompat.change;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All that a replay left, and what it could not read, in lines. */
final class SchemaLines {
    private SchemaLines() {}

    static List<String> of(Replaying replaying) {
        List<String> lines = new ArrayList<>();
        Schema schema = replaying.schema();
        schema.namespaces().forEach(name -> lines.add("schema " + name));
        schema.tables().forEach((key, table) -> {
            lines.add("table " + key
                    + (table.partition() ? " partition" : "")
                    + (table.assumed() ? " assumed" : "")
                    + (table.parents().isEmpty() ? "" : " of " + table.parents()));
            List<String> columns = replaying.columns(key);
            for (int i = 0; i < columns.size(); i++) {
                lines.add("  " + columns.get(i) + more(table.columns().get(i)));
            }
            replaying.keys(key).forEach(member -> lines.add("  " + member));
        });
        schema.views().forEach((key, view) -> lines.add(view(key, view)));
        schema.routines().forEach((key, routine) -> lines.add(routine(key, routine)));
        schema.triggers().forEach((key, trigger) -> lines.add(trigger(key, trigger)));
        schema.sequences()
                .forEach((key, sequence) -> lines.add("sequence " + key + " " + sequence.options()
                        + (sequence.ownedBy() == null ? "" : " owned by " + sequence.ownedBy())));
        schema.types().forEach((key, type) -> lines.add(type(key, type)));
        schema.synonyms().forEach((key, synonym) -> lines.add("synonym " + key + " of " + synonym.target()));
        replaying.problems().forEach(problem -> lines.add("problem " + problem));
        return lines;
    }

    private static String more(Column column) {
        return (column.charset() == null ? "" : " charset " + column.charset())
                + (column.collation() == null ? "" : " collate " + column.collation())
                + (column.invisible() ? " invisible" : "");
    }

    private static String view(String key, View view) {
        List<ViewColumn> columns = view.columns();
        return (view.materialized() ? "materialized view " : "view ") + key + " "
                + (columns == null
                        ? "?"
                        : columns.stream().map(ViewColumn::name).collect(Collectors.joining(", ", "(", ")")))
                + view.indexes().stream()
                        .map(index -> " index " + index.name() + " " + index.columns())
                        .collect(Collectors.joining());
    }

    private static String routine(String key, Routine routine) {
        return routine.routineKind() + " " + key
                + routine.parameters().stream()
                        .map(each -> each.name() + " " + each.type() + (each.hasDefault() ? " default" : ""))
                        .collect(Collectors.joining(", ", " (", ")"))
                + (routine.returns() == null ? "" : " returns " + routine.returns());
    }

    private static String trigger(String key, Trigger trigger) {
        return "trigger " + key + " on " + trigger.table() + " " + trigger.timing() + " " + trigger.events()
                + (trigger.enabled() ? "" : " disabled");
    }

    private static String type(String key, UserType type) {
        return type.typeKind() + " " + key
                + (type.labels().isEmpty() ? "" : " " + type.labels())
                + (type.baseType() == null ? "" : " of " + type.baseType())
                + (type.notNull() ? " not null" : "")
                + (type.defaultValue() == null ? "" : " default " + type.defaultValue())
                + type.columns().stream()
                        .map(each -> each.name() + " " + each.type() + (each.nullable() ? "" : " not null"))
                        .collect(Collectors.collectingAndThen(
                                Collectors.toList(), all -> all.isEmpty() ? "" : " " + all))
                + type.checks().stream()
                        .map(each -> " check " + each.name() + " " + each.expression())
                        .collect(Collectors.joining());
    }
}
