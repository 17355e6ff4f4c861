package io.github.schemacompat.query;

import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.OutputClause;
import net.sf.jsqlparser.statement.ReturningClause;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.merge.MergeDelete;
import net.sf.jsqlparser.statement.merge.MergeInsert;
import net.sf.jsqlparser.statement.merge.MergeOperation;
import net.sf.jsqlparser.statement.merge.MergeUpdate;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.jspecify.annotations.Nullable;

/** Collects what INSERT, UPDATE, DELETE and MERGE use, by way of a {@link QueryWalk}. */
final class DataWalk {
    private final QueryWalk query;

    DataWalk(QueryWalk query) {
        this.query = query;
    }

    /** @return whether it is a statement on rows */
    boolean statement(Statement statement) {
        if (statement instanceof Select select) {
            query.select(select);
        } else if (statement instanceof Insert insert) {
            insert(insert);
        } else if (statement instanceof Upsert upsert) {
            upsert(upsert);
        } else if (statement instanceof Update update) {
            update(update);
        } else if (statement instanceof Delete delete) {
            delete(delete);
        } else if (statement instanceof Merge merge) {
            merge(merge);
        } else {
            return false;
        }
        return true;
    }

    private void insert(Insert insert) {
        query.enter();
        query.commonTables(insert.getWithItemsList());
        if (insert.getSelect() != null) {
            query.countColumns(insert.getSelect());
            query.select(insert.getSelect());
        }
        Source target = target(insert.getTable(), insert.getColumns());
        if (insert.getConflictTarget() != null) {
            query.uses().key(target, insert.getConflictTarget().getIndexColumnNames());
        } else if (insert.getDuplicateUpdateSets() != null) {
            query.uses().key(target, List.of());
        }
        sets(insert.getSetUpdateSets());
        sets(insert.getDuplicateUpdateSets());
        if (insert.getConflictAction() != null) {
            sets(insert.getConflictAction().getUpdateSets());
            query.expression(insert.getConflictAction().getWhereExpression());
        }
        output(insert.getOutputClause());
        returning(insert.getReturningClause());
    }

    /** MySQL's REPLACE. */
    private void upsert(Upsert upsert) {
        query.enter();
        if (upsert.getSelect() != null) {
            query.countColumns(upsert.getSelect());
            query.select(upsert.getSelect());
        }
        target(upsert.getTable(), upsert.getColumns());
        query.expressions(upsert.getExpressions());
        sets(upsert.getUpdateSets());
        sets(upsert.getDuplicateUpdateSets());
    }

    /** Without a column list it is every column's place that counts. */
    private Source target(Table table, @Nullable List<Column> columns) {
        Source target = query.from().add(table);
        if (columns == null) {
            query.uses().all(target);
            query.uses().fill(target);
        }
        query.expressions(columns);
        return target;
    }

    private void update(Update update) {
        query.enter();
        query.commonTables(update.getWithItemsList());
        query.from().items(update.getFromItem(), update.getJoins());
        target(update.getTable());
        query.from().items(null, update.getStartJoins());
        sets(update.getUpdateSets());
        query.expression(update.getWhere());
        query.orderBy(update.getOrderByElements());
        output(update.getOutputClause());
        returning(update.getReturningClause());
    }

    private void delete(Delete delete) {
        query.enter();
        query.commonTables(delete.getWithItemsList());
        if (delete.getUsingFromItemList() != null) {
            delete.getUsingFromItemList().forEach(item -> query.from().items(item, null));
        }
        if (delete.getTable() != null) {
            query.from().items(delete.getTable(), delete.getJoins());
        }
        if (delete.getTables() != null) {
            delete.getTables().forEach(this::target);
        }
        query.expression(delete.getWhere());
        query.orderBy(delete.getOrderByElements());
        output(delete.getOutputClause());
        returning(delete.getReturningClause());
    }

    private void merge(Merge merge) {
        query.enter();
        query.commonTables(merge.getWithItemsList());
        query.from().items(merge.getFromItem(), null);
        query.from().add(merge.getTable());
        query.expression(merge.getOnCondition());
        if (merge.getOperations() != null) {
            merge.getOperations().forEach(this::operation);
        }
        output(merge.getOutputClause());
        returning(merge.getReturningClause());
    }

    private void operation(MergeOperation operation) {
        if (operation instanceof MergeUpdate update) {
            query.expression(update.getAndPredicate());
            sets(update.getUpdateSets());
            query.expression(update.getWhereCondition());
            query.expression(update.getDeleteWhereCondition());
        } else if (operation instanceof MergeInsert insert) {
            query.expression(insert.getAndPredicate());
            query.expressions(insert.getColumns());
            query.expressions(insert.getValues());
            query.expression(insert.getWhereCondition());
        } else if (operation instanceof MergeDelete delete) {
            query.expression(delete.getAndPredicate());
        }
    }

    /** In SQL Server and MySQL the target may be the alias of a table that FROM or a join names. */
    private void target(@Nullable Table table) {
        if (table != null && !query.from().isInScope(table)) {
            query.from().add(table);
        }
    }

    private void sets(@Nullable List<UpdateSet> sets) {
        if (sets != null) {
            sets.forEach(set -> {
                query.expressions(set.getColumns());
                query.expressions(set.getValues());
            });
        }
    }

    private void output(@Nullable OutputClause output) {
        if (output != null && output.getSelectItemList() != null) {
            output.getSelectItemList().forEach(item -> query.expression(item.getExpression()));
        }
    }

    private void returning(@Nullable ReturningClause returning) {
        if (returning == null) {
            return;
        }
        for (Object item : returning) {
            if (item instanceof SelectItem<?> selected) {
                query.expression(selected.getExpression());
            } else if (item instanceof Expression expression) {
                query.expression(expression);
            }
        }
    }
}
