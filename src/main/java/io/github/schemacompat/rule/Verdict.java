package io.github.schemacompat.rule;

import java.util.List;

/**
 * What a rule says of a difference.
 *
 * @param severity before the configuration has its say
 * @param message one sentence: what happened to what
 * @param why who breaks and how
 * @param fix what to do instead
 * @param breaks whom it breaks
 */
record Verdict(Severity severity, String message, String why, String fix, List<Break> breaks) {
    Verdict {
        breaks = List.copyOf(breaks);
    }
}
