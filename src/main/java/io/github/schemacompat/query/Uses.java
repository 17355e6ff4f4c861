package io.github.schemacompat.query;

import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a query uses of the relations and routines that are known, and the names that it finds nowhere. */
final class Uses {
    private final Relations relations;
    private final Names names;
    private final SortedSet<String> found = new TreeSet<>();
    private final SortedSet<String> unresolved = new TreeSet<>();

    Uses(Relations relations, Names names) {
        this.relations = relations;
        this.names = names;
    }

    SortedSet<String> found() {
        return found;
    }

    SortedSet<String> unresolved() {
        return unresolved;
    }

    void relation(String key) {
        found.add(key);
    }

    void unresolved(String name) {
        unresolved.add(name);
    }

    void all(Source source) {
        if (source.relation() != null && source.columns() != null) {
            source.columns().forEach(column -> column(source.relation(), column.name()));
        }
    }

    /** Rows go into all columns of the relation: a new one makes the statement fail, or has room for a longer query. */
    void fill(Source target) {
        if (!names.dialect().fillsUpShortRows()) {
            number(target);
        } else if (target.relation() != null) {
            found.add(target.relation() + ".+");
        }
    }

    /** A new column of the relation makes the statement fail. */
    void number(Source source) {
        if (source.relation() != null) {
            found.add(source.relation() + ".*");
        }
    }

    /** A new column of that name in the relation gives a name without a table two meanings, or another one. */
    void name(Source other, String column) {
        boolean has = other.column(column, names).isPresent();
        if (other.relation() != null && !has) {
            found.add(other.relation() + ".?" + QualifiedName.quoted(column));
        }
    }

    /** Without a key over these columns the statement fails, or inserts where it should update. */
    void key(Source source, List<String> columns) {
        if (source.relation() != null) {
            List<String> keys = columns.stream()
                    .map(names::keyOfWritten)
                    .map(QualifiedName::quoted)
                    .sorted()
                    .toList();
            found.add(source.relation() + ".!" + String.join(",", keys));
        }
    }

    void column(String relation, String column) {
        found.add(relation + "." + QualifiedName.quoted(names.key(column)));
    }

    /** A function or procedure that is called; those of the engine are no uses. */
    void routines(@Nullable List<String> nameParts) {
        if (nameParts != null && !nameParts.isEmpty()) {
            found.addAll(relations.routines(names.qualified(nameParts)));
        }
    }
}
