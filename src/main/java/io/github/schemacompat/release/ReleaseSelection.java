package io.github.schemacompat.release;

import io.github.schemacompat.script.CannotReadException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which releases are wanted.
 *
 * @param release the release being built, or null where it is not known; only lower ones count
 * @param window how many of the highest
 * @param supported names or version ranges ({@code [1.0,2.0)}) instead of the window; empty for none
 * @param rollbackTargets how many of the highest can be rolled back to after the post scripts
 */
public record ReleaseSelection(@Nullable String release, int window, List<String> supported, int rollbackTargets) {
    private static final Pattern RANGE = Pattern.compile("([\\[(])([^,\\[\\]()]*),([^,\\[\\]()]*)([\\])])");

    /** @throws CannotReadException if the window is below one, or a name in {@code supported} is no version or range */
    public ReleaseSelection {
        supported = supported.stream().map(String::strip).toList();
        if (window < 1) {
            throw new CannotReadException(
                    "invalid-parameter", "The parameter 'window' is " + window + ".", "Set it to 1 or more.");
        }
        if (rollbackTargets < 0) {
            throw new CannotReadException(
                    "invalid-parameter",
                    "The parameter 'rollbackTargets' is " + rollbackTargets + ".",
                    "Set it to 0 or more.");
        }
        for (String wanted : supported) {
            if (!RANGE.matcher(wanted).matches() && ReleaseVersion.parse(wanted).isEmpty()) {
                throw new CannotReadException(
                        "invalid-parameter",
                        "'" + wanted + "' in the parameter 'supported' is neither a version nor a range of versions.",
                        "Write it like 1.4.2 or [1.4,2.0).");
            }
        }
    }

    /**
     * All releases of a span.
     *
     * @param release the one being built, or null
     * @param from the first, or null for no limit
     * @param to the last, or null for no limit
     */
    public static ReleaseSelection span(@Nullable String release, @Nullable String from, @Nullable String to) {
        String range = "[" + (from == null ? "" : from) + "," + (to == null ? "" : to) + "]";
        return new ReleaseSelection(release, 1, List.of(range));
    }

    /** A selection without targets of a rollback. */
    public ReleaseSelection(@Nullable String release, int window, List<String> supported) {
        this(release, window, supported, 0);
    }

    /** The version of the release being built; empty where it is not known, or is no version. */
    Optional<ReleaseVersion> current() {
        String known = release;
        return known == null ? Optional.empty() : ReleaseVersion.parse(known);
    }

    /** Whether a release came before the one being built. */
    boolean isLower(ReleaseVersion version) {
        return current().map(current -> version.compareTo(current) < 0).orElse(true);
    }

    /**
     * The wanted ones of releases that are lower, highest first: the last one, those that are supported, and those that
     * can be rolled back to.
     *
     * @param notes where to say that there are fewer than asked for
     * @throws CannotReadException if a release that is named is not among them
     */
    <T> List<T> select(List<T> lower, Function<T, ReleaseVersion> version, List<String> notes) {
        List<T> highestFirst = new ArrayList<>(lower);
        highestFirst.sort(Comparator.comparing(version).reversed());
        if (supported.isEmpty()) {
            if (!highestFirst.isEmpty() && highestFirst.size() < window) {
                notes.add("The window asks for " + window + " releases, but there "
                        + (highestFirst.size() == 1 ? "is only one." : "are only " + highestFirst.size() + "."));
            }
            return List.copyOf(
                    highestFirst.subList(0, Math.min(Math.max(window, rollbackTargets), highestFirst.size())));
        }
        requireAll(highestFirst, version);
        int targets = Math.max(1, rollbackTargets);
        return highestFirst.stream()
                .filter(each -> isNamed(version.apply(each)) || highestFirst.indexOf(each) < targets)
                .toList();
    }

    /**
     * Those of selected releases that are supported.
     *
     * @param selected what {@link #select} gave
     */
    public <T> List<T> supported(List<T> selected, Function<T, ReleaseVersion> version) {
        return supported.isEmpty()
                ? selected.subList(0, Math.min(window, selected.size()))
                : selected.stream().filter(each -> isNamed(version.apply(each))).toList();
    }

    private boolean isNamed(ReleaseVersion version) {
        return supported.stream().anyMatch(wanted -> matches(wanted, version));
    }

    /** @throws CannotReadException if a release that is named is not among them */
    <T> void requireAll(List<T> highestFirst, Function<T, ReleaseVersion> version) {
        for (String wanted : supported) {
            if (highestFirst.stream().noneMatch(each -> matches(wanted, version.apply(each)))) {
                throw new CannotReadException(
                        "release-not-found",
                        "The parameter 'supported' names " + wanted + ", but the baseline has no such release"
                                + (highestFirst.isEmpty() ? "." : "; it has " + names(highestFirst, version) + "."),
                        "Correct 'supported', or the baseline.");
            }
        }
    }

    private static <T> String names(List<T> releases, Function<T, ReleaseVersion> version) {
        List<String> names = releases.stream()
                .limit(5)
                .map(each -> version.apply(each).text())
                .toList();
        return String.join(", ", names) + (releases.size() > 5 ? " …" : "");
    }

    private static boolean matches(String wanted, ReleaseVersion version) {
        Matcher range = RANGE.matcher(wanted);
        if (!range.matches()) {
            return ReleaseVersion.parse(wanted)
                    .map(exact -> exact.compareTo(version) == 0)
                    .orElse(false);
        }
        Optional<ReleaseVersion> from = ReleaseVersion.parse(range.group(2));
        Optional<ReleaseVersion> to = ReleaseVersion.parse(range.group(3));
        int atLeast = range.group(1).equals("[") ? 0 : 1;
        int below = range.group(4).equals("]") ? 0 : -1;
        return from.map(limit -> version.compareTo(limit) >= atLeast).orElse(true)
                && to.map(limit -> version.compareTo(limit) <= below).orElse(true);
    }
}
