package io.github.schemacompat.rule;

import java.util.List;

/**
 * What a rule says of itself; its docs page is made from it and from its fixtures.
 *
 * @param id public, never changed: {@code column-dropped}
 * @param family which one
 * @param severity unless the configuration says otherwise
 * @param summary what fires, in one sentence
 * @param why who breaks and how, for people who wonder
 * @param instead what to do instead, in general
 * @param silentWhen what doesn't fire although it looks like it, a sentence each
 */
public record RuleInfo(
        String id,
        Family family,
        Severity severity,
        String summary,
        String why,
        String instead,
        List<String> silentWhen) {
    public RuleInfo {
        silentWhen = List.copyOf(silentWhen);
    }

    /** A rule that says nothing yet of what looks like it and is silent. */
    public RuleInfo(String id, Family family, Severity severity, String summary, String why, String instead) {
        this(id, family, severity, summary, why, instead, List.of());
    }

    RuleInfo silentWhen(String... sentences) {
        return new RuleInfo(id, family, severity, summary, why, instead, List.of(sentences));
    }

    /** The page of the rule, relative to the project's documentation. */
    public String docs() {
        return "docs/rules/" + id + ".md";
    }
}
