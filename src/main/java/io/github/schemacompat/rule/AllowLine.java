package io.github.schemacompat.rule;

import java.util.regex.Pattern;

/** Writes the directive that would allow a finding. Its reason is left to people: without one it allows nothing. */
final class AllowLine {
    private static final Pattern PLAIN = Pattern.compile(
            "[\\p{L}_][\\p{L}\\p{N}_$]*(\\.[\\p{L}_][\\p{L}\\p{N}_$]*){0,2}(\\([\\p{L}\\p{N}_ ,]*\\))?");

    private AllowLine() {}

    /** @param object left out where its name would need quotes */
    static String of(RuleInfo rule, String object) {
        String on = PLAIN.matcher(object).matches() ? " on " + object : "";
        return "-- schema-compat: allow " + rule.id() + on + " because …";
    }
}
