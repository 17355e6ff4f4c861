package io.github.schemacompat.change;

import io.github.schemacompat.query.Relations;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the names in a view's query meant when the view was made. */
final class CapturedRelations implements Relations {
    private final Map<String, NamedRelation> captured;
    private final Names names;
    private final Lookup lookup;
    private final Function<ViewState, View> reading;

    /** @param reading gives a view its columns, if they have not been read yet */
    CapturedRelations(
            Map<String, NamedRelation> captured, Names names, Lookup lookup, Function<ViewState, View> reading) {
        this.captured = captured;
        this.names = names;
        this.lookup = lookup;
        this.reading = reading;
    }

    @Override
    public Optional<Relation> relation(QualifiedName name) {
        for (String key : names.candidates(name)) {
            NamedRelation found = captured.get(key);
            if (found != null) {
                return Optional.of(found.asRelation(found.key(), reading));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> routines(QualifiedName name) {
        return lookup.routineKeys(name, null);
    }
}
