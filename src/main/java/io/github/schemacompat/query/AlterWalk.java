package io.github.schemacompat.query;

import io.github.schemacompat.ddl.ColumnDefinition;
import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.ddl.TableAction.ColumnChange;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.sf.jsqlparser.statement.alter.AlterExpression;
import net.sf.jsqlparser.statement.create.table.Index;
import org.jspecify.annotations.Nullable;

/** What JSqlParser says of the actions of an ALTER TABLE. */
final class AlterWalk {
    private final DdlNames names;
    private final ConstraintWalk constraints;
    private final Span span;
    private final boolean needsKeyword;
    private final List<TableAction> actions = new ArrayList<>();

    /** @param needsKeyword whether DROP without COLUMN drops something else than a column, which JSqlParser doesn't know */
    AlterWalk(DdlNames names, Span span, boolean needsKeyword) {
        this.names = names;
        this.constraints = new ConstraintWalk(names, span);
        this.span = span;
        this.needsKeyword = needsKeyword;
    }

    /** @throws NotTrusted if JSqlParser can't be believed */
    List<TableAction> actions(List<AlterExpression> expressions) {
        expressions.forEach(this::action);
        return actions;
    }

    private void action(AlterExpression action) {
        switch (action.getOperation()) {
            case ADD -> add(action);
            case DROP -> drop(action);
            case DROP_PRIMARY_KEY ->
                actions.add(new TableAction.DropConstraint(span, null, ObjectKind.PRIMARY_KEY, false, cascade(action)));
            case ALTER -> alter(action);
            case MODIFY -> columns(action).forEach(column -> redefine(null, column));
            case CHANGE -> columns(action).forEach(column -> redefine(names.simple(action.getColumnOldName()), column));
            case RENAME ->
                actions.add(new TableAction.RenameColumn(
                        span, names.simple(action.getColumnOldName()), names.simple(action.getColumnName()), false));
            case RENAME_TABLE ->
                actions.add(new TableAction.RenameTable(
                        span, new QualifiedName(null, names.simple(action.getNewTableName()))));
            case RENAME_CONSTRAINT ->
                actions.add(
                        new TableAction.RenameConstraint(span, name(action.getOldIndex()), name(action.getIndex())));
            case RENAME_INDEX, RENAME_KEY ->
                actions.add(new TableAction.RenameIndex(span, name(action.getOldIndex()), name(action.getIndex())));
            default -> throw new NotTrusted("an action " + action.getOperation());
        }
    }

    private String name(@Nullable Index index) {
        String name = index == null ? null : constraints.name(index);
        if (name == null) {
            throw new NotTrusted("an action without a name");
        }
        return name;
    }

    private List<ColumnWalk.Placed> columns(AlterExpression action) {
        if (action.getColDataTypeList() == null) {
            throw new NotTrusted("an action without a column");
        }
        return action.getColDataTypeList().stream()
                .map(column -> ColumnWalk.read(column, constraints, names, span))
                .toList();
    }

    private void redefine(@Nullable String column, ColumnWalk.Placed placed) {
        ColumnDefinition definition = placed.column();
        actions.add(new TableAction.RedefineColumn(
                span, column == null ? definition.name() : column, definition, placed.place(), false));
    }

    private void add(AlterExpression action) {
        Index index = action.getIndex();
        boolean columns = action.getColDataTypeList() != null;
        if (columns == (index != null)) {
            throw new NotTrusted("an ADD of nothing that is known");
        }
        if (index == null) {
            columns(action)
                    .forEach(placed -> actions.add(new TableAction.AddColumn(
                            span, placed.column(), placed.place(), action.isUseIfNotExists())));
        } else if (ConstraintWalk.isIndex(index)) {
            actions.add(new TableAction.AddIndex(span, constraints.index(index), action.isUseIfNotExists()));
        } else {
            actions.add(new TableAction.AddConstraint(span, constraints.constraint(index), action.isUseIfNotExists()));
        }
    }

    private static boolean cascade(AlterExpression action) {
        return action.getParameters() != null && action.getParameters().stream().anyMatch("cascade"::equalsIgnoreCase);
    }

    private void drop(AlterExpression action) {
        boolean cascade = cascade(action);
        Index index = action.getIndex();
        if (index != null) {
            actions.add(new TableAction.DropIndex(span, name(index), action.isUsingIfExists()));
        } else if (action.getConstraintName() != null) {
            actions.add(new TableAction.DropConstraint(
                    span,
                    names.simple(action.getConstraintName()),
                    ObjectKind.OTHER,
                    action.isUsingIfExists(),
                    cascade));
        } else if (action.getColumnName() == null || needsKeyword && !action.hasColumn()) {
            throw new NotTrusted("a DROP of nothing that is known");
        } else {
            actions.add(new TableAction.DropColumn(
                    span, names.simple(action.getColumnName()), action.isUsingIfExists(), cascade));
        }
    }

    private void alter(AlterExpression action) {
        int before = actions.size();
        if (action.getColDataTypeList() != null) {
            action.getColDataTypeList().forEach(this::alterType);
        }
        if (action.getColumnSetNotNullList() != null) {
            action.getColumnSetNotNullList()
                    .forEach(each -> change(each.getColumnName(), new ColumnChange.SetNullable(false)));
        }
        if (action.getColumnDropNotNullList() != null) {
            action.getColumnDropNotNullList()
                    .forEach(each -> change(each.getColumnName(), new ColumnChange.SetNullable(true)));
        }
        if (action.getColumnSetDefaultList() != null) {
            action.getColumnSetDefaultList()
                    .forEach(each -> change(
                            each.getColumnName(),
                            new ColumnChange.SetDefault(names.value(Objects.requireNonNull(each.getDefaultValue())))));
        }
        if (action.getColumnDropDefaultList() != null) {
            action.getColumnDropDefaultList()
                    .forEach(each -> change(each.getColumnName(), new ColumnChange.SetDefault(null)));
        }
        if (actions.size() == before) {
            throw new NotTrusted("an ALTER of nothing that is known");
        }
    }

    private void alterType(AlterExpression.ColumnDataType column) {
        ColumnWalk.Placed placed = ColumnWalk.read(column, constraints, names, span);
        if (!column.isWithType() && column.getColDataType() != null) {
            redefine(null, placed);
            return;
        }
        ColumnDefinition definition = placed.column();
        if (definition.type() == null) {
            throw new NotTrusted("a column without a type");
        }
        change(column.getColumnName(), new ColumnChange.SetType(definition.type(), null, null));
    }

    private void change(String column, ColumnChange change) {
        actions.add(new TableAction.AlterColumn(span, names.simple(column), change, false));
    }
}
