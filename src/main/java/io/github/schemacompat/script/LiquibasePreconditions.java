package io.github.schemacompat.script;

import java.util.List;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.ColumnExistsPrecondition;
import liquibase.precondition.core.DBMSPrecondition;
import liquibase.precondition.core.ForeignKeyExistsPrecondition;
import liquibase.precondition.core.IndexExistsPrecondition;
import liquibase.precondition.core.NotPrecondition;
import liquibase.precondition.core.OrPrecondition;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.precondition.core.PrimaryKeyExistsPrecondition;
import liquibase.precondition.core.SequenceExistsPrecondition;
import liquibase.precondition.core.SqlPrecondition;
import liquibase.precondition.core.TableExistsPrecondition;
import liquibase.precondition.core.UniqueConstraintExistsPrecondition;
import liquibase.precondition.core.ViewExistsPrecondition;
import org.jspecify.annotations.Nullable;

/** What changesets ask before they run, out of the Liquibase that the user brought along. */
final class LiquibasePreconditions {
    private final Database database;

    LiquibasePreconditions(Database database) {
        this.database = database;
    }

    /** What has to hold, or null where nothing is asked. */
    Precondition.@Nullable Condition condition(@Nullable PreconditionContainer container) {
        return container == null || container.getNestedPreconditions().isEmpty()
                ? null
                : new Precondition.All(parts(container));
    }

    /** What happens where it doesn't hold. */
    static Precondition.Otherwise otherwise(@Nullable PreconditionContainer container) {
        return Precondition.Otherwise.of(container == null ? "" : String.valueOf(container.getOnFail()));
    }

    private List<Precondition.Condition> parts(PreconditionLogic logic) {
        return logic.getNestedPreconditions().stream().map(this::one).toList();
    }

    private Precondition.Condition one(liquibase.precondition.Precondition said) {
        if (said instanceof NotPrecondition not) {
            // Liquibase wants each of them to fail
            return new Precondition.All(parts(not).stream()
                    .<Precondition.Condition>map(Precondition.Not::new)
                    .toList());
        }
        if (said instanceof OrPrecondition or) {
            return new Precondition.Any(parts(or));
        }
        if (said instanceof DBMSPrecondition dbms) {
            return new Precondition.Known(
                    "dbms(" + dbms.getType() + ")",
                    DatabaseList.definitionMatches(dbms.getType(), database.getShortName(), false));
        }
        if (said instanceof PreconditionLogic and) {
            return new Precondition.All(parts(and));
        }
        if (said instanceof SqlPrecondition check && check.getSql() != null) {
            return new Precondition.Gives(check.getSql(), String.valueOf(check.getExpectedResult()));
        }
        Precondition.Condition exists = exists(said);
        return exists == null ? new Precondition.Untold(said.getName()) : exists;
    }

    private static Precondition.@Nullable Condition exists(liquibase.precondition.Precondition said) {
        if (said instanceof TableExistsPrecondition table) {
            return exists(Precondition.Thing.TABLE, table.getSchemaName(), null, table.getTableName());
        }
        if (said instanceof ViewExistsPrecondition view) {
            return exists(Precondition.Thing.VIEW, view.getSchemaName(), null, view.getViewName());
        }
        if (said instanceof SequenceExistsPrecondition sequence) {
            return exists(Precondition.Thing.SEQUENCE, sequence.getSchemaName(), null, sequence.getSequenceName());
        }
        if (said instanceof ColumnExistsPrecondition column) {
            return exists(
                    Precondition.Thing.COLUMN, column.getSchemaName(), column.getTableName(), column.getColumnName());
        }
        if (said instanceof IndexExistsPrecondition index) {
            return exists(
                    Precondition.Thing.INDEX,
                    index.getSchemaName(),
                    index.getTableName(),
                    index.getIndexName(),
                    index.getColumnNames());
        }
        if (said instanceof ForeignKeyExistsPrecondition key) {
            return exists(
                    Precondition.Thing.FOREIGN_KEY,
                    key.getSchemaName(),
                    key.getForeignKeyTableName(),
                    key.getForeignKeyName());
        }
        if (said instanceof PrimaryKeyExistsPrecondition key) {
            String table = key.getTableName();
            return table != null && key.getPrimaryKeyName() == null
                    ? new Precondition.Exists(Precondition.Thing.PRIMARY_KEY, key.getSchemaName(), table, null)
                    : exists(Precondition.Thing.PRIMARY_KEY, key.getSchemaName(), table, key.getPrimaryKeyName());
        }
        if (said instanceof UniqueConstraintExistsPrecondition key) {
            return exists(
                    Precondition.Thing.UNIQUE,
                    key.getSchemaName(),
                    key.getTableName(),
                    key.getConstraintName(),
                    key.getColumnNames());
        }
        return null;
    }

    /** One that has no name is told by its columns. */
    private static Precondition.@Nullable Condition exists(
            Precondition.Thing thing,
            @Nullable String schema,
            @Nullable String table,
            @Nullable String name,
            @Nullable String columns) {
        return name == null && table != null && columns != null
                ? new Precondition.ExistsOver(
                        thing, schema, table, List.of(columns.strip().split("\\s*,\\s*")))
                : exists(thing, schema, table, name);
    }

    private static Precondition.@Nullable Condition exists(
            Precondition.Thing thing, @Nullable String schema, @Nullable String table, @Nullable String name) {
        return name == null ? null : new Precondition.Exists(thing, schema, table, name);
    }
}
