package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation.CreateTable;
import io.github.schemacompat.ddl.Operation.Like;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.source.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a new table takes from another one: LIKE, INHERITS and PARTITION OF. */
final class TableCopy {
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final TableEdits edits;
    private final Definitions definitions;

    TableCopy(ReplayParts parts) {
        this.engine = Engine.of(parts.dialect());
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.edits = parts.edits();
        this.definitions = parts.definitions();
    }

    /** A copied identity column counts for itself. */
    void numberCopies(String key, CreateTable operation) {
        if (operation.like().isEmpty() || !engine.numberingHasSequence()) {
            return;
        }
        for (Column column : edits.table(key).columns()) {
            boolean own = operation.columns().stream().anyMatch(each -> edits.same(each.name(), column.name()));
            if (!own && column.identity() != Identity.NONE) {
                definitions.number(key, operation.span(), column.name(), false, copiedNumbering(operation, column));
            }
        }
    }

    /** The sequence of a copied column counts within the same limits, but is of the default type. */
    private Map<String, String> copiedNumbering(CreateTable operation, Column column) {
        for (Like like : operation.like()) {
            String source = lookup.tableKey(like.table());
            String path = Workspace.ownedBy(String.valueOf(source), names.key(column.name()));
            for (String sequenceKey : source == null ? List.<String>of() : workspace.sequencesOf(source)) {
                Sequence sequence = Objects.requireNonNull(workspace.sequence(sequenceKey));
                if (path.equals(sequence.ownedBy())) {
                    return SequenceLimits.withDefaultType(sequence.options());
                }
            }
        }
        return Map.of();
    }

    void addMissing(List<Column> columns, Column column) {
        if (edits.indexOf(columns, column.name()) < 0) {
            columns.add(column);
        }
    }

    void copyColumns(List<Column> columns, Like like) {
        String key = lookup.tableKey(like.table());
        Table source = key == null ? null : workspace.table(key);
        if (source == null) {
            String typeKey = lookup.typeKey(like.table());
            UserType type = typeKey == null ? null : workspace.type(typeKey);
            if (type != null) {
                type.columns().forEach(column -> addMissing(columns, column));
            }
            return;
        }
        for (Column column : source.columns()) {
            Column copy = column;
            if (!includes(like, "defaults") && engine.likeCopiesWhatIsSaid()) {
                copy = copy.withDefault(null, null);
            }
            if (!includes(like, "identity") && engine.likeCopiesWhatIsSaid()) {
                copy = copy.withIdentity(Identity.NONE);
            }
            if (!includes(like, "generated") && engine.likeCopiesWhatIsSaid()) {
                copy = copy.withGenerated(null);
            }
            addMissing(columns, definitions.settled(copy));
        }
    }

    private static boolean includes(Like like, String what) {
        return (like.including().contains("all") || like.including().contains(what))
                && !like.excluding().contains(what);
    }

    void copyConstraints(String key, Span span, Like like) {
        String sourceKey = lookup.tableKey(like.table());
        Table source = sourceKey == null ? null : workspace.table(sourceKey);
        if (source == null) {
            return;
        }
        for (Check check : engine == Engine.MYSQL ? byName(source.checks()) : source.checks()) {
            // an exclusion is an index
            if (includes(like, check.exclusion() ? "indexes" : "constraints")) {
                edits.addCheck(key, span, definitions.copy(edits.table(key), check));
            }
        }
        if (includes(like, "indexes")) {
            copyKeys(key, span, source);
            workspace.foreignKeyIndexes().copy(sourceKey, key, span, edits);
        }
    }

    /** The order in which MySQL numbers them anew. */
    private static List<Check> byName(List<Check> checks) {
        return checks.stream()
                .sorted(Comparator.comparing(
                        check -> String.valueOf(check.name()).toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Checks of the same name are one. */
    void inheritChecks(String key, Span span, Table parent) {
        for (Check check : parent.checks()) {
            if (check.isInherited()
                    && edits.first(edits.table(key).checks(), each -> edits.same(each.name(), check.name())) == null) {
                edits.addCheck(key, span, check);
            }
        }
    }

    /** Keys and indexes under names of the new table. */
    void copyKeys(String key, Span span, Table source) {
        PrimaryKey primaryKey = source.primaryKey();
        if (primaryKey != null && edits.table(key).primaryKey() == null) {
            edits.addPrimaryKey(key, span, definitions.copy(edits.table(key), primaryKey));
        }
        for (UniqueKey unique : source.uniqueKeys()) {
            edits.addUnique(key, span, definitions.copy(edits.table(key), unique));
        }
        for (Index index : source.indexes()) {
            edits.addIndex(key, span, definitions.copy(edits.table(key), index));
        }
    }
}
