package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the condition of an IF: what it asks of the schema, as data. What it can't tell is {@link Guard.Unknown}. */
final class GuardReader {
    static final List<ObjectKind> CONSTRAINTS = List.of(
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.CHECK,
            ObjectKind.EXCLUSION,
            ObjectKind.OTHER);
    static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");
    private final Language language;
    private final CatalogQueryReader queries;
    private final PropertyFunctions properties;

    GuardReader(Language language) {
        this.language = language;
        this.queries = new CatalogQueryReader(language, this);
        this.properties = new PropertyFunctions(this);
    }

    Guard read(Span condition) {
        return read(condition.source(), language.cursor(condition).rest());
    }

    Guard read(SourceText source, List<Token> tokens) {
        return guard(source, Condition.of(tokens));
    }

    private Guard guard(SourceText source, Condition condition) {
        if (condition instanceof Condition.All all) {
            return new Guard.And(
                    all.parts().stream().map(part -> guard(source, part)).toList());
        }
        if (condition instanceof Condition.Any any) {
            return new Guard.Or(
                    any.parts().stream().map(part -> guard(source, part)).toList());
        }
        if (condition instanceof Condition.Negation negation) {
            return not(guard(source, negation.part()));
        }
        if (condition instanceof Condition.Comparison comparison) {
            Guard guard = comparison(source, comparison);
            return guard != null ? guard : unknown(source, comparison.all());
        }
        List<Token> tokens = ((Condition.Bare) condition).tokens();
        Guard guard = bare(source, tokens);
        return guard != null ? guard : unknown(source, tokens);
    }

    private static Guard unknown(SourceText source, List<Token> tokens) {
        return new Guard.Unknown(Language.shown(tokens), new Fragment(source, tokens));
    }

    static Guard not(Guard guard) {
        return guard instanceof Guard.Not negation ? negation.guard() : new Guard.Not(guard);
    }

    /** Whether the query finds anything. */
    Guard exists(SourceText source, List<Token> select) {
        Guard guard = queries.read(source, select);
        if (guard != null) {
            return guard;
        }
        List<Token> exists = new ArrayList<>(List.of(word("exists"), symbol("(")));
        exists.addAll(select);
        exists.add(symbol(")"));
        return new Guard.Unknown("EXISTS (" + Language.shown(select) + ")", new Fragment(source, exists));
    }

    /** What the query looks for, and its output in terms of what is found; null if that can't be told. */
    CatalogQueryReader.@Nullable Found search(SourceText source, List<Token> select, List<Token> output) {
        return queries.search(source, select, output);
    }

    /** A count, of which only 0 and not 0 are told apart, compared with a number. */
    Guard counted(Guard exists, String operator, List<Token> right) {
        String number = right.size() == 1 ? right.get(0).text() : "";
        boolean found;
        switch (operator + number) {
            case ">0", "<>0", ">=1", "=1":
                found = true;
                break;
            case "=0", "<1", "<=0", "<>1":
                found = false;
                break;
            default:
                return new Guard.Unknown("COUNT(*) " + operator + " " + Language.shown(right), null);
        }
        return found ? exists : not(exists);
    }

    private @Nullable Guard bare(SourceText source, List<Token> tokens) {
        if (tokens.size() > 2 && tokens.get(0).is("exists") && Condition.enclosed(tokens.subList(1, tokens.size()))) {
            return queries.read(source, tokens.subList(2, tokens.size() - 1));
        }
        if (tokens.size() == 1) {
            Token token = tokens.get(0);
            if (token.is("true") || token.text().equals("1")) {
                return new Guard.Constant(true);
            }
            if (token.is("false") || token.text().equals("0")) {
                return new Guard.Constant(false);
            }
            if (token.kind() == TokenKind.VARIABLE) {
                return new Guard.VariableIs(token.text(), "<>", "0");
            }
            if (token.kind() == TokenKind.WORD && !language.is(Grammar.SQL_SERVER)) {
                String variable = Language.lower(token);
                // FOUND is set by the statement before, whatever it was
                return variable.equals("found") ? null : new Guard.VariableIs(variable, "=", "true");
            }
        }
        // IF (SELECT COUNT(*) …) THEN, IF (SELECT EXISTS (…)) THEN
        if (!tokens.isEmpty() && tokens.get(0).is("select")) {
            List<Token> output = tokens.subList(1, tokens.size());
            if (!output.isEmpty() && output.get(0).is("exists")) {
                return bare(source, output);
            }
            return outputOf(tokens, "count") ? queries.read(source, tokens) : null;
        }
        return null;
    }

