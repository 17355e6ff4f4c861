package io.github.schemacompat.change;

import io.github.schemacompat.query.Relations;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the names in a body mean when it runs. */
final class PresentRelations implements Relations {
    private final Workspace workspace;
    private final Lookup lookup;
    private final Function<ViewState, View> reading;

    /** @param reading gives a view its columns, if they have not been read yet */
    PresentRelations(Workspace workspace, Lookup lookup, Function<ViewState, View> reading) {
        this.workspace = workspace;
        this.lookup = lookup;
        this.reading = reading;
    }

    @Override
    public Optional<Relation> relation(QualifiedName name) {
        ObjectPath path = lookup.relation(name);
        if (path == null) {
            return Optional.empty();
        }
        String key = path.owner();
        NamedRelation named = new NamedRelation(key, workspace.table(key), workspace.view(key));
        return Optional.of(named.asRelation(key, reading));
    }

    @Override
    public List<String> routines(QualifiedName name) {
        return lookup.routineKeys(name, null);
    }
}
