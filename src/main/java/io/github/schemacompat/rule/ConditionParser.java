package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.rule.Condition.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the normal form of a condition; what it can't read becomes {@link Condition.Opaque}. */
final class ConditionParser {
    private static final Pattern TOKEN = pattern("\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`");
    private static final Pattern TOKEN_WITH_BRACKETS = pattern("\"(?:[^\"]|\"\")*\"|\\[(?:[^\\]]|\\]\\])*\\]");

    private static final Map<String, String> MIRRORED =
            Map.of("=", "=", "<>", "<>", "<", ">", "<=", ">=", ">", "<", ">=", "<=");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private final Dialect dialect;
    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int index;

    ConditionParser(String text, Dialect dialect) {
        this.dialect = dialect;
        this.text = text.strip();
        Pattern token = dialect.lexicalRules().bracketIdentifiers() ? TOKEN_WITH_BRACKETS : TOKEN;
        Matcher matcher = token.matcher(this.text);
        while (matcher.lookingAt()) {
            tokens.add(matcher.group().strip());
            matcher.region(matcher.end(), this.text.length());
        }
    }

    private static Pattern pattern(String quoted) {
        return Pattern.compile("\\s*(?:(?<string>(?:[NnEeBb]|_[a-z0-9]+)?'(?:[^']|'')*')"
                + "|(?<number>\\d+(?:\\.\\d+)?|\\.\\d+)"
                + "|(?<word>[\\p{L}_@#][\\p{L}\\p{N}_@#$]*)"
                + "|(?<quoted>" + quoted + ")"
                + "|(?<symbol><>|!=|<=|>=|::|\\|\\||->>|->|.))");
    }

    Condition parse() {
        try {
            Condition condition = or();
            return index == tokens.size() ? condition : new Condition.Opaque(text);
        } catch (NotReadable notReadable) {
            return new Condition.Opaque(text);
        }
    }

    /** The literal that the text is, casts and brackets aside; a text that is none stays as it is. */
    String literal() {
        try {
            Operand operand = operand();
            return operand.kind() == Operand.Kind.LITERAL ? operand.text() : text;
        } catch (NotReadable notReadable) {
            return text;
        }
    }

