package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ColumnDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.CheckDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.DefaultDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.ForeignKeyDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.PrimaryKeyDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.UniqueDefinition;
import io.github.schemacompat.ddl.IndexDefinition;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.DisabledKey;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.NormalForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes columns, keys, constraints and indexes of the model from what statements say, and puts them in their table. */
final class Definitions {
    static final ColumnType UNKNOWN_TYPE = ColumnType.of("unknown");
    private final Dialect dialect;
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final DisabledKeys disabledKeys;
    private boolean nullableByDefault = true;
    private final MadeUpNames madeUpNames;
    private final SequenceCalls sequenceCalls;

    Definitions(
            Dialect dialect,
            Workspace workspace,
            Names names,
            Lookup lookup,
            Journal journal,
            TableEdits edits,
            DisabledKeys disabledKeys) {
        this.dialect = dialect;
        this.engine = Engine.of(dialect);
        this.workspace = workspace;
        this.names = names;
        this.lookup = lookup;
        this.journal = journal;
        this.edits = edits;
        this.disabledKeys = disabledKeys;
        this.madeUpNames = new MadeUpNames(dialect, workspace, names);
        this.sequenceCalls = new SequenceCalls(dialect, names);
    }

    // ---- columns

    /** A new column as its definition makes it, keys aside. */
    Column column(ColumnDefinition definition) {
        ColumnType type = definition.type() == null ? UNKNOWN_TYPE : definition.type();
        Boolean said = definition.nullable();
        boolean nullable = said == null ? nullableUnsaid(definition, type) : said;
        Marks marks = Deprecation.in(definition.comment(), Marks.NONE);
        return settled(new Column(
                definition.name(),
                type,
                nullable,
                nullable,
                real(definition.defaultValue()),
                real(definition.defaultValue()) == null ? null : definition.defaultName(),
                definition.identity(),
                definition.generated(),
                definition.onUpdate(),
                definition.charset(),
                definition.collation(),
                definition.invisible(),
                marks));
    }

    /** After all but keys had a say whether NULL can be stored. */
    Column settled(Column column) {
        UserType type = lookup.type(column.type());
        boolean refused = type != null && type.overrulesNull()
                || engine.notNullGoesWithNumbering() && column.identity() != Identity.NONE;
        boolean itself = column.nullableItself();
        return column.withNullable(itself && !refused, itself && (!refused || engine.notNullComesAndGoes()));
    }

    private boolean nullableUnsaid(ColumnDefinition definition, ColumnType type) {
        if (definition.identity() != Identity.NONE || definition.serial()) {
            return engine.notNullGoesWithNumbering();
        }
        if (engine == Engine.SQL_SERVER
                && (type.name().equals("rowversion") || type.name().equals("timestamp"))) {
            return false;
        }
        UserType userType = lookup.type(type);
        return userType == null ? nullableByDefault : !userType.notNull() || userType.overrulesNull();
    }

    /** What the session says of columns that say neither NULL nor NOT NULL. */
    void setNullableByDefault(boolean value) {
        nullableByDefault = value;
    }

    /** DEFAULT NULL is no default, and neither is an empty string where that is NULL. */
    @Nullable
    String real(@Nullable String defaultValue) {
        boolean none =
                "null".equalsIgnoreCase(defaultValue) || "''".equals(defaultValue) && dialect.emptyStringIsNull();
        return none ? null : defaultValue;
    }

    /** The sequence behind a serial or identity column, and the default that draws from it. */
    void number(String tableKey, ColumnDefinition definition) {
        if (engine.numberingHasSequence() && (definition.serial() || definition.identity() != Identity.NONE)) {
            number(tableKey, definition.span(), definition.name(), definition.serial(), definition.sequenceOptions());
        }
    }

