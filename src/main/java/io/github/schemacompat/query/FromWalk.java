package io.github.schemacompat.query;

import io.github.schemacompat.dialect.ViewStar;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.ViewColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.jspecify.annotations.Nullable;

/** What a query reads from, and which names that gives to the rest of it. */
final class FromWalk {
    private final QueryWalk query;
    private final Relations relations;
    private final Names names;
    private final Uses uses;
    private final Map<ViewColumn, ViewReading.Origin> origins;

    FromWalk(
            QueryWalk query, Relations relations, Names names, Uses uses, Map<ViewColumn, ViewReading.Origin> origins) {
        this.query = query;
        this.relations = relations;
        this.names = names;
        this.uses = uses;
        this.origins = origins;
    }

    void items(@Nullable FromItem first, @Nullable List<Join> joins) {
        if (first != null) {
            query.scope().setStar(fromItem(first));
        }
        if (joins == null) {
            return;
        }
        for (Join join : joins) {
            List<ViewColumn> left = query.scope().star();
            List<ViewColumn> right = fromItem(join.getFromItem());
            query.scope().setStar(left == null || right == null ? null : joined(join, left, right));
            query.expressions(join.getOnExpressions());
            query.expressions(join.getUsingColumns());
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
            source = new Source(alias(item, ""), null, query.select(subquery));
        } else {
            source = new Source(alias(item, ""), null, query.unknown("it reads from something that is no table"));
        }
        if (turned) {
            source = new Source(source.name(), null, query.unknown("it turns rows and columns"));
        }
        source = new Source(
                source.name(),
                source.relation(),
                query.renamed(source.columns(), query.aliasColumns(item.getAlias())),
                source.invisible());
        query.scope().add(source);
        return source.columns();
    }

    private @Nullable List<ViewColumn> nested(ParenthesedFromItem nested) {
        List<ViewColumn> before = query.scope().star();
        items(nested.getFromItem(), nested.getJoins());
        List<ViewColumn> own = query.renamed(query.scope().star(), query.aliasColumns(nested.getAlias()));
        query.scope().setStar(before);
        if (nested.getAlias() != null) {
            query.scope().add(new Source(alias(nested, ""), null, own));
        }
        return own;
    }

    private @Nullable List<ViewColumn> functionColumns(TableFunction function) {
        for (Function each : function.getFunctions()) {
            query.expression(each);
            if (each.getName() != null && each.getName().equalsIgnoreCase("string_split")) {
                return List.of(new ViewColumn("value", null));
            }
        }
        return query.aliasColumns(function.getAlias()).isEmpty()
                ? query.unknown("the columns of the function "
                        + function.getFunctions().get(0).getName() + " are not known")
                : null;
    }

    /** A table that a statement names, added to its query.scope(). */
    Source add(Table table) {
        Source source = source(table);
        query.scope().add(source);
        return source;
    }

    /** Whether a name without a schema is one that FROM or a join gives. */
    boolean isInScope(Table table) {
        return table.getSchemaName() == null && query.scope().source(names.keyOfWritten(table.getName())) != null;
    }

    private Source source(Table table) {
        String own = names.catalogName(table.getName());
        String name = alias(table, names.key(own));
        if (table.getSchemaName() == null) {
            Source common = query.scope().commonTable(names.key(own));
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
            if (!temporary && !ColumnSearch.ROW_NAMES.contains(names.key(own))) {
                uses.unresolved(qualified.toString());
            }
            return new Source(name, null, query.unknown(qualified + " is not known"));
        }
        Relations.Relation relation = found.get();
        uses.relation(relation.key());
        if (relation.columns() == null) {
            query.unknown("the columns of " + qualified + " are not known");
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
        boolean follows = names.readsViewsAnew();
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

    private String alias(FromItem item, String otherwise) {
        return item.getAlias() == null
                ? otherwise
                : names.keyOfWritten(item.getAlias().getName());
    }
}
