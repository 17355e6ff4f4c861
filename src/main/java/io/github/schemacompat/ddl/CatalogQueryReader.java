package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a query over an engine's catalog as the question whether an object, a member or a property exists. */
final class CatalogQueryReader {
    /** More alternatives than that are nobody's guard. */
    private static final int MOST_ALTERNATIVES = 64;

    private final Language language;
    private final GuardReader guards;

    CatalogQueryReader(Language language, GuardReader guards) {
        this.language = language;
        this.guards = guards;
    }

    /** A catalog view in a FROM clause. */
    private record Source(String alias, Catalog catalog, String view) {}

    /** Whether the query finds a row, or null if it can't be told from a schema. */
    @Nullable
    Guard read(SourceText source, List<Token> select) {
        List<List<Token>> unions = Condition.split(select, "union");
        if (unions.size() > 1) {
            List<Guard> parts = new ArrayList<>();
            for (List<Token> union : unions) {
                boolean all = !union.isEmpty() && union.get(0).is("all");
                Guard part = read(source, all ? union.subList(1, union.size()) : union);
                if (part == null) {
                    return null;
                }
                parts.add(part);
            }
            return new Guard.Or(parts);
        }
        return answerOrNull(source, select, null);
    }

    /** A single value that the query finds, compared with a constant. */
    @Nullable
    Guard value(SourceText source, List<Token> select, String operator, List<Token> right) {
        List<Token> output = new ArrayList<>();
        for (Token token : select.subList(1, select.size())) {
            if (token.is("from")) {
                break;
            }
            if (!(output.isEmpty() && token.is("distinct"))) {
                output.add(token);
            }
        }
        // the value of no row is NULL, which this can't tell from the value of a row
        return operator.startsWith("is")
                ? null
                : answerOrNull(source, select, new Condition.Comparison(output, operator, right));
    }

    /** What isn't even a query is answered by nobody. */
    private @Nullable Guard answerOrNull(SourceText source, List<Token> select, Condition.@Nullable Comparison more) {
        try {
            return answer(source, select, more);
        } catch (Expected noQuery) {
            return null;
        }
    }

    private @Nullable Guard answer(SourceText source, List<Token> select, Condition.@Nullable Comparison more) {
        TokenCursor cursor = new TokenCursor(source, select);
        if (!cursor.accept("select") || !skipTo(cursor, "from")) {
            return null;
        }
        cursor.next();
        List<Source> sources = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        if (!sources(cursor, sources, conditions)) {
            return null;
        }
        if (cursor.accept("where")) {
            conditions.add(Condition.of(upTo(cursor, "group", "order", "limit", "having", "fetch", "into", "option")));
        }
        if (cursor.acceptAny("group", "having", "into")) {
            // a grouped query still has rows exactly if the plain one has, but HAVING asks more
            if (cursor.previous().is("having") || skipTo(cursor, "having")) {
                return null;
            }
        }
        if (more != null) {
            conditions.add(more);
        }
        List<List<Condition>> alternatives = alternatives(new Condition.All(conditions));
        if (alternatives.isEmpty() || alternatives.size() > MOST_ALTERNATIVES) {
            return null;
        }
        Set<Guard> found = new LinkedHashSet<>();
        for (List<Condition> alternative : alternatives) {
            Guard guard = new Row(source, sources).guard(alternative);
            if (guard == null) {
                return null;
            }
            found.add(guard);
        }
        return found.size() == 1 ? found.iterator().next() : new Guard.Or(List.copyOf(found));
    }

    private boolean sources(TokenCursor cursor, List<Source> sources, List<Condition> conditions) {
        do {
            if (!source(cursor, sources)) {
                return false;
            }
            while (cursor.peek().isAny("join", "inner", "cross")) {
                cursor.acceptAny("inner", "cross");
                if (!cursor.accept("join") || !source(cursor, sources)) {
                    return false;
                }
                if (cursor.accept("on")) {
                    conditions.add(Condition.of(upTo(
                            cursor, "join", "inner", "left", "right", "full", "cross", "where", "group", "order",
                            "limit", ",")));
                }
            }
        } while (cursor.accept(","));
        return !cursor.peek().isAny("left", "right", "full", "natural", "outer");
    }

