package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found.
 *
 * @param rule which rule
 * @param severity after the configuration had its say
 * @param history name of the history, or null where there is only one
 * @param object as people write it: {@code dbo.Customers.LastName}; a script's path for script rules
 * @param kind what the object is; null for scripts
 * @param message one sentence: what happened to what
 * @param why who breaks and how, here
 * @param fix what to do instead; behind the first line, SQL in the project's dialect
 * @param breaks whom it breaks, of which releases
 * @param phase in whose state it was found
 * @param conditional whether it hangs on a condition that the schema can't answer
 * @param location the clause that breaks, or null where there is no text to point at
 * @param consequences what falls with it
 * @param related other findings or problems that it hangs together with
 * @param fingerprint the same for the same finding although lines moved
 * @param allow the directive that would accept it, or null where nothing can
 * @param suppressed the reason why it is accepted, or null
 */
public record Finding(
        RuleInfo rule,
        Severity severity,
        @Nullable String history,
        String object,
        @Nullable ObjectKind kind,
        String message,
        String why,
        String fix,
        List<Break> breaks,
        Phase phase,
        boolean conditional,
        @Nullable Location location,
        List<String> consequences,
        List<String> related,
        String fingerprint,
        @Nullable String allow,
        @Nullable String suppressed) {
    public Finding {
        breaks = List.copyOf(breaks);
        consequences = List.copyOf(consequences);
        related = List.copyOf(related);
    }

    Finding withFix(String value) {
        return new Finding(
                rule,
                severity,
                history,
                object,
                kind,
                message,
                why,
                value,
                breaks,
                phase,
                conditional,
                location,
                consequences,
                related,
                fingerprint,
                allow,
                suppressed);
    }

    Finding withSeverity(Severity value) {
        return new Finding(
                rule,
                value,
                history,
                object,
                kind,
                message,
                why,
                fix,
                breaks,
                phase,
                conditional,
                location,
                consequences,
                related,
                fingerprint,
                allow,
                suppressed);
    }

    Finding withBreaks(List<Break> value) {
        return new Finding(
                rule,
                severity,
                history,
                object,
                kind,
                message,
                why,
                fix,
                value,
                phase,
                conditional,
                location,
                consequences,
                related,
                fingerprint,
                allow,
                suppressed);
    }

    /** For what no directive can allow. */
    Finding withoutAllow() {
        return new Finding(
                rule,
                severity,
                history,
                object,
                kind,
                message,
                why,
                fix,
                breaks,
                phase,
                conditional,
                location,
                consequences,
                related,
                fingerprint,
                null,
                suppressed);
    }

    Finding withSuppressed(String reason) {
        return new Finding(
                rule,
                severity,
                history,
                object,
                kind,
                message,
                why,
                fix,
                breaks,
                phase,
                conditional,
                location,
                consequences,
                related,
                fingerprint,
                allow,
                reason);
    }

    /** The SQL that {@link #fix} offers, ready to run in place of the statement or behind it; empty if it offers none. */
    public String fixSql() {
        int sql = fix.indexOf('\n');
        return sql < 0 ? "" : fix.substring(sql + 1);
    }
}
