package io.github.schemacompat.change;

import io.github.schemacompat.ddl.TableAction.ColumnChange;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.source.Span;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How identity columns count: the sequence that numbers their rows, where the engine has one. */
final class NumberingReplay {
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Journal journal;
    private final TableEdits edits;
    private final Definitions definitions;
    private final Falling falling;

    NumberingReplay(ReplayParts parts) {
        this.engine = Engine.of(parts.dialect());
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.definitions = parts.definitions();
        this.falling = parts.falling();
    }

    /** The sequence comes with the numbering and goes with it. */
    void set(String key, Span span, Column column, ColumnChange.SetIdentity change) {
        if (!engine.numberingHasSequence()) {
            return;
        }
        if (change.identity() == Identity.NONE) {
            ownedSequence(key, column)
                    .ifPresent(sequence -> falling.dropSequence(
                            sequence, span, false, edits.paths().of(key, column)));
        } else if (column.identity() == Identity.NONE) {
            definitions.number(key, span, column.name(), false, change.sequenceOptions());
        }
    }

    void restart(String key, Span span, Column column, @Nullable String value) {
        if (!engine.numberingHasSequence()) {
            journal.add(new SchemaChange.NumberingRestarted(
                    journal.origin(span), ObjectPath.table(key), value == null ? "its beginning" : value));
            return;
        }
        ownedSequence(key, column).ifPresent(sequenceKey -> {
            Sequence before = Objects.requireNonNull(workspace.sequence(sequenceKey), sequenceKey);
            Map<String, String> options = new TreeMap<>(before.options());
            options.put("restart", value == null ? "start" : value);
            replace(sequenceKey, span, before, options);
        });
    }

    void count(String key, Span span, Column column, Map<String, String> change) {
        ownedSequence(key, column).ifPresent(sequenceKey -> {
            Sequence before = Objects.requireNonNull(workspace.sequence(sequenceKey), sequenceKey);
            replace(sequenceKey, span, before, SequenceLimits.altered(before.options(), change, engine));
        });
    }

    private void replace(String sequenceKey, Span span, Sequence before, Map<String, String> options) {
        Sequence after = new Sequence(before.name(), options, before.ownedBy(), before.marks());
        workspace.put(sequenceKey, after);
        journal.altered(span, Lookup.sequencePath(sequenceKey), before, after);
    }

    /** The sequence of an identity column is of the column's type. */
    void takeType(String key, Span span, Column column) {
        ownedSequence(key, column).ifPresent(sequenceKey -> {
            Sequence before = Objects.requireNonNull(workspace.sequence(sequenceKey), sequenceKey);
            Map<String, String> options = new TreeMap<>(before.options());
            options.put("type", column.type().name());
            replace(sequenceKey, span, before, options);
        });
    }

    private Optional<String> ownedSequence(String key, Column column) {
        String ownedBy = Workspace.ownedBy(key, names.key(column.name()));
        return workspace.sequencesOf(key).stream()
                .filter(sequenceKey -> {
                    Sequence sequence = workspace.sequence(sequenceKey);
                    return sequence != null && ownedBy.equals(sequence.ownedBy());
                })
                .findFirst();
    }
}
