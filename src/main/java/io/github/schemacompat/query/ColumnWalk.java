package io.github.schemacompat.query;

import io.github.schemacompat.ddl.ColumnDefinition;
import io.github.schemacompat.ddl.ColumnPlace;
import io.github.schemacompat.ddl.ConstraintDefinition;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.jsqlparser.statement.create.table.ColumnOption;
import net.sf.jsqlparser.statement.create.table.IdentityDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What JSqlParser says of a column. It gives defaults and references as trees, and everything else as words, which are
 * read here; where it says a word that is not known here, it isn't trusted.
 */
final class ColumnWalk {
    /** Attributes of one word that are not compared. */
    private static final Set<String> ALONE =
            Set.of("rowguidcol", "sparse", "persisted", "stored", "virtual", "visible", "hidden", "filestream");

    /** Attributes that are followed by one word, and are not compared. */
    private static final Set<String> WITH_VALUE = Set.of("collate", "comment", "charset");

    private static final Pattern QUOTED_SERIAL = Pattern.compile("(?i)\"(small|big)?serial[248]?\"");

    private final ConstraintWalk constraints;
    private final DdlNames names;
    private final Span span;
    private final String name;

    private @Nullable Boolean nullable;
    private @Nullable String defaultValue;
    private @Nullable String defaultName;
    private @Nullable String generated;
    private @Nullable String constraintName;
    private Identity identity = Identity.NONE;
    private ColumnPlace place = ColumnPlace.UNSAID;
    private final List<ConstraintDefinition> own = new ArrayList<>();

    private ColumnWalk(ConstraintWalk constraints, DdlNames names, Span span, String name) {
        this.constraints = constraints;
        this.names = names;
        this.span = span;
        this.name = name;
    }

    /** @param place where it is put */
    record Placed(ColumnDefinition column, ColumnPlace place) {}

    /** @throws NotTrusted if JSqlParser can't be believed */
    static Placed read(
            net.sf.jsqlparser.statement.create.table.ColumnDefinition column,
            ConstraintWalk constraints,
            DdlNames names,
            Span span) {
        String written = column.getColumnName();
        if (Set.of("index", "key", "period").contains(written.toLowerCase(Locale.ROOT))) {
            throw new NotTrusted("a column called " + written);
        }
        ColumnWalk walk = new ColumnWalk(constraints, names, span, names.simple(written));
        ColumnDefinition typed = null;
        if (column.getColDataType() != null) {
            String type = column.getColDataType().toString().replaceFirst("(?i) CHARACTER SET \\w+$", "");
            if (QUOTED_SERIAL.matcher(type).matches()) {
                // behind a column called key or index it was taken for a name
                throw new NotTrusted("a type in quotes: " + type);
            }
            if (Set.of("set", "selectivity", "as").contains(type.toLowerCase(Locale.ROOT))) {
                throw new NotTrusted("a type called " + type);
            }
            typed = names.column(written + " " + type);
            walk.nullable = typed.nullable();
            walk.identity = typed.identity();
            walk.own.addAll(typed.constraints());
        }
        walk.attributes(column);
        if (typed == null && walk.saysNothing()) {
            throw new NotTrusted("a column of which nothing is said");
        }
        return new Placed(walk.definition(typed), walk.place);
    }

    private boolean saysNothing() {
        return nullable == null
                && defaultValue == null
                && generated == null
                && identity == Identity.NONE
                && own.isEmpty();
    }

    private ColumnDefinition definition(@Nullable ColumnDefinition typed) {
        return new ColumnDefinition(
                span,
                name,
                typed == null ? null : typed.type(),
                nullable,
                defaultValue,
                defaultName,
                identity,
                typed != null && typed.serial(),
                Map.of(),
                generated,
                null,
                null,
                null,
                false,
                null,
                own);
    }

    private void attributes(net.sf.jsqlparser.statement.create.table.ColumnDefinition column) {
        if (column.getColumnOptions() == null) {
            words(column.getColumnSpecs() == null ? List.of() : column.getColumnSpecs());
            return;
        }
        List<String> words = new ArrayList<>();
        for (ColumnOption option : column.getColumnOptions()) {
            if (option.getKind() == ColumnOption.Kind.OTHER) {
                words.addAll(option.getTokens());
            } else {
                words(words);
                words.clear();
                structured(option);
            }
        }
        words(words);
    }

