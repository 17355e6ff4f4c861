package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guards that ask SQL Server's functions for a property: COL_LENGTH, COLUMNPROPERTY, INDEXPROPERTY, OBJECTPROPERTY. */
final class PropertyFunctions {
    private final GuardReader guards;

    PropertyFunctions(GuardReader guards) {
        this.guards = guards;
    }

    @Nullable
    Guard columnLength(List<List<Token>> arguments, String operator, List<Token> right, boolean isNull) {
        QualifiedName table = arguments.size() == 2 ? guards.nameIn(arguments.get(0)) : null;
        String column = arguments.size() == 2 ? simpleNameIn(arguments.get(1)) : null;
        if (table == null || column == null) {
            return null;
        }
        Guard there = new Guard.MemberExists(List.of(ObjectKind.COLUMN), table, column);
        if (isNull) {
            return operator.equals("is") ? GuardReader.not(there) : there;
        }
        String value = guards.constant(right);
        if (value == null || !GuardReader.COMPARISONS.contains(operator)) {
            return null;
        }
        return value.equals("0") && operator.equals(">")
                ? there
                : new Guard.ColumnProperty(table, column, "bytes", operator, value);
    }

    private @Nullable String simpleNameIn(List<Token> literal) {
        String text = guards.constant(literal);
        if (text == null) {
            return null;
        }
        // the second argument is a bare name, but people write brackets there
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }

    @Nullable
    Guard columnProperty(List<List<Token>> arguments, String operator, List<Token> right, boolean isNull) {
        QualifiedName table = arguments.size() == 3 ? guards.idOf(arguments.get(0)) : null;
        String column = arguments.size() == 3 ? simpleNameIn(arguments.get(1)) : null;
        String property = arguments.size() == 3 ? guards.constant(arguments.get(2)) : null;
        if (table == null || column == null || property == null) {
            return null;
        }
        if (isNull) {
            Guard there = new Guard.MemberExists(List.of(ObjectKind.COLUMN), table, column);
            return operator.equals("is") ? GuardReader.not(there) : there;
        }
        String value = guards.constant(right);
        String name = switch (property.toLowerCase(Locale.ROOT)) {
            case "allowsnull" -> "nullable";
            case "isidentity" -> "identity";
            case "iscomputed" -> "computed";
            case "precision" -> "precision";
            case "scale" -> "scale";
            case "charmaxlen" -> "length";
            default -> "";
        };
        if (name.isEmpty() || value == null || !GuardReader.COMPARISONS.contains(operator)) {
            return null;
        }
        boolean flag = Set.of("nullable", "identity", "computed").contains(name);
        return new Guard.ColumnProperty(table, column, name, operator, flag ? GuardReader.yesOrNo(value) : value);
    }

    @Nullable
    Guard indexProperty(List<List<Token>> arguments, String operator, List<Token> right, boolean isNull) {
        QualifiedName table = arguments.size() == 3 ? guards.idOf(arguments.get(0)) : null;
        String index = arguments.size() == 3 ? simpleNameIn(arguments.get(1)) : null;
        if (table == null || index == null) {
            return null;
        }
        Guard there = new Guard.MemberExists(
                List.of(ObjectKind.INDEX, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE), table, index);
        if (isNull) {
            return operator.equals("is") ? GuardReader.not(there) : there;
        }
        boolean id = "indexid".equalsIgnoreCase(guards.constant(arguments.get(2)));
        return id && operator.equals(">") && "0".equals(guards.constant(right)) ? there : null;
    }

    @Nullable
    Guard objectProperty(List<List<Token>> arguments, String operator, List<Token> right) {
        QualifiedName name = arguments.size() == 2 ? guards.idOf(arguments.get(0)) : null;
        String property = arguments.size() == 2 ? guards.constant(arguments.get(1)) : null;
        String value = guards.constant(right);
        if (name == null || property == null || value == null || !value.matches("[01]")) {
            return null;
        }
        Guard guard = switch (property.toLowerCase(Locale.ROOT)) {
            case "tablehasprimarykey" -> new Guard.HasAny(ObjectKind.PRIMARY_KEY, name);
            case "tablehasforeignkey" -> new Guard.HasAny(ObjectKind.FOREIGN_KEY, name);
            case "tablehasuniquecnst" -> new Guard.HasAny(ObjectKind.UNIQUE, name);
            case "tablehascheckcnst" -> new Guard.HasAny(ObjectKind.CHECK, name);
            case "tablehasidentity" -> null;
            case "isusertable", "istable" -> new Guard.ObjectExists(List.of(ObjectKind.TABLE), name);
            case "isview" -> new Guard.ObjectExists(List.of(ObjectKind.VIEW), name);
            case "isprocedure", "isscalarfunction", "isinlinefunction", "istablefunction" ->
                new Guard.ObjectExists(List.of(ObjectKind.ROUTINE), name);
            case "istrigger" -> GuardReader.named(List.of(ObjectKind.TRIGGER), null, name);
            case "isforeignkey" -> GuardReader.named(List.of(ObjectKind.FOREIGN_KEY), null, name);
            case "isprimarykey" -> GuardReader.named(List.of(ObjectKind.PRIMARY_KEY), null, name);
            case "isuniquecnst" -> GuardReader.named(List.of(ObjectKind.UNIQUE), null, name);
            case "isconstraint" -> GuardReader.named(GuardReader.CONSTRAINTS, null, name);
            default -> null;
        };
        boolean wanted = value.equals("1") == operator.equals("=");
        if (guard == null || !(operator.equals("=") || operator.equals("<>"))) {
            return null;
        }
        return wanted ? guard : GuardReader.not(guard);
    }
}
