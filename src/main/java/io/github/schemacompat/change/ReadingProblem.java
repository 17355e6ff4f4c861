package io.github.schemacompat.change;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong when a script was read or replayed.
 *
 * @param kind which rule reports it
 * @param message a sentence without the position
 * @param origin where
 * @param object the object it is about, as people write it, or null
 */
public record ReadingProblem(
        Kind kind, String message, Origin origin, @Nullable String object) {
    /** Which rule of the family scripts reports a problem. */
    public enum Kind {
        STATEMENT_NOT_UNDERSTOOD("statement-not-understood"),
        DYNAMIC_SQL("dynamic-sql"),
        /** JSqlParser reads the statement in another way. */
        READINGS_DIFFER("readings-differ"),
        /** A comment that speaks to this tool, and says what it doesn't know. */
        DIRECTIVE_INVALID("directive-invalid"),
        /** The object is unknown although scripts made its surroundings, or exists already. */
        SCRIPT_DOES_NOT_APPLY("script-does-not-apply"),
        /** An object that no script made; from here on it is assumed to exist. Reported once per object. */
        UNKNOWN_OBJECT("script-does-not-apply");

        private final String ruleId;

        Kind(String ruleId) {
            this.ruleId = ruleId;
        }

        public String ruleId() {
            return ruleId;
        }
    }
}
