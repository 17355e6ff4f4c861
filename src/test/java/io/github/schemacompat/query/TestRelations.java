package io.github.schemacompat.query;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.View;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A small schema for queries, written as {@code customers(id int, name varchar(20))}. */
final class TestRelations {
    private final Dialect dialect;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, View> views = new LinkedHashMap<>();
    private final Map<String, Routine> routines = new LinkedHashMap<>();
    private final Map<String, Synonym> synonyms = new LinkedHashMap<>();

    TestRelations(Dialect dialect) {
        this.dialect = dialect;
    }

    TestRelations table(String name, String... columns) {
        QualifiedName qualified = qualified(name);
        List<Column> list = Arrays.stream(columns).map(this::column).toList();
        tables.put(key(qualified), Table.of(qualified, list));
        return this;
    }

    private Column column(String text) {
        int space = text.indexOf(' ');
        ColumnType type = dialect.canonical(ColumnType.parse(text.substring(space + 1)));
        return Column.of(text.substring(0, space), type);
    }

    TestRelations viewWithUnknownColumns(String name) {
        QualifiedName qualified = qualified(name);
        views.put(key(qualified), new View(qualified, null, "", new TreeSet<>(), false, List.of(), Marks.NONE));
        return this;
    }

    TestRelations routine(String name, String arguments) {
        QualifiedName qualified = qualified(name);
        routines.put(
                key(qualified) + arguments,
                new Routine(qualified, "function", List.of(), null, "", new TreeSet<>(), Marks.NONE));
        return this;
    }

    TestRelations synonym(String name, String target) {
        synonyms.put(key(qualified(name)), new Synonym(qualified(name), qualified(target)));
        return this;
    }

    private static QualifiedName qualified(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? QualifiedName.of(name) : new QualifiedName(name.substring(0, dot), name.substring(dot + 1));
    }

    private String key(QualifiedName name) {
        return dialect.key(name, dialect.defaultSchema());
    }

    Relations relations() {
        Schema schema = new Schema(tables, views, routines, Map.of(), Map.of(), Map.of(), synonyms, new TreeSet<>());
        return new SchemaRelations(schema, dialect, dialect.defaultSchema());
    }
}