    private @Nullable Guard comparison(SourceText source, Condition.Comparison comparison) {
        List<Token> left = comparison.left();
        List<Token> right = comparison.right();
        String operator = comparison.operator();
        if (left.isEmpty() || right.isEmpty()) {
            return null;
        }
        Boolean told = texts(left, operator, right);
        if (told != null) {
            return new Guard.Constant(told);
        }
        Guard guard = asked(source, left, operator, right);
        boolean mirrored = guard == null && COMPARISONS.contains(operator) && right.size() > left.size();
        return mirrored ? asked(source, right, mirror(operator), left) : guard;
    }

    /** Whether a text is another one, or one of a list; null if they aren't all written out. */
    private @Nullable Boolean texts(List<Token> left, String operator, List<Token> right) {
        List<Token> inner = Condition.withoutParentheses(left);
        boolean list = operator.equals("in") || operator.equals("not in");
        boolean negated = operator.equals("<>") || operator.equals("not in");
        if (!isText(inner) || !list && !operator.equals("=") && !operator.equals("<>")) {
            return null;
        }
        List<List<Token>> others = list ? entries(right) : List.of(Condition.withoutParentheses(right));
        if (!others.stream().allMatch(GuardReader::isText)) {
            return null;
        }
        String text = constant(inner);
        return others.stream().map(this::constant).anyMatch(other -> isSameText(text, other)) != negated;
    }

    /** {@code 'text'}, {@code UPPER('text')}. */
    private static boolean isText(List<Token> tokens) {
        boolean cased = tokens.size() == 4 && tokens.get(0).isAny("upper", "lower");
        return (cased || tokens.size() == 1) && tokens.get(cased ? 2 : 0).kind() == TokenKind.STRING;
    }

    private boolean isSameText(@Nullable String text, @Nullable String other) {
        if (text == null || other == null) {
            return false;
        }
        boolean ignoresCase = language.is(Grammar.SQL_SERVER) || language.is(Grammar.MYSQL);
        return ignoresCase ? text.equalsIgnoreCase(other) : text.equals(other);
    }

    private static String mirror(String operator) {
        return operator.replace('<', '{').replace('>', '<').replace('{', '>').replace("><", "<>");
    }

    private @Nullable Guard asked(SourceText source, List<Token> left, String operator, List<Token> right) {
        if (left.isEmpty()) {
            return null;
        }
        if (Condition.enclosed(left)) {
            return asked(source, left.subList(1, left.size() - 1), operator, right);
        }
        boolean isNull =
                operator.startsWith("is") && right.size() == 1 && right.get(0).is("null");
        Token first = left.get(0);
        if (first.is("select")) {
            return outputOf(left, "count")
                    ? isNull ? null : counted(exists(source, left), operator, right)
                    : queries.value(source, left, operator, right);
        }
        boolean call =
                left.size() > 2 && first.kind() == TokenKind.WORD && Condition.enclosed(left.subList(1, left.size()));
        if (call) {
            List<List<Token>> arguments = Condition.split(left.subList(2, left.size() - 1), ",");
            return function(source, Language.lower(first), arguments, operator, right, isNull);
        }
        // 'public.t'::regclass, to_regclass('t')::text
        if (left.size() > 2 && left.get(left.size() - 2).is("::")) {
            return asked(source, left.subList(0, left.size() - 2), operator, right);
        }
        return variable(left, operator, right, isNull);
    }