    private void structured(ColumnOption option) {
        switch (option.getKind()) {
            case DEFAULT -> {
                defaultValue = names.value(option.getDefaultExpression().toString());
                String taken = takeName();
                defaultName = names.keepsNamesOfDefaults() ? taken : null;
            }
            case REFERENCE ->
                own.add(constraints.foreignKey(takeName(), List.of(name), option.getForeignKeyReference()));
            case IDENTITY ->
                identity =
                        option.getIdentityDefinition().getGenerationMode() == IdentityDefinition.GenerationMode.ALWAYS
                                ? Identity.ALWAYS
                                : Identity.BY_DEFAULT;
            case CONSTRAINT -> own.add(constraints.atColumn(option.getConstraint(), takeName(), name));
            default -> throw new NotTrusted("a default that is only said to be there");
        }
    }

    private @Nullable String takeName() {
        String taken = constraintName;
        constraintName = null;
        return taken;
    }

    private void words(List<String> words) {
        ListIterator<String> left = words.listIterator();
        while (left.hasNext()) {
            word(left.next().toLowerCase(Locale.ROOT), left);
        }
    }

    private void word(String word, ListIterator<String> left) {
        switch (word) {
            case "not" -> {
                require(left, "null");
                nullable = false;
                constraintName = null;
            }
            case "null" -> nullable = true;
            case "constraint" -> constraintName = names.simple(next(left));
            case "primary" -> {
                require(left, "key");
                storage(left);
                own.add(new ConstraintDefinition.PrimaryKeyDefinition(span, takeName(), List.of(name), null));
            }
            case "unique" -> {
                accept(left, "key");
                storage(left);
                own.add(new ConstraintDefinition.UniqueDefinition(span, takeName(), List.of(name), null, null));
            }
            case "identity" -> {
                identity = Identity.ALWAYS;
                accept(left, "(");
            }
            case "auto_increment" -> identity = Identity.BY_DEFAULT;
            case "check" -> own.add(constraints.check(takeName(), next(left)));
            case "generated" -> {
                require(left, "always");
                require(left, "as");
                generated = parenthesised(next(left));
            }
            case "as" -> generated = parenthesised(next(left));
            case "after" -> place = new ColumnPlace(ColumnPlace.Kind.AFTER, names.simple(next(left)));
            case "first" -> place = new ColumnPlace(ColumnPlace.Kind.FIRST, null);
            case "on" -> {
                require(left, "update");
                next(left);
                accept(left, "(");
            }
            default -> uncompared(word, left);
        }
    }

    /** Where a computed column has no parentheses, what belongs to its expression can't be told. */
    private String parenthesised(String text) {
        if (!text.startsWith("(")) {
            throw new NotTrusted("a computed column without parentheses");
        }
        return names.condition(text);
    }

    private static void uncompared(String word, ListIterator<String> left) {
        if (WITH_VALUE.contains(word)) {
            next(left);
        } else if (!ALONE.contains(word)) {
            throw new NotTrusted("a column that is " + word);
        }
    }

    /**
     * How a key is stored. SQL Server takes a key of the table behind a column without a comma, which JSqlParser takes for
     * one of the column.
     */
    private static void storage(ListIterator<String> left) {
        if (!accept(left, "clustered")) {
            accept(left, "nonclustered");
        }
        if (accept(left, "(")) {
            throw new NotTrusted("a key with columns of its own");
        }
    }

    /** Passes the next word if it begins so. */
    private static boolean accept(ListIterator<String> left, String beginning) {
        if (!left.hasNext()) {
            return false;
        }
        boolean accepted = left.next().toLowerCase(Locale.ROOT).startsWith(beginning);
        if (!accepted) {
            left.previous();
        }
        return accepted;
    }

    private static String next(ListIterator<String> left) {
        if (!left.hasNext()) {
            throw new NotTrusted("an attribute that is cut off");
        }
        return left.next();
    }

    private static void require(ListIterator<String> left, String word) {
        if (!Objects.equals(next(left).toLowerCase(Locale.ROOT), word)) {
            throw new NotTrusted("an attribute that goes on differently");
        }
    }
}