    private boolean source(TokenCursor cursor, List<Source> sources) {
        if (!cursor.peek().isName()) {
            return false;
        }
        List<String> parts = language.nameParts(cursor);
        QualifiedName name = language.qualified(parts);
        String view = name.toString().toLowerCase(Locale.ROOT);
        Catalog catalog = Catalog.named(view);
        if (catalog == null) {
            return false;
        }
        cursor.accept("as");
        String alias = name.name().toLowerCase(Locale.ROOT);
        boolean aliased = cursor.peek().isName()
                && !cursor.peek()
                        .isAny("join", "inner", "left", "right", "full", "cross", "on", "where", "with", "group")
                && !cursor.peek().isAny("order", "limit", "natural", "into", "having", "fetch", "option");
        if (aliased) {
            alias = language.simpleName(cursor).toLowerCase(Locale.ROOT);
        }
        if (cursor.accept("with")) {
            cursor.acceptParentheses();
        } else if (cursor.at("(") && cursor.peek(1).is("nolock")) {
            cursor.acceptParentheses();
        }
        sources.add(new Source(alias, catalog, view));
        return true;
    }

    private static boolean skipTo(TokenCursor cursor, String word) {
        while (!cursor.atEnd()) {
            if (cursor.at(word)) {
                return true;
            }
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        return false;
    }

    private static List<Token> upTo(TokenCursor cursor, String... words) {
        int from = cursor.index();
        while (!cursor.atEnd() && !cursor.peek().isAny(words)) {
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        return cursor.between(from, cursor.index());
    }

    /** The condition as alternatives of conditions that all have to hold. */
    private static List<List<Condition>> alternatives(Condition condition) {
        if (condition instanceof Condition.Any any) {
            return any.parts().stream()
                    .flatMap(part -> alternatives(part).stream())
                    .toList();
        }
        if (condition instanceof Condition.All all) {
            List<List<Condition>> product = List.of(List.of());
            for (Condition part : all.parts()) {
                List<List<Condition>> next = new ArrayList<>();
                for (List<Condition> head : product) {
                    for (List<Condition> tail : alternatives(part)) {
                        List<Condition> joined = new ArrayList<>(head);
                        joined.addAll(tail);
                        next.add(joined);
                    }
                }
                product = next;
                if (product.size() > MOST_ALTERNATIVES) {
                    return product;
                }
            }
            return product;
        }
        if (condition instanceof Condition.Comparison comparison
                && comparison.operator().equals("in")) {
            return GuardReader.entries(comparison.right()).stream()
                    .map(entry -> List.<Condition>of(new Condition.Comparison(comparison.left(), "=", entry)))
                    .toList();
        }
        return List.of(List.of(condition));
    }

    /** What one alternative says of the row that is looked for. */
    private final class Row {
        private final SourceText source;
        private final List<Source> sources;
        private final Map<Source, Facts> facts = new LinkedHashMap<>();

        Row(SourceText source, List<Source> sources) {
            this.source = source;
            this.sources = sources;
            sources.forEach(each -> facts.put(each, new Facts()));
        }

        @Nullable
        Guard guard(List<Condition> conditions) {
            for (Condition condition : conditions) {
                if (!take(condition)) {
                    return null;
                }
            }
            return answer();
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
            return column(bare.tokens()) != null && fact(bare.tokens(), "=", List.of(word(negated ? "false" : "true")));
        }

        private boolean compared(List<Token> left, String operator, List<Token> right) {
            if (left.isEmpty() || right.isEmpty()) {
                return false;
            }
            if (column(left) != null) {
                return column(right) != null ? joins(operator) : fact(left, operator, right);
            }
            if (column(right) != null && operator.equals("=")) {
                return fact(right, operator, left);
            }
            boolean call = left.size() > 3 && Condition.enclosed(left.subList(1, left.size()));
            if (call && operator.equals("=")) {
                return functionOfColumn(left.get(0), left.subList(2, left.size() - 1), right);
            }
            String one = guards.constant(left);
            return one != null && operator.equals("=") && one.equals(guards.constant(right));
        }

        /** Conditions between catalog views say how they are joined: by their ids, which is what is assumed anyway. */
        private boolean joins(String operator) {
            return operator.equals("=") && sources.size() > 1;
        }

        private boolean functionOfColumn(Token function, List<Token> argument, List<Token> right) {
            Reference reference = column(argument);
            String value = guards.constant(right);
            if (reference == null || value == null) {
                return reference != null
                        && function.isAny("lower", "upper", "schema_name", "object_schema_name")
                        && (function.isAny("schema_name", "object_schema_name")
                                ? isDefaultSchema(right)
                                : fact(argument, "=", right));
            }
            Facts of = of(reference.source());
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
                    }
                    return reference.role() == Catalog.Role.PARENT || reference.role() == Catalog.Role.ID;
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
            Reference reference = column(left);
            if (reference == null) {
                return false;
            }
            Catalog.Role role = reference.role();
            if (role == Catalog.Role.ALWAYS_TRUE) {
                return true;
            }
            Facts of = of(reference.source());
            if (role == Catalog.Role.PROPERTY) {
                return property(of, reference.column(), writtenOperator, right);
            }
            String value = guards.constant(right);
            boolean plainLike = writtenOperator.equals("like") && value != null && !value.contains("%");
            if (!writtenOperator.equals("=") && !plainLike) {
                return false;
            }
            switch (role) {
                case NAME:
                    of.name = value;
                    return value != null;
                case SCHEMA:
                    return schema(of, right, value, false);
                case PARENT_SCHEMA:
                    return schema(of, right, value, true);
                case PARENT_NAME:
                    of.parentName = value;
                    return value != null;
                case ID:
                    of.id = id(right);
                    return of.id != null;
                case PARENT:
                    of.parent = id(right);
                    return of.parent != null;
                case KIND:
                    List<ObjectKind> kinds = value == null ? List.of() : Catalog.kindsOf(kindCode(reference, value));
                    of.kinds = kinds;
                    return !kinds.isEmpty();
                case IS_PRIMARY:
                    of.kinds = List.of(ObjectKind.PRIMARY_KEY);
                    return "1".equals(value);
                default:
                    return false;
            }
        }

        /** PostgreSQL's one-letter codes mean other things than those of SQL Server. */
        private String kindCode(Reference reference, String value) {
            if (reference.column().equals("contype")) {
                return switch (value) {
                    case "p" -> "PK";
                    case "u" -> "UQ";
                    case "f" -> "F";
                    case "c" -> "C";
                    case "x" -> "X";
                    default -> "?";
                };
            }
            if (reference.column().equals("relkind")) {
                return switch (value) {
                    case "r", "p", "f" -> "U";
                    case "v", "m" -> "V";
                    case "S" -> "SO";
                    case "i" -> "I";
                    default -> "?";
                };
            }
            return value;
        }

        private boolean schema(Facts of, List<Token> right, @Nullable String value, boolean ofParent) {
            QualifiedName id = value == null ? id(right) : null;
            String schema = value != null ? value : id != null ? id.name() : null;
            if (schema == null) {
                return isDefaultSchema(right);
            }
            if (ofParent) {
                of.parentSchema = schema;
            } else {
                of.schema = schema;
            }
            return true;
        }

        private boolean property(Facts of, String column, String operator, List<Token> right) {
            String property = Catalog.property(column);
            boolean isNull = operator.startsWith("is")
                    && right.size() == 1
                    && right.get(0).is("null");
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

        private boolean isDefaultSchema(List<Token> tokens) {
            Token first = tokens.get(0);
            boolean called =
                    tokens.size() == 1 || tokens.size() == 3 && tokens.get(1).is("(");
            return called
                    && first.isAny(
                            "database", "schema", "current_schema", "schema_name", "db_name", "current_database");
        }

        private @Nullable QualifiedName id(List<Token> tokens) {
            QualifiedName id = guards.idOf(tokens);
            if (id != null) {
                return id;
            }
            if (Condition.enclosed(tokens) && tokens.get(1).is("select")) {
                Guard inner = read(source, tokens.subList(1, tokens.size() - 1));
                return inner instanceof Guard.ObjectExists object ? object.name() : null;
            }
            return null;
        }

        private Facts of(Source each) {
            Facts known = facts.get(each);
            return known == null ? new Facts() : known;
        }

        /** A column of one of the catalog views, with or without its alias and a cast; null if it is something else. */
        private @Nullable Reference column(List<Token> tokens) {
            int size = tokens.size();
            if (size > 2
                    && tokens.get(size - 2).is("::")
                    && !tokens.get(size - 1).isAny("regclass", "regtype")) {
                return column(tokens.subList(0, size - 2));
            }
            if (size != 1
                    && !(size == 3 && tokens.get(1).is("."))
                    && !(size == 5 && tokens.get(3).is("."))) {
                return null;
            }
            for (int i = 0; i < size; i += 2) {
                if (!tokens.get(i).isName()) {
                    return null;
                }
            }
            String column = name(tokens.get(size - 1));
            String alias = size == 1 ? null : name(tokens.get(size - 3));
            for (Source each : sources) {
                if (alias == null || alias.equals(each.alias())) {
                    Catalog.Role role = each.catalog().columns().get(column);
                    if (role != null) {
                        return new Reference(each, column, role);
                    }
                }
            }
            return null;
        }

        private String name(Token token) {
            return language.simpleName(new TokenCursor(source, List.of(token))).toLowerCase(Locale.ROOT);
        }

        private @Nullable Guard answer() {
            Source main = main();
            if (main == null) {
                return null;
            }
            Facts own = of(main);
            boolean enumLabel = main.view().endsWith("pg_enum");
            for (Source other : sources) {
                if (other != main && !merge(main, own, other, of(other))) {
                    return null;
                }
            }
            return main.catalog().member()
                    ? enumLabel ? label(own) : member(main.catalog(), own)
                    : object(main.catalog(), own);
        }

        /** The most special of the views: what the others have belongs to its rows. */
        private @Nullable Source main() {
            Source found = null;
            for (Source each : sources) {
                if (each.catalog().member()
                        && (found == null || !found.catalog().member())) {
                    found = each;
                } else if (!each.catalog().member()
                        && (found == null || isSchema(found) && !found.catalog().member())) {
                    found = each;
                }
            }
            return found;
        }

        private boolean isSchema(Source each) {
            return each.catalog().kinds().equals(List.of(ObjectKind.SCHEMA));
        }

        private boolean merge(Source main, Facts own, Source other, Facts others) {
            if (isSchema(other)) {
                if (main.catalog().member()) {
                    own.parentSchema = others.name;
                } else {
                    own.schema = others.name;
                }
                return others.properties.isEmpty();
            }
            boolean standard = main.view().startsWith("information_schema.")
                    && other.view().startsWith("information_schema.")
                    && main.catalog().member()
                    && other.catalog().member()
                    && !main.catalog().kinds().contains(ObjectKind.COLUMN)
                    && !other.catalog().kinds().contains(ObjectKind.COLUMN);
            if (standard) {
                own.mergeSameRow(others);
                return true;
            }
            if (main.catalog().kinds().equals(List.of(ObjectKind.COLUMN))
                    && other.view().equals("sys.types")) {
                return others.name != null && own.property("type", "=", others.name.toLowerCase(Locale.ROOT));
            }
            boolean defaultOfColumn = main.view().equals("sys.default_constraints")
                    && other.view().equals("sys.columns")
                    && own.name == null;
            if (defaultOfColumn) {
                own.column = others.name;
                own.parent = own.parent == null ? others.parent : own.parent;
                return others.properties.isEmpty();
            }
            if (!main.catalog().member() || other.catalog().member()) {
                return false;
            }
            if (own.parentName == null) {
                own.parentName = others.name;
            }
            if (others.schema != null) {
                own.parentSchema = others.schema;
            }
            if (own.parent == null) {
                own.parent = others.id;
            }
            return others.properties.isEmpty();
        }

        private @Nullable Guard label(Facts own) {
            QualifiedName type = own.owner();
            if (type == null) {
                return null;
            }
            return own.name == null
                    ? new Guard.ObjectExists(List.of(ObjectKind.TYPE), type)
                    : new Guard.LabelExists(type, own.name);
        }

        private @Nullable Guard member(Catalog catalog, Facts own) {
            List<ObjectKind> kinds = own.kinds.isEmpty() ? catalog.kinds() : own.kinds;
            QualifiedName table = own.owner();
            String id = own.id == null ? null : own.id.name();
            String name = own.name != null ? own.name : id;
            if (own.column != null) {
                return table == null ? null : new Guard.ColumnProperty(table, own.column, "default", "=", "true");
            }
            if (kinds.isEmpty()) {
                return null;
            }
            if (name == null) {
                boolean any = table != null && own.properties.isEmpty() && kinds.size() == 1;
                return any ? new Guard.HasAny(kinds.get(0), table) : null;
            }
            Guard there = new Guard.MemberExists(kinds, table, name);
            if (own.properties.isEmpty()) {
                return there;
            }
            if (table == null || !kinds.contains(ObjectKind.COLUMN)) {
                return null;
            }
            List<Guard> all = new ArrayList<>(List.of(there));
            for (Property property : own.properties) {
                all.add(new Guard.ColumnProperty(table, name, property.name(), property.operator(), property.value()));
            }
            return new Guard.And(all);
        }

        private @Nullable Guard object(Catalog catalog, Facts own) {
            List<ObjectKind> kinds = own.kinds.isEmpty() ? catalog.kinds() : own.kinds;
            QualifiedName name = own.name != null
                    ? new QualifiedName(own.schema, own.name)
                    : own.id == null || own.schema == null ? own.id : own.id.withSchema(own.schema);
            if (name == null || !own.properties.isEmpty()) {
                return null;
            }
            QualifiedName parent = own.parent;
            if (parent != null && kinds.isEmpty()) {
                return new Guard.MemberExists(
                        List.of(
                                ObjectKind.PRIMARY_KEY,
                                ObjectKind.UNIQUE,
                                ObjectKind.FOREIGN_KEY,
                                ObjectKind.CHECK,
                                ObjectKind.TRIGGER,
                                ObjectKind.OTHER),
                        parent,
                        name.name());
            }
            return GuardReader.named(kinds, parent, name);
        }
    }

    private record Reference(Source source, String column, Catalog.Role role) {}

    private record Property(String name, String operator, String value) {}

    /** What is known of one view's row. */
    private static final class Facts {
        private @Nullable String name;
        private @Nullable String schema;
        private @Nullable QualifiedName id;
        private @Nullable QualifiedName parent;
        private @Nullable String parentName;
        private @Nullable String parentSchema;
        /** Of the column that a default belongs to. */
        private @Nullable String column;

        private List<ObjectKind> kinds = List.of();
        private final List<Property> properties = new ArrayList<>();

        boolean property(String property, String operator, String value) {
            properties.add(new Property(property, operator, value));
            return true;
        }

        @Nullable
        QualifiedName owner() {
            if (parent != null) {
                return parentSchema != null && parent.schema() == null ? parent.withSchema(parentSchema) : parent;
            }
            return parentName == null ? null : new QualifiedName(parentSchema, parentName);
        }

        void mergeSameRow(Facts other) {
            name = name == null ? other.name : name;
            parentName = parentName == null ? other.parentName : parentName;
            parentSchema = parentSchema == null ? other.parentSchema : parentSchema;
            kinds = kinds.isEmpty() ? other.kinds : kinds;
        }
    }

    private static Token word(String text) {
        return new Token(TokenKind.WORD, text, 0, text.length());
    }
}