    /** What stands here is none of the forms that are told apart. */
    private static final class NotReadable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private Condition or() throws NotReadable {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(and());
        } while (accept("or"));
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(List.copyOf(parts));
    }

    private Condition and() throws NotReadable {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(not());
        } while (accept("and"));
        return parts.size() == 1 ? parts.get(0) : new Condition.And(List.copyOf(parts));
    }

    private Condition not() throws NotReadable {
        return accept("not") ? new Condition.Not(not()) : predicate();
    }

    private Condition predicate() throws NotReadable {
        int start = index;
        try {
            return comparing();
        } catch (NotReadable itIsAnotherPredicate) {
            index = start;
            return another();
        }
    }

    /** A predicate of which no more is known than what it does with NULL. */
    private Condition another() throws NotReadable {
        int start = index;
        int depth = 0;
        while (!atEnd() && (depth > 0 || !at(")") && !at("and") && !at("or"))) {
            depth += nesting();
            index++;
        }
        if (index == start || depth != 0) {
            throw new NotReadable();
        }
        List<String> part = tokens.subList(start, index);
        Set<String> columns = strictIn(part);
        String words = String.join(" ", part);
        return columns.isEmpty() ? new Condition.Opaque(words) : new Condition.Strict(words, columns);
    }

    private Condition comparing() throws NotReadable {
        int start = index;
        try {
            return counting();
        } catch (NotReadable itIsAnotherPredicate) {
            index = start;
        }
        if (at("(")) {
            try {
                index++;
                Condition inner = or();
                if (accept(")") && (atEnd() || at(")") || at("and") || at("or"))) {
                    return inner;
                }
            } catch (NotReadable itIsAnOperand) {
                index = start;
            }
            index = start;
        }
        Operand left = operand();
        if (accept("is")) {
            boolean negated = accept("not");
            if (!accept("null")) {
                throw new NotReadable();
            }
            return new Condition.IsNull(left, negated);
        }
        boolean negated = accept("not");
        Condition condition = comparison(left);
        return negated ? new Condition.Not(condition) : condition;
    }

    /** The sum of conditions that count as numbers, compared with a number. */
    private Condition counting() throws NotReadable {
        List<Condition.Counting.Term> terms = sum();
        String operator = atEnd() ? "" : tokens.get(index++);
        if (!MIRRORED.containsKey(operator) && !operator.equals("!=")) {
            throw new NotReadable();
        }
        return new Condition.Counting(terms, operator.equals("!=") ? "<>" : operator, number());
    }

    private List<Condition.Counting.Term> sum() throws NotReadable {
        List<Condition.Counting.Term> terms = new ArrayList<>();
        do {
            terms.addAll(terms());
        } while (accept("+"));
        return List.copyOf(terms);
    }

    private List<Condition.Counting.Term> terms() throws NotReadable {
        if (accept("num_nonnulls")) {
            return list("(", ")").stream()
                    .map(operand -> new Condition.Counting.Term(new Condition.IsNull(operand, true), 1, 0))
                    .toList();
        }
        if (accept("case")) {
            return List.of(choice("when", "then", "else", "end"));
        }
        if (accept("iif") || accept("if")) {
            return List.of(choice("(", ",", ",", ")"));
        }
        int start = index;
        try {
            return List.of(truthAsNumber());
        } catch (NotReadable itIsASumInBrackets) {
            index = start;
        }
        expect("(");
        List<Condition.Counting.Term> terms = sum();
        expect(")");
        return terms;
    }

    private Condition.Counting.Term choice(String when, String then, String otherwise, String end) throws NotReadable {
        expect(when);
        Condition condition = or();
        expect(then);
        int first = number();
        expect(otherwise);
        int second = number();
        expect(end);
        return new Condition.Counting.Term(condition, first, second);
    }

    /** {@code (a is not null)::int}, or in MySQL without the cast; anything but a test for NULL could be NULL itself. */
    private Condition.Counting.Term truthAsNumber() throws NotReadable {
        expect("(");
        Condition condition = or();
        expect(")");
        if (!(condition instanceof Condition.IsNull) || accept("::") && !accept("int") && !accept("integer")) {
            throw new NotReadable();
        }
        return new Condition.Counting.Term(condition, 1, 0);
    }

    private int number() throws NotReadable {
        if (atEnd() || !NUMBER.matcher(tokens.get(index)).matches()) {
            throw new NotReadable();
        }
        return Integer.parseInt(tokens.get(index++));
    }

    private void expect(String token) throws NotReadable {
        if (!accept(token)) {
            throw new NotReadable();
        }
    }

    private Condition comparison(Operand left) throws NotReadable {
        if (accept("in")) {
            return new Condition.In(left, list("(", ")"));
        }
        if (accept("between")) {
            Operand low = operand();
            if (!accept("and")) {
                throw new NotReadable();
            }
            Operand high = operand();
            return new Condition.And(
                    List.of(new Condition.Comparison(left, ">=", low), new Condition.Comparison(left, "<=", high)));
        }
        if (atEnd()) {
            throw new NotReadable();
        }
        String operator = tokens.get(index).equals("!=") ? "<>" : tokens.get(index);
        String mirrored = MIRRORED.get(operator);
        if (mirrored == null) {
            throw new NotReadable();
        }
        index++;
        if (operator.equals("=") && accept("any")) {
            return anyOf(left);
        }
        Operand right = operand();
        return left.kind() == Operand.Kind.LITERAL && right.kind() != Operand.Kind.LITERAL
                ? new Condition.Comparison(right, mirrored, left)
                : new Condition.Comparison(left, operator, right);
    }

    /** PostgreSQL's own spelling of IN: {@code = ANY (ARRAY['a', 'b'])}. */
    private Condition anyOf(Operand left) throws NotReadable {
        int open = 0;
        while (accept("(")) {
            open++;
        }
        if (!accept("array")) {
            throw new NotReadable();
        }
        Condition in = new Condition.In(left, list("[", "]"));
        cast();
        for (int i = 0; i < open; i++) {
            if (!accept(")")) {
                throw new NotReadable();
            }
            cast();
        }
        return in;
    }

    private List<Operand> list(String open, String close) throws NotReadable {
        expect(open);
        List<Operand> items = new ArrayList<>();
        do {
            items.add(operand());
        } while (accept(","));
        expect(close);
        return List.copyOf(items);
    }

    /** A column, a literal, or anything up to the next operator of a condition. */
    private Operand operand() throws NotReadable {
        int start = index;
        int depth = 0;
        while (!atEnd()) {
            if (depth == 0 && endsOperand()) {
                break;
            }
            depth += nesting();
            index++;
        }
        if (index == start || depth != 0) {
            throw new NotReadable();
        }
        return operand(tokens.subList(start, index));
    }

    /** How much deeper the token leads: an AND between CASE and END belongs to what stands there. */
    private int nesting() {
        boolean opens = at("(") || at("[") || at("case");
        boolean closes = at(")") || at("]") || at("end");
        return opens ? 1 : closes ? -1 : 0;
    }

    private boolean endsOperand() {
        String token = tokens.get(index).toLowerCase(Locale.ROOT);
        return switch (token) {
            case ")",
                    "]",
                    ",",
                    "and",
                    "or",
                    "not",
                    "is",
                    "in",
                    "between",
                    "like",
                    "ilike",
                    "=",
                    "<>",
                    "!=",
                    "<",
                    "<=",
                    ">",
                    ">=" -> true;
            default -> false;
        };
    }

    private Operand operand(List<String> part) {
        List<String> bare = withoutCast(part);
        while (bare.size() > 2
                && bare.get(0).equals("(")
                && bare.get(bare.size() - 1).equals(")")) {
            bare = withoutCast(bare.subList(1, bare.size() - 1));
        }
        if (bare.size() == 2
                && bare.get(0).equals("-")
                && Character.isDigit(bare.get(1).charAt(0))) {
            return new Operand("-" + bare.get(1), Operand.Kind.LITERAL);
        }
        if (bare.size() != 1) {
            return new Operand(String.join(" ", bare), Operand.Kind.OTHER, strictIn(part));
        }
        String token = bare.get(0);
        if (token.endsWith("'")) {
            return new Operand(token.substring(token.indexOf('\'')), Operand.Kind.LITERAL);
        }
        if (Character.isDigit(token.charAt(0)) || token.startsWith(".")) {
            return new Operand(token, Operand.Kind.LITERAL);
        }
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "null" -> new Operand("null", Operand.Kind.NULL);
            case "true", "false" -> new Operand(token.toLowerCase(Locale.ROOT), Operand.Kind.LITERAL);
            default -> new Operand(columnKey(token), Operand.Kind.COLUMN);
        };
    }

    /** The keys of the columns without which it is NULL. */
    private Set<String> strictIn(List<String> part) {
        return StrictExpression.columns(part, dialect).stream()
                .map(this::columnKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private String columnKey(String token) {
        char first = token.charAt(0);
        boolean quoted = first == '"' || first == '[' || first == '`';
        String name = quoted ? token.substring(1, token.length() - 1) : token;
        return dialect.key(dialect.catalogName(name, quoted));
    }

    private static List<String> withoutCast(List<String> part) {
        int cast = part.lastIndexOf("::");
        boolean inside = cast >= 0
                && part.subList(cast, part.size()).contains(")")
                && !part.subList(cast, part.size()).contains("(");
        return cast > 0 && !inside ? part.subList(0, cast) : part;
    }

    private void cast() {
        while (accept("::")) {
            while (!atEnd() && !at(")") && !at("and") && !at("or")) {
                index++;
            }
        }
    }

    private boolean atEnd() {
        return index >= tokens.size();
    }

    private boolean at(String token) {
        return !atEnd() && tokens.get(index).equalsIgnoreCase(token);
    }

    private boolean accept(String token) {
        if (!at(token)) {
            return false;
        }
        index++;
        return true;
    }
}
