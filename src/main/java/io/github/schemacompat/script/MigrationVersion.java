package io.github.schemacompat.script;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A migration's version as Flyway orders it: numbers divided by dots or underscores, compared as numbers, trailing zeros
 * aside.
 *
 * @param text as written
 * @param numbers its parts
 */
public record MigrationVersion(String text, List<BigInteger> numbers) implements Comparable<MigrationVersion> {
    private static final Pattern FORM = Pattern.compile("\\d+([._]\\d+)*");

    public MigrationVersion {
        numbers = List.copyOf(numbers);
    }

    public static boolean isVersion(String text) {
        return FORM.matcher(text).matches();
    }

    /** @throws IllegalArgumentException if the text is not numbers divided by dots or underscores */
    public static MigrationVersion of(String text) {
        if (!isVersion(text)) {
            throw new IllegalArgumentException("not a migration version: " + text);
        }
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : text.split("[._]")) {
            numbers.add(new BigInteger(part));
        }
        while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
            numbers.remove(numbers.size() - 1);
        }
        return new MigrationVersion(text, numbers);
    }

    @Override
    public int compareTo(MigrationVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = part(i).compareTo(other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger part(int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MigrationVersion version && numbers.equals(version.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
