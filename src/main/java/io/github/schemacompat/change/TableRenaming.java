package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tables under new names or in other schemas, with everything that goes along: keys that point there, triggers, sequences. */
final class TableRenaming {
    /** What MySQL leaves of a name that it makes up. */
    private static final int LONGEST_NAME = 64;

    private final Dialect dialect;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final LiveViews liveViews;
    private final Rebuilds rebuilds;
    private final UsesRenaming uses;
    private final ObjectRenaming objects;

    TableRenaming(
            Dialect dialect,
            Workspace workspace,
            Names names,
            Lookup lookup,
            Journal journal,
            TableEdits edits,
            LiveViews liveViews,
            Rebuilds rebuilds,
            UsesRenaming uses,
            ObjectRenaming objects) {
        this.dialect = dialect;
        this.workspace = workspace;
        this.names = names;
        this.lookup = lookup;
        this.journal = journal;
        this.edits = edits;
        this.liveViews = liveViews;
        this.rebuilds = rebuilds;
        this.uses = uses;
        this.objects = objects;
    }

    void rename(String key, Span span, QualifiedName to) {
        Table before = edits.table(key);
        Table after = madeUpNamesFollow(before.withName(to), before.name().name(), to.name());
        String newKey = Workspace.isTemporary(key) ? Workspace.temporary(names.key(to.name())) : names.key(to);
        if (!newKey.equals(key) && objects.isTaken(newKey)) {
            lookup.exists(span, ObjectKind.TABLE, to);
            return;
        }
        workspace.assumedIsRenamed(key, newKey);
        workspace.foreignKeyIndexes().renameTable(key, newKey);
        List<String> referencing = workspace.referencing(key);
        List<String> triggers = workspace.triggersOf(key);
        List<String> sequences = workspace.sequencesOf(key);
        List<String> parents = workspace.parents(key);
        List<String> children = workspace.children(key);
        synonymsFollow(key, to);
        if (!newKey.equals(key)) {
            workspace.removeTable(key);
        }
        workspace.put(newKey, after);
        workspace.setParents(newKey, parents);
        for (String child : children) {
            workspace.setParents(child, replaced(workspace.parents(child), key, newKey));
        }
        for (String referencingKey : referencing) {
            String at = referencingKey.equals(key) ? newKey : referencingKey;
            Table table = edits.table(at);
            List<ForeignKey> foreignKeys = new ArrayList<>();
            table.foreignKeys().forEach(each -> foreignKeys.add(retargeted(each, key, newKey)));
            if (uses.referencesFollow()) {
                workspace.put(at, table.withForeignKeys(foreignKeys));
            }
        }
        for (String triggerKey : triggers) {
            objects.moveTrigger(triggerKey, newKey, to);
        }
        for (String sequenceKey : sequences) {
            Sequence sequence = Objects.requireNonNull(workspace.sequence(sequenceKey), sequenceKey);
            String ownedBy = Objects.requireNonNull(sequence.ownedBy(), sequenceKey);
            workspace.put(sequenceKey, sequence.withOwnedBy(Workspace.ownedBy(newKey, Workspace.ownerColumn(ownedBy))));
            if (!Objects.equals(sequence.name().schema(), to.schema())) {
                objects.moveSequence(sequenceKey, sequence.name().withSchema(to.schema()));
            }
        }
        PrimaryKey primaryKey = before.primaryKey();
        if (!uses.referencesFollow() && primaryKey != null) {
            edits.leaveReferences(key, primaryKey);
        }
        edits.completeReferences(newKey);
        uses.follow(key, newKey, null, null);
        rebuilds.renamed(key, newKey);
        journal.renamed(span, ObjectPath.table(key), ObjectPath.table(newKey), before, edits.table(newKey));
        liveViews.takeColumns(newKey, span);
        if (!dialect.viewsKeepOldNames()) {
            liveViews.takeTypes(newKey, span);
        }
    }

    /** H2 keeps the table itself. */
    private void synonymsFollow(String key, QualifiedName to) {
        if (Engine.of(dialect) != Engine.H2) {
            return;
        }
        for (String synonymKey : Workspace.sortedKeys(workspace.synonyms())) {
            Synonym synonym = Objects.requireNonNull(workspace.synonym(synonymKey), synonymKey);
            if (key.equals(lookup.tableKey(synonym.target()))) {
                workspace.put(synonymKey, synonym.withTarget(to));
            }
        }
    }

    /** The names that MySQL makes from that of the table change with it. */
    private Table madeUpNamesFollow(Table table, String from, String to) {
        Pattern madeUp = dialect.renamedWithTable(from);
        if (madeUp == null) {
            return table;
        }
        UnaryOperator<@Nullable String> renamed =
                name -> name != null && madeUp.matcher(name).matches() ? cut(to + name.substring(from.length())) : name;
        return table.withForeignKeys(table.foreignKeys().stream()
                        .map(each -> each.withName(renamed.apply(each.name())))
                        .toList())
                .withChecks(table.checks().stream()
                        .map(each -> each.withName(renamed.apply(each.name())))
                        .toList());
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static List<String> replaced(List<String> keys, String from, String to) {
        return keys.stream().map(each -> each.equals(from) ? to : each).toList();
    }

    private static ForeignKey retargeted(ForeignKey foreignKey, String from, String to) {
        return foreignKey.references().equals(from) ? foreignKey.withReferences(to) : foreignKey;
    }
}
