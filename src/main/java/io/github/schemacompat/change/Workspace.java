package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnPath;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The schema while scripts are replayed on it: immutable records in maps, and the links between them, so that a
 * statement costs what it touches and not what the schema holds. Temporary tables live under keys with {@code #}.
 */
final class Workspace {
    private static final String TEMPORARY = "#";

    private final Dialect dialect;
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, ViewState> views = new HashMap<>();
    private final Map<String, Routine> routines = new HashMap<>();
    private final Map<String, Trigger> triggers = new HashMap<>();
    private final Map<String, Sequence> sequences = new HashMap<>();
    private final Map<String, UserType> types = new HashMap<>();
    private final Map<String, Synonym> synonyms = new HashMap<>();
    private final TreeSet<String> namespaces = new TreeSet<>();
    private final Links foreignKeys = new Links();
    private final Links members = new Links();
    private final Links viewMembers = new Links();
    private final Links triggerTables = new Links();
    private final Links triggerFunctions = new Links();
    private final Links sequenceOwners = new Links();
    private final Links overloads = new Links();
    private final Links parents = new Links();
    private final Links viewUses = new Links();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> temporaries = new TreeSet<>();
    private final Map<String, List<ObjectPath>> rowsIn = new HashMap<>();
    private final ForeignKeyIndexes foreignKeyIndexes;
    private final Set<String> youngPrimaryKeys = new HashSet<>();
    /** What no script made and statements need, by the key that the table had when the replay began. */
    private final Map<String, Table> assumed = new TreeMap<>();

    private final Map<String, String> assumedNames = new HashMap<>();

    Workspace(Dialect dialect, Schema start) {
        this.dialect = dialect;
        this.foreignKeyIndexes = new ForeignKeyIndexes(dialect);
        start.tables().forEach((key, table) -> {
            put(key, table);
            setParents(key, table.parents());
            if (Engine.of(dialect).foreignKeyMakesIndex()) {
                foreignKeyIndexes.start(key, table);
            }
        });
        start.views().forEach((key, view) -> put(key, new ViewState(view)));
        start.routines().forEach(this::put);
        start.triggers().forEach(this::put);
        start.sequences().forEach(this::put);
        start.types().forEach(this::put);
        start.synonyms().forEach(this::put);
        namespaces.addAll(start.namespaces());
    }

    static boolean isTemporary(String key) {
        return key.startsWith(TEMPORARY);
    }

    static String temporary(String key) {
        return isTemporary(key) ? key : TEMPORARY + key;
    }

    // ---- tables

    @Nullable
    Table table(String key) {
        return tables.get(key);
    }

    void put(String key, Table table) {
        noteTemporary(key);
        tables.put(key, table);
        Set<String> referenced = new HashSet<>();
        Set<String> names = new HashSet<>();
        if (table.primaryKey() != null) {
            addName(names, table.primaryKey().name());
        }
        for (UniqueKey unique : table.uniqueKeys()) {
            addName(names, unique.name());
        }
        for (ForeignKey foreignKey : table.foreignKeys()) {
            referenced.add(foreignKey.references());
            addName(names, foreignKey.name());
        }
        for (Check check : table.checks()) {
            addName(names, check.name());
        }
        for (Index index : table.indexes()) {
            addName(names, index.name());
        }
        for (Column column : table.columns()) {
            addName(names, column.defaultName());
        }
        if (Engine.of(dialect).madeUpNamesAreRandom()) {
            TableMembers.of(table).stream()
                    .filter(member -> member.unnamed() != null)
                    .forEach(member -> addName(names, member.name()));
        }
        foreignKeys.set(key, referenced);
        members.set(key, names);
    }

    private void addName(Set<String> names, @Nullable String name) {
        if (name != null) {
            names.add(dialect.key(name));
        }
    }

    void removeTable(String key) {
        tables.remove(key);
        foreignKeys.remove(key);
        members.remove(key);
        parents.remove(key);
        youngPrimaryKeys.remove(key);
        foreignKeyIndexes.removeTable(key);
        gone.add(key);
    }

    /** Keys of the tables that have a foreign key to it, itself included if it has. */
    List<String> referencing(String tableKey) {
        return foreignKeys.to(tableKey);
    }

    /** Keys of the tables and views that have a constraint, an index or a named default of that name. */
    List<String> havingMember(String memberName) {
        String key = dialect.key(memberName);
        List<String> ofTables = members.to(key);
        List<String> ofViews = viewMembers.to(key);
        if (ofViews.isEmpty()) {
            return ofTables;
        }
        TreeSet<String> both = new TreeSet<>(ofTables);
        both.addAll(ofViews);
        return List.copyOf(both);
    }

    /** The table's primary key came after the unique keys that it has now. */
    void notePrimaryKeyIsYoungest(String tableKey) {
        youngPrimaryKeys.add(tableKey);
    }

    boolean primaryKeyIsYoungest(String tableKey) {
        return youngPrimaryKeys.contains(tableKey);
    }

    ForeignKeyIndexes foreignKeyIndexes() {
        return foreignKeyIndexes;
    }

    /** Where the rows of a temporary table were copied from. */
    List<ObjectPath> rowsIn(String temporaryKey) {
        return rowsIn.getOrDefault(temporaryKey, List.of());
    }

    void addRowsIn(String temporaryKey, List<ObjectPath> from) {
        rowsIn.computeIfAbsent(temporaryKey, key -> new ArrayList<>()).addAll(from);
    }

    void setParents(String child, List<String> ofChild) {
        parents.set(child, ofChild);
        Table table = tables.get(child);
        if (table != null && !table.parents().equals(ofChild)) {
            put(child, table.withParents(ofChild));
        }
    }

    List<String> parents(String child) {
        return parents.from(child);
    }

    List<String> children(String parent) {
        return parents.to(parent);
    }

    // ---- views

    @Nullable
    ViewState view(String key) {
        return views.get(key);
    }

    void put(String key, ViewState state) {
        noteTemporary(key);
        views.put(key, state);
        Set<String> names = new HashSet<>();
        for (Index index : state.view().indexes()) {
            addName(names, index.name());
        }
        viewMembers.set(key, names);
        viewUses.set(key, state.relations());
    }

    void removeView(String key) {
        views.remove(key);
        viewMembers.remove(key);
        viewUses.remove(key);
        gone.add(key);
    }

    /** Keys of the views whose text names the table or view. */
    List<String> viewsOver(String relationKey) {
        return viewUses.to(relationKey);
    }

    // ---- routines

    @Nullable
    Routine routine(String key) {
        return routines.get(key);
    }

    void put(String key, Routine routine) {
        noteTemporary(key);
        routines.put(key, routine);
        overloads.set(key, List.of(nameKey(key)));
    }

    void removeRoutine(String key) {
        routines.remove(key);
        overloads.remove(key);
        gone.add(key);
    }

    /** Keys of all routines of a name, the name's key given without arguments. */
    List<String> overloads(String nameKey) {
        return overloads.to(nameKey);
    }

    /** Keys of the procedures and functions within a package. */
    List<String> members(String packageKey) {
        return sortedKeys(routines).stream()
                .filter(key -> key.startsWith(packageKey + "."))
                .toList();
    }

    private static String nameKey(String routineKey) {
        int open = Routine.argumentsAt(routineKey);
        return open < 0 ? routineKey : routineKey.substring(0, open);
    }

    // ---- triggers

    @Nullable
    Trigger trigger(String key) {
        return triggers.get(key);
    }

    void put(String key, Trigger trigger) {
        triggers.put(key, trigger);
        triggerTables.set(key, trigger.table() == null ? List.of() : List.of(trigger.table()));
        triggerFunctions.set(key, trigger.function() == null ? List.of() : List.of(trigger.function()));
    }

    void removeTrigger(String key) {
        triggers.remove(key);
        triggerTables.remove(key);
        triggerFunctions.remove(key);
        gone.add(key);
    }

    List<String> triggersOf(String relationKey) {
        return triggerTables.to(relationKey);
    }

    List<String> triggersRunning(String routineKey) {
        return triggerFunctions.to(routineKey);
    }

    // ---- sequences

    @Nullable
    Sequence sequence(String key) {
        return sequences.get(key);
    }

    void put(String key, Sequence sequence) {
        noteTemporary(key);
        sequences.put(key, sequence);
        sequenceOwners.set(key, sequence.ownedBy() == null ? List.of() : List.of(ownerTable(sequence.ownedBy())));
    }

    void removeSequence(String key) {
        sequences.remove(key);
        sequenceOwners.remove(key);
        gone.add(key);
    }

    /** Keys of the sequences that belong to columns of the table. */
    List<String> sequencesOf(String tableKey) {
        return sequenceOwners.to(tableKey);
    }

    /** What a sequence keeps of the column that it belongs to. */
    static String ownedBy(String tableKey, String columnKey) {
        return new ColumnPath(tableKey, columnKey).toString();
    }

    static String ownerTable(String ownedBy) {
        return ColumnPath.parse(ownedBy).table();
    }

    static String ownerColumn(String ownedBy) {
        return ColumnPath.parse(ownedBy).column();
    }

    // ---- types, synonyms, namespaces

    @Nullable
    UserType type(String key) {
        return types.get(key);
    }

    void put(String key, UserType type) {
        types.put(key, type);
    }

    void removeType(String key) {
        types.remove(key);
        gone.add(key);
    }

    @Nullable
    Synonym synonym(String key) {
        return synonyms.get(key);
    }

    void put(String key, Synonym synonym) {
        synonyms.put(key, synonym);
    }

    void removeSynonym(String key) {
        synonyms.remove(key);
        gone.add(key);
    }

    /** @return whether it is new */
    boolean addNamespace(String key) {
        return namespaces.add(key);
    }

    boolean removeNamespace(String key) {
        return namespaces.remove(key);
    }

    Set<String> namespaces() {
        return namespaces;
    }

    boolean hasNamespace(String key) {
        return namespaces.contains(key);
    }

    /** Keys of a map of this workspace, in order; for the rare statement that concerns the whole schema. */
    static List<String> sortedKeys(Map<String, ?> shelf) {
        return shelf.keySet().stream().sorted().toList();
    }

    Map<String, Table> tables() {
        return tables;
    }

    Map<String, ViewState> views() {
        return views;
    }

    Map<String, Routine> routines() {
        return routines;
    }

    Map<String, Trigger> triggers() {
        return triggers;
    }

    Map<String, Sequence> sequences() {
        return sequences;
    }

    Map<String, UserType> types() {
        return types;
    }

    Map<String, Synonym> synonyms() {
        return synonyms;
    }

    /** Takes note that a table that no script made must have been there before. */
    void assume(String tableKey) {
        assumed.computeIfAbsent(assumedNames.getOrDefault(tableKey, tableKey), key -> {
            Table table = Objects.requireNonNull(tables.get(tableKey), tableKey);
            return Table.of(table.name(), List.of()).withAssumed(true);
        });
    }

    /** Takes note that a table of which no script says all must have had the column. */
    void assume(String tableKey, Column column) {
        assume(tableKey);
        assumed.computeIfPresent(assumedNames.getOrDefault(tableKey, tableKey), (key, table) -> {
            List<Column> columns = new ArrayList<>(table.columns());
            columns.add(column);
            return table.withColumns(columns);
        });
    }

    /** An assumed table goes on under another key. */
    void assumedIsRenamed(String key, String newKey) {
        Table table = tables.get(key);
        if (table != null && table.assumed() && !key.equals(newKey)) {
            assume(key);
            assumedNames.put(newKey, assumedNames.getOrDefault(key, key));
        }
    }

    /** What no script made and statements needed, by the keys that the tables had when the replay began. */
    Map<String, Table> assumed() {
        return assumed;
    }

    /** Whether something of this key was there and was dropped or renamed away. */
    boolean wasThere(String key) {
        return gone.contains(key);
    }

    /** The end of a session: its temporary objects are gone. */
    void forgetTemporary() {
        for (String key : temporaries) {
            triggersOf(key).forEach(trigger -> {
                removeTrigger(trigger);
                gone.remove(trigger);
            });
            removeTable(key);
            removeView(key);
            removeSequence(key);
            removeRoutine(key);
            gone.remove(key);
        }
        temporaries.clear();
        rowsIn.clear();
    }

    private void noteTemporary(String key) {
        if (isTemporary(key)) {
            temporaries.add(key);
        }
    }

    Schema schema() {
        Map<String, View> viewRecords = new HashMap<>();
        views.forEach((key, state) -> viewRecords.put(key, state.view()));
        return new Schema(
                lasting(tables),
                lasting(viewRecords),
                lasting(routines),
                lastingTriggers(),
                lasting(sequences),
                new TreeMap<>(types),
                new TreeMap<>(synonyms),
                namespaces);
    }

    private Map<String, Trigger> lastingTriggers() {
        Map<String, Trigger> lasting = new TreeMap<>(triggers);
        lasting.values().removeIf(trigger -> trigger.table() != null && isTemporary(trigger.table()));
        return lasting;
    }

    private static <V> Map<String, V> lasting(Map<String, V> shelf) {
        Map<String, V> lasting = new TreeMap<>(shelf);
        lasting.keySet().removeIf(Workspace::isTemporary);
        return lasting;
    }
}