    void number(String tableKey, Span span, String columnName, boolean serial, Map<String, String> options) {
        Table table = edits.table(tableKey);
        QualifiedName name = madeUpNames.sequence(table, columnName);
        String key = names.key(name);
        key = Workspace.isTemporary(tableKey) ? Workspace.temporary(key) : key;
        Column column = edits.column(table, columnName);
        Sequence sequence =
                new Sequence(name, numbering(options, column), Workspace.ownedBy(tableKey, dialect.key(columnName)));
        workspace.put(key, sequence);
        if (serial && column != null) {
            replaceQuietly(tableKey, column, column.withDefault(sequenceCalls.nextOf(key), null));
        }
        journal.created(span, Lookup.sequencePath(key), sequence);
    }

    /** The sequence counts as far as its column does. */
    private static Map<String, String> numbering(Map<String, String> options, @Nullable Column column) {
        Map<String, String> all = new TreeMap<>(options);
        if (column != null && !column.type().name().equals("bigint")) {
            all.putIfAbsent("type", column.type().name());
        }
        return all;
    }

    /** Completes a column within the statement that makes it. */
    private void replaceQuietly(String tableKey, Column before, Column after) {
        Table table = edits.table(tableKey);
        workspace.put(tableKey, table.withColumns(TableEdits.replaced(table.columns(), before, after)));
    }

    // ---- constraints

    /** Those written at columns and those of the table, in the order in which they depend on each other. */
    List<ConstraintDefinition> inOrder(List<ColumnDefinition> columns, List<ConstraintDefinition> ofTable) {
        List<ConstraintDefinition> all = new ArrayList<>();
        columns.forEach(column -> all.addAll(column.constraints()));
        all.addAll(ofTable);
        if (engine.constraintsInWrittenOrder()) {
            all.sort(Comparator.comparingInt(each -> each.span().start()));
            return all;
        }
        List<ConstraintDefinition> ordered = new ArrayList<>();
        all.stream().filter(PrimaryKeyDefinition.class::isInstance).forEach(ordered::add);
        if (engine.foreignKeyMakesIndex()) {
            all.removeAll(ordered);
            all.sort(Comparator.comparingInt(each -> each.span().start()));
            ordered.addAll(all);
            return ordered;
        }
        all.stream()
                .filter(each -> !(each instanceof PrimaryKeyDefinition) && !(each instanceof ForeignKeyDefinition))
                .forEach(ordered::add);
        all.stream().filter(ForeignKeyDefinition.class::isInstance).forEach(ordered::add);
        return ordered;
    }

    void add(String tableKey, ConstraintDefinition definition) {
        Table table = edits.table(tableKey);
        if (definition instanceof PrimaryKeyDefinition key) {
            addPrimaryKey(tableKey, table, key);
        } else if (definition instanceof UniqueDefinition unique) {
            addUnique(tableKey, table, unique);
        } else if (definition instanceof ForeignKeyDefinition foreignKey) {
            addForeignKey(tableKey, table, foreignKey);
        } else if (definition instanceof CheckDefinition check) {
            addCheck(tableKey, table, check);
        } else if (definition instanceof DefaultDefinition value) {
            addDefault(tableKey, table, value);
        }
    }

    private void addPrimaryKey(String tableKey, Table table, PrimaryKeyDefinition definition) {
        PrimaryKey before = table.primaryKey();
        if (before != null
                && definition.name() == null
                && edits.spelled(table, definition.columns()).equals(before.columns())) {
            // a word at the column made it already
            return;
        }
        if (before != null) {
            journal.doesNotApply(
                    definition.span(), table.name().toString(), table.name() + " has a primary key already");
            return;
        }
        Index index = takeIndex(tableKey, table, definition.span(), definition.usingIndex());
        List<String> columns = edits.spelled(table, index == null ? definition.columns() : index.columns());
        // MySQL calls every primary key PRIMARY, whatever the script says
        String name = engine == Engine.MYSQL ? null : definition.name();
        if (name == null) {
            name = index == null ? madeUpNames.primaryKey(table) : index.name();
        }
        if (definition.disabled()) {
            disabledKeys.add(tableKey, new DisabledKey(name, columns, true));
            return;
        }
        indexIsMade(tableKey, definition.span(), columns);
        edits.addPrimaryKey(tableKey, definition.span(), new PrimaryKey(name, columns));
    }

