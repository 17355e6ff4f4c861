package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.script.Phase;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares triggers, each as a part of its table. */
final class TriggerComparison {
    private final Schema released;
    private final Schema state;
    private final Dialect dialect;
    private final Phase phase;
    private final Provenance provenance;
    private final ObjectDifferences found;

    TriggerComparison(
            Schema released,
            Schema state,
            Dialect dialect,
            Phase phase,
            Provenance provenance,
            ObjectDifferences found) {
        this.released = released;
        this.state = state;
        this.dialect = dialect;
        this.phase = phase;
        this.provenance = provenance;
        this.found = found;
    }

    void compare() {
        Set<String> known = new HashSet<>();
        for (Map.Entry<String, Trigger> entry : released.triggers().entrySet()) {
            Trigger before = entry.getValue();
            String table = before.table();
            String tableNow = table == null ? null : ownerNow(table);
            if (table != null && tableNow == null) {
                goneWithItsTable(entry.getKey(), before, table);
                continue;
            }
            String expected = triggerKey(entry.getKey(), table, tableNow);
            ObjectPath path = new ObjectPath(ObjectKind.TRIGGER, table == null ? expected : table, entry.getKey());
            ObjectPath own = ObjectPath.of(ObjectKind.TRIGGER, expected);
            String name = triggerName(before, table, released);
            Trigger now = state.triggers().get(expected);
            if (now == null) {
                ObjectPath target = provenance.movedTo(ObjectPath.of(ObjectKind.TRIGGER, entry.getKey()));
                target = target == null ? provenance.movedTo(own) : target;
                String renamed = target == null ? expected : triggerKey(target.owner(), table, tableNow);
                now = state.triggers().get(renamed);
                expected = now == null ? expected : renamed;
            }
            if (now == null) {
                ObjectDifferences.Dropping dropping = found.dropped(own);
                // the old table took it along, and the copy that took its place has none
                Origin rebuilt = table == null || dropping.cause() == null ? null : provenance.rebuilt(table);
                found.add(new Difference(
                        DifferenceKind.TRIGGER_DROPPED,
                        path,
                        name,
                        before,
                        null,
                        null,
                        rebuilt == null ? dropping.origin() : rebuilt,
                        provenance.touching(own),
                        phase,
                        dropping.cause()));
                continue;
            }
            known.add(expected);
            if (!before.definition().equals(now.definition())) {
                found.add(DifferenceKind.TRIGGER_EDITED, path, name, before, now, null, found.made(own));
            } else if (before.enabled() != now.enabled()) {
                found.add(
                        now.enabled() ? DifferenceKind.TRIGGER_ENABLED : DifferenceKind.TRIGGER_DISABLED,
                        path,
                        name,
                        before,
                        now,
                        null,
                        found.made(own));
            }
        }
        for (Map.Entry<String, Trigger> entry : state.triggers().entrySet()) {
            String table = entry.getValue().table();
            if (!known.contains(entry.getKey())
                    && table != null
                    && entry.getValue().enabled()) {
                String releasedTable = provenance.releasedTable(table);
                String owner = releasedTable != null ? releasedTable : table;
                if (released.tables().containsKey(owner) || released.views().containsKey(owner)) {
                    ObjectPath path = new ObjectPath(ObjectKind.TRIGGER, owner, entry.getKey());
                    found.add(
                            DifferenceKind.TRIGGER_ADDED,
                            path,
                            triggerName(entry.getValue(), owner, released),
                            null,
                            entry.getValue(),
                            null,
                            found.made(ObjectPath.of(ObjectKind.TRIGGER, entry.getKey())));
                }
            }
        }
    }

    /** Where the table is missed itself, that is told; where it isn't, the trigger may be. */
    private void goneWithItsTable(String key, Trigger trigger, String table) {
        ObjectPath path = ObjectPath.of(ObjectKind.TRIGGER, key);
        found.add(new Difference(
                DifferenceKind.TRIGGER_DROPPED,
                new ObjectPath(ObjectKind.TRIGGER, table, key),
                triggerName(trigger, table, released),
                trigger,
                null,
                null,
                found.dropped(path).origin(),
                provenance.touching(path),
                phase,
                released.views().containsKey(table) ? ObjectPath.of(ObjectKind.VIEW, table) : ObjectPath.table(table)));
    }

    /** Where a trigger's name belongs to its table, it goes along when the table is renamed. */
    private String triggerKey(String key, @Nullable String table, @Nullable String tableNow) {
        return dialect.triggersNamedPerTable() && table != null && key.startsWith(table + ".")
                ? tableNow + key.substring(table.length())
                : key;
    }

    private String triggerName(Trigger trigger, @Nullable String table, Schema schema) {
        return ObjectNames.trigger(schema, trigger, table, dialect);
    }

    private @Nullable String ownerNow(String releasedOwner) {
        if (released.tables().containsKey(releasedOwner)) {
            return provenance.currentTable(releasedOwner);
        }
        return state.views().containsKey(releasedOwner) ? releasedOwner : null;
    }
}
