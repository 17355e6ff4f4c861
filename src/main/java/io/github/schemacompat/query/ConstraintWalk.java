package io.github.schemacompat.query;

import io.github.schemacompat.ddl.ConstraintDefinition;
import io.github.schemacompat.ddl.IndexDefinition;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.statement.ReferentialAction;
import net.sf.jsqlparser.statement.create.table.CheckConstraint;
import net.sf.jsqlparser.statement.create.table.DefaultConstraint;
import net.sf.jsqlparser.statement.create.table.ForeignKeyIndex;
import net.sf.jsqlparser.statement.create.table.ForeignKeyReference;
import net.sf.jsqlparser.statement.create.table.Index;
import net.sf.jsqlparser.statement.create.table.NamedConstraint;
import org.jspecify.annotations.Nullable;

/** What JSqlParser says of constraints and indexes, which are one class to it. */
final class ConstraintWalk {
    private static final String DESCENDING = " desc";

    private final DdlNames names;
    private final Span span;

    ConstraintWalk(DdlNames names, Span span) {
        this.names = names;
        this.span = span;
    }

    /** Whether it is an index and no constraint. */
    static boolean isIndex(Index index) {
        return index.getKind() == Index.Kind.INDEX
                || index.getKind() == Index.Kind.FULLTEXT
                || index.getKind() == Index.Kind.SPATIAL;
    }

    ConstraintDefinition constraint(Index constraint) {
        String name = name(constraint);
        return switch (constraint.getKind()) {
            case PRIMARY_KEY -> new ConstraintDefinition.PrimaryKeyDefinition(span, name, keyColumns(constraint), null);
            case UNIQUE ->
                new ConstraintDefinition.UniqueDefinition(
                        span, name, keyColumns(constraint), nullsEqual(constraint.getNullsDistinct()), null);
            case FOREIGN_KEY -> foreignKey(name, keyColumns(constraint), ((ForeignKeyIndex) constraint).getReference());
            case CHECK -> check(name, String.valueOf(((CheckConstraint) constraint).getExpression()));
            case DEFAULT -> {
                DefaultConstraint value = (DefaultConstraint) constraint;
                yield new ConstraintDefinition.DefaultDefinition(
                        span,
                        name,
                        names.value(value.getExpression().toString()),
                        names.simple(value.getColumn().getFullyQualifiedName()));
            }
            default -> throw new NotTrusted("a constraint of the kind " + constraint.getKind());
        };
    }

    /** A constraint that stands at a column. */
    ConstraintDefinition atColumn(Index constraint, @Nullable String pendingName, String column) {
        String name = name(constraint) == null ? pendingName : name(constraint);
        return switch (constraint.getKind()) {
            case PRIMARY_KEY -> new ConstraintDefinition.PrimaryKeyDefinition(span, name, List.of(column), null);
            case UNIQUE ->
                new ConstraintDefinition.UniqueDefinition(
                        span, name, List.of(column), nullsEqual(constraint.getNullsDistinct()), null);
            case CHECK -> check(name, String.valueOf(((CheckConstraint) constraint).getExpression()));
            default -> throw new NotTrusted("a constraint of the kind " + constraint.getKind() + " at a column");
        };
    }

    ConstraintDefinition check(@Nullable String name, String condition) {
        return new ConstraintDefinition.CheckDefinition(span, name, names.condition(condition), List.of(), false, true);
    }

    ConstraintDefinition foreignKey(@Nullable String name, List<String> columns, ForeignKeyReference reference) {
        List<String> referenced = reference.getReferencedColumnNames();
        return new ConstraintDefinition.ForeignKeyDefinition(
                span,
                name,
                columns,
                names.object(reference.getTable()),
                referenced == null ? List.of() : names.simple(referenced),
                action(reference.getReferentialAction(ReferentialAction.Type.DELETE)),
                action(reference.getReferentialAction(ReferentialAction.Type.UPDATE)),
                true,
                null);
    }

    private static String action(@Nullable ReferentialAction action) {
        return action == null
                ? "no action"
                : action.getAction().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    IndexDefinition index(Index index) {
        String method = index.getUsing() == null ? "btree" : index.getUsing().toLowerCase(Locale.ROOT);
        if (index.getKind() == Index.Kind.FULLTEXT || index.getKind() == Index.Kind.SPATIAL) {
            method = index.getKind().name().toLowerCase(Locale.ROOT);
        }
        return new IndexDefinition(
                span,
                name(index),
                keys(index),
                List.of(),
                index.getKind() == Index.Kind.UNIQUE,
                nullsEqual(index.getNullsDistinct()),
                null,
                method);
    }

    /** As keys of an index: with {@code desc}, and expressions in parentheses. */
    List<String> keys(Index index) {
        List<String> keys = new ArrayList<>();
        for (Index.ColumnParams column : index.getColumns()) {
            keys.add(names.key(column.toString()));
        }
        return keys;
    }

    private List<String> keyColumns(Index index) {
        return keys(index).stream()
                .map(key -> key.endsWith(DESCENDING) ? key.substring(0, key.length() - DESCENDING.length()) : key)
                .toList();
    }

    static @Nullable Boolean nullsEqual(@Nullable Boolean nullsDistinct) {
        return nullsDistinct == null ? null : !nullsDistinct;
    }

    /** MySQL's index has the last word on the name of a unique constraint, but not on that of a foreign key. */
    @Nullable
    String name(Index index) {
        String name = index.getName();
        boolean foreignKey = name != null && index.getKind() == Index.Kind.FOREIGN_KEY;
        if (!foreignKey && index instanceof NamedConstraint named && named.getIndexName() != null) {
            name = named.getIndexName();
        }
        return name == null || name.isEmpty() ? null : names.simple(name);
    }
}
