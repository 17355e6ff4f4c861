package io.github.schemacompat.query;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ViewColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.create.table.ColDataType;
import org.jspecify.annotations.Nullable;

/** The types of what a query gives, as far as the text of an expression tells them. */
final class OutputTypes {
    private final QueryWalk query;
    private final Names names;

    OutputTypes(QueryWalk query, Names names) {
        this.query = query;
        this.names = names;
    }

    /** The type of a plain column or a cast; the uses of the expression are collected in any case. */
    @Nullable
    ColumnType type(Expression expression) {
        if (expression instanceof Column column) {
            ColumnType type = query.column(column).map(ViewColumn::type).orElse(null);
            return column.getArrayConstructor() == null ? type : null;
        }
        query.expression(expression);
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

    private ColumnType type(ColDataType written) {
        String text = written.toString().toLowerCase(Locale.ROOT).replaceAll("\\s*\\(\\s*", "(");
        return names.dialect().canonical(ColumnType.parse(text));
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
}
