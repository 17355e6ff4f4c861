package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a check or a filter, as far as it can be told without a database. A check lets a row pass unless its
 * condition is FALSE; a filter takes a row only if it is TRUE.
 */
sealed interface Condition {
    /** So many columns are tried with and without a value. */
    int MOST_COLUMNS = 8;

    Pattern LENGTH_OF_A_COLUMN = Pattern.compile("(?i)(?:char_|character_)?length \\( \\S+ \\)");

    /** A literal that has as many bytes as characters, in every engine. */
    Pattern PLAIN_TEXT = Pattern.compile("'(?:[\\x20-\\x7e&&[^'\\\\]]|'')*'");

    /** What a condition can come to. */
    enum Truth {
        TRUE,
        FALSE,
        UNKNOWN
    }

    /**
     * A value, or what is known of it.
     *
     * @param literal the literal's text with its quotes; null if it is NULL or can be anything
     * @param isNull whether it is NULL
     */
    record Value(@Nullable String literal, boolean isNull) {
        static final Value NULL = new Value(null, true);
        static final Value ANY = new Value(null, false);
        /** Anything but NULL. */
        static final Value SOME = new Value("", false);

        static Value of(String literal) {
            return new Value(literal, false);
        }
    }

    record And(List<Condition> parts) implements Condition {}

    record Or(List<Condition> parts) implements Condition {}

    record Not(Condition part) implements Condition {}

    record IsNull(Operand operand, boolean negated) implements Condition {}

    /** @param operator {@code =}, {@code <>}, {@code <}, {@code <=}, {@code >} or {@code >=} */
    record Comparison(Operand left, String operator, Operand right) implements Condition {}

    record In(Operand operand, List<Operand> list) implements Condition {}

    /**
     * How many conditions hold, compared with a number: {@code CASE WHEN a IS NULL THEN 0 ELSE 1 END + … = 1}.
     *
     * @param terms what is added up
     * @param operator as for a comparison
     */
    record Counting(List<Term> terms, String operator, int number) implements Condition {
        /**
         * @param then its number if the condition holds
         * @param otherwise its number if the condition is FALSE, or UNKNOWN
         */
        record Term(Condition condition, int then, int otherwise) {}

        private Set<Truth> compare(Map<String, Value> row) {
            Set<Integer> sums = new HashSet<>(Set.of(0));
            for (Term term : terms) {
                Set<Integer> next = new HashSet<>();
                for (Truth truth : term.condition().outcomes(row)) {
                    int part = truth == Truth.TRUE ? term.then() : term.otherwise();
                    sums.forEach(sum -> next.add(sum + part));
                }
                sums = next;
            }
            Set<Truth> result = EnumSet.noneOf(Truth.class);
            sums.forEach(sum -> result.add(holds(Integer.compare(sum, number), operator) ? Truth.TRUE : Truth.FALSE));
            return result;
        }
    }

    /**
     * Something of which only that is known.
     *
     * @param columns keys of those without which it is UNKNOWN
     */
    record Strict(String text, Set<String> columns) implements Condition {}

    /** Something that can't be told. */
    record Opaque(String text) implements Condition {}

    /**
     * One side of a comparison.
     *
     * @param text its tokens; a column's key for a column
     * @param kind what it is
     * @param strictIn keys of the columns without which it is NULL: {@code length(a)}
     */
    record Operand(String text, Kind kind, Set<String> strictIn) {
        Operand(String text, Kind kind) {
            this(text, kind, Set.of());
        }

        enum Kind {
            COLUMN,
            LITERAL,
            NULL,
            OTHER
        }

        Value value(Map<String, Value> row) {
            return switch (kind) {
                case COLUMN -> row.getOrDefault(text, Value.ANY);
                case LITERAL -> Value.of(text);
                case NULL -> Value.NULL;
                case OTHER -> ofExpression(row);
            };
        }

        private Value ofExpression(Map<String, Value> row) {
            if (isNullIn(row, strictIn)) {
                return Value.NULL;
            }
            String literal = strictIn.size() == 1
                    ? row.getOrDefault(strictIn.iterator().next(), Value.ANY).literal()
                    : null;
            return literal != null
                            && LENGTH_OF_A_COLUMN.matcher(text).matches()
                            && PLAIN_TEXT.matcher(literal).matches()
                    ? Value.of(Integer.toString(literal.replace("''", "'").length() - 2))
                    : Value.ANY;
        }
    }

