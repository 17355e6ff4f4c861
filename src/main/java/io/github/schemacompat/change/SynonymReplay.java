package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation.CreateSynonym;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Synonym;

/** Synonyms: what makes them. */
final class SynonymReplay {
    private final Workspace workspace;
    private final Names names;
    private final Creation creation;

    SynonymReplay(ReplayParts parts) {
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.creation = new Creation(parts);
    }

    void create(CreateSynonym operation) {
        String key = names.key(operation.name());
        Synonym before = workspace.synonym(key);
        if (creation.refused(
                operation.span(), ObjectKind.SYNONYM, operation.name(), operation.mode(), before != null)) {
            return;
        }
        Synonym synonym =
                new Synonym(names.full(operation.name()), operation.target(), operation.database(), Marks.NONE);
        workspace.put(key, synonym);
        creation.tell(operation.span(), ObjectPath.of(ObjectKind.SYNONYM, key), before, synonym);
    }
}
