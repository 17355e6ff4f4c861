package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation.CommentOn;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** COMMENT ON and the like: marks that objects carry. */
final class CommentReplay {
    private final Names names;
    private final Lookup lookup;
    private final TableEdits edits;
    private final Marking marking;

    CommentReplay(ReplayParts parts) {
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.edits = parts.edits();
        this.marking = new Marking(parts);
    }

    void comment(CommentOn operation) {
        boolean comment = operation.property().equals("comment");
        if (!comment && !operation.property().equalsIgnoreCase("Deprecated")) {
            return;
        }
        String member = operation.member();
        UnaryOperator<Marks> change = before -> marks(operation, comment, before);
        ObjectPath other = member == null ? ofOtherKind(operation.kind(), operation.name()) : null;
        if (other != null) {
            marking.change(operation.span(), other, change);
            return;
        }
        String tableKey = lookup.tableKey(operation.name());
        String viewKey = lookup.viewKey(operation.name());
        if (tableKey != null && member != null) {
            Column column = edits.column(edits.table(tableKey), member);
            if (column != null) {
                marking.change(operation.span(), ObjectPath.column(tableKey, names.key(member)), change);
            }
        } else if (tableKey != null) {
            marking.change(operation.span(), ObjectPath.table(tableKey), change);
        } else if (viewKey != null && member == null) {
            marking.change(operation.span(), ObjectPath.of(ObjectKind.VIEW, viewKey), change);
        } else if (operation.kind() == ObjectKind.ROUTINE) {
            for (String key : lookup.routineKeys(operation.name(), operation.arguments())) {
                marking.change(operation.span(), ObjectPath.of(ObjectKind.ROUTINE, key), change);
            }
        }
    }

    private @Nullable ObjectPath ofOtherKind(ObjectKind kind, QualifiedName name) {
        String key = switch (kind) {
            case SEQUENCE -> lookup.sequenceKey(name);
            case TYPE -> lookup.typeKey(name);
            case SYNONYM -> lookup.synonymKey(name);
            default -> null;
        };
        return key == null ? null : ObjectPath.of(kind, key);
    }

    private static Marks marks(CommentOn operation, boolean comment, Marks before) {
        String text = operation.text();
        if (!comment) {
            return Deprecation.property(text, before);
        }
        return Deprecation.in(text == null ? "" : text, before);
    }
}
