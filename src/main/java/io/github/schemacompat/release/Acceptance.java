package io.github.schemacompat.release;

import java.time.LocalDate;
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
        return limit != null
                && Until.of(limit).filter(end -> end.isReached(release, today)).isPresent();
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
