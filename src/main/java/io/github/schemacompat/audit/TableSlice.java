package io.github.schemacompat.audit;

import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of two schemas and of the changes between them can have a say in whether one table still serves a release: the table
 * itself under all its names, those whose rows it got, its parents and children, what it refers to and what refers to it, and everything that
 * belongs to none. Whole schemas have hundreds of tables and thousands of routines, and an audit asks about each table on
 * each database.
 *
 * @param own the schema of a release
 * @param changes all that led from it to the other one
 * @param other the schema that it is held against
 */
record TableSlice(Schema own, List<SchemaChange> changes, Schema other) {
    private static final Set<ObjectKind> OWNED = Set.of(
            ObjectKind.TABLE,
            ObjectKind.COLUMN,
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.CHECK,
            ObjectKind.EXCLUSION,
            ObjectKind.INDEX,
            ObjectKind.TRIGGER,
            ObjectKind.VIEW,
            ObjectKind.ROUTINE,
            ObjectKind.SYNONYM);
    /** Whether something of this kind breaks can be told from its table. A key is also missed by a routine's upsert. */
    private static final Set<ObjectKind> TOLD_BY_TABLE =
            Set.of(ObjectKind.TABLE, ObjectKind.COLUMN, ObjectKind.FOREIGN_KEY, ObjectKind.CHECK, ObjectKind.EXCLUSION);

    /** Whether {@link #of} keeps all that matters for something of a kind. */
    static boolean suffices(ObjectKind kind) {
        return TOLD_BY_TABLE.contains(kind);
    }

    /** @param table key of the table in the schema of the release */
    static TableSlice of(String table, Schema own, List<SchemaChange> changes, Schema other) {
        // a schema that gets another name renames all that is in it
        if (changes.stream().anyMatch(change -> change.path().kind() == ObjectKind.SCHEMA)) {
            return new TableSlice(own, changes, other);
        }
        Set<String> names = new HashSet<>(Set.of(table));
        while (addNames(names, changes) | addRelatives(names, own) | addRelatives(names, other)) {
            // what was added has names and relatives too
        }
        Set<String> itself = Set.copyOf(names);
        addReferring(names, itself, own);
        addReferring(names, Set.copyOf(names), other);
        addReferred(names, itself, own);
        addReferred(names, itself, other);
        List<SchemaChange> kept =
                changes.stream().filter(change -> isAbout(names, change)).toList();
        return new TableSlice(cut(own, names), kept, cut(other, names));
    }

    private static boolean addNames(Set<String> names, List<SchemaChange> changes) {
        boolean added = false;
        for (SchemaChange change : changes) {
            String owner = change.path().owner();
            if (change instanceof SchemaChange.Renamed renamed) {
                String next = renamed.newPath().owner();
                added |= names.contains(owner) ? names.add(next) : names.contains(next) && names.add(owner);
            } else if (change instanceof SchemaChange.RowsCopied copied && names.contains(owner)) {
                for (var from : copied.from()) {
                    added |= names.add(from.owner());
                }
            }
        }
        return added;
    }

    private static boolean addRelatives(Set<String> names, Schema schema) {
        boolean added = false;
        for (Map.Entry<String, Table> table : schema.tables().entrySet()) {
            List<String> parents = table.getValue().parents();
            if (names.contains(table.getKey())) {
                added |= names.addAll(parents);
            } else if (parents.stream().anyMatch(names::contains)) {
                added |= names.add(table.getKey());
            }
        }
        return added;
    }

    private static void addReferring(Set<String> names, Set<String> referred, Schema schema) {
        schema.tables().forEach((key, table) -> {
            if (table.foreignKeys().stream().anyMatch(each -> referred.contains(each.references()))) {
                names.add(key);
            }
        });
    }

    /** Adds the tables that others refer to, and those with whose rows their own are deleted. */
    private static void addReferred(Set<String> names, Set<String> referring, Schema schema) {
        Deque<String> left = new ArrayDeque<>();
        for (String key : referring) {
            references(schema, key, each -> true).forEach(left::add);
        }
        Set<String> seen = new HashSet<>();
        while (!left.isEmpty()) {
            String parent = left.remove();
            if (seen.add(parent)) {
                names.add(parent);
                references(schema, parent, each -> each.onDelete().equals("cascade"))
                        .forEach(left::add);
            }
        }
    }

    private static Stream<String> references(Schema schema, String key, Predicate<ForeignKey> condition) {
        Table table = schema.tables().get(key);
        return table == null
                ? Stream.empty()
                : table.foreignKeys().stream().filter(condition).map(ForeignKey::references);
    }

    private static boolean isAbout(Set<String> names, SchemaChange change) {
        return !OWNED.contains(change.path().kind())
                || names.contains(change.path().owner())
                || change instanceof SchemaChange.Renamed renamed
                        && names.contains(renamed.newPath().owner());
    }

    private static SortedSet<String> about(SortedSet<String> lines, Set<String> names) {
        return lines.stream()
                .filter(line -> Stream.of(line.split("[ :]")).anyMatch(names::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Schema cut(Schema schema, Set<String> names) {
        return new Schema(
                        kept(schema.tables(), (key, table) -> names.contains(key)),
                        kept(schema.views(), (key, view) -> names.contains(key)),
                        Map.of(),
                        kept(schema.triggers(), (key, trigger) -> names.contains(String.valueOf(trigger.table()))),
                        schema.sequences(),
                        schema.types(),
                        kept(schema.synonyms(), (key, synonym) -> names.contains(key)),
                        schema.namespaces())
                .withGrants(about(schema.grants(), names))
                .withRowPolicies(about(schema.rowPolicies(), names));
    }

    private static <E> Map<String, E> kept(SortedMap<String, E> shelf, BiPredicate<String, E> condition) {
        Map<String, E> kept = new TreeMap<>();
        shelf.forEach((key, element) -> {
            if (condition.test(key, element)) {
                kept.put(key, element);
            }
        });
        return kept;
    }
}
