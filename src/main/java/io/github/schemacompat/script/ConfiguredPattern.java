package io.github.schemacompat.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Matches patterns of the configuration: one that would take for ever is an error and no build that hangs. */
public final class ConfiguredPattern {
    /** So often a pattern may look at a character of one text; sensible ones need less than a thousandth of it. */
    private static final int LOOKS = 5_000_000;

    private ConfiguredPattern() {}

    /**
     * Matches the whole of a text.
     *
     * @param pattern as the configuration has it
     * @param text a name, tag or path
     * @param what the pattern, for messages: {@code The parameter 'tagPattern'}
     * @return the match, or null if there is none
     * @throws CannotReadException if it takes too long
     */
    public static @Nullable Matcher match(Pattern pattern, String text, String what) {
        try {
            Matcher matcher = pattern.matcher(new BoundedText(text));
            return matcher.matches() ? matcher : null;
        } catch (TooManyLooksException | StackOverflowError e) {
            throw new CannotReadException(
                            "invalid-parameter",
                            what + " takes too long on '" + text + "': its pattern can match in too many ways.",
                            "Write it without a repetition inside another one, such as (a+)+, and with fewer wildcards.")
                    .because(e);
        }
    }

    private static final class TooManyLooksException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A text that counts how often somebody looks at it. */
    private static final class BoundedText implements CharSequence {
        private final String text;
        private int left = LOOKS;

        BoundedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (left-- == 0) {
                throw new TooManyLooksException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
