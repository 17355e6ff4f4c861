package io.github.schemacompat.query;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/** Finds the columns, subqueries and calls in an expression, however deep. */
final class ExpressionWalk extends ExpressionVisitorAdapter<@Nullable Void> {
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
    private final QueryWalk query;

    ExpressionWalk(QueryWalk query) {
        this.query = query;
    }

    @Override
    public <S> @Nullable Void visit(Column column, S context) {
        query.column(column);
        return null;
    }

    @Override
    public <S> @Nullable Void visit(Select select, S context) {
        query.select(select);
        return null;
    }

    @Override
    public <S> @Nullable Void visit(ParenthesedSelect select, S context) {
        query.select(select);
        return null;
    }

    @Override
    public <S> @Nullable Void visit(AllTableColumns all, S context) {
        return null;
    }

    @Override
    public <S> @Nullable Void visit(Function call, S context) {
        query.uses().routines(call.getMultipartName());
        if (beginsWithDatePart(call) && call.getParameters() != null) {
            call.getParameters().stream().skip(1).forEach(this::walk);
            return null;
        }
        return super.visit(call, context);
    }

    private void walk(Object argument) {
        if (argument instanceof Expression expression) {
            query.expression(expression);
        } else if (argument instanceof Collection<?> list) {
            query.expressions(list);
        }
    }

    /** Whether a call's first argument is a word of the language that only looks like a column. */
    private static boolean beginsWithDatePart(Function call) {
        return call.getName() != null
                && DATE_PARTS_FIRST.contains(call.getName().toLowerCase(Locale.ROOT));
    }
}
