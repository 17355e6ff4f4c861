package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way from a released schema to a declared one. Nothing ran that could tell it: what differs is what changed, at the
 * statement that declares it now.
 */
final class DeclaredChanges {
    private final Dialect dialect;
    private final Map<ObjectPath, Origin> declared = new HashMap<>();
    private final List<SchemaChange> changes = new ArrayList<>();

    private DeclaredChanges(Replayed now, Dialect dialect) {
        this.dialect = dialect;
        for (Checkpoint checkpoint : now.checkpoints()) {
            for (SchemaChange change : checkpoint.changes()) {
                declared.putIfAbsent(change.path(), change.origin());
            }
        }
    }

    /**
     * @param released the schema before
     * @param now what the declaring scripts make of an empty schema
     */
    static Replayed between(Schema released, Replayed now, Dialect dialect) {
        DeclaredChanges between = new DeclaredChanges(now, dialect);
        Schema schema = now.schema();
        schema.tables()
                .forEach((key, table) -> between.table(key, released.tables().get(key), table));
        schema.views()
                .forEach((key, view) ->
                        between.object(ObjectKind.VIEW, key, released.views().get(key), view));
        schema.routines()
                .forEach((key, each) -> between.object(
                        ObjectKind.ROUTINE, key, released.routines().get(key), each));
        schema.triggers()
                .forEach((key, each) -> between.object(
                        ObjectKind.TRIGGER, key, released.triggers().get(key), each));
        schema.sequences()
                .forEach((key, each) -> between.object(
                        ObjectKind.SEQUENCE, key, released.sequences().get(key), each));
        schema.types()
                .forEach((key, each) ->
                        between.object(ObjectKind.TYPE, key, released.types().get(key), each));
        Checkpoint all = new Checkpoint(now.pre().phase(), schema, between.changes, List.of());
        Checkpoint nothing = new Checkpoint(now.post().phase(), schema, List.of(), List.of());
        return new Replayed(all, nothing, now.problems(), now.figures(), now.assumed());
    }

    private void table(String key, @Nullable Table before, Table after) {
        ObjectPath path = ObjectPath.table(key);
        Origin origin = declared.get(path);
        if (origin == null) {
            return;
        }
        if (before == null) {
            changes.add(new SchemaChange.Created(origin, path, after));
            return;
        }
        Map<String, Column> columns = new HashMap<>();
        after.columns().forEach(column -> columns.put(dialect.key(column.name()), column));
        for (Column column : before.columns()) {
            ObjectPath columnPath = ObjectPath.column(key, dialect.key(column.name()));
            Column still = columns.remove(dialect.key(column.name()));
            if (still == null) {
                changes.add(new SchemaChange.Dropped(origin, columnPath, column, null));
            } else if (!still.equals(column)) {
                changes.add(new SchemaChange.Altered(origin, columnPath, column, still));
            }
        }
        for (Column column : after.columns()) {
            if (columns.containsKey(dialect.key(column.name()))) {
                changes.add(
                        new SchemaChange.Created(origin, ObjectPath.column(key, dialect.key(column.name())), column));
            }
        }
    }

    private void object(ObjectKind kind, String key, @Nullable SchemaElement before, SchemaElement after) {
        ObjectPath path = ObjectPath.of(kind, key);
        Origin origin = declared.get(path);
        if (origin != null && !after.equals(before)) {
            changes.add(
                    before == null
                            ? new SchemaChange.Created(origin, path, after)
                            : new SchemaChange.Altered(origin, path, before, after));
        }
    }
}
