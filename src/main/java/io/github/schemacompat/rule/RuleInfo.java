package io.github.schemacompat.rule;

/**
 * What a rule says of itself; its docs page is made from it.
 *
 * @param id public, never changed: {@code column-dropped}
 * @param family which one
 * @param severity unless the configuration says otherwise
 * @param summary what fires, in one sentence
 * @param why who breaks and how, for people who wonder
 * @param instead what to do instead, in general
 */
public record RuleInfo(String id, Family family, Severity severity, String summary, String why, String instead) {
    /** The page of the rule, relative to the project's documentation. */
    public String docs() {
        return "docs/rules/" + id + ".md";
    }
}
