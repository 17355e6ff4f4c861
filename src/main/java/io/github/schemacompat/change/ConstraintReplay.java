package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ConstraintDefinition.PrimaryKeyDefinition;
import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys and constraints of a table as ALTER TABLE adds, drops, renames and switches them. */
final class ConstraintReplay {
    private final Engine engine;
    private final Workspace workspace;
    private final Lookup lookup;
    private final DisabledKeys disabledKeys;
    private final Journal journal;
    private final TableEdits edits;
    private final Definitions definitions;
    private final Falling falling;
    private final Renaming renaming;
    private final IndexReplay indexes;
    private final Inheritance inheritance;

    ConstraintReplay(ReplayParts parts, IndexReplay indexes, Inheritance inheritance) {
        this.engine = Engine.of(parts.dialect());
        this.workspace = parts.workspace();
        this.lookup = parts.lookup();
        this.disabledKeys = parts.disabledKeys();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.definitions = parts.definitions();
        this.falling = parts.falling();
        this.renaming = parts.renaming();
        this.indexes = indexes;
        this.inheritance = inheritance;
    }

    void add(String key, TableAction.AddConstraint action) {
        String name = action.constraint().name();
        if (action.ifNotExists() && name != null && definitions.hasConstraint(edits.table(key), name)) {
            return;
        }
        List<Check> before = edits.table(key).checks();
        definitions.add(key, action.constraint());
        if (action.constraint() instanceof PrimaryKeyDefinition) {
            workspace.notePrimaryKeyIsYoungest(key);
            inheritance.requireKey(key, action.span());
        }
        inheritance.addChecks(key, action.span(), before);
    }

    void drop(String key, TableAction.DropConstraint action) {
        Table table = edits.table(key);
        String name = action.name();
        if (name == null) {
            dropUnnamed(key, table, action);
            return;
        }
        SchemaElement element = namedConstraint(table, name);
        if (element != null) {
            drop(key, action, element);
            return;
        }
        if (disabledKeys.drop(key, disabledKeys.named(table, name))) {
            return;
        }
        boolean indexAsUnique = action.kind() == ObjectKind.UNIQUE || engine.uniqueIsIndex();
        if (indexAsUnique && table.indexes().stream().anyMatch(each -> edits.same(each.name(), name))) {
            indexes.drop(key, action.span(), name, false);
        } else if (engine.notNullHasName() && !action.ifExists() && !table.assumed()) {
            journal.unknown(
                    action.span(),
                    name,
                    "no script makes the constraint " + name + " of " + table.name()
                            + ", unless it is the name of a NOT NULL");
        } else if (!action.ifExists()) {
            lookup.unknownMember(action.span(), table, action.kind(), name);
        }
    }

    private void drop(String key, TableAction.DropConstraint action, SchemaElement element) {
        Span span = action.span();
        if (element instanceof PrimaryKey primaryKey) {
            dropPrimaryKey(key, action, primaryKey);
        } else if (element instanceof UniqueKey unique) {
            dropUnique(key, span, unique, action.cascade());
        } else if (element instanceof ForeignKey foreignKey) {
            edits.dropForeignKey(key, span, foreignKey, null);
            workspace.foreignKeyIndexes().outlive(key, span, foreignKey, edits);
        } else if (element instanceof Check check) {
            ObjectPath path = edits.paths().of(key, check);
            edits.dropCheck(key, span, check, null);
            inheritance.dropCheck(key, span, check, path);
        } else if (element instanceof Column column) {
            edits.alterColumn(key, span, column, column.withDefault(null, null));
        }
    }

    /** The key, constraint or, for its default, column that goes by the name. */
    private @Nullable SchemaElement namedConstraint(Table table, String name) {
        PrimaryKey primaryKey = table.primaryKey();
        boolean namesPrimary = primaryKey != null
                && (edits.same(primaryKey.name(), name) || engine == Engine.MYSQL && name.equalsIgnoreCase("PRIMARY"));
        if (namesPrimary) {
            return primaryKey;
        }
        for (TableMembers.Member member : TableMembers.of(table)) {
            boolean dropped = member.kind() != ObjectKind.INDEX && !isOfColumn(member.element());
            if (member.unnamed() == null && dropped && edits.same(member.name(), name)) {
                return member.element();
            }
        }
        TableMembers.Member unnamed = engine.madeUpNamesAreRandom() ? TableMembers.unnamed(table, name) : null;
        return unnamed == null ? null : unnamed.element();
    }

