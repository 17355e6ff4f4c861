package io.github.schemacompat.query;

import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.ArrayConstructor;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import org.jspecify.annotations.Nullable;

/** The names that engines give to output columns which have no alias. */
final class OutputNames {
    private static final String UNNAMED = "?column?";

    private OutputNames() {}

    /** Empty where the engine gives none (SQL Server). */
    static String of(Expression expression, Names names) {
        if (expression instanceof Column column) {
            return names.catalogName(column.getColumnName());
        }
        return switch (names.dialect().id()) {
            case "postgresql" -> {
                String name = postgreSql(expression, names);
                yield name == null ? UNNAMED : name;
            }
            case "mysql", "mariadb" -> ParserText.restored(expression.toString());
            default -> "";
        };
    }

    private static @Nullable String postgreSql(Expression expression, Names names) {
        if (expression instanceof Column column) {
            return names.catalogName(column.getColumnName());
        }
        if (expression instanceof Function function) {
            List<String> parts = function.getMultipartName();
            return names.catalogName(parts.get(parts.size() - 1));
        }
        if (expression instanceof AnalyticExpression window) {
            return names.catalogName(window.getName());
        }
        if (expression instanceof CastExpression cast) {
            return cast(cast, names);
        }
        if (expression instanceof CaseExpression choice) {
            String name = choice.getElseExpression() == null ? null : postgreSql(choice.getElseExpression(), names);
            return name == null || !strong(choice.getElseExpression()) ? "case" : name;
        }
        if (expression instanceof ParenthesedSelect subquery) {
            return subquery(subquery, names);
        }
        if (expression instanceof CollateExpression collate) {
            return postgreSql(collate.getLeftExpression(), names);
        }
        if (expression instanceof ParenthesedExpressionList<?> list) {
            return list.size() == 1 ? postgreSql(list.get(0), names) : "row";
        }
        if (expression instanceof ExtractExpression) {
            return "extract";
        }
        if (expression instanceof ExistsExpression) {
            return "exists";
        }
        if (expression instanceof ArrayConstructor) {
            return "array";
        }
        if (expression instanceof TimeKeyExpression time) {
            return time.getStringValue().toLowerCase(Locale.ROOT).replace("()", "");
        }
        return null;
    }

    /** A cast of something with a name keeps it, else the type names it. */
    private static String cast(CastExpression cast, Names names) {
        Expression inner = cast.getLeftExpression();
        String name = postgreSql(inner, names);
        if (name != null && strong(inner)) {
            return name;
        }
        String type = cast.getColDataType().toString().toLowerCase(Locale.ROOT);
        return internalName(type.replaceAll("\\s*[(\\[].*", "").strip());
    }

    /** The names of columns and functions win over those of types and of CASE. */
    private static boolean strong(Expression expression) {
        if (expression instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
            return strong(list.get(0));
        }
        if (expression instanceof CastExpression cast) {
            return strong(cast.getLeftExpression());
        }
        return !(expression instanceof CaseExpression);
    }

    private static String internalName(String type) {
        return switch (type) {
            case "int", "integer" -> "int4";
            case "bigint" -> "int8";
            case "smallint" -> "int2";
            case "boolean" -> "bool";
            case "real" -> "float4";
            case "double precision", "float" -> "float8";
            case "decimal", "dec" -> "numeric";
            case "character varying" -> "varchar";
            case "char", "character" -> "bpchar";
            case "timestamp with time zone" -> "timestamptz";
            case "timestamp without time zone" -> "timestamp";
            case "time with time zone" -> "timetz";
            case "time without time zone" -> "time";
            default -> type;
        };
    }

    private static @Nullable String subquery(ParenthesedSelect subquery, Names names) {
        if (!(subquery.getSelect() instanceof PlainSelect plain)
                || plain.getSelectItems().size() != 1) {
            return null;
        }
        SelectItem<?> item = plain.getSelectItems().get(0);
        return item.getAlias() == null
                ? postgreSql(item.getExpression(), names)
                : names.catalogName(item.getAlias().getName());
    }
}
