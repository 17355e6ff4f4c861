package io.github.schemacompat.query;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.ViewStar;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.ViewColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TranscodingFunction;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.TableStatement;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** Walks once over a query: collects what it uses and works out its output columns. */
final class QueryWalk {
    private static final Set<String> ROW_NAMES = Set.of("inserted", "deleted", "new", "old", "excluded");
    private static final Set<String> DATE_PARTS_FIRST = Set.of(
            "dateadd",
            "datediff",
            "datediff_big",
            "datepart",
            "datename",
            "datetrunc",
            "date_bucket",
            "timestampdiff",
            "timestampadd");

    private final Relations relations;
    private final Names names;
    private final ExpressionWalk expressions = new ExpressionWalk(this);
    private final SortedSet<String> uses = new TreeSet<>();
    private final Set<Select> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final SortedSet<String> unresolved = new TreeSet<>();
    /** What columns are, by their identity: equal ones may come from two tables. */
    private final Map<ViewColumn, ViewReading.Origin> origins = new IdentityHashMap<>();

    private Scope scope = new Scope(null);
    private @Nullable String reason;

    QueryWalk(Relations relations, Names names) {
        this.relations = relations;
        this.names = names;
    }

    SortedSet<String> uses() {
        return uses;
    }

    /** What each of the columns is that a select of this walk gave. */
    List<ViewReading.@Nullable Origin> origins(List<ViewColumn> columns) {
        List<ViewReading.@Nullable Origin> found = new ArrayList<>();
        columns.forEach(column -> found.add(origins.get(column)));
        return found;
    }

    SortedSet<String> unresolved() {
        return unresolved;
    }

    /** Why output columns are not known; null if nothing stood in the way. */
    @Nullable
    String reason() {
        return reason;
    }

