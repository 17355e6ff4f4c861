package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation.AlterSequence;
import io.github.schemacompat.ddl.Operation.CreateSequence;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Sequence;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sequences: what makes and what alters them. */
final class SequenceReplay {
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Creation creation;

    SequenceReplay(ReplayParts parts) {
        this.engine = Engine.of(parts.dialect());
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.creation = new Creation(parts);
    }

    void create(CreateSequence operation) {
        String key = names.key(operation.name());
        key = operation.temporary() ? Workspace.temporary(key) : key;
        Sequence before = workspace.sequence(key);
        if (creation.refused(
                operation.span(), ObjectKind.SEQUENCE, operation.name(), operation.mode(), before != null)) {
            return;
        }
        Sequence sequence = new Sequence(
                names.full(operation.name()),
                operation.options(),
                ownedBy(operation.ownedByTable(), operation.ownedByColumn()));
        workspace.put(key, sequence);
        creation.tell(operation.span(), ObjectPath.of(ObjectKind.SEQUENCE, key), before, sequence);
    }

    private @Nullable String ownedBy(@Nullable QualifiedName table, @Nullable String column) {
        if (table == null || column == null) {
            return null;
        }
        String key = lookup.tableKey(table);
        return Workspace.ownedBy(key == null ? names.key(table) : key, names.key(column));
    }

    void alter(AlterSequence operation) {
        String key = lookup.sequenceKey(operation.name());
        Sequence before = key == null ? null : workspace.sequence(key);
        if (key == null || before == null) {
            lookup.missing(operation.span(), ObjectKind.SEQUENCE, operation.name(), operation.ifExists());
            return;
        }
        Map<String, String> options = SequenceLimits.altered(before.options(), operation.options(), engine);
        String ownedBy = operation.ownedByTable() == null && !operation.ownedByNone()
                ? before.ownedBy()
                : ownedBy(operation.ownedByTable(), operation.ownedByColumn());
        Sequence after = new Sequence(before.name(), options, ownedBy, before.marks());
        workspace.put(key, after);
        creation.tell(operation.span(), ObjectPath.of(ObjectKind.SEQUENCE, key), before, after);
    }
}
