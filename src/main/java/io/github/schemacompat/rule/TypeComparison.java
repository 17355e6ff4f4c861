package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.UserType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares types of users: enums by their labels, domains by what they let pass. */
final class TypeComparison {
    private final Schema released;
    private final Schema state;
    private final Dialect dialect;
    private final Provenance provenance;
    private final ObjectDifferences found;

    TypeComparison(Schema released, Schema state, Dialect dialect, Provenance provenance, ObjectDifferences found) {
        this.released = released;
        this.state = state;
        this.dialect = dialect;
        this.provenance = provenance;
        this.found = found;
    }

    void compare() {
        Set<String> known = new HashSet<>(released.types().keySet());
        for (Map.Entry<String, UserType> entry : released.types().entrySet()) {
            UserType before = entry.getValue();
            ObjectPath path = ObjectPath.of(ObjectKind.TYPE, entry.getKey());
            String name = ObjectNames.written(before.name(), dialect);
            UserType now = state.types().get(entry.getKey());
            if (now == null) {
                ObjectPath target = provenance.movedTo(path);
                UserType moved = target == null ? null : state.types().get(target.owner());
                if (moved != null && target != null) {
                    known.add(target.owner());
                }
                found.gone(DifferenceKind.TYPE_DROPPED, DifferenceKind.TYPE_RENAMED, path, name, before, moved, target);
                continue;
            }
            if (before.typeKind().equals("enum") && now.typeKind().equals("enum")) {
                DifferenceKind kind = EnumLabels.kind(before.labels(), now.labels(), renamedInPlace(path, before, now));
                if (kind != null) {
                    Origin made = kind == DifferenceKind.ENUM_VALUE_RENAMED ? renaming(path) : found.made(path);
                    found.add(kind, path, name, before, now, null, made);
                }
            } else if (before.typeKind().equals("domain") && now.typeKind().equals("domain")) {
                domain(path, name, before, now);
            } else if (!before.withName(now.name()).equals(now)) {
                found.add(DifferenceKind.TYPE_EDITED, path, name, before, now, null, found.made(path));
            }
        }
        for (Map.Entry<String, UserType> entry : state.types().entrySet()) {
            if (!known.contains(entry.getKey())) {
                ObjectPath path = ObjectPath.of(ObjectKind.TYPE, entry.getKey());
                UserType type = entry.getValue();
                found.add(
                        DifferenceKind.TYPE_ADDED,
                        path,
                        ObjectNames.written(type.name(), dialect),
                        null,
                        type,
                        null,
                        found.made(path));
            }
        }
    }

    /** Whether ALTER TYPE … RENAME VALUE took every label that is gone; a type made anew is another matter. */
    private boolean renamedInPlace(ObjectPath path, UserType released, UserType now) {
        Set<String> renamed = new HashSet<>();
        for (SchemaChange change : provenance.touching(path)) {
            renamed.addAll(renamed(change));
        }
        return renamed.containsAll(EnumLabels.removed(released.labels(), now.labels()));
    }

    private @Nullable Origin renaming(ObjectPath path) {
        Origin last = null;
        for (SchemaChange change : provenance.touching(path)) {
            last = renamed(change).isEmpty() ? last : change.origin();
        }
        return last;
    }

    /** The labels that the change gives another name. */
    private static List<String> renamed(SchemaChange change) {
        return change instanceof SchemaChange.Altered altered
                        && altered.before() instanceof UserType before
                        && altered.after() instanceof UserType after
                        && before.labels().size() == after.labels().size()
                ? EnumLabels.removed(before.labels(), after.labels())
                : List.of();
    }

    private void domain(ObjectPath path, String name, UserType before, UserType now) {
        boolean tighter = !before.notNull() && now.notNull()
                || now.checks().stream()
                        .anyMatch(check -> before.checks().stream()
                                .noneMatch(old -> old.expression().equals(check.expression())));
        boolean relaxed = before.notNull() && !now.notNull()
                || before.checks().stream()
                        .anyMatch(check -> now.checks().stream()
                                .noneMatch(current -> current.expression().equals(check.expression())));
        if (tighter) {
            found.add(DifferenceKind.DOMAIN_CONSTRAINT_ADDED, path, name, before, now, null, found.made(path));
        } else if (relaxed) {
            found.add(DifferenceKind.DOMAIN_CONSTRAINT_DROPPED, path, name, before, now, null, found.made(path));
        }
        if (!Objects.equals(before.baseType(), now.baseType())
                || !Objects.equals(before.defaultValue(), now.defaultValue())) {
            found.add(DifferenceKind.TYPE_EDITED, path, name, before, now, null, found.made(path));
        }
    }
}