    private static boolean isOfColumn(SchemaElement element) {
        return element instanceof Check check && check.ofColumn() != null;
    }

    private void dropPrimaryKey(String key, TableAction.DropConstraint action, PrimaryKey primaryKey) {
        boolean leanedOn = falling.isLeanedOn(key, primaryKey);
        ObjectPath path = edits.paths().of(key, primaryKey);
        edits.dropPrimaryKey(key, action.span(), primaryKey, null);
        if (leanedOn) {
            falling.dropReferencing(key, primaryKey.columns(), action.span(), action.cascade(), path);
        }
    }

    private void dropUnique(String key, Span span, UniqueKey unique, boolean cascade) {
        boolean leanedOn = falling.isLeanedOn(key, unique);
        ObjectPath path = edits.paths().of(key, unique);
        edits.dropUnique(key, span, unique, null);
        if (leanedOn) {
            falling.dropReferencing(key, unique.columns(), span, cascade, path);
        }
    }

    void dropUniqueOver(String key, TableAction.DropUniqueOver action) {
        Table table = edits.table(key);
        for (UniqueKey unique : table.uniqueKeys()) {
            boolean same = unique.columns().size() == action.columns().size()
                    && action.columns().stream().allMatch(column -> edits.holds(unique.columns(), column));
            if (same) {
                dropUnique(key, action.span(), unique, action.cascade());
                return;
            }
        }
        if (!disabledKeys.drop(key, disabledKeys.over(table, action.columns()))) {
            lookup.unknownMember(action.span(), table, ObjectKind.UNIQUE, keyName(action.columns()));
        }
    }

    private static String keyName(List<String> columns) {
        return columns.isEmpty() ? "PRIMARY KEY" : "(" + String.join(", ", columns) + ")";
    }

    /** A table that has lost its primary key is written anew, and foreign keys that no index serves go. */
    void loseForeignKeys(String key, Span span) {
        Table table = workspace.table(key);
        if (table == null || table.primaryKey() != null) {
            return;
        }
        for (ForeignKey each : table.foreignKeys()) {
            if (!workspace.foreignKeyIndexes().isServed(key, table, each)) {
                edits.dropForeignKey(key, span, each, null);
            }
        }
    }

    private void dropUnnamed(String key, Table table, TableAction.DropConstraint action) {
        PrimaryKey primaryKey = table.primaryKey();
        if (primaryKey != null) {
            dropPrimaryKey(key, action, primaryKey);
        } else if (!disabledKeys.drop(key, disabledKeys.over(table, List.of())) && !action.ifExists()) {
            lookup.unknownMember(action.span(), table, ObjectKind.PRIMARY_KEY, keyName(List.of()));
        }
    }

    void rename(String key, TableAction.RenameConstraint action) {
        if (!renaming.members().constraint(key, action.span(), action.from(), action.to())) {
            lookup.unknownMember(action.span(), edits.table(key), ObjectKind.OTHER, action.from());
        }
        inheritance.renameCheck(key, action.span(), action.from(), action.to());
    }

    void setEnforced(String key, TableAction.SetConstraintEnforced action) {
        String name = action.name();
        boolean found = name == null;
        for (ForeignKey each : edits.table(key).foreignKeys()) {
            if ((name == null || edits.same(each.name(), name)) && each.enforced() != action.enforced()) {
                edits.alterForeignKey(key, action.span(), each, each.withEnforced(action.enforced()));
            }
        }
        for (Check each : edits.table(key).checks()) {
            if ((name == null || edits.same(each.name(), name)) && each.enforced() != action.enforced()) {
                edits.alterCheck(key, action.span(), each, each.withEnforced(action.enforced()));
            }
        }
        boolean isKey = engine == Engine.ORACLE
                && name != null
                && disabledKeys.setEnforced(key, action.span(), name, action.enforced());
        if (!found && !isKey && !definitions.hasConstraint(edits.table(key), name)) {
            lookup.unknownMember(action.span(), edits.table(key), ObjectKind.OTHER, name);
        }
    }

    void setKeyEnforced(String key, TableAction.SetKeyEnforced action) {
        if (!disabledKeys.setEnforced(key, action.span(), action.columns(), action.enforced())) {
            lookup.unknownMember(action.span(), edits.table(key), ObjectKind.UNIQUE, keyName(action.columns()));
        }
    }
}
