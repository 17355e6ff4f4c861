package io.github.schemacompat.script;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The values of the parameter {@code order}. */
public enum ScriptOrder {
    /** Runs of digits count as numbers: 2 before 10. */
    VERSION {
        @Override
        public Comparator<String> comparator() {
            Comparator<String> numbers = ScriptOrder::compareNumbers;
            return numbers.thenComparing(Comparator.naturalOrder());
        }
    },
    /** Character by character: 10 before 2. */
    NAME {
        @Override
        public Comparator<String> comparator() {
            return Comparator.naturalOrder();
        }
    };

    /** The order of paths. */
    public abstract Comparator<String> comparator();

    /** {@code version} or {@code name}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ScriptOrder> byId(String id) {
        for (ScriptOrder order : values()) {
            if (order.id().equalsIgnoreCase(id.strip())) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    private static int compareNumbers(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int iEnd = endOfDigits(a, i);
                int jEnd = endOfDigits(b, j);
                int order = new BigInteger(a.substring(i, iEnd)).compareTo(new BigInteger(b.substring(j, jEnd)));
                if (order != 0) {
                    return order;
                }
                i = iEnd;
                j = jEnd;
            } else {
                int order = Character.compare(a.charAt(i++), b.charAt(j++));
                if (order != 0) {
                    return order;
                }
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