    private @Nullable Guard variable(List<Token> left, String operator, List<Token> right, boolean isNull) {
        Token token = left.get(0);
        boolean variable = token.kind() == TokenKind.VARIABLE
                || token.kind() == TokenKind.WORD && !language.is(Grammar.SQL_SERVER);
        if (left.size() != 1 || token.text().startsWith("@@")) {
            return null;
        }
        String name = token.kind() == TokenKind.VARIABLE ? token.text() : Language.lower(token);
        if (token.kind() == TokenKind.NUMBER
                && right.size() == 1
                && right.get(0).kind() == TokenKind.NUMBER) {
            boolean equal = token.text().equals(right.get(0).text());
            return operator.equals("=")
                    ? new Guard.Constant(equal)
                    : operator.equals("<>") ? new Guard.Constant(!equal) : null;
        }
        if (!variable) {
            return null;
        }
        if (isNull) {
            return new Guard.VariableIs(name, operator.equals("is") ? "=" : "<>", null);
        }
        String value = constant(right);
        if (value == null || !COMPARISONS.contains(operator)) {
            return operator.startsWith("is") && right.get(0).isAny("true", "false") && right.size() == 1
                    ? new Guard.VariableIs(name, operator.equals("is") ? "=" : "<>", Language.lower(right.get(0)))
                    : null;
        }
        return new Guard.VariableIs(name, operator, value);
    }

    /** The value of a literal, or null if it isn't one. */
    @Nullable
    String constant(List<Token> tokens) {
        if (tokens.size() == 2 && tokens.get(0).is("-") && tokens.get(1).kind() == TokenKind.NUMBER) {
            return "-" + tokens.get(1).text();
        }
        if (tokens.size() > 2 && tokens.get(tokens.size() - 2).is("::")) {
            return constant(tokens.subList(0, tokens.size() - 2));
        }
        if (Condition.enclosed(tokens)) {
            return constant(tokens.subList(1, tokens.size() - 1));
        }
        boolean cased = tokens.size() == 4
                && tokens.get(0).isAny("upper", "lower")
                && tokens.get(1).is("(");
        if (cased) {
            String text = constant(tokens.subList(2, 3));
            boolean upper = tokens.get(0).is("upper");
            return text == null ? null : upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
        }
        if (tokens.size() != 1) {
            return null;
        }
        Token token = tokens.get(0);
        if (token.kind() == TokenKind.STRING) {
            return language.string(token);
        }
        if (token.kind() == TokenKind.NUMBER) {
            return token.text();
        }
        return token.isAny("true", "false") ? Language.lower(token) : null;
    }

    private @Nullable Guard function(
            SourceText source,
            String function,
            List<List<Token>> arguments,
            String operator,
            List<Token> right,
            boolean isNull) {
        switch (function) {
            case "object_id", "type_id", "schema_id", "to_regclass", "to_regtype", "to_regproc", "to_regnamespace":
                Guard object = objectNamed(function, arguments);
                if (object == null) {
                    return null;
                }
                if (isNull) {
                    return operator.equals("is") ? not(object) : object;
                }
                // > 0 and <> 0 are asked of ids, which are never 0
                return "0".equals(constant(right)) && (operator.equals(">") || operator.equals("<>")) ? object : null;
            case "col_length":
                return properties.columnLength(arguments, operator, right, isNull);
            case "columnproperty":
                return properties.columnProperty(arguments, operator, right, isNull);
            case "indexproperty":
                return properties.indexProperty(arguments, operator, right, isNull);
            case "objectproperty", "objectpropertyex":
                return properties.objectProperty(arguments, operator, right);
            case "isnull", "coalesce", "ifnull":
                // ISNULL(COL_LENGTH(…), 0) = 0
                if (arguments.size() == 2 && "0".equals(constant(arguments.get(1)))) {
                    Guard there = asked(source, arguments.get(0), "is not", List.of(word("null")));
                    return there == null ? null : counted(there, operator.equals(">=") ? "?" : operator, right);
                }
                return null;
            default:
                return null;
        }
    }

    private static Token symbol(String text) {
        return new Token(TokenKind.SYMBOL, text, 0, text.length());
    }

    private static Token word(String text) {
        return new Token(TokenKind.WORD, text, 0, text.length());
    }

