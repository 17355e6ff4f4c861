package io.github.schemacompat.query;

import io.github.schemacompat.ddl.ColumnDefinition;
import io.github.schemacompat.ddl.ColumnPlace;
import io.github.schemacompat.ddl.ConstraintDefinition;
import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.IndexDefinition;
import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.ddl.TableAction.ColumnChange;
import io.github.schemacompat.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What operations say of a schema, a line each, as far as both readers can say it. */
final class Said {
    private final List<String> lines = new ArrayList<>();

    private Said() {}

    static List<String> of(List<Operation> operations) {
        Said said = new Said();
        operations.forEach(said::operation);
        return said.lines;
    }

    private void operation(Operation operation) {
        if (operation instanceof Operation.CreateTable table) {
            createTable(table);
        } else if (operation instanceof Operation.AlterTable alter) {
            alter.actions().forEach(action -> lines.add("alters " + alter.name() + ": " + action(action)));
        } else if (operation instanceof Operation.CreateIndex index) {
            // JSqlParser doesn't know DROP_EXISTING
            boolean guarded = index.mode() == CreateMode.IF_NOT_EXISTS;
            lines.add(
                    "makes " + index(index.index()) + " on " + index.table() + (guarded ? " if it is not there" : ""));
        } else if (operation instanceof Operation.DropIndex drop) {
            lines.add("drops the index " + drop.index() + (drop.table() == null ? "" : " on " + drop.table())
                    + ending(drop.ifExists(), drop.cascade()));
        } else if (operation instanceof Operation.DropObject drop) {
            lines.add("drops the " + drop.kind().label() + " " + drop.name() + ending(drop.ifExists(), drop.cascade()));
        } else if (operation instanceof Operation.RenameObject rename) {
            lines.add("renames " + rename.from() + " to " + rename.to());
        } else {
            lines.add(operation.getClass().getSimpleName());
        }
    }

    private void createTable(Operation.CreateTable table) {
        lines.add("makes " + mode(table.mode().name()) + "the " + (table.temporary() ? "temporary " : "") + "table "
                + table.name() + (table.partitionOf() == null ? "" : " as a partition of " + table.partitionOf())
                + (table.query() == null ? "" : " from a query"));
        int place = 1;
        for (ColumnDefinition column : table.columns()) {
            lines.add("column " + place++ + ": " + column(column));
            column.constraints().forEach(constraint -> lines.add(constraint(constraint)));
        }
        table.constraints().forEach(constraint -> lines.add(constraint(constraint)));
        table.indexes().forEach(index -> lines.add(index(index)));
    }

    private static String column(ColumnDefinition column) {
        Boolean nullable = column.nullable();
        return column.name() + " " + (column.serial() ? "serial " : "") + (column.type() == null ? "" : column.type())
                + (nullable == null ? "" : nullable ? " null" : " not null")
                + (column.defaultValue() == null
                        ? ""
                        : named(" default", column.defaultName()) + " " + column.defaultValue())
                + (column.identity() == Identity.NONE
                        ? ""
                        : " " + column.identity().name().toLowerCase(Locale.ROOT) + " identity")
                + (column.generated() == null ? "" : " as " + column.generated());
    }

    private static String place(ColumnPlace place) {
        return place.kind() == ColumnPlace.Kind.UNSAID
                ? ""
                : " " + place.kind().name().toLowerCase(Locale.ROOT)
                        + (place.neighbour() == null ? "" : " " + place.neighbour());
    }

    private static String named(String what, @Nullable String name) {
        return name == null ? what : what + " " + name;
    }

    private static String constraint(ConstraintDefinition constraint) {
        if (constraint instanceof ConstraintDefinition.PrimaryKeyDefinition key) {
            return named("primary key", key.name()) + " " + key.columns();
        }
        if (constraint instanceof ConstraintDefinition.UniqueDefinition key) {
            return named("unique", key.name()) + " " + key.columns();
        }
        if (constraint instanceof ConstraintDefinition.ForeignKeyDefinition key) {
            return named("foreign key", key.name()) + " " + key.columns() + " to " + key.references() + " "
                    + key.referencedColumns() + " on delete " + key.onDelete() + " on update " + key.onUpdate();
        }
        if (constraint instanceof ConstraintDefinition.DefaultDefinition value) {
            return named("default", value.name()) + " " + value.value() + " for " + value.column();
        }
        if (constraint instanceof ConstraintDefinition.CheckDefinition check) {
            // one that is a part of its column is called like it
            return named("check", check.ofColumn() == null ? check.name() : null) + " " + check.expression();
        }
        return constraint.getClass().getSimpleName();
    }

    private static String index(IndexDefinition index) {
        return named((index.unique() ? "unique " : "") + index.method() + " index", index.name()) + " "
                + index.columns() + (index.included().isEmpty() ? "" : " including " + index.included())
                + (index.where() == null ? "" : " where " + index.where());
    }

    private static String action(TableAction action) {
        if (action instanceof TableAction.AddColumn add) {
            return "adds the column " + column(add.column()) + constraints(add.column()) + place(add.place())
                    + (add.ifNotExists() ? " if it is not there" : "");
        }
        if (action instanceof TableAction.AddConstraint add) {
            return "adds " + constraint(add.constraint());
        }
        if (action instanceof TableAction.AddIndex add) {
            return "adds " + index(add.index());
        }
        if (action instanceof TableAction.DropColumn drop) {
            return "drops the column " + drop.column() + ending(drop.ifExists(), drop.cascade());
        }
        if (action instanceof TableAction.DropConstraint drop) {
            return named("drops a constraint", drop.name()) + ending(drop.ifExists(), drop.cascade());
        }
        if (action instanceof TableAction.DropIndex drop) {
            return "drops the index " + drop.name() + ending(drop.ifExists(), false);
        }
        if (action instanceof TableAction.RenameColumn rename) {
            return "renames the column " + rename.from() + " to " + rename.to();
        }
        if (action instanceof TableAction.RenameConstraint rename) {
            return "renames the constraint " + rename.from() + " to " + rename.to();
        }
        if (action instanceof TableAction.RenameIndex rename) {
            return "renames the index " + rename.from() + " to " + rename.to();
        }
        if (action instanceof TableAction.RenameTable rename) {
            return "renames it to " + rename.to();
        }
        if (action instanceof TableAction.RedefineColumn column) {
            return "makes the column " + column.column() + " " + column(column.definition())
                    + constraints(column.definition()) + place(column.place());
        }
        if (action instanceof TableAction.AlterColumn column) {
            return "changes the column " + column.column() + ": " + change(column.change());
        }
        return action.getClass().getSimpleName();
    }

    private static String constraints(ColumnDefinition column) {
        StringBuilder text = new StringBuilder();
        column.constraints().forEach(constraint -> text.append(", ").append(constraint(constraint)));
        return text.toString();
    }

    private static String change(ColumnChange change) {
        if (change instanceof ColumnChange.SetType type) {
            return "type " + type.type();
        }
        return change.toString();
    }

    private static String mode(String mode) {
        return mode.equals("CREATE") ? "" : "(" + mode.toLowerCase(Locale.ROOT).replace('_', ' ') + ") ";
    }

    private static String ending(boolean ifExists, boolean cascade) {
        return (ifExists ? " if it is there" : "") + (cascade ? " with what depends on it" : "");
    }
}
