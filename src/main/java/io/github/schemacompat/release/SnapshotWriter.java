package io.github.schemacompat.release;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.github.schemacompat.dialect.IdentifierCase;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.DisabledKey;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.Parameter;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.script.MigrationVersion;
import io.github.schemacompat.script.ScriptKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a snapshot as JSON: sorted, a line for each column, so that a diff of two reads well. */
final class SnapshotWriter {
    static final int FORMAT = 1;
    private final FormattingStyle lines = FormattingStyle.PRETTY;
    private final FormattingStyle oneLine = FormattingStyle.COMPACT.withSpaceAfterSeparators(true);

    private final StringWriter text = new StringWriter();
    private final JsonWriter out = new JsonWriter(text);

    private SnapshotWriter() {
        out.setFormattingStyle(lines);
    }

    /** Writes the fields of one object. */
    private interface Fields<T> {
        void write(T value) throws IOException;
    }

    static String write(Snapshot snapshot) {
        SnapshotWriter writer = new SnapshotWriter();
        try {
            writer.root(snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.text + "\n";
    }

    private void root(Snapshot snapshot) throws IOException {
        out.beginObject();
        out.name("format").value(FORMAT);
        out.name("release").value(snapshot.release());
        out.name("dialect").value(snapshot.dialect().id());
        IdentifierCase identifierCase = snapshot.dialect().identifierCase();
        if (identifierCase != snapshot.dialect().identifierCases().get(0)) {
            out.name("identifierCase").value(identifierCase.id());
        }
        rows("scripts", snapshot.scripts(), this::script);
        out.name("schema").beginObject();
        schema(snapshot.schema());
        out.endObject();
        if (!snapshot.notUnderstood().isEmpty()) {
            out.name("notUnderstood").beginArray();
            for (String line : snapshot.notUnderstood()) {
                out.value(line);
            }
            out.endArray();
        }
        out.endObject();
    }

    private void script(ReleasedScript script) throws IOException {
        out.name("path").value(script.path());
        if (script.kind() != ScriptKind.VERSIONED) {
            out.name("kind").value(script.kind().name().toLowerCase(Locale.ROOT));
        }
        MigrationVersion version = script.version();
        if (version != null) {
            out.name("version").value(version.text());
        }
        out.name("sha256").value(script.sha256());
    }

    private void schema(Schema schema) throws IOException {
        blocks("tables", schema.tables(), this::table);
        blocks("views", schema.views(), this::view);
        blocks("routines", schema.routines(), this::routine);
        rows("triggers", schema.triggers(), this::trigger);
        rows("sequences", schema.sequences(), this::sequence);
        blocks("types", schema.types(), this::type);
        rows("synonyms", schema.synonyms(), this::synonym);
        if (!schema.namespaces().isEmpty()) {
            strings("namespaces", schema.namespaces());
        }
        if (!schema.grants().isEmpty()) {
            strings("grants", schema.grants());
        }
        if (!schema.rowPolicies().isEmpty()) {
            strings("rowPolicies", schema.rowPolicies());
        }
    }

    private void table(Table table) throws IOException {
        out.name("name").value(table.name().toString());
        rows("columns", table.columns(), this::column);
        PrimaryKey key = table.primaryKey();
        if (key == null) {
            out.name("primaryKey").nullValue();
        } else {
            strings("primaryKey", key.columns());
            out.name("primaryKeyName").value(key.name());
        }
        rows("unique", sorted(table.uniqueKeys(), UniqueKey::name, UniqueKey::columns), this::uniqueKey);
        rows("foreignKeys", sorted(table.foreignKeys(), ForeignKey::name, ForeignKey::columns), this::foreignKey);
        checks("checks", table.checks());
        indexes(table.indexes());
        flag("partition", table.partition(), false);
        if (!table.parents().isEmpty()) {
            strings("parents", table.parents());
        }
        if (!table.ownColumns().isEmpty()) {
            strings("ownColumns", table.ownColumns());
        }
        flag("assumed", table.assumed(), false);
        text("charset", table.textDefault().charset());
        text("collation", table.textDefault().collation());
        if (!table.disabledKeys().isEmpty()) {
            rows(
                    "disabledKeys",
                    sorted(table.disabledKeys(), DisabledKey::name, DisabledKey::columns),
                    this::disabledKey);
        }
        marks(table.marks());
    }

    private void disabledKey(DisabledKey key) throws IOException {
        out.name("name").value(key.name());
        strings("columns", key.columns());
        flag("primary", key.primary(), false);
        Index index = key.index();
        if (index != null) {
            out.name("index").beginObject();
            index(index);
            out.endObject();
        }
    }

    private void column(Column column) throws IOException {
        out.name("name").value(column.name());
        columnType("type", column.type());
        out.name("nullable").value(column.nullable());
        flag("nullableItself", column.nullableItself(), column.nullable());
        out.name("default").value(column.defaultValue());
        out.name("defaultName").value(column.defaultName());
        out.name("identity");
        if (column.identity() == Identity.NONE) {
            out.value(false);
        } else {
            out.value(column.identity() == Identity.ALWAYS ? "always" : "by default");
        }
        out.name("generated").value(column.generated());
        text("onUpdate", column.onUpdate());
        text("charset", column.charset());
        out.name("collation").value(column.collation());
        flag("invisible", column.invisible(), false);
        marks(column.marks());
    }

    /** A type is written as one text where that can be read back, else in its parts. */
    private void columnType(String name, ColumnType type) throws IOException {
        out.name(name);
        if (ColumnType.parse(type.toString()).equals(type)) {
            out.value(type.toString());
            return;
        }
        out.beginObject();
        out.name("name").value(type.name());
        strings("arguments", type.arguments());
        out.endObject();
    }

    private void uniqueKey(UniqueKey key) throws IOException {
        out.name("name").value(key.name());
        strings("columns", key.columns());
        flag("nullsEqual", key.nullsEqual(), false);
    }

    private void foreignKey(ForeignKey key) throws IOException {
        out.name("name").value(key.name());
        strings("columns", key.columns());
        out.name("references").value(key.references());
        strings("referencedColumns", key.referencedColumns());
        out.name("onDelete").value(key.onDelete());
        out.name("onUpdate").value(key.onUpdate());
        flag("enforced", key.enforced(), true);
    }

    private void checks(String name, List<Check> checks) throws IOException {
        rows(name, sorted(checks, Check::name, check -> List.of(check.expression())), this::check);
    }

    private void check(Check check) throws IOException {
        out.name("name").value(check.name());
        out.name("expression").value(check.expression());
        strings("columns", check.columns());
        flag("exclusion", check.exclusion(), false);
        flag("enforced", check.enforced(), true);
        flag("noInherit", check.noInherit(), false);
        if (check.ofColumn() != null) {
            out.name("ofColumn").value(check.ofColumn());
        }
    }

    private void indexes(List<Index> indexes) throws IOException {
        out.name("indexes").beginObject();
        for (Index index : sorted(indexes, Index::name, Index::columns)) {
            out.name(index.name());
            row(index, this::index);
        }
        out.endObject();
    }

    private void index(Index index) throws IOException {
        strings("columns", index.columns());
        if (!index.included().isEmpty()) {
            strings("included", index.included());
        }
        out.name("unique").value(index.unique());
        flag("nullsEqual", index.nullsEqual(), false);
        out.name("where").value(index.where());
        if (!index.method().equals("btree")) {
            out.name("method").value(index.method());
        }
    }

    private void view(View view) throws IOException {
        out.name("name").value(view.name().toString());
        List<ViewColumn> columns = view.columns();
        if (columns == null) {
            out.name("columns").nullValue();
        } else {
            rows("columns", columns, this::viewColumn);
        }
        out.name("definition").value(view.definition());
        strings("uses", view.uses());
        flag("materialized", view.materialized(), false);
        if (!view.indexes().isEmpty()) {
            indexes(view.indexes());
        }
        marks(view.marks());
    }

    private void viewColumn(ViewColumn column) throws IOException {
        out.name("name").value(column.name());
        ColumnType type = column.type();
        if (type == null) {
            out.name("type").nullValue();
        } else {
            columnType("type", type);
        }
        if (column.star() != null) {
            out.name("star").value(column.star());
        }
        if (column.follows() != null) {
            out.name("follows").value(column.follows());
        }
        flag("ownName", column.ownName(), true);
    }

    private void routine(Routine routine) throws IOException {
        out.name("name").value(routine.name().toString());
        out.name("kind").value(routine.routineKind());
        rows("parameters", routine.parameters(), this::parameter);
        out.name("returns").value(routine.returns());
        out.name("definition").value(routine.definition());
        strings("uses", routine.uses());
        marks(routine.marks());
    }

    private void parameter(Parameter parameter) throws IOException {
        out.name("name").value(parameter.name());
        columnType("type", parameter.type());
        out.name("default").value(parameter.hasDefault());
        out.name("mode").value(parameter.mode());
    }

    private void trigger(Trigger trigger) throws IOException {
        out.name("name").value(trigger.name().toString());
        out.name("table").value(trigger.table());
        out.name("timing").value(trigger.timing());
        strings("events", trigger.events());
        flag("enabled", trigger.enabled(), true);
        text("function", trigger.function());
        out.name("definition").value(trigger.definition());
        if (!trigger.effect().sets().isEmpty()) {
            strings("sets", trigger.effect().sets());
            strings("fills", trigger.effect().fills());
        }
        if (!trigger.uses().isEmpty()) {
            strings("uses", trigger.uses());
        }
    }

    private void sequence(Sequence sequence) throws IOException {
        out.name("name").value(sequence.name().toString());
        if (!sequence.options().isEmpty()) {
            out.name("options").beginObject();
            for (Map.Entry<String, String> option : sequence.options().entrySet()) {
                out.name(option.getKey()).value(option.getValue());
            }
            out.endObject();
        }
        text("ownedBy", sequence.ownedBy());
        marks(sequence.marks());
    }

    private void type(UserType type) throws IOException {
        out.name("name").value(type.name().toString());
        out.name("kind").value(type.typeKind());
        if (!type.labels().isEmpty()) {
            strings("labels", type.labels());
        }
        if (!type.columns().isEmpty()) {
            rows("columns", type.columns(), this::column);
        }
        ColumnType base = type.baseType();
        if (base != null) {
            columnType("baseType", base);
        }
        flag("notNull", type.notNull(), false);
        text("default", type.defaultValue());
        if (!type.checks().isEmpty()) {
            checks("checks", type.checks());
        }
        if (!type.definition().isEmpty()) {
            out.name("definition").value(type.definition());
        }
        marks(type.marks());
    }

    private void synonym(Synonym synonym) throws IOException {
        out.name("name").value(synonym.name().toString());
        out.name("target").value(synonym.target().toString());
        if (synonym.database() != null) {
            out.name("database").value(synonym.database());
        }
        marks(synonym.marks());
    }

    private void marks(Marks marks) throws IOException {
        if (marks.isEmpty()) {
            return;
        }
        FormattingStyle around = out.getFormattingStyle();
        out.name("marks").beginObject();
        out.setFormattingStyle(oneLine);
        text("deprecated", marks.deprecated());
        text("readsDeprecated", marks.readsDeprecated());
        text("populated", marks.populated());
        if (!marks.honors().isEmpty()) {
            strings("honors", marks.honors());
        }
        out.endObject();
        out.setFormattingStyle(around);
    }

    /** Several lines for each object. */
    private <T> void blocks(String name, Map<String, T> values, Fields<T> fields) throws IOException {
        out.name(name).beginObject();
        for (Map.Entry<String, T> entry : values.entrySet()) {
            out.name(entry.getKey()).beginObject();
            fields.write(entry.getValue());
            out.endObject();
        }
        out.endObject();
    }

    /** A line for each object. */
    private <T> void rows(String name, Map<String, T> values, Fields<T> fields) throws IOException {
        out.name(name).beginObject();
        for (Map.Entry<String, T> entry : values.entrySet()) {
            out.name(entry.getKey());
            row(entry.getValue(), fields);
        }
        out.endObject();
    }

    private <T> void rows(String name, Collection<T> values, Fields<T> fields) throws IOException {
        out.name(name).beginArray();
        for (T value : values) {
            row(value, fields);
        }
        out.endArray();
    }

    private <T> void row(T value, Fields<T> fields) throws IOException {
        out.beginObject();
        out.setFormattingStyle(oneLine);
        fields.write(value);
        out.endObject();
        out.setFormattingStyle(lines);
    }

    private void strings(String name, Collection<String> values) throws IOException {
        FormattingStyle around = out.getFormattingStyle();
        out.name(name).beginArray();
        out.setFormattingStyle(oneLine);
        for (String value : values) {
            out.value(value);
        }
        out.endArray();
        out.setFormattingStyle(around);
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.name(name).value(value);
        }
    }

    private void flag(String name, boolean value, boolean usual) throws IOException {
        if (value != usual) {
            out.name(name).value(value);
        }
    }

    private static <T> List<T> sorted(
            List<T> values,
            java.util.function.Function<T, @Nullable String> name,
            java.util.function.Function<T, List<String>> columns) {
        Comparator<T> byName = Comparator.comparing(value -> {
            String known = name.apply(value);
            return known == null ? "" : known;
        });
        return values.stream()
                .sorted(byName.thenComparing(value -> String.join(",", columns.apply(value))))
                .toList();
    }
}
