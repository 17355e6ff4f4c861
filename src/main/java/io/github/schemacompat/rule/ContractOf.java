package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.directive.HonoredKind;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnPath;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a supported release may use: its schema without what it has deprecated and without ignored objects. */
final class ContractOf {
    /** The name of the release being built where nothing says it. */
    static final String BEING_BUILT = "the release being built";

    private final Release release;
    private final Schema schema;
    private final Dialect dialect;
    private final IgnoredObjects ignored;
    private final ConnectedRows connectedRows;

    ContractOf(Release release, Dialect dialect, IgnoredObjects ignored) {
        this.release = release;
        this.schema = MarkedPartitions.in(release.schema(), dialect);
        this.dialect = dialect;
        this.ignored = ignored;
        this.connectedRows = new ConnectedRows(this, schema, dialect);
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
            case TRIGGER ->
                path.member() == null
                        || table(path.owner()) != null
                        || view(path.owner()) != null
                        || connectedRows.isFiredByOthers(path.owner(), path.member());
            case SEQUENCE -> isUsed(path) && draws(schema.sequences().get(path.owner()));
            case TYPE -> type(path.owner()) != null;
            case SYNONYM -> schema.synonyms().containsKey(path.owner()) && isUsed(path);
            case SCHEMA -> holds(path.owner());
            case OTHER -> false;
        };
    }

    /** A column's own sequence goes with it. */
    private boolean draws(@Nullable Sequence sequence) {
        String owner = sequence == null ? null : sequence.ownedBy();
        if (owner == null) {
            return sequence != null;
        }
        ColumnPath path = ColumnPath.parse(owner);
        return column(path.table(), path.column()) != null;
    }

    /** Whether the release may use anything in the schema. */
    private boolean holds(String namespace) {
        Schema all = schema;
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
        Table table = schema.tables().get(key);
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

    /** What it minds of rows, also of tables that it has deprecated. */
    ConnectedRows connectedRows() {
        return connectedRows;
    }

    /** Whether the release may use all of these columns of the table. */
    boolean uses(String tableKey, List<String> columns) {
        return columns.stream().allMatch(each -> column(tableKey, dialect.key(each)) != null);
    }

    /** Whether an object of this path, if it has one, is neither deprecated nor ignored. */
    boolean isUsed(ObjectPath path) {
        return !ignored.contains(path.owner()) && marks(path).deprecated() == null;
    }

    /** What the release says of the object; nothing where it doesn't have it. */
    Marks marks(ObjectPath path) {
        return marks(schema, path, dialect);
    }

    /** What a schema says of the object; nothing where it doesn't have it. */
    static Marks marks(Schema schema, ObjectPath path, Dialect dialect) {
        String key = path.owner();
        Column column =
                path.kind() == ObjectKind.COLUMN ? known(schema.tables().get(key), path.member(), dialect) : null;
        return switch (path.kind()) {
            case COLUMN -> column == null ? Marks.NONE : column.marks();
            case TABLE ->
                schema.tables().containsKey(key) ? schema.tables().get(key).marks() : Marks.NONE;
            case VIEW ->
                schema.views().containsKey(key) ? schema.views().get(key).marks() : Marks.NONE;
            case ROUTINE ->
                schema.routines().containsKey(key) ? schema.routines().get(key).marks() : Marks.NONE;
            case SEQUENCE ->
                schema.sequences().containsKey(key)
                        ? schema.sequences().get(key).marks()
                        : Marks.NONE;
            case TYPE ->
                schema.types().containsKey(key) ? schema.types().get(key).marks() : Marks.NONE;
            case SYNONYM ->
                schema.synonyms().containsKey(key) ? schema.synonyms().get(key).marks() : Marks.NONE;
            default -> Marks.NONE;
        };
    }

    /** Whether the release still writes the object, but reads it no longer. */
    boolean isUnread(ObjectPath path) {
        return marks(path).readsDeprecated() != null
                || path.kind() == ObjectKind.COLUMN
                        && marks(ObjectPath.table(path.owner())).readsDeprecated() != null;
    }

    /** Whether the release says that it never violates such a constraint. */
    boolean honors(HonoredKind kind, String tableKey, List<String> columnKeys) {
        Table table = schema.tables().get(tableKey);
        if (table == null || columnKeys.stream().anyMatch(column -> leavesOut(tableKey, column))) {
            return false;
        }
        Set<String> wanted = new TreeSet<>(columnKeys);
        for (String honored : table.marks().honors()) {
            String begin = kind.words() + "(";
            if (honored.startsWith(begin) && honored.endsWith(")")) {
                Set<String> columns = new TreeSet<>(Arrays.asList(
                        honored.substring(begin.length(), honored.length() - 1).split(",")));
                // what is unique in some columns is unique in more
                if (kind == HonoredKind.UNIQUE ? wanted.containsAll(columns) : wanted.equals(columns)) {
                    return true;
                }
            }
        }
        return false;
    }

    static @Nullable Column known(@Nullable Table table, @Nullable String columnKey, Dialect dialect) {
        if (table != null) {
            for (Column column : table.columns()) {
                if (dialect.key(column.name()).equals(columnKey)) {
                    return column;
                }
            }
        }
        return null;
    }

    /** Whether the release has the table, and no longer uses it. */
    boolean hasDeprecated(String tableKey) {
        Table table = schema.tables().get(tableKey);
        return table != null && table.marks().deprecated() != null;
    }

    /** Whether the release writes rows of the table, but no longer this column of it. */
    boolean leavesOut(String tableKey, String columnKey) {
        Column column = known(schema.tables().get(tableKey), columnKey, dialect);
        return table(tableKey) != null && column != null && column.marks().deprecated() != null;
    }

    /** Whether the release has the column at all, deprecated or not. */
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
        View view = schema.views().get(key);
        return view == null || ignored.contains(key) || view.marks().deprecated() != null ? null : view;
    }

    /** A routine that an application can call. */
    @Nullable
    Routine routine(String key) {
        Routine routine = schema.routines().get(key);
        return routine == null
                        || ignored.contains(key)
                        || routine.isTriggerFunction()
                        || routine.marks().deprecated() != null
                ? null
                : routine;
    }

    /** Every routine that an application can call. */
    List<Routine> routines() {
        return schema.routines().keySet().stream()
                .map(this::routine)
                .filter(Objects::nonNull)
                .toList();
    }

    @Nullable
    UserType type(String key) {
        UserType type = schema.types().get(key);
        return type == null || ignored.contains(key) || type.marks().deprecated() != null ? null : type;
    }

    boolean ignores(String key) {
        return ignored.contains(key);
    }

    /** Everything that the release shipped with, deprecated or not. */
    Schema schema() {
        return schema;
    }
}
