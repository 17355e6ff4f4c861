package io.github.schemacompat.release;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reviewed exception for what can't carry a comment.
 *
 * @param rule the id of the rule whose finding is accepted
 * @param script path of the script, below the script root
 * @param hash hash of the script as it was reviewed; another content is not accepted
 * @param reason why
 * @param until a version or a date (2027-01-31) from which on it no longer holds, or null
 * @param line of the file in which it stands, one-based
 */
public record Acceptance(
        String rule,
        String script,
        String hash,
        String reason,
        @Nullable String until,
        int line) {
    /**
     * @param release the release being built, or null where it is not known
     * @param today the date of the build
     */
    public boolean isExpired(@Nullable String release, LocalDate today) {
        String limit = until;
        if (limit == null) {
            return false;
        }
        Optional<LocalDate> date = date(limit);
        if (date.isPresent()) {
            return !today.isBefore(date.get());
        }
        Optional<ReleaseVersion> version = ReleaseVersion.parse(limit);
        Optional<ReleaseVersion> current = release == null ? Optional.empty() : ReleaseVersion.parse(release);
        return version.isPresent() && current.isPresent() && current.get().compareTo(version.get()) >= 0;
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The entry of {@code accepted.json} that would accept a finding. */
    public static String entry(String rule, String script, String hash) {
        return "{\"rule\": " + quoted(rule) + ", \"script\": " + quoted(script) + ", \"hash\": " + quoted(hash)
                + ", \"reason\": \"…\"}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
