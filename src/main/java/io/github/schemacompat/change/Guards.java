package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Fragment;
import io.github.schemacompat.ddl.Guard;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.ViewColumn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers guards on the model: true, false, or null where the schema can't tell. */
final class Guards {
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final TableEdits edits;
    private final Variables variables;
    private final Queries queries;
    private final Reading reading;
    private final CatalogRows rows;

    Guards(ReplayParts parts, Variables variables, Reading reading, CatalogRows rows) {
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.edits = parts.edits();
        this.variables = variables;
        this.queries = parts.queries();
        this.reading = reading;
        this.rows = rows;
    }

    @Nullable
    Boolean answer(Guard guard) {
        if (guard instanceof Guard.Constant constant) {
            return constant.value();
        }
        if (guard instanceof Guard.Not not) {
            Boolean inner = answer(not.guard());
            return inner == null ? null : !inner;
        }
        if (guard instanceof Guard.And and) {
            return all(and.guards(), true);
        }
        if (guard instanceof Guard.Or or) {
            return all(or.guards(), false);
        }
        if (guard instanceof Guard.ObjectExists exists) {
            return objectExists(exists);
        }
        if (guard instanceof Guard.MemberExists exists) {
            return memberExists(exists);
        }
        if (guard instanceof Guard.HasAny any) {
            return hasAny(any);
        }
        if (guard instanceof Guard.HasOver over) {
            return hasOver(over);
        }
        if (guard instanceof Guard.ColumnProperty property) {
            return columnProperty(property);
        }
        if (guard instanceof Guard.LabelExists label) {
            String key = lookup.typeKey(label.type());
            UserType type = key == null ? null : workspace.type(key);
            return type != null && type.labels().contains(label.label());
        }
        if (guard instanceof Guard.VariableIs variable) {
            return variableIs(variable);
        }
        if (guard instanceof Guard.Finds finds) {
            List<CatalogRows.Row> found = rows.of(finds.search());
            return found == null ? null : !found.isEmpty();
        }
        Fragment again = guard instanceof Guard.Unknown unknown ? unknown.again() : null;
        Fragment known = again == null ? null : again.with(variables::constant);
        return known == null ? null : answer(reading.guard(known));
    }

    /** All that it can be have to agree. */
    private @Nullable Boolean variableIs(Guard.VariableIs guard) {
        FoldedTexts values = variables.value(guard.variable());
        Boolean agreed = null;
        for (FoldedText value : values == null ? List.<FoldedText>of() : values.any()) {
            Boolean answer = is(value, guard.operator(), guard.value());
            if (answer == null || agreed != null && !agreed.equals(answer)) {
                return null;
            }
            agreed = answer;
        }
        return agreed;
    }

    private static @Nullable Boolean is(FoldedText value, String operator, @Nullable String wanted) {
        if (wanted == null) {
            // a text of which a part is unknown could be NULL as a whole
            return value.complete() ? Boolean.valueOf(value.missing() == operator.equals("=")) : null;
        }
        if (value.missing()) {
            return false;
        }
        return value.complete() ? compare(value.text(), operator, wanted) : null;
    }

    /** AND if {@code meaning} is true, OR if it is false: one guard can decide, all must agree otherwise. */
    private @Nullable Boolean all(List<Guard> guards, boolean meaning) {
        boolean unknown = false;
        for (Guard each : guards) {
            Boolean answer = answer(each);
            if (answer == null) {
                unknown = true;
            } else if (answer != meaning) {
                return !meaning;
            }
        }
        return unknown ? null : meaning;
    }

    // ---- objects

    private @Nullable Boolean objectExists(Guard.ObjectExists guard) {
        QualifiedName name = Objects.requireNonNull(placed(guard.name()));
        List<ObjectKind> kinds = guard.kinds();
        boolean any = kinds.isEmpty();
        if ((any || kinds.contains(ObjectKind.TABLE)) && lookup.tableKey(name) != null
                || (any || kinds.contains(ObjectKind.VIEW)) && lookup.viewKey(name) != null
                || (any || kinds.contains(ObjectKind.ROUTINE))
                        && !lookup.routineKeys(name, null).isEmpty()
                || (any || kinds.contains(ObjectKind.TRIGGER)) && triggerExists(name)
                || (any || kinds.contains(ObjectKind.SEQUENCE)) && lookup.sequenceKey(name) != null
                || (any || kinds.contains(ObjectKind.TYPE)) && lookup.typeKey(name) != null
                || (any || kinds.contains(ObjectKind.SYNONYM)) && lookup.synonymKey(name) != null
                || kinds.contains(ObjectKind.SCHEMA) && namespaceExists(name.name())
                || (any || kinds.stream().anyMatch(Guards::isMember)) && memberAnywhere(name.name(), kinds)) {
            return true;
        }
        boolean untracked = kinds.size() == 1 && kinds.get(0) == ObjectKind.OTHER;
        return untracked || lookup.external(name) ? null : false;
    }

