package io.github.schemacompat.query;

import io.github.schemacompat.dialect.ViewStar;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ViewColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Walks once over a query: collects what it uses and works out its output columns. */
final class QueryWalk {
    private final Relations relations;
    private final Names names;
    private final ExpressionWalk expressions = new ExpressionWalk(this);
    private final Set<Select> counted = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What columns are, by their identity: equal ones may come from two tables. */
    private final Map<ViewColumn, ViewReading.Origin> origins = new IdentityHashMap<>();

    private Scope scope = new Scope(null);
    private @Nullable String reason;
    private final Uses uses;
    private final FromWalk from;
    private final ColumnSearch columnSearch;
    private final OutputTypes types;

    QueryWalk(Relations relations, Names names) {
        this.relations = relations;
        this.names = names;
        this.uses = new Uses(relations, names);
        this.from = new FromWalk(this, relations, names, uses, origins);
        this.columnSearch = new ColumnSearch(names, uses);
        this.types = new OutputTypes(this, names);
    }

    Uses uses() {
        return uses;
    }

    FromWalk from() {
        return from;
    }

    Scope scope() {
        return scope;
    }

    /** What each of the columns is that a select of this walk gave. */
    List<ViewReading.@Nullable Origin> origins(List<ViewColumn> columns) {
        List<ViewReading.@Nullable Origin> found = new ArrayList<>();
        columns.forEach(column -> found.add(origins.get(column)));
        return found;
    }

    /** Why output columns are not known; null if nothing stood in the way. */
    @Nullable
    String reason() {
        return reason;
    }

    <T> @Nullable T unknown(String why) {
        if (reason == null) {
            reason = why;
        }
        return null;
    }

    /** @return the output columns; an empty name where the query gives none; null if they can't be told */
    @Nullable
    List<ViewColumn> select(Select select) {
        Scope around = scope;
        scope = new Scope(around);
        try {
            commonTables(select.getWithItemsList());
            List<ViewColumn> columns = body(select);
            orderBy(select.getOrderByElements());
            return columns;
        } finally {
            scope = around;
        }
    }

    private @Nullable List<ViewColumn> body(Select select) {
        if (select instanceof PlainSelect plain) {
            return plainSelect(plain);
        }
        if (select instanceof SetOperationList list) {
            List<ViewColumn> first = select(list.getSelects().get(0));
            list.getSelects().stream().skip(1).forEach(this::select);
            return first;
        }
        if (select instanceof ParenthesedSelect parenthesed) {
            return select(parenthesed.getSelect());
        }
        if (select instanceof Values values) {
            return values(values);
        }
        if (select instanceof TableStatement statement) {
            return from.add(statement.getTable()).columns();
        }
        return unknown("it is no plain SELECT");
    }

    void commonTables(@Nullable List<WithItem<?>> items) {
        if (items == null) {
            return;
        }
        for (WithItem<?> item : items) {
            String key = names.keyOfWritten(item.getAliasName());
            ParenthesedStatement statement = item.getParenthesedStatement();
            List<String> given = givenNames(item);
            if (!(statement instanceof ParenthesedSelect parenthesed)) {
                scope.addCommonTable(key, null);
                continue;
            }
            Select inner = parenthesed.getSelect();
            if (inner instanceof SetOperationList list) {
                // The first branch tells the columns, so that the others can name the table itself.
                scope.addCommonTable(key, renamed(select(list.getSelects().get(0)), given));
                list.getSelects().stream().skip(1).forEach(this::select);
            } else {
                scope.addCommonTable(key, renamed(select(inner), given));
            }
        }
    }

    private List<String> givenNames(WithItem<?> item) {
        List<SelectItem<?>> list = item.getWithItemList();
        if (list != null && !list.isEmpty()) {
            return list.stream().map(each -> names.catalogName(each.toString())).toList();
        }
        return aliasColumns(item.getAlias());
    }

    List<String> aliasColumns(@Nullable Alias alias) {
        if (alias == null || alias.getAliasColumns() == null) {
            return List.of();
        }
        return alias.getAliasColumns().stream()
                .map(column -> names.catalogName(column.name))
                .toList();
    }

