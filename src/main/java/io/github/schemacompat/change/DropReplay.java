package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation.DropObject;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.source.Span;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DROP, alike for every kind of object. */
final class DropReplay {
    private static final Pattern COMMA = Pattern.compile(
            "(?:\\s++|--[^\\n]*+\\n|/\\*.*?\\*/)*+,(?:\\s++|--[^\\n]*+\\n|/\\*.*?\\*/)*+", Pattern.DOTALL);
    private final Engine engine;
    private final Workspace workspace;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final Falling falling;
    private final NamespaceReplay namespaces;
    private final Names names;
    private @Nullable Span lastDropped;
    private int listBegan;

    DropReplay(ReplayParts parts) {
        this.engine = Engine.of(parts.dialect());
        this.workspace = parts.workspace();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.falling = parts.falling();
        this.namespaces = new NamespaceReplay(parts);
        this.names = parts.names();
    }

    void drop(DropObject operation) {
        Span span = operation.span();
        if (!continuesList(span)) {
            listBegan = journal.order();
        }
        lastDropped = span;
        boolean cascade = operation.cascade();
        switch (operation.kind()) {
            case TABLE -> {
                String key = lookup.tableKey(operation.name());
                String view = key == null && engine.dropTableTakesViews() ? lookup.viewKey(operation.name()) : null;
                if (view != null) {
                    falling.dropView(view, span, cascade, null);
                } else if (key == null && !isFallen(operation)) {
                    key = lookup.tableToChange(span, operation.name(), operation.ifExists());
                }
                if (key != null) {
                    boolean assumed = edits.table(key).assumed();
                    falling.dropTable(key, span, cascade, null);
                    if (assumed) {
                        workspace.removeTable(key);
                    }
                }
            }
            case VIEW -> {
                String key = lookup.viewKey(operation.name());
                if (key != null) {
                    falling.dropView(key, span, cascade, null);
                } else {
                    missing(operation);
                }
            }
            case ROUTINE -> dropRoutines(operation);
            case TRIGGER -> {
                String key = lookup.findTrigger(operation.name(), operation.table());
                if (key != null) {
                    falling.dropTrigger(key, span, null);
                } else {
                    missing(operation);
                }
            }
            case SEQUENCE -> {
                String key = lookup.sequenceKey(operation.name());
                if (key != null) {
                    falling.dropSequence(key, span, cascade, null);
                } else {
                    missing(operation);
                }
            }
            case TYPE -> {
                String key = lookup.typeKey(operation.name());
                if (key != null) {
                    falling.dropType(key, span, cascade, null);
                } else {
                    missing(operation);
                }
            }
            case SYNONYM -> {
                String key = lookup.synonymKey(operation.name());
                if (key != null) {
                    falling.dropSynonym(key, span, null);
                } else {
                    missing(operation);
                }
            }
            case SCHEMA -> namespaces.drop(operation);
            default -> {
                // extensions, roles, policies … are in no contract
            }
        }
    }

    /** Whether the name stands behind the last one and a comma: engines drop all names of a list at once. */
    private boolean continuesList(Span span) {
        Span last = lastDropped;
        return last != null
                && last.source() == span.source()
                && last.end() <= span.start()
                && COMMA.matcher(last.source().text().substring(last.end(), span.start()))
                        .matches();
    }

    /** Whether the object fell with one that stands before it in the same list. */
    private boolean isFallen(DropObject operation) {
        ObjectPath path = ObjectPath.of(operation.kind(), names.key(operation.name()));
        return journal.droppedByName(operation.span(), path, listBegan);
    }

    private void missing(DropObject operation) {
        if (!isFallen(operation)) {
            lookup.missing(operation.span(), operation.kind(), operation.name(), operation.ifExists());
        }
    }

    private void dropRoutines(DropObject operation) {
        List<String> keys = lookup.routineKeys(operation.name(), operation.arguments());
        if (keys.isEmpty()) {
            missing(operation);
        }
        keys.forEach(key -> falling.dropRoutine(key, operation.span(), operation.cascade(), null));
    }
}
