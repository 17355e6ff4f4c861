package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ColumnDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.PrimaryKeyDefinition;
import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.IndexDefinition;
import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.Operation.CreateIndex;
import io.github.schemacompat.ddl.Operation.CreateTable;
import io.github.schemacompat.ddl.Operation.DropIndex;
import io.github.schemacompat.ddl.Operation.Like;
import io.github.schemacompat.ddl.Operation.SelectInto;
import io.github.schemacompat.ddl.Operation.Truncate;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.TextDefault;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables and indexes as wholes: CREATE, SELECT INTO, TRUNCATE. */
final class TableReplay {
    private final Dialect dialect;
    private final Engine engine;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final DisabledKeys disabledKeys;
    private final Definitions definitions;
    private final Falling falling;
    private final Queries queries;
    private final LiveViews liveViews;

    TableReplay(ReplayParts parts) {
        this.dialect = parts.dialect();
        this.engine = Engine.of(dialect);
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.disabledKeys = parts.disabledKeys();
        this.definitions = parts.definitions();
        this.falling = parts.falling();
        this.queries = parts.queries();
        this.liveViews = parts.liveViews();
    }

    void create(CreateTable operation) {
        String key = keyOfNew(operation.name(), operation.temporary());
        Table present = workspace.table(key);
        if (present != null && !present.assumed()) {
            if (operation.mode() == CreateMode.OR_REPLACE) {
                falling.dropTable(key, operation.span(), true, null);
            } else {
                if (operation.mode() == CreateMode.CREATE && !Workspace.isTemporary(key)) {
                    lookup.exists(operation.span(), ObjectKind.TABLE, operation.name());
                }
                return;
            }
        }
        if (operation.mode() == CreateMode.IF_NOT_EXISTS && present == null && workspace.view(key) != null) {
            return;
        }
        QualifiedName name = Workspace.isTemporary(key) ? operation.name() : names.full(operation.name());
        workspace.put(key, Table.of(name, List.of()));
        // a new table is told of once, as a whole
        List<SchemaChange> following = journal.collect(() -> {
            fill(key, operation);
            edits.completeReferences(key);
            liveViews.takeColumns(key, operation.span());
            liveViews.takeTypes(key, operation.span());
        });
        Table made = edits.table(key);
        journal.created(operation.span(), Lookup.tablePath(key), made);
        following.stream()
                .filter(change -> !change.path().owner().equals(key) || change instanceof SchemaChange.RowsCopied)
                .forEach(journal::add);
    }

