package io.github.schemacompat.query;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables, views, synonyms and routines of a schema.
 *
 * @param schema what is there
 * @param dialect how names are compared
 * @param defaultSchema the schema of names without one, or null
 */
record SchemaRelations(
        Schema schema, Dialect dialect, @Nullable String defaultSchema) implements Relations {
    @Override
    public Optional<Relation> relation(QualifiedName name) {
        String key = key(name);
        Synonym synonym = schema.synonyms().get(key);
        String target = synonym == null ? key : key(synonym.target());
        Table table = schema.tables().get(target);
        if (table != null) {
            return Optional.of(new Relation(target, columns(table, false), columns(table, true)));
        }
        View view = schema.views().get(target);
        return view == null ? Optional.empty() : Optional.of(new Relation(target, view.columns()));
    }

    private String key(QualifiedName name) {
        return dialect.key(full(name), dialect.defaultSchema());
    }

    private QualifiedName full(QualifiedName name) {
        return name.schema() == null ? name.withSchema(defaultSchema) : name;
    }

    private static List<ViewColumn> columns(Table table, boolean invisible) {
        return table.columns().stream()
                .filter(column -> column.invisible() == invisible)
                .map(SchemaRelations::viewColumn)
                .toList();
    }

    private static ViewColumn viewColumn(Column column) {
        return new ViewColumn(column.name(), column.type());
    }

    @Override
    public List<String> routines(QualifiedName name) {
        String key = dialect.routineKey(full(name), dialect.defaultSchema());
        if (!dialect.overloadsRoutines()) {
            return schema.routines().containsKey(key) ? List.of(key) : List.of();
        }
        String from = key + "(";
        return schema.routines().tailMap(from).keySet().stream()
                .takeWhile(each -> each.startsWith(from))
                .toList();
    }
}