    private void addUnique(String tableKey, Table table, UniqueDefinition definition) {
        if (taken(tableKey, table, definition)) {
            return;
        }
        Index index = takeIndex(tableKey, table, definition.span(), definition.usingIndex());
        List<String> columns = edits.spelled(table, index == null ? definition.columns() : index.columns());
        if (engine == Engine.SQLITE && isUnique(table, columns)) {
            return;
        }
        indexIsMade(tableKey, definition.span(), columns);
        String name = definition.name();
        if (name == null) {
            name = index == null ? madeUpNames.unique(edits.table(tableKey), columns) : index.name();
        }
        if (definition.disabled()) {
            disabledKeys.add(tableKey, new DisabledKey(name, columns, false));
            return;
        }
        Boolean said = definition.nullsEqual();
        boolean nullsEqual = said == null ? dialect.nullsEqualInUnique() : said;
        if (index != null) {
            nullsEqual = index.nullsEqual();
        }
        edits.addUnique(tableKey, definition.span(), new UniqueKey(name, columns, nullsEqual));
    }

    /** What the engine made for a foreign key goes before this one gets its name. */
    private void indexIsMade(String tableKey, Span span, List<String> columns) {
        if (engine.foreignKeyMakesIndex()) {
            workspace.foreignKeyIndexes().covered(tableKey, span, columns, edits);
        }
    }

    /** SQLite makes nothing of a second key over the same columns; the one that is the number of the row is no key to it. */
    private boolean isUnique(Table table, List<String> columns) {
        PrimaryKey primaryKey = table.primaryKey();
        boolean numbered = primaryKey != null
                && table.columns().stream()
                        .anyMatch(each ->
                                each.identity() != Identity.NONE && edits.holds(primaryKey.columns(), each.name()));
        return primaryKey != null && !numbered && primaryKey.columns().equals(columns)
                || table.uniqueKeys().stream().anyMatch(each -> each.columns().equals(columns));
    }

    /** The index that becomes a key is no index of its own any more. */
    private @Nullable Index takeIndex(String tableKey, Table table, Span span, @Nullable String name) {
        if (name == null) {
            return null;
        }
        Index index = edits.first(table.indexes(), each -> edits.same(each.name(), name));
        if (index == null) {
            if (!table.assumed()) {
                journal.doesNotApply(span, name, "there is no index " + name + " on " + table.name());
            }
            return null;
        }
        workspace.put(tableKey, table.withIndexes(TableEdits.without(table.indexes(), index)));
        journal.dropped(span, edits.paths().of(tableKey, index), index, Lookup.tablePath(tableKey));
        return index;
    }

    private void addForeignKey(String tableKey, Table table, ForeignKeyDefinition definition) {
        if (taken(tableKey, table, definition)) {
            return;
        }
        // a table that stays never points to one that goes with the session
        String found = Workspace.isTemporary(tableKey)
                ? lookup.tableKey(definition.references())
                : lookup.find(definition.references(), workspace.tables());
        String references = found == null ? names.key(definition.references()) : found;
        Table parent = workspace.table(references);
        List<String> referencedColumns = definition.referencedColumns();
        if (parent != null) {
            PrimaryKey parentKey = parent.primaryKey();
            referencedColumns = referencedColumns.isEmpty() && parentKey != null
                    ? parentKey.columns()
                    : edits.spelled(parent, referencedColumns);
        }
        List<String> columns = edits.spelled(table, definition.columns());
        String name = definition.name();
        if (name == null) {
            name = madeUpNames.foreignKey(table, columns);
        }
        ForeignKey foreignKey = new ForeignKey(
                name,
                columns,
                references,
                referencedColumns,
                definition.onDelete(),
                definition.onUpdate(),
                definition.enforced());
        if (engine.foreignKeyMakesIndex()) {
            String said = definition.index() == null ? definition.name() : definition.index();
            workspace.foreignKeyIndexes().serve(tableKey, definition.span(), foreignKey, said, madeUpNames, edits);
        }
        edits.addForeignKey(tableKey, definition.span(), foreignKey);
    }