    private static boolean isNullIn(Map<String, Value> row, Set<String> columns) {
        return columns.stream()
                .anyMatch(column -> row.getOrDefault(column, Value.ANY).isNull());
    }

    static Condition parse(String text, Dialect dialect) {
        return new ConditionParser(text, dialect).parse();
    }

    /**
     * What the condition can come to.
     *
     * @param row what is known of the columns, by key; the others can hold anything
     */
    default Set<Truth> outcomes(Map<String, Value> row) {
        if (this instanceof And and) {
            return combine(and.parts(), row, Truth.FALSE, Truth.TRUE);
        }
        if (this instanceof Or or) {
            return combine(or.parts(), row, Truth.TRUE, Truth.FALSE);
        }
        if (this instanceof Not not) {
            Set<Truth> result = EnumSet.noneOf(Truth.class);
            for (Truth truth : not.part().outcomes(row)) {
                result.add(truth == Truth.TRUE ? Truth.FALSE : truth == Truth.FALSE ? Truth.TRUE : truth);
            }
            return result;
        }
        if (this instanceof IsNull test) {
            Value value = test.operand().value(row);
            if (value == Value.ANY) {
                return EnumSet.of(Truth.TRUE, Truth.FALSE);
            }
            return EnumSet.of(value.isNull() != test.negated() ? Truth.TRUE : Truth.FALSE);
        }
        if (this instanceof Comparison comparison) {
            return compare(
                    comparison.left().value(row),
                    comparison.operator(),
                    comparison.right().value(row));
        }
        if (this instanceof In in) {
            Set<Truth> result = EnumSet.of(Truth.FALSE);
            for (Operand candidate : in.list()) {
                Set<Truth> one = compare(in.operand().value(row), "=", candidate.value(row));
                result = combined(result, one, Truth.TRUE, Truth.FALSE);
            }
            return result;
        }
        if (this instanceof Strict strict && isNullIn(row, strict.columns())) {
            return EnumSet.of(Truth.UNKNOWN);
        }
        return this instanceof Counting counting ? counting.compare(row) : EnumSet.allOf(Truth.class);
    }

    private static Set<Truth> combine(List<Condition> parts, Map<String, Value> row, Truth strongest, Truth weakest) {
        Set<Truth> result = EnumSet.of(weakest);
        for (Condition part : parts) {
            result = combined(result, part.outcomes(row), strongest, weakest);
        }
        return result;
    }

    private static Set<Truth> combined(Set<Truth> left, Set<Truth> right, Truth strongest, Truth weakest) {
        Set<Truth> result = EnumSet.noneOf(Truth.class);
        for (Truth a : left) {
            for (Truth b : right) {
                if (a == strongest || b == strongest) {
                    result.add(strongest);
                } else {
                    result.add(a == weakest && b == weakest ? weakest : Truth.UNKNOWN);
                }
            }
        }
        return result;
    }

    private static Set<Truth> compare(Value left, String operator, Value right) {
        if (left.isNull() || right.isNull()) {
            return EnumSet.of(Truth.UNKNOWN);
        }
        String a = left.literal();
        String b = right.literal();
        if (a == null || b == null) {
            return EnumSet.allOf(Truth.class);
        }
        if (a.isEmpty() || b.isEmpty()) {
            return EnumSet.of(Truth.TRUE, Truth.FALSE);
        }
        BigDecimal x = number(a);
        BigDecimal y = number(b);
        if (x != null && y != null) {
            return EnumSet.of(holds(x.compareTo(y), operator) ? Truth.TRUE : Truth.FALSE);
        }
        boolean equality = operator.equals("=") || operator.equals("<>");
        if (equality && a.equals(b)) {
            return EnumSet.of(operator.equals("=") ? Truth.TRUE : Truth.FALSE);
        }
        if (equality && !a.equalsIgnoreCase(b) && (x == null) == (y == null)) {
            return EnumSet.of(operator.equals("=") ? Truth.FALSE : Truth.TRUE);
        }
        return EnumSet.of(Truth.TRUE, Truth.FALSE);
    }