    private <T> @Nullable T unknown(String why) {
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
            return add(statement.getTable()).columns();
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

    private List<String> aliasColumns(@Nullable Alias alias) {
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

    /** Whether the engine goes by the text of a view, and not by what that meant when the view was made. */
    private boolean readAnew() {
        return names.dialect().is(Dialect.H2) || names.dialect().is(Dialect.SQLITE);
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
        from(select.getFromItem(), select.getJoins());
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

    // ---- FROM

    /** Opens the names of a statement that is no SELECT. */
    void enter() {
        scope = new Scope(scope);
    }

    void from(@Nullable FromItem first, @Nullable List<Join> joins) {
        if (first != null) {
            scope.setStar(fromItem(first));
        }
        if (joins == null) {
            return;
        }
        for (Join join : joins) {
            List<ViewColumn> left = scope.star();
            List<ViewColumn> right = fromItem(join.getFromItem());
            scope.setStar(left == null || right == null ? null : joined(join, left, right));
            expressions(join.getOnExpressions());
            expressions(join.getUsingColumns());
        }
    }

    /** USING and NATURAL merge columns, which come first. */
    private List<ViewColumn> joined(Join join, List<ViewColumn> left, List<ViewColumn> right) {
        Set<String> merged = new LinkedHashSet<>();
        if (join.getUsingColumns() != null) {
            join.getUsingColumns().forEach(column -> merged.add(names.keyOfWritten(column.getColumnName())));
        }
        if (join.isNatural()) {
            Set<String> common = keys(left);
            common.retainAll(keys(right));
            merged.addAll(common);
        }
        List<ViewColumn> columns = new ArrayList<>();
        if (join.isNatural()) {
            left.stream()
                    .filter(each -> merged.contains(names.key(each.name())))
                    .forEach(columns::add);
        } else {
            merged.forEach(key -> left.stream()
                    .filter(each -> names.key(each.name()).equals(key))
                    .forEach(columns::add));
        }
        columns.replaceAll(column -> merged(column, right));
        left.stream().filter(each -> !merged.contains(names.key(each.name()))).forEach(columns::add);
        right.stream().filter(each -> !merged.contains(names.key(each.name()))).forEach(columns::add);
        return columns;
    }

    /** The engine finds a common type for two that differ. */
    private ViewColumn merged(ViewColumn column, List<ViewColumn> right) {
        String key = names.key(column.name());
        boolean same = right.stream()
                .filter(each -> names.key(each.name()).equals(key))
                .allMatch(each -> Objects.equals(each.type(), column.type()));
        return same ? column : new ViewColumn(column.name(), null);
    }

    private Set<String> keys(List<ViewColumn> columns) {
        Set<String> keys = new TreeSet<>();
        columns.forEach(column -> keys.add(names.key(column.name())));
        return keys;
    }

    private @Nullable List<ViewColumn> fromItem(FromItem item) {
        boolean turned = item.getPivot() != null || item.getUnPivot() != null;
        if (item instanceof ParenthesedFromItem nested) {
            return nested(nested);
        }
        Source source;
        if (item instanceof Table table) {
            source = source(table);
        } else if (item instanceof TableFunction function) {
            source = new Source(alias(item, ""), null, functionColumns(function));
        } else if (item instanceof Select subquery) {
            source = new Source(alias(item, ""), null, select(subquery));
        } else {
            source = new Source(alias(item, ""), null, unknown("it reads from something that is no table"));
        }
        if (turned) {
            source = new Source(source.name(), null, unknown("it turns rows and columns"));
        }
        source = new Source(
                source.name(),
                source.relation(),
                renamed(source.columns(), aliasColumns(item.getAlias())),
                source.invisible());
        scope.add(source);
        return source.columns();
    }

    private @Nullable List<ViewColumn> nested(ParenthesedFromItem nested) {
        List<ViewColumn> before = scope.star();
        from(nested.getFromItem(), nested.getJoins());
        List<ViewColumn> own = renamed(scope.star(), aliasColumns(nested.getAlias()));
        scope.setStar(before);
        if (nested.getAlias() != null) {
            scope.add(new Source(alias(nested, ""), null, own));
        }
        return own;
    }

    private String alias(FromItem item, String otherwise) {
        return item.getAlias() == null
                ? otherwise
                : names.keyOfWritten(item.getAlias().getName());
    }

    private @Nullable List<ViewColumn> functionColumns(TableFunction function) {
        for (Function each : function.getFunctions()) {
            expression(each);
            if (each.getName() != null && each.getName().equalsIgnoreCase("string_split")) {
                return List.of(new ViewColumn("value", null));
            }
        }
        return aliasColumns(function.getAlias()).isEmpty()
                ? unknown("the columns of the function "
                        + function.getFunctions().get(0).getName() + " are not known")
                : null;
    }

    /** A table that a statement names, added to its scope. */
    Source add(Table table) {
        Source source = source(table);
        scope.add(source);
        return source;
    }

    /** Whether a name without a schema is one that FROM or a join gives. */
    boolean isInScope(Table table) {
        return table.getSchemaName() == null && scope.source(names.keyOfWritten(table.getName())) != null;
    }

    private Source source(Table table) {
        String own = names.catalogName(table.getName());
        String name = alias(table, names.key(own));
        if (table.getSchemaName() == null) {
            Source common = scope.commonTable(names.key(own));
            if (common != null) {
                return common.named(name);
            }
        }
        QualifiedName qualified = table.getSchemaName() == null
                ? QualifiedName.of(own)
                : new QualifiedName(names.catalogName(table.getSchemaName()), own);
        Optional<Relations.Relation> found = relations.relation(qualified);
        if (found.isEmpty()) {
            boolean temporary = own.startsWith("#") || own.startsWith("@");
            if (!temporary && !ROW_NAMES.contains(names.key(own))) {
                unresolved.add(qualified.toString());
            }
            return new Source(name, null, unknown(qualified + " is not known"));
        }
        Relations.Relation relation = found.get();
        uses.add(relation.key());
        if (relation.columns() == null) {
            unknown("the columns of " + qualified + " are not known");
        }
        List<ViewColumn> columns = relation.columns();
        return new Source(
                name,
                relation.key(),
                columns == null ? null : starred(relation.key(), columns),
                starred(relation.key(), relation.invisible()));
    }

    /** Its columns as its star gives them: a refresh of the view gives them anew. */
    private List<ViewColumn> starred(String relation, List<ViewColumn> columns) {
        boolean frozen = names.dialect().viewStar() == ViewStar.FROZEN;
        boolean follows = readAnew();
        List<ViewColumn> starred = new ArrayList<>();
        for (ViewColumn column : columns) {
            ViewReading.Origin origin = new ViewReading.Origin(relation, names.key(column.name()));
            ViewColumn own = new ViewColumn(
                    column.name(),
                    column.type(),
                    frozen ? null : relation,
                    follows ? origin.toString() : null,
                    names.dialect().viewStar() != ViewStar.LIVE);
            origins.put(own, origin);
            starred.add(own);
        }
        return starred;
    }

    // ---- the select list

    private @Nullable List<ViewColumn> output(SelectItem<?> item) {
        Expression expression = item.getExpression();
        if (expression instanceof AllTableColumns all) {
            return allOf(all);
        }
        if (expression instanceof AllColumns) {
            scope.sources().forEach(this::useAll);
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
        ColumnType type = type(expression);
        if (name == null) {
            name = OutputNames.of(expression, names);
        }
        return List.of(new ViewColumn(name, type));
    }

    /** @param alias null if it bears the column's name */
    private ViewColumn plain(Column column, @Nullable String alias) {
        Optional<ViewColumn> found = column(column);
        ViewReading.Origin origin = found.map(origins::get).orElse(null);
        boolean follows = origin != null && readAnew();
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
            unresolved.add(all.getTable().getName());
            return unknown(all.getTable().getName() + " is not known");
        }
        useAll(source);
        return source.columns();
    }

    void useAll(Source source) {
        if (source.relation() != null && source.columns() != null) {
            source.columns().forEach(column -> use(source.relation(), column.name()));
        }
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
            scope.sources().forEach(this::useNumber);
        }
    }

    private void useNumber(AllTableColumns all) {
        String key = names.keyOfWritten(all.getTable().getName());
        Source source = scope.source(key);
        if (source == null) {
            relations.row(key).ifPresent(row -> useNumber(new Source(key, row.key(), row.columns())));
        } else {
            useNumber(source);
        }
    }

    /** Rows go into all columns of the relation: a new one makes the statement fail, or has room for a longer query. */
    void fill(Source target) {
        if (!names.dialect().fillsUpShortRows()) {
            useNumber(target);
        } else if (target.relation() != null) {
            uses.add(target.relation() + ".+");
        }
    }

    /** A new column of the relation makes the statement fail. */
    void useNumber(Source source) {
        if (source.relation() != null) {
            uses.add(source.relation() + ".*");
        }
    }

    /** A new column of that name in the relation gives a name without a table two meanings, or another one. */
    private void useName(Source other, String column) {
        boolean has = other.column(column, names).isPresent();
        if (other.relation() != null && !has) {
            uses.add(other.relation() + ".?" + QualifiedName.quoted(column));
        }
    }

    /** Without a key over these columns the statement fails, or inserts where it should update. */
    void useKey(Source source, List<String> columns) {
        if (source.relation() != null) {
            List<String> keys = columns.stream()
                    .map(names::keyOfWritten)
                    .map(QualifiedName::quoted)
                    .sorted()
                    .toList();
            uses.add(source.relation() + ".!" + String.join(",", keys));
        }
    }

    private void use(String relation, String column) {
        uses.add(relation + "." + QualifiedName.quoted(names.key(column)));
    }

    /** The type of a plain column or a cast; the uses of the expression are collected in any case. */
    private @Nullable ColumnType type(Expression expression) {
        if (expression instanceof Column column) {
            ColumnType type = column(column).map(ViewColumn::type).orElse(null);
            return column.getArrayConstructor() == null ? type : null;
        }
        expression(expression);
        if (expression instanceof CastExpression cast && cast.getColDataType() != null) {
            return type(cast.getColDataType());
        }
        if (expression instanceof TranscodingFunction convert && convert.getColDataType() != null) {
            return type(convert.getColDataType());
        }
        if (names.dialect().is(Dialect.SQLITE) && isComputed(expression)) {
            return ColumnType.of("");
        }
        if (expression instanceof Function call && "count".equalsIgnoreCase(call.getName())) {
            return ColumnType.of(names.dialect().is(Dialect.SQL_SERVER) ? "int" : "bigint");
        }
        if (!names.dialect().is(Dialect.POSTGRESQL)) {
            return null;
        }
        List<Expression> choices = PostgreSqlExpressions.coalesced(expression);
        if (!choices.isEmpty()) {
            List<@Nullable ColumnType> types = new ArrayList<>();
            choices.forEach(each -> types.add(type(each)));
            boolean same = types.stream().allMatch(each -> Objects.equals(each, types.get(0)));
            return same ? types.get(0) : null;
        }
        Expression argument = PostgreSqlExpressions.extreme(expression);
        return argument == null
                ? PostgreSqlExpressions.truth(expression)
                : PostgreSqlExpressions.ofExtreme(type(argument));
    }

    /** SQLite knows no type of what is computed. */
    private static boolean isComputed(Expression expression) {
        return expression instanceof Function
                || expression instanceof LongValue
                || expression instanceof StringValue
                || expression instanceof DoubleValue
                || expression instanceof NullValue
                || expression instanceof CaseExpression
                || expression instanceof BinaryExpression;
    }

    private ColumnType type(ColDataType written) {
        String text = written.toString().toLowerCase(Locale.ROOT).replaceAll("\\s*\\(\\s*", "(");
        return names.dialect().canonical(ColumnType.parse(text));
    }

    // ---- names in expressions

    Optional<ViewColumn> column(Column column) {
        String own = names.catalogName(column.getColumnName());
        String key = names.key(own);
        Table table = column.getTable();
        if (table != null && table.getName() != null && !table.getName().isEmpty()) {
            return qualifiedColumn(table, own, key);
        }
        boolean mayBeOfUnknown = false;
        List<Source> passed = new ArrayList<>();
        for (Scope each = scope; each != null; each = each.outer()) {
            for (Source source : each.sources()) {
                Optional<ViewColumn> found = source.column(key, names);
                if (found.isPresent()) {
                    if (source.relation() != null) {
                        use(source.relation(), own);
                    }
                    passed.addAll(each.sources());
                    passed.remove(source);
                    passed.forEach(other -> useName(other, key));
                    return found;
                }
                mayBeOfUnknown |= source.columns() == null;
            }
            passed.addAll(each.sources());
            if (each.isAlias(key)) {
                return Optional.empty();
            }
        }
        boolean systemName = key.startsWith("@") || key.startsWith("$") || key.startsWith("current_");
        if (!systemName && !mayBeOfUnknown) {
            unresolved.add(own);
        }
        return Optional.empty();
    }

    private Optional<ViewColumn> qualifiedColumn(Table table, String own, String key) {
        String qualifier = names.keyOfWritten(table.getName());
        Source source = scope.source(qualifier);
        if (source == null) {
            if (!ROW_NAMES.contains(qualifier)) {
                unresolved.add(table.getName() + "." + own);
            }
            return Optional.empty();
        }
        Optional<ViewColumn> found = source.column(key, names);
        if (source.relation() != null && (found.isPresent() || source.columns() == null)) {
            use(source.relation(), own);
        } else if (found.isEmpty() && source.columns() != null) {
            unresolved.add(table.getName() + "." + own);
        }
        return found;
    }

    /** A function or procedure that is called; those of the engine are no uses. */
    void routine(@Nullable List<String> nameParts) {
        if (nameParts != null && !nameParts.isEmpty()) {
            uses.addAll(relations.routines(names.qualified(nameParts)));
        }
    }

    /** Whether a call's first argument is a word of the language that only looks like a column. */
    static boolean beginsWithDatePart(Function call) {
        return call.getName() != null
                && DATE_PARTS_FIRST.contains(call.getName().toLowerCase(Locale.ROOT));
    }
}
