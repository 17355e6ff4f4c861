package io.github.schemacompat.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the same hash for the same finding, wherever its lines have moved to. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(RuleInfo rule, @Nullable String history, String object, String clause) {
        String text = rule.id() + "\n" + (history == null ? "" : history) + "\n" + object.toLowerCase(Locale.ROOT)
                + "\n" + clause.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
