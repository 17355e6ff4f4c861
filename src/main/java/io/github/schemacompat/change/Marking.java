package io.github.schemacompat.change;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.source.Span;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Changes what is said of an object. */
final class Marking {
    private final Workspace workspace;
    private final Journal journal;
    private final TableEdits edits;

    Marking(ReplayParts parts) {
        this.workspace = parts.workspace();
        this.journal = parts.journal();
        this.edits = parts.edits();
    }

    /**
     * @param path of an object that is there, of a kind that can have marks
     * @return whether that changed anything
     */
    boolean change(Span span, ObjectPath path, UnaryOperator<Marks> change) {
        String key = path.owner();
        return switch (path.kind()) {
            case COLUMN -> {
                Column before = Objects.requireNonNull(
                        edits.column(edits.table(key), Objects.requireNonNull(path.member())), path::toString);
                Column after = before.withMarks(change.apply(before.marks()));
                edits.alterColumn(key, span, before, after);
                yield !after.equals(before);
            }
            case TABLE -> {
                Table before = edits.table(key);
                Table after = before.withMarks(change.apply(before.marks()));
                yield put(span, path, before, after, () -> workspace.put(key, after));
            }
            case VIEW -> {
                ViewState state = Objects.requireNonNull(workspace.view(key), key);
                View before = state.view();
                View after = before.withMarks(change.apply(before.marks()));
                yield put(span, path, before, after, () -> state.set(after));
            }
            case ROUTINE -> {
                Routine before = Objects.requireNonNull(workspace.routine(key), key);
                Routine after = before.withMarks(change.apply(before.marks()));
                yield put(span, path, before, after, () -> workspace.put(key, after));
            }
            case SEQUENCE -> {
                Sequence before = Objects.requireNonNull(workspace.sequence(key), key);
                Sequence after = before.withMarks(change.apply(before.marks()));
                yield put(span, path, before, after, () -> workspace.put(key, after));
            }
            case TYPE -> {
                UserType before = Objects.requireNonNull(workspace.type(key), key);
                UserType after = before.withMarks(change.apply(before.marks()));
                yield put(span, path, before, after, () -> workspace.put(key, after));
            }
            case SYNONYM -> {
                Synonym before = Objects.requireNonNull(workspace.synonym(key), key);
                Synonym after = before.withMarks(change.apply(before.marks()));
                yield put(span, path, before, after, () -> workspace.put(key, after));
            }
            default -> throw new IllegalArgumentException("no marks on a " + path);
        };
    }

    private boolean put(Span span, ObjectPath path, SchemaElement before, SchemaElement after, Runnable putting) {
        if (after.equals(before)) {
            return false;
        }
        putting.run();
        journal.altered(span, path, before, after);
        return true;
    }
}