    private static boolean holds(int order, String operator) {
        return switch (operator) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static @Nullable BigDecimal number(@Nullable String literal) {
        if (literal == null || literal.startsWith("'")) {
            return null;
        }
        try {
            return new BigDecimal(literal);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** Whether every row that passes the old check passes this one too, as far as it can be told. */
    default boolean relaxes(Condition old) {
        if (equals(old)) {
            return true;
        }
        if (this instanceof And and) {
            return and.parts().stream().allMatch(part -> part.relaxes(old));
        }
        if (old instanceof Or or) {
            return or.parts().stream().allMatch(this::relaxes);
        }
        if (this instanceof Or or && or.parts().stream().anyMatch(part -> part.relaxes(old))) {
            return true;
        }
        if (old instanceof And and) {
            return and.parts().stream().anyMatch(this::relaxes);
        }
        return relaxesAtom(old);
    }

    /**
     * The same for rows of which more is known, told from which columns are NULL.
     *
     * @param columns of the old check, by key
     * @param row what is known of other columns
     */
    default boolean relaxes(Condition old, List<String> columns, Map<String, Value> row) {
        if (columns.size() > MOST_COLUMNS) {
            return false;
        }
        for (int nulls = 0; nulls < 1 << columns.size(); nulls++) {
            Map<String, Value> tried = new HashMap<>(row);
            for (int i = 0; i < columns.size(); i++) {
                tried.put(columns.get(i), (nulls >> i & 1) == 1 ? Value.NULL : Value.SOME);
            }
            boolean passed = !old.outcomes(tried).equals(EnumSet.of(Truth.FALSE));
            if (passed && outcomes(tried).contains(Truth.FALSE)) {
                return false;
            }
        }
        return true;
    }

    private boolean relaxesAtom(Condition old) {
        List<Operand> allowedBefore = allowed(old);
        if (allowedBefore != null) {
            return allowedBefore.stream()
                    .allMatch(value -> passes(operand(old), value) || holdsFor(operand(old), value));
        }
        return this instanceof Comparison now
                && old instanceof Comparison before
                && now.left().equals(before.left())
                && wider(now, before);
    }

    /** Whether this condition lets the value pass, if it is about the same operand and nothing else. */
    private boolean passes(@Nullable Operand operand, Operand value) {
        Set<Operand> mine = new HashSet<>();
        mine.add(operand(this));
        if (operand == null || !mine.contains(operand)) {
            return false;
        }
        List<Operand> allowed = allowed(this);
        if (allowed != null) {
            return allowed.contains(value);
        }
        return this instanceof Comparison comparison
                && !compare(
                                value.value(Map.of()),
                                comparison.operator(),
                                comparison.right().value(Map.of()))
                        .contains(Truth.FALSE);
    }

    /** Whether it lets rows pass whose column has the value, whatever the other columns hold. */
    private boolean holdsFor(@Nullable Operand column, Operand value) {
        return column != null
                && column.kind() == Operand.Kind.COLUMN
                && value.kind() == Operand.Kind.LITERAL
                && !outcomes(Map.of(column.text(), value.value(Map.of()))).contains(Truth.FALSE);
    }

    /** The values of an IN list or of an equality, or null. */
    private static @Nullable List<Operand> allowed(Condition condition) {
        if (condition instanceof In in) {
            return in.list();
        }
        return condition instanceof Comparison comparison
                        && comparison.operator().equals("=")
                ? List.of(comparison.right())
                : null;
    }

    private static @Nullable Operand operand(Condition condition) {
        if (condition instanceof In in) {
            return in.operand();
        }
        return condition instanceof Comparison comparison ? comparison.left() : null;
    }

    private static boolean wider(Comparison now, Comparison before) {
        BigDecimal limit = number(now.right().text());
        BigDecimal oldLimit = number(before.right().text());
        if (limit == null
                || oldLimit == null
                || now.operator().charAt(0) != before.operator().charAt(0)) {
            return false;
        }
        int order = limit.compareTo(oldLimit);
        boolean upper = now.operator().startsWith("<") && !now.operator().equals("<>");
        boolean lower = now.operator().startsWith(">");
        boolean closed = now.operator().endsWith("=") || !before.operator().endsWith("=");
        return upper && (order > 0 || order == 0 && closed) || lower && (order < 0 || order == 0 && closed);
    }
}
