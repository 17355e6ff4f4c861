package io.github.schemacompat.release;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an exception ends.
 *
 * @param version from this release on, or null
 * @param date from this day on, or null
 */
public record Until(
        @Nullable ReleaseVersion version, @Nullable LocalDate date) {
    /** The end that a text names: a date such as 2027-01-31, or a version; empty if it is neither. */
    public static Optional<Until> of(String text) {
        try {
            return Optional.of(new Until(null, LocalDate.parse(text.strip())));
        } catch (DateTimeParseException e) {
            return ReleaseVersion.parse(text).map(version -> new Until(version, null));
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
