package io.github.schemacompat.fidelity;

import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.Parameter;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the model says of a database. */
final class SchemaFacts {
    private final Facts facts = new Facts();
    private final Spelling spelling;

    private SchemaFacts(Spelling spelling) {
        this.spelling = spelling;
    }

    static Facts of(Schema schema, Spelling spelling) {
        try (spelling) {
            return read(schema, spelling);
        }
    }

    private static Facts read(Schema schema, Spelling spelling) {
        SchemaFacts all = new SchemaFacts(spelling);
        schema.namespaces().forEach(name -> all.facts.object("schema " + QualifiedName.quoted(name)));
        schema.tables().forEach(all::table);
        schema.views().forEach(all::view);
        schema.routines().forEach(all::routine);
        schema.triggers().forEach(all::trigger);
        schema.sequences().forEach(all::sequence);
        schema.types().forEach(all::type);
        schema.synonyms().forEach((key, synonym) -> all.facts.put("synonym " + key, "target", synonym.target()));
        return all.facts;
    }

    private void table(String key, Table table) {
        facts.put("table " + key, "partition", table.partition());
        int place = 0;
        for (Column column : table.columns()) {
            column(key, column, ++place);
        }
        if (table.partition()) {
            return;
        }
        PrimaryKey primaryKey = table.primaryKey();
        if (primaryKey != null) {
            facts.put("primary key of " + key, "name", spelling.constraintName(primaryKey.name()));
            facts.put("primary key of " + key, "columns", primaryKey.columns());
        }
        for (UniqueKey unique : table.uniqueKeys()) {
            if (spelling.uniqueKeysAreIndexes()) {
                String name = called(unique.name(), unique.columns());
                index(key, new Index(name, unique.columns(), List.of(), true, unique.nullsEqual(), null, "btree"));
                continue;
            }
            String path = "unique " + key + "." + called(spelling.constraintName(unique.name()), unique.columns());
            facts.put(path, "columns", unique.columns());
            facts.put(path, "nulls equal", unique.nullsEqual());
        }
        table.foreignKeys().forEach(each -> foreignKey(key, each));
        for (Check check : table.checks()) {
            String path = "check " + key + "." + called(check.name(), check.columns());
            facts.put(path, "columns", check.columns());
            facts.put(path, "enforced", check.enforced());
            facts.put(path, "exclusion", check.exclusion());
            if (!check.exclusion()) {
                facts.put(path, "condition", spelling.check(key, table, check));
            }
        }
        table.indexes().stream()
                .filter(each -> spelling.comparesIndex(table, each))
                .forEach(each -> index(key, each));
    }

    private void column(String tableKey, Column column, int place) {
        String path = "column " + tableKey + "." + column.name();
        if (spelling.comparesPlaces()) {
            facts.put(path, "place", place);
        }
        facts.put(path, "type", column.type().isUnknown() ? Facts.UNTOLD : column.type());
        facts.put(path, "nullable", column.nullable());
        facts.put(path, "default", spelling.defaultValue(tableKey, column));
        facts.put(path, "identity", column.identity());
        facts.put(path, "generated", spelling.generated(tableKey, column));
        facts.put(path, "collation", spelling.collation(tableKey, column));
        String onUpdate = spelling.onUpdate(tableKey, column);
        if (onUpdate != null) {
            facts.put(path, "on update", onUpdate);
        }
        if (column.invisible()) {
            facts.put(path, "invisible", true);
        }
    }

    private void foreignKey(String tableKey, ForeignKey key) {
        String path = "foreign key " + tableKey + "." + called(spelling.constraintName(key.name()), key.columns());
        facts.put(path, "columns", key.columns());
        facts.put(path, "references", key.references());
        facts.put(path, "referenced columns", key.referencedColumns());
        facts.put(path, "on delete", spelling.action(key.onDelete()));
        facts.put(path, "on update", spelling.action(key.onUpdate()));
        facts.put(path, "enforced", key.enforced());
    }

    private void index(String relationKey, Index index) {
        String path = "index " + relationKey + "." + index.name();
        facts.put(path, "keys", spelling.keys(relationKey, index));
        facts.put(path, "included", index.included());
        facts.put(path, "unique", index.unique());
        facts.put(path, "nulls equal", index.nullsEqual());
        facts.put(path, "where", spelling.where(relationKey, index));
        facts.put(path, "method", index.method());
    }

    private void view(String key, View view) {
        String path = "view " + key;
        List<ViewColumn> columns = view.columns();
        facts.put(path, "materialized", view.materialized());
        facts.put(
                path,
                "columns",
                columns == null
                        ? Facts.UNTOLD
                        : columns.stream()
                                .map(each -> each.name() + " "
                                        + (each.type() == null || !spelling.comparesTypesOfViews()
                                                ? Facts.UNTOLD
                                                : each.type()))
                                .sorted(spelling.comparesPlaces() ? (a, b) -> 0 : Comparator.naturalOrder())
                                .collect(Collectors.joining("\n")));
        definition(path, view.definition());
        view.indexes().forEach(each -> index(key, each));
    }

    private void routine(String key, Routine routine) {
        String path = "routine " + key;
        facts.put(path, "kind", routine.routineKind());
        facts.put(
                path,
                "parameters",
                routine.parameters().stream().map(SchemaFacts::parameter).toList());
        facts.put(path, "returns", routine.returns());
        definition(path, routine.definition());
    }

    static String parameter(Parameter parameter) {
        String name = parameter.name() == null ? "" : parameter.name() + " ";
        return parameter.mode() + " " + name + parameter.type() + (parameter.hasDefault() ? " default" : "");
    }

    private void trigger(String key, Trigger trigger) {
        String path = "trigger " + key;
        facts.put(path, "table", trigger.table());
        facts.put(path, "timing", trigger.timing());
        facts.put(path, "events", trigger.events().stream().sorted().toList());
        facts.put(path, "enabled", trigger.enabled());
        facts.put(path, "function", trigger.function());
        definition(path, trigger.definition());
    }

    private void sequence(String key, Sequence sequence) {
        String path = "sequence " + key;
        facts.put(path, "owned by", sequence.ownedBy());
        spelling.options(sequence).forEach((option, value) -> facts.put(path, option, value));
    }

    private void type(String key, UserType type) {
        String path = "type " + key;
        facts.put(path, "kind", type.typeKind());
        facts.put(path, "labels", type.labels());
        facts.put(
                path,
                "columns",
                type.columns().stream()
                        .map(each -> each.name() + " " + each.type())
                        .toList());
        facts.put(path, "base type", type.baseType());
        facts.put(path, "not null", type.notNull());
        facts.put(path, "default", spelling.domainDefault(type));
        for (Check check : type.checks()) {
            facts.put(path, "check " + check.name(), spelling.domainCheck(type, check));
        }
        definition(path, type.definition());
    }

    private void definition(String path, String hash) {
        if (spelling.comparesDefinitions()) {
            facts.put(path, "definition", hash);
        }
    }

    private static String called(@Nullable String name, List<String> columns) {
        return name == null ? columns.toString() : name;
    }
}
