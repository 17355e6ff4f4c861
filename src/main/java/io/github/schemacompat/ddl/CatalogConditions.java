package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what conditions say of the row that is looked for. */
final class CatalogConditions {
    private final Language language;
    private final GuardReader guards;
    private final CatalogRow row;
    private final CatalogColumns columns;
    private final CatalogIds ids;

    CatalogConditions(Language language, GuardReader guards, CatalogRow row, CatalogColumns columns, CatalogIds ids) {
        this.language = language;
        this.guards = guards;
        this.row = row;
        this.columns = columns;
        this.ids = ids;
    }

    /** Whether all of them are understood. */
    boolean take(List<Condition> conditions) {
        return conditions.stream().allMatch(this::take);
    }

    private boolean take(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return compared(comparison.left(), comparison.operator(), comparison.right());
        }
        boolean negated = condition instanceof Condition.Negation;
        Condition inner = condition instanceof Condition.Negation negation ? negation.part() : condition;
        if (!(inner instanceof Condition.Bare bare)) {
            return false;
        }
        if (bare.tokens().size() == 1 && bare.tokens().get(0).is("true")) {
            return !negated;
        }
        return columns.column(bare.tokens()) != null
                && fact(bare.tokens(), "=", List.of(word(negated ? "false" : "true")));
    }

    private boolean compared(List<Token> left, String operator, List<Token> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        if (columns.columnOrPart(left) != null) {
            return columns.columnOrPart(right) != null ? joins(operator, left, right) : fact(left, operator, right);
        }
        if (columns.column(right) != null && operator.equals("=")) {
            return fact(right, operator, left);
        }
        boolean call = left.size() > 3 && Condition.enclosed(left.subList(1, left.size()));
        if (call && left.get(0).is("pg_get_constraintdef")) {
            CatalogColumns.Reference of = columns.column(left.subList(2, left.size() - 1));
            return of != null && filter(row.of(of.source()), true, operator, right);
        }
        if (call && left.get(0).is("array_length") && operator.equals("=") && "1".equals(guards.constant(right))) {
            CatalogColumns.Reference of = columns.column(
                    Condition.split(left.subList(2, left.size() - 1), ",").get(0));
            boolean keys = of != null && of.role() == Catalog.Role.COLUMN_IDS;
            if (of != null && keys) {
                row.of(of.source()).only = true;
            }
            return keys;
        }
        if (call && operator.equals("=")) {
            return functionOfColumn(left.get(0), left.subList(2, left.size() - 1), right);
        }
        String one = guards.constant(left);
        return one != null && operator.equals("=") && one.equals(guards.constant(right));
    }

    /** Conditions between catalog views say how they are joined: by their ids, which is what is assumed anyway. */
    private boolean joins(String operator, List<Token> left, List<Token> right) {
        CatalogColumns.Reference one = columns.columnOrPart(left);
        CatalogColumns.Reference other = columns.columnOrPart(right);
        if (one == null
                || other == null
                || !operator.equals("=")
                || row.sources().size() < 2) {
            return false;
        }
        row.links().add(new CatalogRow.Link(one, other));
        return true;
    }

    private boolean filter(CatalogFacts of, boolean definition, String operator, List<Token> right) {
        String value = guards.constant(right);
        String plain = operator.replace("ilike", "like");
        if (value == null || !Set.of("=", "<>", "like", "not like").contains(plain)) {
            return false;
        }
        of.filters.add(new CatalogSearch.Filter(definition, plain, value));
        return true;
    }

    private boolean functionOfColumn(Token function, List<Token> argument, List<Token> right) {
        List<List<Token>> arguments = Condition.split(argument, ",");
        CatalogColumns.Reference reference = columns.column(arguments.get(0));
        String value = guards.constant(right);
        if (function.is("col_name") && arguments.size() == 2 && reference != null && value != null) {
            CatalogColumns.Reference number = columns.column(arguments.get(1));
            boolean own = number != null && number.role() == Catalog.Role.PARENT_COLUMN;
            boolean target = number != null && number.role() == Catalog.Role.REFERENCED_COLUMN;
            CatalogFacts of = row.of(reference.source());
            if (target) {
                of.referencedColumn = value;
            }
            return target || own && of.columns.add(value);
        }
        if (reference == null || value == null) {
            return reference != null
                    && function.isAny("lower", "upper", "schema_name", "object_schema_name")
                    && (function.isAny("schema_name", "object_schema_name")
                            ? ids.isDefaultSchema(right)
                            : fact(argument, "=", right));
        }
        CatalogFacts of = row.of(reference.source());
        switch (Language.lower(function)) {
            case "lower", "upper":
                return fact(argument, "=", right);
            case "schema_name":
                of.schema = value;
                return true;
            case "object_name":
                if (reference.role() == Catalog.Role.PARENT) {
                    of.parentName = value;
                } else if (reference.role() == Catalog.Role.ID) {
                    of.name = value;
                } else if (reference.role() == Catalog.Role.REFERENCED) {
                    of.references = QualifiedName.of(value);
                }
                return Set.of(Catalog.Role.PARENT, Catalog.Role.ID, Catalog.Role.REFERENCED)
                        .contains(reference.role());
            case "object_schema_name":
                of.parentSchema = value;
                of.schema = value;
                return true;
            case "type_name":
                return of.property("type", "=", value.toLowerCase(Locale.ROOT));
            default:
                return false;
        }
    }

    private boolean fact(List<Token> left, String writtenOperator, List<Token> right) {
        CatalogColumns.Reference reference = columns.column(left);
        if (reference == null) {
            return false;
        }
        Catalog.Role role = reference.role();
        if (role == Catalog.Role.ALWAYS_TRUE) {
            return true;
        }
        CatalogFacts of = row.of(reference.source());
        if (role == Catalog.Role.PROPERTY) {
            return property(of, reference.column(), writtenOperator, right);
        }
        String value = guards.constant(right);
        boolean plainLike = writtenOperator.equals("like") && value != null && !value.contains("%");
        if (role == Catalog.Role.DEFINITION) {
            return filter(of, true, writtenOperator, right);
        }
        boolean anyReference = writtenOperator.equals("is not")
                && (role == Catalog.Role.REFERENCED_NAME || role == Catalog.Role.REFERENCED_COLUMN_NAME);
        if (anyReference) {
            of.kinds = List.of(ObjectKind.FOREIGN_KEY);
            return right.get(0).is("null");
        }
        if (role == Catalog.Role.COLUMN_ID) {
            return writtenOperator.equals(">") && "0".equals(value);
        }
        if (!writtenOperator.equals("=") && !plainLike) {
            return role == Catalog.Role.NAME
                    && hasParent(reference.source().catalog())
                    && filter(of, false, writtenOperator, right);
        }
        switch (role) {
            case NAME:
                of.name = value;
                return value != null;
            case SCHEMA:
                return ids.schema(of, right, value, false);
            case PARENT_SCHEMA:
                return ids.schema(of, right, value, true);
            case PARENT_NAME:
                of.parentName = value;
                return value != null;
            case ID:
                of.id = ids.id(right);
                return of.id != null || ids.defaultOf(of, right);
            case PARENT_COLUMN, COLUMN_IDS:
                return ids.lookedUpColumn(of, right);
            case COLUMN_NAME:
                return value != null && of.columns.add(value);
            case REFERENCED:
                of.references = ids.id(right);
                return of.references != null;
            case REFERENCED_NAME:
                of.kinds = List.of(ObjectKind.FOREIGN_KEY);
                of.references = value == null ? null : QualifiedName.of(value);
                return value != null;
            case REFERENCED_COLUMN_NAME:
                of.kinds = List.of(ObjectKind.FOREIGN_KEY);
                of.referencedColumn = value;
                return value != null;
            case IS_UNIQUE_CONSTRAINT:
                of.kinds = yes(value) ? List.of(ObjectKind.UNIQUE) : List.of(ObjectKind.INDEX, ObjectKind.PRIMARY_KEY);
                return value != null;
            case PARENT:
                of.parent = ids.id(right);
                return of.parent != null;
            case KIND:
                List<ObjectKind> kinds = value == null
                        ? List.of()
                        : Catalog.kindsOf(KindCodes.standard(reference.column(), value, language.is(Grammar.DB2)));
                of.kinds = kinds;
                return !kinds.isEmpty();
            case IS_PRIMARY:
                of.kinds = yes(value) ? List.of(ObjectKind.PRIMARY_KEY) : List.of(ObjectKind.INDEX, ObjectKind.UNIQUE);
                return value != null;
            default:
                return false;
        }
    }

    private static boolean hasParent(Catalog catalog) {
        return catalog.columns().containsValue(Catalog.Role.PARENT)
                || catalog.columns().containsValue(Catalog.Role.PARENT_NAME);
    }

    private static boolean yes(@Nullable String value) {
        return value != null && GuardReader.yesOrNo(value).equals("true");
    }

    private boolean property(CatalogFacts of, String column, String operator, List<Token> right) {
        String property = Catalog.property(column);
        boolean isNull =
                operator.startsWith("is") && right.size() == 1 && right.get(0).is("null");
        String value = guards.constant(right);
        if (property.equals("default")) {
            boolean none = isNull || "0".equals(value);
            boolean equal = operator.equals("is") || operator.equals("=");
            return none && of.property("default", "=", String.valueOf(!equal));
        }
        if (property.equals("type") && value == null) {
            QualifiedName type = guards.idOf(right);
            value = type == null ? null : type.name();
        }
        if (value == null || !operator.matches("=|<>|<|<=|>|>=")) {
            return false;
        }
        switch (property) {
            case "nullable", "identity", "computed":
                return of.property(property, operator, GuardReader.yesOrNo(value));
            case "not nullable":
                boolean nullable = !GuardReader.yesOrNo(value).equals("true");
                return of.property("nullable", operator, String.valueOf(nullable));
            case "type":
                return !value.matches("[0-9]+") && of.property(property, operator, value.toLowerCase(Locale.ROOT));
            default:
                return of.property(property, operator, value.toLowerCase(Locale.ROOT));
        }
    }

    private static Token word(String text) {
        return new Token(TokenKind.WORD, text, 0, text.length());
    }
}