    /** What {@code OBJECT_ID('name'[, 'type'])} and its like look up, or null. */
    @Nullable
    Guard objectNamed(String function, List<List<Token>> arguments) {
        String text = constant(arguments.get(0));
        List<String> parts = text == null ? List.of() : language.partsIn(text);
        if (parts.isEmpty()) {
            // what is no name, '[dbo].[t', names nothing
            return text != null && language.is(Grammar.SQL_SERVER) ? new Guard.Constant(false) : null;
        }
        QualifiedName name = language.qualified(parts);
        switch (function) {
            case "type_id", "to_regtype":
                return new Guard.ObjectExists(List.of(ObjectKind.TYPE), name);
            case "schema_id", "to_regnamespace":
                return new Guard.ObjectExists(List.of(ObjectKind.SCHEMA), QualifiedName.of(name.name()));
            case "to_regproc":
                return new Guard.ObjectExists(List.of(ObjectKind.ROUTINE), name);
            case "to_regclass":
                return new Guard.ObjectExists(
                        List.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.SEQUENCE, ObjectKind.INDEX), name);
            default:
                break;
        }
        if (arguments.size() == 1) {
            return name.name().startsWith("#")
                    ? new Guard.ObjectExists(List.of(ObjectKind.TABLE), name)
                    : new Guard.ObjectExists(List.of(), name);
        }
        String code = constant(arguments.get(1));
        List<ObjectKind> kinds = code == null ? List.of() : Catalog.kindsOf(code);
        if (kinds.isEmpty()) {
            return null;
        }
        return named(kinds, null, name);
    }

    /** Whether it is a member of a table other than a column. */
    static boolean isConstraintOrIndex(ObjectKind kind) {
        return CONSTRAINTS.contains(kind) || kind == ObjectKind.INDEX || kind == ObjectKind.TRIGGER;
    }

    /** An object of its own, or a constraint, index or trigger wherever it is. */
    static Guard named(List<ObjectKind> kinds, @Nullable QualifiedName table, QualifiedName name) {
        boolean member = !kinds.isEmpty()
                && kinds.stream()
                        .allMatch(kind -> CONSTRAINTS.contains(kind)
                                || kind == ObjectKind.INDEX
                                || kind == ObjectKind.TRIGGER
                                || kind == ObjectKind.COLUMN);
        return member ? new Guard.MemberExists(kinds, table, name.name()) : new Guard.ObjectExists(kinds, name);
    }

    /** The name that {@code OBJECT_ID('name')}, {@code 'name'::regclass} or {@code TYPE_ID('name')} gives, or null. */
    @Nullable
    QualifiedName idOf(List<Token> tokens) {
        List<Token> inner = tokens;
        while (Condition.enclosed(inner)) {
            inner = inner.subList(1, inner.size() - 1);
        }
        if (inner.size() > 2
                && inner.get(0).isAny("object_id", "type_id", "to_regclass", "to_regtype", "schema_id")
                && Condition.enclosed(inner.subList(1, inner.size()))) {
            return nameIn(
                    Condition.split(inner.subList(2, inner.size() - 1), ",").get(0));
        }
        if (inner.size() == 3 && inner.get(1).is("::") && inner.get(2).isAny("regclass", "regtype", "regnamespace")) {
            return nameIn(inner.subList(0, 1));
        }
        return null;
    }

    @Nullable
    QualifiedName nameIn(List<Token> literal) {
        String text = constant(literal);
        List<String> parts = text == null ? List.of() : language.partsIn(text);
        return parts.isEmpty() ? null : language.qualified(parts);
    }

    static String yesOrNo(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "yes", "t", "true", "always" -> "true";
            case "0", "no", "f", "false", "never" -> "false";
            default -> value.toLowerCase(Locale.ROOT);
        };
    }

    /** Whether the query's only output is a call of that function. */
    static boolean outputOf(List<Token> select, String function) {
        if (select.size() < 4 || !select.get(1).is(function) || !select.get(2).is("(")) {
            return false;
        }
        int depth = 0;
        for (int i = 2; i < select.size(); i++) {
            depth += select.get(i).is("(") ? 1 : select.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i + 1 < select.size() && select.get(i + 1).isAny("from", "as", "into");
            }
        }
        return false;
    }

    /** The tokens of a list in parentheses, one stretch per entry. */
    static List<List<Token>> entries(List<Token> parentheses) {
        return Condition.enclosed(parentheses)
                ? new ArrayList<>(Condition.split(parentheses.subList(1, parentheses.size() - 1), ","))
                : List.of(parentheses);
    }
}