    private boolean triggerExists(QualifiedName name) {
        return lookup.find(name, workspace.triggers()) != null;
    }

    private boolean namespaceExists(String name) {
        return workspace.hasNamespace(names.key(name)) || names.same(name, names.current());
    }

    private static boolean isMember(ObjectKind kind) {
        return switch (kind) {
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION, INDEX, OTHER -> true;
            default -> false;
        };
    }

    private boolean memberAnywhere(String name, List<ObjectKind> kinds) {
        for (String owner : workspace.havingMember(name)) {
            Table table = workspace.table(owner);
            if (table == null || has(table, owner, kinds, name)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable QualifiedName placed(@Nullable QualifiedName name) {
        return name == null ? null : lookup.placed(name);
    }

    // ---- members

    private @Nullable Boolean memberExists(Guard.MemberExists guard) {
        QualifiedName on = placed(guard.table());
        if (on == null) {
            boolean found = memberAnywhere(guard.member(), guard.kinds())
                    || guard.kinds().contains(ObjectKind.TRIGGER) && triggerExists(QualifiedName.of(guard.member()));
            return found;
        }
        String key = lookup.tableKey(on);
        Table table = key == null ? null : workspace.table(key);
        if (key != null && table != null) {
            boolean found = has(table, key, guard.kinds(), guard.member());
            return !found && table.assumed() ? null : Boolean.valueOf(found);
        }
        String viewKey = lookup.viewKey(on);
        ViewState state = viewKey == null ? null : workspace.view(viewKey);
        if (state != null) {
            List<ViewColumn> columns = queries.resolved(state).columns();
            if (guard.kinds().contains(ObjectKind.INDEX)) {
                return state.view().indexes().stream().anyMatch(each -> edits.same(each.name(), guard.member()));
            }
            return columns == null
                    ? null
                    : Boolean.valueOf(columns.stream().anyMatch(each -> edits.same(each.name(), guard.member())));
        }
        String typeKey = lookup.typeKey(on);
        UserType type = typeKey == null ? null : workspace.type(typeKey);
        if (type != null) {
            return type.columns().stream().anyMatch(each -> edits.same(each.name(), guard.member()));
        }
        return lookup.external(on) ? null : false;
    }

    private @Nullable Boolean hasOver(Guard.HasOver guard) {
        QualifiedName on = lookup.placed(guard.table());
        String key = lookup.tableKey(on);
        Table table = key == null ? null : workspace.table(key);
        if (table == null) {
            return lookup.external(on) ? null : false;
        }
        boolean index = guard.kind() == ObjectKind.INDEX;
        boolean found = table.uniqueKeys().stream().anyMatch(each -> isOver(guard, each.columns()))
                || index && table.indexes().stream().anyMatch(each -> isOver(guard, each.columns()))
                || index
                        && table.primaryKey() != null
                        && isOver(guard, table.primaryKey().columns());
        return !found && table.assumed() ? null : Boolean.valueOf(found);
    }

    private boolean isOver(Guard.HasOver guard, List<String> columns) {
        List<String> asked = guard.columns();
        if (columns.size() != asked.size()) {
            return false;
        }
        if (guard.kind() == ObjectKind.UNIQUE) {
            return asked.stream().allMatch(each -> columns.stream().anyMatch(column -> edits.same(column, each)));
        }
        for (int i = 0; i < asked.size(); i++) {
            if (!edits.same(columns.get(i).replaceFirst(" desc$", ""), asked.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean has(Table table, String tableKey, List<ObjectKind> kinds, String name) {
        boolean any = kinds.isEmpty();
        return kinds.contains(ObjectKind.COLUMN) && edits.column(table, name) != null
                || (any || kinds.contains(ObjectKind.INDEX)) && hasIndex(table, tableKey, name)
                || (any || kinds.contains(ObjectKind.PRIMARY_KEY))
                        && table.primaryKey() != null
                        && edits.same(table.primaryKey().name(), name)
                || (any || kinds.contains(ObjectKind.UNIQUE))
                        && table.uniqueKeys().stream().anyMatch(each -> edits.same(each.name(), name))
                || (any || kinds.contains(ObjectKind.FOREIGN_KEY))
                        && table.foreignKeys().stream().anyMatch(each -> edits.same(each.name(), name))
                || (any || kinds.contains(ObjectKind.CHECK) || kinds.contains(ObjectKind.EXCLUSION))
                        && table.checks().stream().anyMatch(each -> edits.same(each.name(), name))
                || (any || kinds.contains(ObjectKind.OTHER))
                        && table.columns().stream().anyMatch(each -> edits.same(each.defaultName(), name))
                || kinds.contains(ObjectKind.TRIGGER)
                        && workspace.triggersOf(tableKey).stream()
                                .anyMatch(each -> edits.same(triggerName(each), name));
    }

    private @Nullable String triggerName(String triggerKey) {
        var trigger = workspace.trigger(triggerKey);
        return trigger == null ? null : trigger.name().name();
    }

    /** Keys and unique constraints are listed among the indexes of a catalog. */
    private boolean hasIndex(Table table, String tableKey, String name) {
        return table.indexes().stream().anyMatch(each -> edits.same(each.name(), name))
                || table.uniqueKeys().stream().anyMatch(each -> edits.same(each.name(), name))
                || table.primaryKey() != null && edits.same(table.primaryKey().name(), name)
                || workspace.foreignKeyIndexes().isCalled(tableKey, name);
    }

    private @Nullable Boolean hasAny(Guard.HasAny guard) {
        QualifiedName on = Objects.requireNonNull(placed(guard.table()));
        String key = lookup.tableKey(on);
        Table table = key == null ? null : workspace.table(key);
        if (key == null || table == null) {
            return lookup.external(on) ? null : false;
        }
        boolean found = switch (guard.kind()) {
            case PRIMARY_KEY -> table.primaryKey() != null;
            case UNIQUE -> !table.uniqueKeys().isEmpty();
            case FOREIGN_KEY -> !table.foreignKeys().isEmpty();
            case CHECK -> !table.checks().isEmpty();
            case INDEX -> !table.indexes().isEmpty() || table.primaryKey() != null;
            case TRIGGER -> !workspace.triggersOf(key).isEmpty();
            case COLUMN -> !table.columns().isEmpty();
            default -> false;
        };
        return !found && table.assumed() ? null : Boolean.valueOf(found);
    }

    // ---- properties of columns

    private @Nullable Boolean columnProperty(Guard.ColumnProperty guard) {
        QualifiedName on = Objects.requireNonNull(placed(guard.table()));
        String key = lookup.tableKey(on);
        Table table = key == null ? null : workspace.table(key);
        Column column = table == null ? null : edits.column(table, guard.column());
        if (column == null) {
            // the catalog query finds no row
            return table != null && table.assumed() || lookup.external(on) ? null : false;
        }
        String value = property(column, guard.property());
        return value == null ? null : compare(value, guard.operator(), guard.value());
    }

    private static @Nullable String property(Column column, String property) {
        ColumnType type = column.type();
        List<String> arguments = type.arguments();
        return switch (property) {
            case "nullable" -> String.valueOf(column.nullable());
            case "type" -> type.name();
            case "length" -> arguments.isEmpty() ? null : arguments.get(0).equals("max") ? "-1" : arguments.get(0);
            case "bytes" -> bytes(type);
            case "precision" -> arguments.isEmpty() ? null : arguments.get(0);
            case "scale" -> arguments.size() < 2 ? null : arguments.get(1);
            case "identity" -> String.valueOf(column.identity() != Identity.NONE);
            case "computed" -> String.valueOf(column.generated() != null);
            case "default" -> String.valueOf(column.defaultValue() != null);
            case "collation" -> column.collation();
            default -> null;
        };
    }

    /** As COL_LENGTH and max_length count it. */
    private static @Nullable String bytes(ColumnType type) {
        List<String> arguments = type.arguments();
        String argument = arguments.isEmpty() ? "1" : arguments.get(0);
        return switch (type.name()) {
            case "nchar", "nvarchar" -> argument.equals("max") ? "-1" : doubled(argument);
            case "char", "varchar", "binary", "varbinary" -> argument.equals("max") ? "-1" : argument;
            case "bit", "tinyint" -> "1";
            case "smallint" -> "2";
            case "int", "real", "smalldatetime", "smallmoney" -> "4";
            case "bigint", "datetime", "money", "rowversion", "timestamp" -> "8";
            case "float" -> type.arguments().isEmpty() || precision(argument) > 24 ? "8" : "4";
            case "date" -> "3";
            case "uniqueidentifier" -> "16";
            case "text", "ntext", "image" -> "16";
            case "sysname" -> "256";
            case "decimal", "numeric" -> decimalBytes(arguments.isEmpty() ? 18 : precision(argument));
            default -> null;
        };
    }

    private static @Nullable String doubled(String length) {
        int number = precision(length);
        return number < 0 ? null : String.valueOf(2 * number);
    }

    private static @Nullable String decimalBytes(int precision) {
        if (precision < 1) {
            return null;
        }
        return precision < 10 ? "5" : precision < 20 ? "9" : precision < 29 ? "13" : "17";
    }

    private static int precision(String argument) {
        return argument.matches("[0-9]{1,5}") ? Integer.parseInt(argument) : -1;
    }

    private static @Nullable Boolean compare(String value, String operator, String wanted) {
        int order;
        try {
            order = new BigDecimal(value.strip()).compareTo(new BigDecimal(wanted.strip()));
        } catch (NumberFormatException notNumbers) {
            order = value.toLowerCase(Locale.ROOT).compareTo(wanted.toLowerCase(Locale.ROOT));
        }
        return switch (operator) {
            case "=" -> order == 0;
            case "<>", "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> null;
        };
    }
}