    /** The columns with other names; where only the names are known, these. */
    @Nullable
    List<ViewColumn> renamed(@Nullable List<ViewColumn> columns, List<String> given) {
        if (given.isEmpty()) {
            return columns;
        }
        if (columns == null) {
            return given.stream().map(name -> new ViewColumn(name, null)).toList();
        }
        List<ViewColumn> renamed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ViewColumn column = columns.get(i);
            renamed.add(i < given.size() ? named(column, given.get(i)) : column);
        }
        return renamed;
    }

    private static ViewColumn named(ViewColumn column, String name) {
        return new ViewColumn(name, column.type(), null, column.follows(), true);
    }

    private @Nullable List<ViewColumn> values(Values values) {
        expressions(values.getExpressions());
        if (counted.contains(values)) {
            values.getExpressions().stream()
                    .filter(AllTableColumns.class::isInstance)
                    .forEach(each -> useNumber((AllTableColumns) each));
        }
        Object first = values.getExpressions().isEmpty()
                ? null
                : values.getExpressions().get(0);
        int width = first instanceof List<?> row
                ? row.size()
                : values.getExpressions().size();
        List<ViewColumn> columns = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            columns.add(new ViewColumn("column" + i, null));
        }
        return columns;
    }

    private @Nullable List<ViewColumn> plainSelect(PlainSelect select) {
        from.items(select.getFromItem(), select.getJoins());
        List<ViewColumn> columns = new ArrayList<>();
        boolean known = true;
        for (SelectItem<?> item : select.getSelectItems()) {
            List<ViewColumn> output = output(item);
            if (output == null) {
                known = false;
            } else {
                columns.addAll(output);
            }
            if (counted.contains(select)) {
                useNumbers(item);
            }
        }
        columns.forEach(column -> scope.addAlias(names.key(column.name())));
        expression(select.getWhere());
        groupBy(select.getGroupBy());
        expression(select.getHaving());
        expression(select.getQualify());
        if (select.getDistinct() != null && select.getDistinct().getOnSelectItems() != null) {
            select.getDistinct().getOnSelectItems().forEach(item -> expression(item.getExpression()));
        }
        if (select.getWindowDefinitions() != null) {
            select.getWindowDefinitions().forEach(window -> {
                expressions(window.getPartitionExpressionList());
                orderBy(window.getOrderByElements());
            });
        }
        orderBy(select.getOrderByElements());
        return known ? columns : null;
    }

    private void groupBy(@Nullable GroupByElement groupBy) {
        if (groupBy == null) {
            return;
        }
        expressions(groupBy.getGroupByExpressionList());
        if (groupBy.getGroupingSets() != null) {
            for (Object set : groupBy.getGroupingSets()) {
                if (set instanceof Expression expression) {
                    expression(expression);
                }
            }
        }
    }

    void orderBy(@Nullable List<OrderByElement> elements) {
        if (elements != null) {
            elements.forEach(element -> expression(element.getExpression()));
        }
    }

    void expressions(@Nullable Collection<?> list) {
        if (list == null) {
            return;
        }
        for (Object each : list) {
            if (each instanceof Expression expression) {
                expression(expression);
            }
        }
    }

    void expression(@Nullable Expression expression) {
        if (expression != null) {
            expression.accept(expressions, null);
        }
    }

    /** Opens the names of a statement that is no SELECT. */
    void enter() {
        scope = new Scope(scope);
    }

    private @Nullable List<ViewColumn> output(SelectItem<?> item) {
        Expression expression = item.getExpression();
        if (expression instanceof AllTableColumns all) {
            return allOf(all);
        }
        if (expression instanceof AllColumns) {
            scope.sources().forEach(uses::all);
            return scope.star();
        }
        String name = item.getAlias() == null
                ? null
                : names.catalogName(item.getAlias().getName());
        boolean sqlServer = names.dialect().id().equals("sqlserver");
        if (name == null
                && sqlServer
                && expression instanceof EqualsTo assignment
                && assignment.getLeftExpression() instanceof Column target) {
            name = names.catalogName(target.getColumnName());
            expression = assignment.getRightExpression();
        }
        if (expression instanceof Column column && column.getArrayConstructor() == null) {
            return List.of(plain(column, name));
        }
        ColumnType type = types.type(expression);
        if (name == null) {
            name = OutputNames.of(expression, names);
        }
        return List.of(new ViewColumn(name, type));
    }

    /** @param alias null if it bears the column's name */
    private ViewColumn plain(Column column, @Nullable String alias) {
        Optional<ViewColumn> found = column(column);
        ViewReading.Origin origin = found.map(origins::get).orElse(null);
        boolean follows = origin != null && names.readsViewsAnew();
        ViewColumn made = new ViewColumn(
                alias == null ? OutputNames.of(column, names) : alias,
                found.map(ViewColumn::type).orElse(null),
                null,
                follows ? origin.toString() : null,
                alias != null || origin == null || names.dialect().viewStar() != ViewStar.LIVE);
        if (origin != null) {
            origins.put(made, origin);
        }
        return made;
    }

    private @Nullable List<ViewColumn> allOf(AllTableColumns all) {
        String key = names.keyOfWritten(all.getTable().getName());
        Source source = scope.source(key);
        if (source == null && relations.row(key).isPresent()) {
            return relations.row(key).get().columns();
        }
        if (source == null) {
            uses.unresolved(all.getTable().getName());
            return unknown(all.getTable().getName() + " is not known");
        }
        uses.all(source);
        return source.columns();
    }

    /** The rows of the query go into columns by their place: a star in it must not become longer. */
    void countColumns(Select select) {
        if (select instanceof SetOperationList list) {
            list.getSelects().forEach(this::countColumns);
        } else if (select instanceof ParenthesedSelect parenthesed) {
            countColumns(parenthesed.getSelect());
        } else {
            counted.add(select);
        }
    }

    private void useNumbers(SelectItem<?> item) {
        if (item.getExpression() instanceof AllTableColumns all) {
            useNumber(all);
        } else if (item.getExpression() instanceof AllColumns) {
            scope.sources().forEach(uses::number);
        }
    }

    private void useNumber(AllTableColumns all) {
        String key = names.keyOfWritten(all.getTable().getName());
        Source source = scope.source(key);
        if (source == null) {
            relations.row(key).ifPresent(row -> uses.number(new Source(key, row.key(), row.columns())));
        } else {
            uses.number(source);
        }
    }

    Optional<ViewColumn> column(Column column) {
        return columnSearch.find(scope, column);
    }
}
