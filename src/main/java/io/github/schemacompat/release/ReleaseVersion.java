package io.github.schemacompat.release;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release's version: numbers with dots, and perhaps a qualifier. Numbers count as numbers; what has a qualifier comes
 * before what has none ({@code 2.0-rc.1} before {@code 2.0}), but for qualifiers that say the release itself
 * ({@code .Final}, {@code -GA}, {@code -RELEASE}) or what comes after it ({@code -sp1}, {@code -patch2}, {@code -jre}).
 *
 * @param text as written
 * @param numbers the numbers, trailing zeros aside
 * @param qualifier what follows them, without the character that divides; empty for none
 */
public record ReleaseVersion(String text, List<BigInteger> numbers, String qualifier)
        implements Comparable<ReleaseVersion> {
    private static final Pattern FORM =
            Pattern.compile("(\\d+(?:\\.\\d+)*)(?:[.+_-]?([A-Za-z][\\w.+-]*|[+_-][\\w.+-]+))?");
    private static final Pattern RELEASE = Pattern.compile("(?i)(?:final|ga|release)");
    private static final Pattern PRE_RELEASE = Pattern.compile(
            "(?i)(?:snapshot|dev|nightly|canary|pre|preview|prerelease|ea|alpha|beta|a|b|m|milestone|rc|cr|c)"
                    + "(?:[.+_-]?\\d.*|[.+_-].*)?");
    private static final Pattern LATER = Pattern.compile(
            "(?i)(?:sp|patch|p|hotfix|fix|update|u|rev|r|build|post|jre|jdk|android|lts|\\d+)(?:[.+_-]?\\d.*)?");
    private static final Pattern PARTS = Pattern.compile("\\d+|[^\\d.+_-]+");

    public ReleaseVersion {
        numbers = List.copyOf(numbers);
    }

    /** The version, or empty if the text doesn't begin with a number. */
    public static Optional<ReleaseVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : matcher.group(1).split("\\.")) {
            numbers.add(new BigInteger(part));
        }
        while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
            numbers.remove(numbers.size() - 1);
        }
        String qualifier = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(new ReleaseVersion(text.strip(), numbers, qualifier));
    }

    /** Whether the qualifier says that the release itself is still to come. */
    public boolean isPreRelease() {
        return PRE_RELEASE.matcher(qualifier).matches();
    }

    /** Whether it is beyond doubt a release: no qualifier, or one that says the release itself or what comes after it. */
    public boolean isPlainRelease() {
        return !isPreRelease()
                && (qualifier.isEmpty()
                        || RELEASE.matcher(qualifier).matches()
                        || LATER.matcher(qualifier.replaceFirst("^[+_-]", "")).matches());
    }

    private int stage() {
        if (isPreRelease()) {
            return 0;
        }
        return qualifier.isEmpty() || RELEASE.matcher(qualifier).matches() ? 1 : 2;
    }

    @Override
    public int compareTo(ReleaseVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = number(i).compareTo(other.number(i));
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(stage(), other.stage());
        return order != 0 || stage() == 1 ? order : compareQualifiers(qualifier, other.qualifier);
    }

    private BigInteger number(int index) {
        return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
    }

    /** Part by part, numbers as numbers; alpha, beta, milestone and rc happen to be in the order of the alphabet. */
    private static int compareQualifiers(String a, String b) {
        Matcher one = PARTS.matcher(a.toLowerCase(java.util.Locale.ROOT));
        Matcher other = PARTS.matcher(b.toLowerCase(java.util.Locale.ROOT));
        while (true) {
            boolean more = one.find();
            boolean otherMore = other.find();
            if (!more || !otherMore) {
                return Boolean.compare(more, otherMore);
            }
            String part = one.group();
            String otherPart = other.group();
            boolean bothNumbers = Character.isDigit(part.charAt(0)) && Character.isDigit(otherPart.charAt(0));
            int order =
                    bothNumbers ? new BigInteger(part).compareTo(new BigInteger(otherPart)) : part.compareTo(otherPart);
            if (order != 0) {
                return order;
            }
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
