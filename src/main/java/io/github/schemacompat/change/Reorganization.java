package io.github.schemacompat.change;

import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.ddl.TableAction.ColumnChange;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Table;
import java.util.Set;

/** Tells which changes DB2 calls REORG-recommended: they leave the rows in an old form. */
final class Reorganization {
    private static final Set<String> OF_ANY_LENGTH =
            Set.of("varchar", "vargraphic", "varchar for bit data", "varbinary");

    private Reorganization() {}

    /** @param table as it is before the action */
    static boolean isNeeded(Table table, TableAction action) {
        if (action instanceof TableAction.DropColumn) {
            return true;
        }
        if (!(action instanceof TableAction.AlterColumn alter)) {
            return false;
        }
        for (Column column : table.columns()) {
            if (column.name().equals(alter.column())) {
                return isNeeded(column, alter.change());
            }
        }
        return false;
    }

    private static boolean isNeeded(Column column, ColumnChange change) {
        if (change instanceof ColumnChange.SetNullable nullable) {
            return nullable.nullable() != column.nullable();
        }
        return change instanceof ColumnChange.SetType type && !onlyLonger(column.type(), type.type());
    }

    private static boolean onlyLonger(ColumnType before, ColumnType after) {
        return before.equals(after) || before.name().equals(after.name()) && OF_ANY_LENGTH.contains(before.name());
    }
}
