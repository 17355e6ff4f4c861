package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ColumnDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.ForeignKeyDefinition;
import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.ddl.TableAction.ColumnChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Identity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The actions of one ALTER TABLE in the order in which the engine runs them. */
final class ActionOrder {
    private final Dialect dialect;
    private final Engine engine;

    ActionOrder(Dialect dialect) {
        this.dialect = dialect;
        this.engine = Engine.of(dialect);
    }

    /** The order in which the engine runs the actions of one statement. */
    List<TableAction> of(List<TableAction> all) {
        if (engine == Engine.MYSQL) {
            return new SwappedNames(dialect)
                    .apart(all).stream()
                            .sorted(Comparator.comparing(ActionOrder::passOfMySql))
                            .toList();
        }
        if (engine != Engine.POSTGRESQL) {
            return all;
        }
        List<TableAction> parts = new ArrayList<>();
        for (TableAction action : all) {
            boolean split = action instanceof TableAction.AddColumn add && !add.ifNotExists();
            parts.addAll(split ? parts((TableAction.AddColumn) action) : List.of(action));
        }
        return parts.stream().sorted(Comparator.comparing(ActionOrder::pass)).toList();
    }

    /** A column and the constraints written at it. */
    private static List<TableAction> parts(TableAction.AddColumn action) {
        List<TableAction> parts = new ArrayList<>();
        ColumnDefinition column = action.column();
        parts.add(new TableAction.AddColumn(action.span(), column.withoutConstraints(), action.place(), false));
        column.constraints().forEach(each -> parts.add(new TableAction.AddConstraint(each.span(), each, false)));
        return parts;
    }

    /** PostgreSQL drops first, then changes types, and adds columns before it changes others. */
    private static int pass(TableAction action) {
        if (action instanceof TableAction.DropColumn || action instanceof TableAction.DropConstraint) {
            return 0;
        }
        if (action instanceof TableAction.AlterColumn alter) {
            return alter.change() instanceof ColumnChange.SetType ? 1 : drops(alter.change()) ? 0 : 3;
        }
        if (action instanceof TableAction.AddConstraint add) {
            return add.constraint() instanceof ForeignKeyDefinition ? 5 : 4;
        }
        return action instanceof TableAction.AddColumn ? 2 : 4;
    }

    /** MySQL drops what was there before it makes anything, keys before the columns that would take them along. */
    private static int passOfMySql(TableAction action) {
        if (action instanceof TableAction.DropConstraint || action instanceof TableAction.DropIndex) {
            return 0;
        }
        return action instanceof TableAction.DropColumn ? 1 : 2;
    }

    private static boolean drops(ColumnChange change) {
        return change instanceof ColumnChange.SetDefault value && value.value() == null
                || change instanceof ColumnChange.SetNullable nullable && nullable.nullable()
                || change instanceof ColumnChange.SetIdentity identity && identity.identity() == Identity.NONE
                || change instanceof ColumnChange.SetGenerated generated && generated.expression() == null;
    }
}
