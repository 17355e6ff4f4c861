package io.github.schemacompat.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name the qualified name as the catalog holds it, the default schema filled in
 * @param columns in their order in the table
 * @param primaryKey the primary key, or null
 * @param uniqueKeys unique constraints
 * @param foreignKeys foreign keys
 * @param checks check and exclusion constraints
 * @param indexes indexes that scripts created (not those that back a constraint)
 * @param partition whether it is a partition of another table
 * @param assumed whether no script made it: it is known only from statements that name it
 * @param parents keys of the tables that it is a partition of or inherits from (PostgreSQL)
 * @param ownColumns names of the columns that it keeps when a parent loses them: it declared them itself (PostgreSQL)
 * @param textDefault the character set and collation of its text columns (MySQL)
 * @param disabledKeys keys and indexes that are switched off (Oracle, SQL Server)
 * @param marks what releases said of it
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<UniqueKey> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<Check> checks,
        List<Index> indexes,
        boolean partition,
        boolean assumed,
        List<String> parents,
        List<String> ownColumns,
        TextDefault textDefault,
        List<DisabledKey> disabledKeys,
        Marks marks)
        implements SchemaElement {
    public Table {
        columns = List.copyOf(columns);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
        parents = List.copyOf(parents);
        ownColumns = List.copyOf(ownColumns);
        disabledKeys = List.copyOf(disabledKeys);
    }

    /** A table without parents, with the database's character set. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            @Nullable PrimaryKey primaryKey,
            List<UniqueKey> uniqueKeys,
            List<ForeignKey> foreignKeys,
            List<Check> checks,
            List<Index> indexes,
            boolean partition,
            boolean assumed,
            Marks marks) {
        this(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                partition,
                assumed,
                List.of(),
                List.of(),
                TextDefault.NONE,
                List.of(),
                marks);
    }

    /** A table with nothing but columns. */
    public static Table of(QualifiedName name, List<Column> columns) {
        return new Table(name, columns, null, List.of(), List.of(), List.of(), List.of(), false, false, Marks.NONE);
    }

    @Override
    public ObjectKind kind() {
        return ObjectKind.TABLE;
    }

    public Table withName(QualifiedName value) {
        return new Table(
                value,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                partition,
                assumed,
                parents,
                ownColumns,
                textDefault,
                disabledKeys,
                marks);
    }

    public Table withColumns(List<Column> value) {
        return new Table(
                name,
                value,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                partition,
                assumed,
                parents,
                ownColumns,
                textDefault,
                disabledKeys,
                marks);
    }

    public Table withPrimaryKey(@Nullable PrimaryKey value) {
        return new Table(
                name,
                columns,
                value,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                partition,
                assumed,
                parents,
                ownColumns,
                textDefault,
                disabledKeys,
                marks);
    }

    public Table withUniqueKeys(List<UniqueKey> value) {
        return new Table(
                name,
                columns,
                primaryKey,
                value,
                foreignKeys,
                checks,
                indexes,
                partition,
                assumed,
                parents,
                ownColumns,
                textDefault,
                disabledKeys,
                marks);
    }

    public Table withForeignKeys(List<ForeignKey> value) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                value,
                checks,
                indexes,
                partition,
                assumed,
                parents,
                ownColumns,
                textDefault,
                disabledKeys,
                marks);
    }

    public Table withChecks(List<Check> value) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                value,
                indexes,
                partition,
                assumed,
                parents,
                ownColumns,
                textDefault,
                disabledKeys,
                marks);
    }

    public Table withIndexes(List<Index> value) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                value,
                partition,
                assumed,
                parents,
                ownColumns,
                textDefault,
                disabledKeys,
                marks);
    }

    public Table withPartition(boolean value) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                value,
                assumed,
                parents,
                ownColumns,
                textDefault,
                disabledKeys,
                marks);
    }

    public Table withAssumed(boolean value) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                partition,
                value,
                parents,
                ownColumns,
                textDefault,
                disabledKeys,
                marks);
    }

    public Table withDisabledKeys(List<DisabledKey> value) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                partition,
                assumed,
                parents,
                ownColumns,
                textDefault,
                value,
                marks);
    }

    public Table withMarks(Marks value) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                partition,
                assumed,
                parents,
                ownColumns,
                textDefault,
                disabledKeys,
                value);
    }

    public Table withTextDefault(TextDefault value) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                partition,
                assumed,
                parents,
                ownColumns,
                value,
                disabledKeys,
                marks);
    }

    public Table withParents(List<String> value) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                partition,
                assumed,
                value,
                ownColumns,
                textDefault,
                disabledKeys,
                marks);
    }

    public Table withOwnColumns(List<String> value) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueKeys,
                foreignKeys,
                checks,
                indexes,
                partition,
                assumed,
                parents,
                value,
                textDefault,
                disabledKeys,
                marks);
    }
}
