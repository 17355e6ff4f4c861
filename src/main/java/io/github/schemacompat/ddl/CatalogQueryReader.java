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

    /** What a query looks for among the members of tables, and an output of it in terms of what is found. */
    record Found(CatalogSearch search, List<Token> output) {}

    /** Null if what the query finds is not determined by a table and a description. */
    @Nullable
    Found search(SourceText source, List<Token> select, List<Token> output) {
        try {
            Question question = question(source, select, null);
            Set<CatalogSearch.Wanted> wanted = new LinkedHashSet<>();
            List<Token> told = null;
            for (List<Condition> alternative :
                    question == null ? List.<List<Condition>>of() : question.alternatives()) {
                Row row = new Row(source, question.sources());
                CatalogSearch.Wanted one = row.wanted(alternative, output);
                if (one == null) {
                    return null;
                }
                wanted.add(one);
                told = row.told(output);
            }
            return told == null ? null : new Found(new CatalogSearch(List.copyOf(wanted)), told);
        } catch (Expected noQuery) {
            return null;
        }
    }

    private record Question(List<Source> sources, List<List<Condition>> alternatives) {}

    private @Nullable Guard answer(SourceText source, List<Token> select, Condition.@Nullable Comparison more) {
        Question question = question(source, select, more);
        if (question == null) {
            return null;
        }
        Set<Guard> found = new LinkedHashSet<>();
        for (List<Condition> alternative : question.alternatives()) {
            Guard guard = new Row(source, question.sources()).guard(alternative);
            if (guard == null) {
                return null;
            }
            found.add(guard);
        }
        return found.size() == 1 ? found.iterator().next() : new Guard.Or(List.copyOf(found));
    }

    private @Nullable Question question(SourceText source, List<Token> select, Condition.@Nullable Comparison more) {
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
        return new Question(sources, alternatives);
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
        private final List<Link> links = new ArrayList<>();

        Row(SourceText source, List<Source> sources) {
            this.source = source;
            this.sources = sources;
            sources.forEach(each -> facts.put(each, new Facts(unsaid())));
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
            if (columnOrPart(left) != null) {
                return columnOrPart(right) != null ? joins(operator, left, right) : fact(left, operator, right);
            }
            if (column(right) != null && operator.equals("=")) {
                return fact(right, operator, left);
            }
            boolean call = left.size() > 3 && Condition.enclosed(left.subList(1, left.size()));
            if (call && left.get(0).is("pg_get_constraintdef")) {
                Reference of = column(left.subList(2, left.size() - 1));
                return of != null && filter(of(of.source()), true, operator, right);
            }
            if (call && left.get(0).is("array_length") && operator.equals("=") && "1".equals(guards.constant(right))) {
                Reference of = column(
                        Condition.split(left.subList(2, left.size() - 1), ",").get(0));
                boolean keys = of != null && of.role() == Catalog.Role.COLUMN_IDS;
                if (of != null && keys) {
                    of(of.source()).only = true;
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
            Reference one = columnOrPart(left);
            Reference other = columnOrPart(right);
            if (one == null || other == null || !operator.equals("=") || sources.size() < 2) {
                return false;
            }
            links.add(new Link(one, other));
            return true;
        }

        /** Also {@code ANY (conkey)} and {@code conkey[1]}. */
        private @Nullable Reference columnOrPart(List<Token> tokens) {
            int size = tokens.size();
            if (size > 3 && tokens.get(0).is("any") && Condition.enclosed(tokens.subList(1, size))) {
                return column(tokens.subList(2, size - 1));
            }
            boolean element = size > 3
                    && tokens.get(size - 1).is("]")
                    && tokens.get(size - 3).is("[");
            return element ? column(tokens.subList(0, size - 3)) : column(tokens);
        }

        private boolean filter(Facts of, boolean definition, String operator, List<Token> right) {
            String value = guards.constant(right);
            String plain = operator.replace("ilike", "like");
            if (value == null || !Set.of("=", "<>", "like", "not like").contains(plain)) {
                return false;
            }
            of.filters.add(new CatalogSearch.Filter(definition, plain, value));
            return true;
        }

        /** The column that {@code (SELECT column_id FROM sys.columns WHERE …)} and its like look up. */
        private boolean lookedUpColumn(Facts of, List<Token> right) {
            List<Token> tokens = right;
            while (Condition.enclosed(tokens)) {
                tokens = tokens.subList(1, tokens.size() - 1);
            }
            if (tokens.size() > 2 && tokens.get(0).is("array") && tokens.get(1).is("[")) {
                of.only = true;
                return lookedUpColumn(of, tokens.subList(2, tokens.size() - 1));
            }
            if (!tokens.isEmpty() && tokens.get(0).is("select")) {
                Guard inner = read(source, tokens);
                return inner instanceof Guard.MemberExists column
                        && column.kinds().equals(List.of(ObjectKind.COLUMN))
                        && ofColumn(of, column.table(), column.member());
            }
            boolean property = tokens.size() > 3
                    && tokens.get(0).is("columnproperty")
                    && Condition.enclosed(tokens.subList(1, tokens.size()));
            if (!property) {
                return false;
            }
            List<List<Token>> arguments = Condition.split(tokens.subList(2, tokens.size() - 1), ",");
            String name = arguments.size() == 3 ? guards.constant(arguments.get(1)) : null;
            return name != null && ofColumn(of, guards.idOf(arguments.get(0)), name);
        }

        private boolean ofColumn(Facts of, @Nullable QualifiedName table, String name) {
            if (of.owner() == null) {
                of.parent = table;
            }
            return of.columns.add(name);
        }

        private boolean functionOfColumn(Token function, List<Token> argument, List<Token> right) {
            List<List<Token>> arguments = Condition.split(argument, ",");
            Reference reference = column(arguments.get(0));
            String value = guards.constant(right);
            if (function.is("col_name") && arguments.size() == 2 && reference != null && value != null) {
                Reference number = column(arguments.get(1));
                boolean own = number != null && number.role() == Catalog.Role.PARENT_COLUMN;
                boolean target = number != null && number.role() == Catalog.Role.REFERENCED_COLUMN;
                Facts of = of(reference.source());
                if (target) {
                    of.referencedColumn = value;
                }
                return target || own && of.columns.add(value);
            }
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
                    return schema(of, right, value, false);
                case PARENT_SCHEMA:
                    return schema(of, right, value, true);
                case PARENT_NAME:
                    of.parentName = value;
                    return value != null;
                case ID:
                    of.id = id(right);
                    return of.id != null || defaultOf(of, right);
                case PARENT_COLUMN, COLUMN_IDS:
                    return lookedUpColumn(of, right);
                case COLUMN_NAME:
                    return value != null && of.columns.add(value);
                case REFERENCED:
                    of.references = id(right);
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
                    of.kinds =
                            yes(value) ? List.of(ObjectKind.UNIQUE) : List.of(ObjectKind.INDEX, ObjectKind.PRIMARY_KEY);
                    return value != null;
                case PARENT:
                    of.parent = id(right);
                    return of.parent != null;
                case KIND:
                    List<ObjectKind> kinds = value == null ? List.of() : Catalog.kindsOf(kindCode(reference, value));
                    of.kinds = kinds;
                    return !kinds.isEmpty();
                case IS_PRIMARY:
                    of.kinds =
                            yes(value) ? List.of(ObjectKind.PRIMARY_KEY) : List.of(ObjectKind.INDEX, ObjectKind.UNIQUE);
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

        /** {@code (SELECT default_object_id FROM sys.columns WHERE …)} is the default of that column. */
        private boolean defaultOf(Facts of, List<Token> right) {
            boolean query = Condition.enclosed(right)
                    && right.get(1).is("select")
                    && right.stream().anyMatch(this::namesDefault);
            if (query && lookedUpColumn(of, right)) {
                of.kinds = List.of(ObjectKind.OTHER);
                return true;
            }
            return false;
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
            boolean letter = reference.column().equals("constraint_type")
                    || reference.column().equals("type") && language.is(Grammar.DB2);
            if (letter && value.strip().length() == 1) {
                return switch (value.strip().toUpperCase(Locale.ROOT)) {
                    case "P" -> "PK";
                    case "U" -> "UQ";
                    case "R", "F" -> "F";
                    case "C", "K" -> "C";
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
            boolean register =
                    tokens.size() == 2 && first.is("current") && tokens.get(1).is("schema")
                            || tokens.size() > 3
                                    && first.is("sys_context")
                                    && tokens.get(1).is("(");
            if (register) {
                return true;
            }
            boolean called =
                    tokens.size() == 1 || tokens.size() == 3 && tokens.get(1).is("(");
            return called
                    && first.isAny(
                            "database",
                            "schema",
                            "current_schema",
                            "schema_name",
                            "db_name",
                            "current_database",
                            "user");
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
            return known == null ? new Facts(unsaid()) : known;
        }

        /** Where OBJECT_ID finds what is in the default schema, a condition on a name finds it in any. */
        private @Nullable String unsaid() {
            return language.is(Grammar.SQL_SERVER) ? Guard.ANY_SCHEMA : null;
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
                    && !(size == 5 && tokens.get(1).is(".") && tokens.get(3).is("."))) {
                return null;
            }
            for (int i = 0; i < size; i += 2) {
                if (!tokens.get(i).isName() || tokens.get(i).is("null")) {
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

        private boolean namesDefault(Token token) {
            return token.kind() == TokenKind.QUOTED
                    ? holdsDefault(name(token))
                    : token.isAny("default_object_id", "cdefault");
        }

        private String name(Token token) {
            return language.simpleName(new TokenCursor(source, List.of(token))).toLowerCase(Locale.ROOT);
        }

        private @Nullable Guard answer() {
            if (facts.values().stream().anyMatch(Facts::describes)) {
                CatalogSearch.Wanted wanted = wanted();
                return wanted == null ? null : new Guard.Finds(new CatalogSearch(List.of(wanted)));
            }
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

        // ---- what is looked for

        CatalogSearch.@Nullable Wanted wanted(List<Condition> conditions, List<Token> output) {
            for (Condition condition : conditions) {
                if (!take(condition)) {
                    return null;
                }
            }
            boolean member = sources.stream().anyMatch(each -> isMember(each));
            return member ? wanted() : defaultIn(output);
        }

        /** {@code SELECT OBJECT_NAME(default_object_id) FROM sys.columns WHERE …}. */
        private CatalogSearch.@Nullable Wanted defaultIn(List<Token> output) {
            Source main = main();
            Facts own = main == null ? new Facts(unsaid()) : of(main);
            QualifiedName table = own.owner();
            boolean named = output.stream().anyMatch(this::namesDefault);
            return !named || table == null || own.name == null || sources.size() > 1 || !own.properties.isEmpty()
                    ? null
                    : wanted(List.of(ObjectKind.OTHER), table, List.of(own.name), new Facts(unsaid()));
        }

        private static CatalogSearch.Wanted wanted(
                List<ObjectKind> kinds, QualifiedName table, List<String> columns, Facts own) {
            List<CatalogSearch.Filter> filters = new ArrayList<>(own.filters);
            if (own.name != null) {
                filters.add(new CatalogSearch.Filter(false, "=", own.name));
            } else if (own.id != null) {
                filters.add(new CatalogSearch.Filter(false, "=", own.id.name()));
            }
            return new CatalogSearch.Wanted(
                    kinds, table, columns, own.only, own.references, own.referencedColumn, filters);
        }

        /** Whether its rows are members of tables other than columns. */
        private boolean isMember(Source each) {
            List<ObjectKind> kinds = of(each).kinds.isEmpty() ? each.catalog().kinds() : of(each).kinds;
            return !kinds.isEmpty() && kinds.stream().allMatch(GuardReader::isConstraintOrIndex);
        }

        private CatalogSearch.@Nullable Wanted wanted() {
            Source main = null;
            for (Source each : sources) {
                if (isMember(each) && (main == null || rank(each) < rank(main))) {
                    main = each;
                }
            }
            if (main == null) {
                return null;
            }
            Facts own = of(main);
            for (Source other : sources) {
                if (other != main && !describe(own, other, of(other))) {
                    return null;
                }
            }
            QualifiedName table = own.owner();
            if (table == null || !own.properties.isEmpty() || own.only && own.columns.isEmpty()) {
                return null;
            }
            List<ObjectKind> kinds =
                    new ArrayList<>(own.kinds.isEmpty() ? main.catalog().kinds() : own.kinds);
            if (saysWhatIsReferenced(main)) {
                kinds.remove(ObjectKind.FOREIGN_KEY);
            }
            return wanted(kinds, table, List.copyOf(own.columns), own);
        }

        /** A view that names its rows tells more than one that only joins. */
        private int rank(Source each) {
            boolean named = each.catalog().columns().containsValue(Catalog.Role.NAME);
            return (named ? 0 : 2) + (each.view().endsWith("constraint_column_usage") ? 1 : 0);
        }

        /** PostgreSQL lists the columns that a foreign key points to there. */
        private boolean saysWhatIsReferenced(Source each) {
            return language.is(Grammar.POSTGRESQL) && each.view().endsWith("constraint_column_usage");
        }

        private boolean describe(Facts own, Source other, Facts others) {
            if (!others.properties.isEmpty()) {
                return false;
            }
            if (isSchema(other)) {
                own.parentSchema = own.parentSchema == null ? others.name : own.parentSchema;
                return true;
            }
            if (other.catalog().kinds().equals(List.of(ObjectKind.COLUMN))) {
                return describeColumn(own, other, others);
            }
            if (isMember(other) || other.catalog().member()) {
                return describeSameRow(own, other, others);
            }
            QualifiedName table = others.name == null
                    ? others.id
                    : new QualifiedName(others.schema == null ? unsaid() : others.schema, others.name);
            if (linked(other, Catalog.Role.REFERENCED)) {
                own.references = table == null ? own.references : table;
            } else if (own.owner() == null && table != null) {
                own.parent = table;
            } else if (others.schema != null && own.parentSchema == null) {
                own.parentSchema = others.schema;
            }
            return true;
        }

        private boolean describeColumn(Facts own, Source other, Facts others) {
            boolean target = linked(other, Catalog.Role.REFERENCED_COLUMN);
            boolean column = linked(other, Catalog.Role.PARENT_COLUMN)
                    || linked(other, Catalog.Role.COLUMN_IDS)
                    || links.stream().anyMatch(link -> link.joinsDefault(other));
            if (target) {
                own.referencedColumn = others.name;
                own.references = own.references == null ? others.owner() : own.references;
                return true;
            }
            if (own.owner() == null) {
                own.parent = others.owner();
            }
            return others.name == null || column && own.columns.add(others.name);
        }

        private boolean describeSameRow(Facts own, Source other, Facts others) {
            boolean target = saysWhatIsReferenced(other) && own.kinds.equals(List.of(ObjectKind.FOREIGN_KEY));
            own.filters.addAll(others.filters);
            own.name = own.name == null ? others.name : own.name;
            own.id = own.id == null ? others.id : own.id;
            own.kinds = own.kinds.isEmpty() ? others.kinds : own.kinds;
            if (target) {
                own.references = others.owner();
                own.referencedColumn = others.columns.isEmpty()
                        ? null
                        : others.columns.iterator().next();
                return others.columns.size() < 2;
            }
            own.columns.addAll(others.columns);
            own.only |= others.only;
            own.parent = own.owner() == null ? others.owner() : own.parent;
            own.references = own.references == null ? others.references : own.references;
            own.referencedColumn = own.referencedColumn == null ? others.referencedColumn : own.referencedColumn;
            return true;
        }

        private boolean linked(Source source, Catalog.Role role) {
            return links.stream().anyMatch(link -> link.joins(source, role));
        }

        /** An output in terms of what is found: variables stand for the name of the row, its table and its schema. */
        List<Token> told(List<Token> output) {
            List<Token> told = new ArrayList<>();
            int at = 0;
            while (at < output.size()) {
                int length = 0;
                String variable = null;
                for (int size = Math.min(8, output.size() - at); size > 0 && variable == null; size--) {
                    variable = variableFor(output.subList(at, at + size));
                    length = size;
                }
                Token first = output.get(at);
                if (variable == null) {
                    told.add(first);
                    at++;
                } else {
                    told.add(new Token(TokenKind.VARIABLE, variable, first.start(), first.end()));
                    at += length;
                }
            }
            return told;
        }

        private @Nullable String variableFor(List<Token> tokens) {
            boolean call = tokens.size() > 3 && Condition.enclosed(tokens.subList(1, tokens.size()));
            if (call) {
                Reference of = column(tokens.subList(2, tokens.size() - 1));
                return of == null ? null : functionFor(Language.lower(tokens.get(0)), of);
            }
            int size = tokens.size();
            if (size > 2
                    && tokens.get(size - 2).is("::")
                    && tokens.get(size - 1).is("regclass")) {
                Reference of = column(tokens.subList(0, size - 2));
                return of != null && of.role() == Catalog.Role.PARENT ? TextExpression.PerRow.TABLE : null;
            }
            Reference of = size == 1 || size == 3 || size == 5 ? column(tokens) : null;
            if (of == null) {
                return null;
            }
            switch (of.role()) {
                case NAME:
                    if (of.source().catalog().kinds().equals(List.of(ObjectKind.COLUMN))) {
                        return null;
                    }
                    if (isSchema(of.source())) {
                        return TextExpression.PerRow.SCHEMA;
                    }
                    boolean found = isMember(of.source());
                    return found
                            ? TextExpression.PerRow.NAME
                            : linked(of.source(), Catalog.Role.REFERENCED) ? null : TextExpression.PerRow.TABLE;
                case PARENT_NAME:
                    return TextExpression.PerRow.TABLE;
                case PARENT_SCHEMA:
                    return TextExpression.PerRow.SCHEMA;
                default:
                    return null;
            }
        }

        private @Nullable String functionFor(String function, Reference of) {
            boolean isDefault = holdsDefault(of.column());
            return switch (function) {
                case "object_name" ->
                    of.role() == Catalog.Role.PARENT
                            ? TextExpression.PerRow.TABLE
                            : of.role() == Catalog.Role.ID || isDefault ? TextExpression.PerRow.NAME : null;
                case "object_schema_name" -> of.role() == Catalog.Role.PARENT ? TextExpression.PerRow.SCHEMA : null;
                case "schema_name" -> of.role() == Catalog.Role.SCHEMA ? TextExpression.PerRow.SCHEMA : null;
                default -> null;
            };
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
                    ? new QualifiedName(own.schema == null ? unsaid() : own.schema, own.name)
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

    /** Two columns that a condition says to be equal. */
    private record Link(Reference one, Reference other) {
        boolean joins(Source source, Catalog.Role role) {
            return one.source() == source && other.source() != source && other.role() == role
                    || other.source() == source && one.source() != source && one.role() == role;
        }

        /** A column and its default. */
        boolean joinsDefault(Source columns) {
            return isDefault(columns, one, other) || isDefault(columns, other, one);
        }

        private static boolean isDefault(Source columns, Reference column, Reference constraint) {
            return column.source() == columns && holdsDefault(column.column()) && constraint.role() == Catalog.Role.ID;
        }
    }

    /** Whether a column of a catalog view holds the default of a table's column. */
    private static boolean holdsDefault(String column) {
        return column.equals("default_object_id") || column.equals("cdefault");
    }

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

        /** All of these are among the columns of what is looked for. */
        private final Set<String> columns = new LinkedHashSet<>();

        private boolean only;
        private @Nullable QualifiedName references;
        private @Nullable String referencedColumn;
        private final List<CatalogSearch.Filter> filters = new ArrayList<>();
        private List<ObjectKind> kinds = List.of();
        private final List<Property> properties = new ArrayList<>();
        /** The schema of what is only named. */
        private final @Nullable String unsaid;

        Facts(@Nullable String unsaid) {
            this.unsaid = unsaid;
        }

        boolean property(String property, String operator, String value) {
            properties.add(new Property(property, operator, value));
            return true;
        }

        /** Whether more is asked than the name and the table. */
        boolean describes() {
            return !columns.isEmpty() || !filters.isEmpty() || only || references != null || referencedColumn != null;
        }

        @Nullable
        QualifiedName owner() {
            if (parent != null) {
                return parentSchema != null && parent.schema() == null ? parent.withSchema(parentSchema) : parent;
            }
            return parentName == null
                    ? null
                    : new QualifiedName(parentSchema == null ? unsaid : parentSchema, parentName);
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