    private void fill(String key, CreateTable operation) {
        List<Column> columns = new ArrayList<>();
        List<String> parents = new ArrayList<>();
        List<QualifiedName> ancestors = new ArrayList<>(operation.inherits());
        boolean partition = operation.partitionOf() != null;
        if (partition) {
            ancestors.add(operation.partitionOf());
        }
        for (QualifiedName ancestor : ancestors) {
            String parentKey = lookup.tableToChange(operation.span(), ancestor, false);
            if (parentKey != null) {
                parents.add(parentKey);
                for (Column column : edits.table(parentKey).columns()) {
                    addMissing(columns, partition ? column : column.withIdentity(Identity.NONE));
                }
            }
        }
        TextDefault textDefault = textDefault(operation);
        List<String> repeated = new ArrayList<>();
        int at = 0;
        for (ColumnDefinition definition : operation.columns()) {
            int position = at++;
            operation.like().stream().filter(like -> like.at() == position).forEach(like -> copyColumns(columns, like));
            Column column = textDefault.complete(definitions.column(definition));
            boolean typed = !parents.isEmpty() || definition.type() == null;
            int inherited = typed ? edits.indexOf(columns, column.name()) : -1;
            if (inherited >= 0) {
                columns.set(inherited, merged(columns.get(inherited), column, definition));
                repeated.add(columns.get(inherited).name());
            } else {
                columns.add(column);
            }
        }
        int end = at;
        operation.like().stream().filter(like -> like.at() >= end).forEach(like -> copyColumns(columns, like));
        Span query = operation.query();
        boolean columnsUnknown = false;
        for (Like like : operation.like()) {
            if (lookup.relation(like.table()) == null && lookup.typeKey(like.table()) == null) {
                lookup.missing(operation.span(), ObjectKind.TABLE, like.table(), false);
                columnsUnknown = true;
            }
        }
        List<Queries.Selected> output = List.of();
        if (query != null) {
            output = queries.selected(query);
            List<Column> selected = output.stream().map(this::kept).toList();
            if (columns.isEmpty() || engine.queryAddsColumns()) {
                selected.forEach(column -> addMissing(columns, column));
            } else {
                typed(columns, selected);
            }
            columnsUnknown |= selected.isEmpty() && columns.isEmpty();
        }
        Table bare = edits.table(key)
                .withColumns(columns)
                .withOwnColumns(partition || parents.isEmpty() ? List.of() : repeated)
                .withPartition(partition);
        workspace.put(
                key,
                bare.withMarks(Deprecation.in(operation.comment(), bare.marks()))
                        .withAssumed(columnsUnknown)
                        .withTextDefault(textDefault));
        workspace.setParents(key, parents);
        operation.columns().forEach(column -> definitions.number(key, column));
        output.stream()
                .filter(each -> operation.columns().stream()
                        .noneMatch(own -> edits.same(own.name(), each.column().name())))
                .forEach(each -> keepCheck(key, operation.span(), each));
        numberCopies(key, operation);
        operation.like().forEach(like -> copyConstraints(key, operation.span(), like));
        if (partition && !parents.isEmpty()) {
            copyKeys(key, operation.span(), edits.table(parents.get(0)));
            for (ForeignKey foreignKey : edits.table(parents.get(0)).foreignKeys()) {
                edits.addForeignKey(key, operation.span(), foreignKey);
            }
        }
        for (String parent : parents) {
            inheritChecks(key, operation.span(), edits.table(parent));
        }
        List<ConstraintDefinition> constraints = definitions.inOrder(operation.columns(), operation.constraints());
        List<IndexDefinition> indexes = new ArrayList<>(operation.indexes());
        for (ConstraintDefinition constraint :
                engine == Engine.POSTGRESQL ? SameKeys.merged(constraints) : constraints) {
            while (isWrittenBefore(constraint, indexes)) {
                addNewIndex(key, indexes.remove(0));
            }
            definitions.add(key, constraint);
        }
        indexes.forEach(index -> addNewIndex(key, index));
        if (query != null) {
            rowsCopied(operation.span(), key, queries.sources(query));
        }
    }

    /** Where keys and indexes have their names from one source, they get them in the order in which they are written. */
    private boolean isWrittenBefore(ConstraintDefinition constraint, List<IndexDefinition> indexes) {
        return engine.uniqueIsIndex()
                && !(constraint instanceof PrimaryKeyDefinition)
                && !indexes.isEmpty()
                && indexes.get(0).span().start() < constraint.span().start();
    }

    private void addNewIndex(String key, IndexDefinition index) {
        edits.addIndex(key, index.span(), definitions.index(withoutIndexOfKey(key, index), index));
    }

    /** What the engine made for a foreign key goes before the index gets its name. */
    private Table withoutIndexOfKey(String key, IndexDefinition definition) {
        if (engine.foreignKeyMakesIndex()) {
            List<String> columns =
                    definitions.index(edits.table(key), definition).columns();
            workspace.foreignKeyIndexes().covered(key, definition.span(), columns, edits);
        }
        return edits.table(key);
    }

    /** What MariaDB checks at a column it checks at the copy too, by the same names of columns. */
    private void keepCheck(String key, Span span, Queries.Selected selected) {
        Check check = selected.check();
        if (check != null && check.columns().stream().allMatch(each -> edits.column(edits.table(key), each) != null)) {
            edits.addCheck(key, span, check.withOfColumn(selected.column().name()));
        }
    }

    /** What the list doesn't say of a column the query says, by its place. */
    private static void typed(List<Column> columns, List<Column> selected) {
        for (int i = 0; i < Math.min(columns.size(), selected.size()); i++) {
            if (columns.get(i).type().isUnknown()) {
                columns.set(i, columns.get(i).withType(selected.get(i).type()));
            }
        }
    }

