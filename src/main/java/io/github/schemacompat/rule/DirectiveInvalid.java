package io.github.schemacompat.rule;

import io.github.schemacompat.change.ReadingProblem;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A comment that speaks to the tool says something that it doesn't know. */
final class DirectiveInvalid implements ScriptRule, SuppressionRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "directive-invalid",
                    Family.SUPPRESSIONS,
                    Severity.ERROR,
                    "A directive in a comment names an unknown word, rule or object, or gives no reason.",
                    "A directive that is not understood does nothing: what it should mark or allow is judged without it.",
                    "Write it as the guide says; the message offers the nearest right spelling.")
            .silentWhen(
                    "The directive is one of the guide's, with a reason.",
                    "It stands in a string or in the body of a routine: then it is no directive.");

    private static final String WHY =
            "A directive that is not understood does nothing: what it should say is not heard.";
    private static final String FIX = "Correct the comment, or remove it.";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        return ReadingVerdicts.of(input, Set.of(ReadingProblem.Kind.DIRECTIVE_INVALID), WHY, FIX);
    }

    @Override
    public List<ScriptVerdict> judge(Suppressions suppressions) {
        return Stream.concat(suppressions.invalid().stream(), suppressions.astray().stream())
                .map(each -> ScriptVerdict.onDirective(
                        INFO.severity(), each.script(), each.span(), each.span().text(), each.message(), WHY, FIX))
                .toList();
    }
}