    private void addCheck(String tableKey, Table table, CheckDefinition definition) {
        if (definition.ofColumn() == null && taken(tableKey, table, definition)) {
            return;
        }
        List<String> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (edits.holds(definition.mentioned(), column.name())) {
                columns.add(column.name());
            }
        }
        String name = definition.name();
        if (name == null) {
            name = madeUpNames.check(table, columns, definition.exclusion());
        }
        edits.addCheck(
                tableKey,
                definition.span(),
                new Check(
                        name,
                        definition.expression(),
                        columns,
                        definition.exclusion(),
                        definition.enforced(),
                        definition.noInherit(),
                        definition.ofColumn()));
    }

    private void addDefault(String tableKey, Table table, DefaultDefinition definition) {
        Column column = edits.column(table, definition.column());
        if (column == null) {
            lookup.unknownColumn(definition.span(), table, definition.column());
            return;
        }
        edits.alterColumn(
                tableKey, definition.span(), column, column.withDefault(real(definition.value()), definition.name()));
    }

    /** Whether the table has a constraint of that name already. */
    private boolean taken(String tableKey, Table table, ConstraintDefinition definition) {
        String name = definition.name();
        if (name == null || !engine.constraintNamesAreUnique() || !hasConstraint(table, name)) {
            return false;
        }
        journal.doesNotApply(definition.span(), name, table.name() + " has a constraint " + name + " already");
        return true;
    }

    boolean hasConstraint(Table table, String name) {
        PrimaryKey primaryKey = table.primaryKey();
        return primaryKey != null && edits.same(primaryKey.name(), name)
                || table.uniqueKeys().stream().anyMatch(each -> edits.same(each.name(), name))
                || table.foreignKeys().stream().anyMatch(each -> edits.same(each.name(), name))
                || table.checks().stream().anyMatch(each -> each.ofColumn() == null && edits.same(each.name(), name));
    }

    /** The name of a check of a domain that the script leaves unnamed, or null where it can't be foretold. */
    @Nullable
    String domainCheckName(QualifiedName domain, List<Check> others) {
        return madeUpNames.domainCheck(domain, others);
    }

    // ---- copies for LIKE and partitions, under names of the new table

    PrimaryKey copy(Table to, PrimaryKey key) {
        return new PrimaryKey(madeUpNames.primaryKey(to), key.columns());
    }

    UniqueKey copy(Table to, UniqueKey key) {
        String name = engine == Engine.MYSQL ? key.name() : madeUpNames.unique(to, key.columns());
        return new UniqueKey(name, key.columns(), key.nullsEqual());
    }

    Index copy(Table to, Index index) {
        String name = engine == Engine.MYSQL ? null : madeUpNames.index(to, index.columns(), index.included());
        return name == null ? index : index.withName(name);
    }

    /** PostgreSQL keeps the names of checks, which belong to their table there. */
    Check copy(Table to, Check check) {
        boolean kept = engine == Engine.POSTGRESQL && !check.exclusion() || dialect.columnsOwnChecks();
        String name = kept ? check.name() : madeUpNames.check(to, check.columns(), check.exclusion());
        return check.withName(name);
    }

    // ---- indexes

    Index index(Table table, IndexDefinition definition) {
        String name = definition.name();
        if (name == null) {
            name = madeUpNames.index(table, definition.columns(), definition.included());
        }
        if (name == null) {
            name = String.join("_", definition.columns());
        }
        Boolean said = definition.nullsEqual();
        List<String> columns = new ArrayList<>();
        for (String column : definition.columns()) {
            Column own = edits.column(table, Expressions.plain(column));
            boolean text = own == null && engine == Engine.SQLITE && !table.assumed() && !column.startsWith("(");
            String key = own == null ? Expressions.plain(column) : own.name();
            // in quotes, what names no column is a text there
            columns.add((text ? "(" + NormalForm.ofName(dialect, key) + ")" : key)
                    + column.substring(Expressions.plain(column).length()));
        }
        return new Index(
                name,
                columns,
                edits.spelled(table, definition.included()),
                definition.unique(),
                said == null ? dialect.nullsEqualInUnique() : said,
                definition.where(),
                definition.method());
    }
}