    /** A copied identity column counts for itself. */
    private void numberCopies(String key, CreateTable operation) {
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

    private void addMissing(List<Column> columns, Column column) {
        if (edits.indexOf(columns, column.name()) < 0) {
            columns.add(column);
        }
    }

    /** A column that a child repeats adds its constraints to the parent's column; a partition may leave the type out. */
    private static Column merged(Column inherited, Column own, ColumnDefinition definition) {
        Column merged = inherited
                .withNullable(
                        inherited.nullable() && own.nullable(), inherited.nullableItself() && own.nullableItself())
                .withIdentity(own.identity() == Identity.NONE ? inherited.identity() : own.identity());
        return definition.defaultValue() == null ? merged : merged.withDefault(own.defaultValue(), own.defaultName());
    }

    /** MySQL's LIKE copies it; a table that says nothing has the database's. */
    private TextDefault textDefault(CreateTable operation) {
        if (operation.charset() != null || operation.collation() != null) {
            return new TextDefault(operation.charset(), operation.collation());
        }
        String key = operation.like().isEmpty()
                ? null
                : lookup.tableKey(operation.like().get(0).table());
        Table source = key == null ? null : workspace.table(key);
        return source == null ? TextDefault.NONE : source.textDefault();
    }

    private void copyColumns(List<Column> columns, Like like) {
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

    private void copyConstraints(String key, Span span, Like like) {
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
    private void inheritChecks(String key, Span span, Table parent) {
        for (Check check : parent.checks()) {
            if (check.isInherited()
                    && edits.first(edits.table(key).checks(), each -> edits.same(each.name(), check.name())) == null) {
                edits.addCheck(key, span, check);
            }
        }
    }

    /** Keys and indexes under names of the new table. */
    private void copyKeys(String key, Span span, Table source) {
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

    void selectInto(SelectInto operation) {
        String key = keyOfNew(operation.name(), operation.temporary());
        if (workspace.table(key) != null && !Workspace.isTemporary(key)) {
            lookup.exists(operation.span(), ObjectKind.TABLE, operation.name());
            return;
        }
        QualifiedName name = Workspace.isTemporary(key) ? operation.name() : names.full(operation.name());
        List<Column> columns =
                queries.selected(operation.query()).stream().map(this::kept).toList();
        List<QualifiedName> sources = queries.sources(operation.query());
        workspace.put(key, Table.of(name, columns).withAssumed(columns.isEmpty()));
        journal.created(operation.span(), Lookup.tablePath(key), edits.table(key));
        rowsCopied(operation.span(), key, sources);
    }

    /** What a plain column keeps of its source in a table that is made from a query. */
    private Column kept(Queries.Selected selected) {
        Column column = selected.column();
        Column source = selected.source();
        if (source == null || !selected.alone()) {
            return column;
        }
        return switch (engine) {
            case SQL_SERVER -> column.withNullable(source.nullable()).withIdentity(source.identity());
            case POSTGRESQL -> column.withCharset(source.charset(), source.collation());
            case MYSQL ->
                column.withNullable(source.nullable())
                        .withDefault(source.identity() == Identity.NONE ? source.defaultValue() : "'0'", null)
                        .withOnUpdate(source.onUpdate())
                        .withCharset(source.charset(), source.collation());
            default -> column;
        };
    }

    private String keyOfNew(QualifiedName name, boolean temporary) {
        return temporary || name.name().startsWith("#") ? Workspace.temporary(names.key(name.name())) : names.key(name);
    }

    // ---- rows

    void rowsCopied(Span span, String tableKey, List<QualifiedName> sources) {
        rowsCopied(span, tableKey, sources, List.of());
    }

    /** Rows that go through a temporary table come from where it got them. */
    private void rowsCopied(Span span, String tableKey, List<QualifiedName> sources, List<String> columns) {
        List<ObjectPath> from = new ArrayList<>();
        for (QualifiedName source : sources) {
            ObjectPath relation = lookup.relation(source);
            if (relation == null || relation.owner().equals(tableKey)) {
                continue;
            }
            if (Workspace.isTemporary(relation.owner())) {
                from.addAll(workspace.rowsIn(relation.owner()));
            } else {
                from.add(relation);
            }
        }
        if (from.isEmpty()) {
            return;
        }
        if (Workspace.isTemporary(tableKey)) {
            workspace.addRowsIn(tableKey, from);
        } else {
            List<ObjectPath> distinct = from.stream().distinct().toList();
            journal.add(
                    new SchemaChange.RowsCopied(journal.origin(span), Lookup.tablePath(tableKey), distinct, columns));
        }
    }

    /** With CASCADE the tables that refer to it are emptied too, and those that refer to them. */
    void truncate(Truncate operation) {
        Set<ObjectPath> emptied = new LinkedHashSet<>();
        for (QualifiedName name : operation.tables()) {
            ObjectPath relation = lookup.relation(name);
            if (relation != null) {
                emptied.add(relation);
                if (operation.cascade() && relation.kind() == ObjectKind.TABLE) {
                    addReferring(relation.owner(), emptied);
                }
            }
        }
        emptied.forEach(
                relation -> journal.add(new SchemaChange.Truncated(journal.origin(operation.span()), relation)));
    }

    private void addReferring(String key, Set<ObjectPath> emptied) {
        for (String referring : workspace.referencing(key)) {
            if (emptied.add(ObjectPath.table(referring))) {
                addReferring(referring, emptied);
            }
        }
    }

    void data(Operation.Data operation) {
        QualifiedName target = operation.target();
        ObjectPath relation = target == null ? null : lookup.relation(target);
        if (relation == null) {
            return;
        }
        String verb = operation.verb();
        List<String> columns = operation.setColumns().stream().map(dialect::key).toList();
        boolean adds = verb.equals("insert") || verb.equals("replace") || verb.equals("merge");
        if (adds && !operation.sources().isEmpty() && relation.kind() == ObjectKind.TABLE) {
            rowsCopied(operation.span(), relation.owner(), operation.sources(), columns);
        }
        boolean seeds = adds && operation.sources().isEmpty();
        if (seeds || verb.equals("update") || verb.equals("delete") || verb.equals("merge")) {
            journal.add(new SchemaChange.RowsChanged(
                    journal.origin(operation.span()), relation, verb, operation.filtered(), columns));
        }
    }

    // ---- indexes

    void createIndex(CreateIndex operation) {
        String viewKey = lookup.viewKey(operation.table());
        ViewState state = viewKey == null ? null : workspace.view(viewKey);
        if (viewKey != null && state != null && lookup.tableKey(operation.table()) == null) {
            View view = state.view();
            Index index = definitions.index(Table.of(view.name(), List.of()), operation.index());
            state.set(view.withIndexes(TableEdits.with(view.indexes(), index)));
            workspace.put(viewKey, state);
            journal.created(
                    operation.span(), new ObjectPath(ObjectKind.INDEX, viewKey, names.key(index.name())), index);
            return;
        }
        String key = lookup.tableToChange(operation.span(), operation.table(), false);
        if (key != null) {
            addIndex(key, operation.span(), operation.index(), operation.mode());
        }
    }

    void addIndex(String key, Span span, IndexDefinition definition, CreateMode mode) {
        Table table = edits.table(key);
        if (mode != CreateMode.IF_NOT_EXISTS || present(key, table, String.valueOf(definition.name())) == null) {
            table = withoutIndexOfKey(key, definition);
        }
        Index index = definitions.index(table, definition);
        Index present = present(key, table, index.name());
        if (present == null && !otherwisePresent(key, table, index.name())) {
            edits.addIndex(key, span, index);
        } else if (present != null && mode == CreateMode.OR_REPLACE) {
            edits.alterIndex(key, span, present, index);
        } else if (mode == CreateMode.CREATE && !Workspace.isTemporary(key)) {
            journal.doesNotApply(span, index.name(), "index " + index.name() + " exists already");
        }
    }

    private @Nullable Index present(String key, Table table, String name) {
        return edits.first(table.indexes(), each -> edits.same(each.name(), name));
    }

    /** Whether a key of this table, or an index of another one where names are shared, has the name. */
    private boolean otherwisePresent(String key, Table table, String name) {
        if (engine.uniqueIsIndex() && table.uniqueKeys().stream().anyMatch(each -> edits.same(each.name(), name))) {
            return true;
        }
        if (workspace.foreignKeyIndexes().isCalled(key, name)) {
            return true;
        }
        if (dialect.indexesNamedPerTable()) {
            return false;
        }
        for (String owner : workspace.havingMember(name)) {
            Table other = workspace.table(owner);
            if (other != null
                    && !owner.equals(key)
                    && names.same(
                            String.valueOf(other.name().schema()),
                            String.valueOf(table.name().schema()))
                    && present(owner, other, name) != null) {
                return true;
            }
        }
        return false;
    }

    void dropIndex(DropIndex operation) {
        QualifiedName table = operation.table();
        String name = operation.index().name();
        if (table != null) {
            String viewKey = lookup.tableKey(table) == null ? lookup.viewKey(table) : null;
            if (viewKey != null) {
                dropViewIndex(viewKey, operation.span(), name);
                return;
            }
            String key = lookup.tableToChange(operation.span(), table, operation.ifExists());
            if (key != null) {
                dropIndex(key, operation.span(), name, operation.ifExists());
            }
            return;
        }
        boolean found = false;
        for (String owner : workspace.havingMember(name)) {
            Table holder = workspace.table(owner);
            if (holder == null) {
                found |= dropViewIndex(owner, operation.span(), name);
                continue;
            }
            boolean inSchema = operation.index().schema() == null
                    || names.same(
                            operation.index().schema(),
                            String.valueOf(holder.name().schema()));
            if (inSchema && hasIndex(holder, name)) {
                dropIndex(owner, operation.span(), name, operation.ifExists());
                found = true;
                break;
            }
        }
        if (!found) {
            lookup.missing(operation.span(), ObjectKind.INDEX, operation.index(), operation.ifExists());
        }
    }

    /** What is rebuilt was there, whether a script says so or not; an index of a view refuses nothing that counts here. */
    void setIndexEnabled(Operation.SetIndexEnabled operation) {
        boolean ofView = lookup.tableKey(operation.table()) == null && lookup.viewKey(operation.table()) != null;
        String key = ofView ? null : lookup.tableToChange(operation.span(), operation.table(), operation.enabled());
        String name = operation.index();
        if (key != null
                && !disabledKeys.setIndexEnabled(key, operation.span(), name, operation.enabled())
                && !operation.enabled()) {
            lookup.unknownMember(operation.span(), edits.table(key), ObjectKind.INDEX, name);
        }
    }

    private boolean hasIndex(Table table, String name) {
        return table.indexes().stream().anyMatch(each -> edits.same(each.name(), name))
                || engine.keysAreIndexes()
                        && table.uniqueKeys().stream().anyMatch(each -> edits.same(each.name(), name));
    }

    private boolean dropViewIndex(String viewKey, Span span, String name) {
        ViewState state = workspace.view(viewKey);
        Index index = state == null ? null : edits.first(state.view().indexes(), each -> edits.same(each.name(), name));
        if (state == null || index == null) {
            return false;
        }
        state.set(state.view().withIndexes(TableEdits.without(state.view().indexes(), index)));
        workspace.put(viewKey, state);
        journal.dropped(span, new ObjectPath(ObjectKind.INDEX, viewKey, names.key(index.name())), index, null);
        return true;
    }

    void dropIndex(String key, Span span, String name, boolean ifExists) {
        Table table = edits.table(key);
        Index index = edits.first(table.indexes(), each -> edits.same(each.name(), name));
        if (index != null) {
            edits.dropIndex(key, span, index, null);
            return;
        }
        UniqueKey unique = edits.first(table.uniqueKeys(), each -> edits.same(each.name(), name));
        if (unique != null && engine.keysAreIndexes()) {
            edits.dropUnique(key, span, unique, null);
            return;
        }
        PrimaryKey primaryKey = table.primaryKey();
        if (engine == Engine.MYSQL && primaryKey != null && name.equalsIgnoreCase("PRIMARY")) {
            edits.dropPrimaryKey(key, span, primaryKey, null);
            return;
        }
        boolean implicit = workspace.foreignKeyIndexes().drop(key, name);
        if (!disabledKeys.drop(key, disabledKeys.named(table, name)) && !ifExists && !implicit) {
            lookup.unknownMember(span, table, ObjectKind.INDEX, name);
        }
    }
}
