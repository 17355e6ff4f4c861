package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Schema;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that are or were in some schemas, with their versions; taken apart when they are asked for, and once. */
final class NamesInUse {
    private final Pattern pattern;
    private final List<Schema> schemas;
    private final Map<ObjectKind, VersionedNames> known = new EnumMap<>(ObjectKind.class);

    /** @param pattern with the groups {@code base} and {@code version} */
    NamesInUse(Pattern pattern, List<Schema> schemas) {
        this.pattern = pattern;
        this.schemas = List.copyOf(schemas);
    }

    VersionedNames of(ObjectKind kind) {
        return known.computeIfAbsent(kind, this::read);
    }

    private VersionedNames read(ObjectKind kind) {
        Set<QualifiedName> names = new LinkedHashSet<>();
        schemas.forEach(schema -> names.addAll(VersionedNames.of(kind, schema)));
        return new VersionedNames(pattern, names);
    }
}
