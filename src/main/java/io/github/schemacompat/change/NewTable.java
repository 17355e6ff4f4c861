package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ColumnDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.PrimaryKeyDefinition;
import io.github.schemacompat.ddl.IndexDefinition;
import io.github.schemacompat.ddl.Operation.CreateTable;
import io.github.schemacompat.ddl.Operation.Like;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.TextDefault;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;

/** What stands in one CREATE TABLE: first its columns, then what hangs on them, then rows. */
final class NewTable {
    private final Engine engine;
    private final Workspace workspace;
    private final Lookup lookup;
    private final TableEdits edits;
    private final Definitions definitions;
    private final Queries queries;
    private final TableCopy copies;
    private final IndexReplay indexes;
    private final RowReplay rows;
    private final String key;
    private final CreateTable operation;
    private final boolean partition;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> parents = new ArrayList<>();

    /** What is written here although a parent has it. */
    private final List<String> repeated = new ArrayList<>();

    /** @param key of the table, which is there without columns */
    NewTable(
            ReplayParts parts,
            TableCopy copies,
            IndexReplay indexes,
            RowReplay rows,
            String key,
            CreateTable operation) {
        this.engine = Engine.of(parts.dialect());
        this.workspace = parts.workspace();
        this.lookup = parts.lookup();
        this.edits = parts.edits();
        this.definitions = parts.definitions();
        this.queries = parts.queries();
        this.copies = copies;
        this.indexes = indexes;
        this.rows = rows;
        this.key = key;
        this.operation = operation;
        this.partition = operation.partitionOf() != null;
    }

    void fill() {
        takeParents();
        TextDefault textDefault = textDefault(operation);
        addWritten(textDefault);
        boolean columnsUnknown = missesLike();
        List<Queries.Selected> output = selected();
        columnsUnknown |= operation.query() != null && output.isEmpty() && columns.isEmpty();
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
                .forEach(this::keepCheck);
        copies.numberCopies(key, operation);
        operation.like().forEach(like -> copies.copyConstraints(key, operation.span(), like));
        takeFromParents();
        addWrittenKeys();
        Span query = operation.query();
        if (query != null) {
            rows.copied(operation.span(), key, queries.sources(query));
        }
    }

    private void takeParents() {
        List<QualifiedName> ancestors = new ArrayList<>(operation.inherits());
        QualifiedName whole = operation.partitionOf();
        if (whole != null) {
            ancestors.add(whole);
        }
        for (QualifiedName ancestor : ancestors) {
            String parentKey = lookup.tableToChange(operation.span(), ancestor, false);
            if (parentKey != null) {
                parents.add(parentKey);
                for (Column column : edits.table(parentKey).columns()) {
                    copies.addMissing(columns, partition ? column : column.withIdentity(Identity.NONE));
                }
            }
        }
    }

    /** Columns that are written out, and those of LIKE where it stands between them. */
    private void addWritten(TextDefault textDefault) {
        int at = 0;
        for (ColumnDefinition definition : operation.columns()) {
            int position = at++;
            operation.like().stream()
                    .filter(like -> like.at() == position)
                    .forEach(like -> copies.copyColumns(columns, like));
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
        operation.like().stream().filter(like -> like.at() >= end).forEach(like -> copies.copyColumns(columns, like));
    }

    /** A column that a child repeats adds its constraints to the parent's column; a partition may leave the type out. */
    private static Column merged(Column inherited, Column own, ColumnDefinition definition) {
        Column merged = inherited
                .withNullable(
                        inherited.nullable() && own.nullable(), inherited.nullableItself() && own.nullableItself())
                .withIdentity(own.identity() == Identity.NONE ? inherited.identity() : own.identity());
        return definition.defaultValue() == null ? merged : merged.withDefault(own.defaultValue(), own.defaultName());
    }

    /** Whether LIKE names what no script makes. */
    private boolean missesLike() {
        boolean missing = false;
        for (Like like : operation.like()) {
            if (lookup.relation(like.table()) == null && lookup.typeKey(like.table()) == null) {
                lookup.missing(operation.span(), ObjectKind.TABLE, like.table(), false);
                missing = true;
            }
        }
        return missing;
    }

    /** What the query gives, whose columns come behind those that are written out or complete them. */
    private List<Queries.Selected> selected() {
        Span query = operation.query();
        if (query == null) {
            return List.of();
        }
        List<Queries.Selected> output = queries.selected(query);
        List<Column> selected = output.stream().map(each -> kept(engine, each)).toList();
        if (columns.isEmpty() || engine.queryAddsColumns()) {
            selected.forEach(column -> copies.addMissing(columns, column));
        } else {
            typed(columns, selected);
        }
        return output;
    }

    /** What the list doesn't say of a column the query says, by its place. */
    private static void typed(List<Column> columns, List<Column> selected) {
        for (int i = 0; i < Math.min(columns.size(), selected.size()); i++) {
            if (columns.get(i).type().isUnknown()) {
                columns.set(i, columns.get(i).withType(selected.get(i).type()));
            }
        }
    }

    /** What a plain column keeps of its source in a table that is made from a query. */
    static Column kept(Engine engine, Queries.Selected selected) {
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

    /** What MariaDB checks at a column it checks at the copy too, by the same names of columns. */
    private void keepCheck(Queries.Selected selected) {
        Check check = selected.check();
        if (check != null && check.columns().stream().allMatch(each -> edits.column(edits.table(key), each) != null)) {
            edits.addCheck(
                    key, operation.span(), check.withOfColumn(selected.column().name()));
        }
    }

    private void takeFromParents() {
        if (partition && !parents.isEmpty()) {
            copies.copyKeys(key, operation.span(), edits.table(parents.get(0)));
            for (ForeignKey foreignKey : edits.table(parents.get(0)).foreignKeys()) {
                edits.addForeignKey(key, operation.span(), foreignKey);
            }
        }
        for (String parent : parents) {
            copies.inheritChecks(key, operation.span(), edits.table(parent));
        }
    }

    private void addWrittenKeys() {
        List<ConstraintDefinition> constraints = definitions.inOrder(operation.columns(), operation.constraints());
        List<IndexDefinition> written = new ArrayList<>(operation.indexes());
        for (ConstraintDefinition constraint :
                engine == Engine.POSTGRESQL ? SameKeys.merged(constraints) : constraints) {
            while (isWrittenBefore(constraint, written)) {
                indexes.addNew(key, written.remove(0));
            }
            definitions.add(key, constraint);
        }
        written.forEach(index -> indexes.addNew(key, index));
    }

    /** Where keys and indexes have their names from one source, they get them in the order in which they are written. */
    private boolean isWrittenBefore(ConstraintDefinition constraint, List<IndexDefinition> indexes) {
        return engine.uniqueIsIndex()
                && !(constraint instanceof PrimaryKeyDefinition)
                && !indexes.isEmpty()
                && indexes.get(0).span().start() < constraint.span().start();
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
}
