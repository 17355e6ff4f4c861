package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a supported release may use: its schema without what it has deprecated and without ignored objects. */
final class ContractOf {
    private final Release release;
    private final Dialect dialect;
    private final IgnoredObjects ignored;

    ContractOf(Release release, Dialect dialect, IgnoredObjects ignored) {
        this.release = release;
        this.dialect = dialect;
        this.ignored = ignored;
    }

    String release() {
        return release.name();
    }

    /** Whether the release may use the object of this path. */
    boolean has(ObjectPath path) {
        return switch (path.kind()) {
            case TABLE, PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION, INDEX -> table(path.owner()) != null;
            case COLUMN -> member(path) != null;
            case VIEW -> view(path.owner()) != null;
            case ROUTINE -> routine(path.owner()) != null;
            case TRIGGER -> path.member() == null || table(path.owner()) != null || view(path.owner()) != null;
            case SEQUENCE -> release.schema().sequences().containsKey(path.owner()) && !ignored.contains(path.owner());
            case TYPE -> type(path.owner()) != null;
            case SYNONYM -> release.schema().synonyms().containsKey(path.owner()) && !ignored.contains(path.owner());
            case SCHEMA -> holds(path.owner());
            case OTHER -> false;
        };
    }

    /** Whether the release may use anything in the schema. */
    private boolean holds(String namespace) {
        Schema all = release.schema();
        return all.tables().entrySet().stream()
                        .anyMatch(each -> table(each.getKey()) != null
                                && isIn(namespace, each.getValue().name()))
                || all.views().entrySet().stream()
                        .anyMatch(each -> view(each.getKey()) != null
                                && isIn(namespace, each.getValue().name()))
                || all.routines().entrySet().stream()
                        .anyMatch(each -> routine(each.getKey()) != null
                                && isIn(namespace, each.getValue().name()))
                || all.sequences().values().stream().anyMatch(each -> isIn(namespace, each.name()))
                || all.types().values().stream().anyMatch(each -> isIn(namespace, each.name()))
                || all.synonyms().values().stream().anyMatch(each -> isIn(namespace, each.name()));
    }

    private boolean isIn(String namespace, QualifiedName name) {
        String schema = name.schema();
        String own = schema == null ? dialect.defaultSchema() : schema;
        return own != null && dialect.key(own).equals(namespace);
    }

    /** The table of this key; a partition is addressed through the table that it belongs to. */
    @Nullable
    Table table(String key) {
        Table table = release.schema().tables().get(key);
        return table == null || ignored.contains(key) || table.marks().deprecated() != null ? null : table;
    }

    @Nullable
    Column column(String tableKey, String columnKey) {
        Table table = table(tableKey);
        if (table == null) {
            return null;
        }
        for (Column column : table.columns()) {
            if (dialect.key(column.name()).equals(columnKey)) {
                return column.marks().deprecated() == null ? column : null;
            }
        }
        return null;
    }

    /** Whether the release knows the column at all, deprecated or not: then it may name it when it writes. */
    boolean knowsColumn(String tableKey, String columnKey) {
        Table table = table(tableKey);
        return table != null
                && table.columns().stream()
                        .anyMatch(column -> dialect.key(column.name()).equals(columnKey));
    }

    private @Nullable Column member(ObjectPath path) {
        String member = path.member();
        return member == null ? null : column(path.owner(), member);
    }

    @Nullable
    View view(String key) {
        View view = release.schema().views().get(key);
        return view == null || ignored.contains(key) || view.marks().deprecated() != null ? null : view;
    }

    /** A routine that an application can call. */
    @Nullable
    Routine routine(String key) {
        Routine routine = release.schema().routines().get(key);
        return routine == null
                        || ignored.contains(key)
                        || routine.isTriggerFunction()
                        || routine.marks().deprecated() != null
                ? null
                : routine;
    }

    /** Every routine that an application can call. */
    List<Routine> routines() {
        return release.schema().routines().keySet().stream()
                .map(this::routine)
                .filter(Objects::nonNull)
                .toList();
    }

    @Nullable
    UserType type(String key) {
        UserType type = release.schema().types().get(key);
        return type == null || ignored.contains(key) ? null : type;
    }

    /** The names of all views of the release, retired or not: none of them is free. */
    List<QualifiedName> viewNames() {
        return release.schema().views().values().stream().map(View::name).toList();
    }

    List<QualifiedName> routineNames() {
        return release.schema().routines().values().stream().map(Routine::name).toList();
    }
}
