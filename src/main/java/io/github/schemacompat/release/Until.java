package io.github.schemacompat.release;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an exception ends.
 *
 * @param version from this release on, or null
 * @param date from this day on, or null
 */
public record Until(
        @Nullable ReleaseVersion version, @Nullable LocalDate date) {
    /** What nobody writes for a version: a day that there isn't, or one in another notation. */
    private static final Pattern MEANT_AS_A_DAY =
            Pattern.compile("\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d{2}");

    /** The end that a text names: a date such as 2027-01-31, or a version; empty if it is neither. */
    public static Optional<Until> of(String text) {
        String end = text.strip();
        try {
            return Optional.of(new Until(null, LocalDate.parse(end)));
        } catch (DateTimeParseException e) {
            return MEANT_AS_A_DAY.matcher(end).matches()
                    ? Optional.empty()
                    : ReleaseVersion.parse(end).map(version -> new Until(version, null));
        }
    }

    /**
     * @param release the release being built, or null where it is not known
     * @param today the date of the build
     */
    public boolean isReached(@Nullable String release, LocalDate today) {
        LocalDate day = date;
        ReleaseVersion limit = version;
        if (day != null) {
            return !today.isBefore(day);
        }
        return limit != null
                && release != null
                && ReleaseVersion.parse(release)
                        .filter(current -> current.compareTo(limit) >= 0)
                        .isPresent();
    }
}
