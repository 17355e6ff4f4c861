package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation.AlterTable;
import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Sequence;
import java.util.Objects;

/** ALTER TABLE of what is no table: PostgreSQL takes it for views, sequences and indexes as well. */
final class OtherRelationReplay {
    private final Engine engine;
    private final Workspace workspace;
    private final Lookup lookup;
    private final Renaming renaming;

    OtherRelationReplay(ReplayParts parts) {
        this.engine = Engine.of(parts.dialect());
        this.workspace = parts.workspace();
        this.lookup = parts.lookup();
        this.renaming = parts.renaming();
    }

    /** PostgreSQL takes ALTER TABLE for views, sequences and indexes as well. */
    boolean alter(AlterTable operation) {
        String view = lookup.viewKey(operation.name());
        String sequence = lookup.sequenceKey(operation.name());
        if (view == null && sequence == null) {
            return engine == Engine.POSTGRESQL && renamesIndex(operation);
        }
        for (TableAction action : operation.actions()) {
            QualifiedName to = null;
            if (action instanceof TableAction.RenameTable rename) {
                to = rename.to();
            } else if (action instanceof TableAction.SetSchema move) {
                to = new QualifiedName(move.schema(), operation.name().name());
            } else if (view != null && action instanceof TableAction.RenameColumn rename) {
                renaming.columns().renameOfView(view, rename.span(), rename.from(), rename.to());
            }
            if (to != null && view != null) {
                ViewState state = Objects.requireNonNull(workspace.view(view), view);
                renaming.objects()
                        .view(view, action.span(), to.inSchemaOf(state.view().name()));
            } else if (to != null && sequence != null) {
                Sequence renamed = Objects.requireNonNull(workspace.sequence(sequence), sequence);
                renaming.objects().sequence(sequence, action.span(), to.inSchemaOf(renamed.name()));
            }
        }
        return true;
    }

    private boolean renamesIndex(AlterTable operation) {
        if (!(operation.actions().get(0) instanceof TableAction.RenameTable rename)) {
            return false;
        }
        String from = operation.name().name();
        String to = rename.to().name();
        return workspace.havingMember(from).stream()
                .anyMatch(owner -> workspace.table(owner) != null
                        ? renaming.members().index(owner, rename.span(), from, to)
                        : renaming.members().indexOfView(owner, rename.span(), from, to));
    }
}
