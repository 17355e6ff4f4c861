package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation.Privilege;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GRANT and REVOKE. */
final class PrivilegeReplay {
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;

    PrivilegeReplay(ReplayParts parts) {
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
    }

    void change(Privilege operation) {
        for (QualifiedName name : operation.objects()) {
            ObjectPath path = pathOf(operation.kind(), name);
            if (path != null) {
                journal.add(new SchemaChange.PrivilegeChanged(
                        journal.origin(operation.span()),
                        path,
                        operation.verb(),
                        operation.privileges(),
                        operation.grantees()));
            }
        }
    }

    private @Nullable ObjectPath pathOf(ObjectKind kind, QualifiedName name) {
        if (kind == ObjectKind.SCHEMA) {
            return ObjectPath.of(ObjectKind.SCHEMA, names.key(name.name()));
        }
        ObjectPath relation = lookup.relation(name);
        if (relation != null
                && Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.OTHER).contains(kind)) {
            return relation;
        }
        List<String> routines = lookup.routineKeys(name, null);
        if (!routines.isEmpty()) {
            return ObjectPath.of(ObjectKind.ROUTINE, routines.get(0));
        }
        String sequence = lookup.sequenceKey(name);
        if (sequence != null) {
            return ObjectPath.of(ObjectKind.SEQUENCE, sequence);
        }
        String type = lookup.typeKey(name);
        return type == null ? null : ObjectPath.of(ObjectKind.TYPE, type);
    }
}
