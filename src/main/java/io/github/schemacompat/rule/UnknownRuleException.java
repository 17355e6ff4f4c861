package io.github.schemacompat.rule;

import java.util.List;

/** A rule id that no rule has. */
public final class UnknownRuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String ruleId;
    private final transient List<String> suggestions;

    /**
     * @param ruleId the id as it was written
     * @param suggestions the nearest right spellings, best first; may be empty
     */
    UnknownRuleException(String ruleId, List<String> suggestions) {
        super("there is no rule '" + ruleId + "'"
                + (suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?"));
        this.ruleId = ruleId;
        this.suggestions = List.copyOf(suggestions);
    }

    public String ruleId() {
        return ruleId;
    }

    public List<String> suggestions() {
        return suggestions;
    }
}
