package io.github.schemacompat.query;

import io.github.schemacompat.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import org.jspecify.annotations.Nullable;

/** The types of those expressions of PostgreSQL that tell them without knowing more than their argument. */
final class PostgreSqlExpressions {
    private static final ColumnType BOOLEAN = ColumnType.of("boolean");
    private static final List<Class<? extends Expression>> TRUTHS = List.of(
            EqualsTo.class,
            NotEqualsTo.class,
            GreaterThan.class,
            GreaterThanEquals.class,
            MinorThan.class,
            MinorThanEquals.class,
            AndExpression.class,
            OrExpression.class,
            IsNullExpression.class,
            ExistsExpression.class);

    private PostgreSqlExpressions() {}

    /** The argument of max or min, or null if it is another expression. */
    static @Nullable Expression extreme(Expression expression) {
        if (expression instanceof Function call && call.getParameters() != null && call.getName() != null) {
            String name = call.getName().toLowerCase(Locale.ROOT);
            boolean one = call.getParameters().size() == 1;
            return one && (name.equals("max") || name.equals("min"))
                    ? (Expression) call.getParameters().get(0)
                    : null;
        }
        return null;
    }

    /** What COALESCE chooses from, or nothing if it is another expression. */
    static List<Expression> coalesced(Expression expression) {
        List<Expression> choices = new ArrayList<>();
        if (expression instanceof Function call
                && "coalesce".equalsIgnoreCase(call.getName())
                && call.getParameters() != null) {
            for (Object each : call.getParameters()) {
                choices.add((Expression) each);
            }
        }
        return choices;
    }

    /** What max and min give out; lengths are forgotten. */
    static @Nullable ColumnType ofExtreme(@Nullable ColumnType argument) {
        if (argument == null) {
            return null;
        }
        if (argument.name().equals("character varying")) {
            return ColumnType.of("text");
        }
        return ColumnType.of(argument.name());
    }

    /** The type of what is true or false, else null. */
    static @Nullable ColumnType truth(Expression expression) {
        return TRUTHS.contains(expression.getClass()) ? BOOLEAN : null;
    }
}
