package io.github.schemacompat.rule;

import io.github.schemacompat.change.ReadingProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A comment that speaks to the tool says something that it doesn't know. */
final class DirectiveInvalid implements ScriptRule {
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

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<ScriptVerdict> judge(JudgeInput input) {
        String why = "A directive that is not understood does nothing: what it should say is not heard.";
        String fix = "Correct the comment, or remove it.";
        List<ScriptVerdict> verdicts =
                new ArrayList<>(ReadingVerdicts.of(input, Set.of(ReadingProblem.Kind.DIRECTIVE_INVALID), why, fix));
        for (Suppressions.Invalid each : Suppressions.of(input).invalid()) {
            verdicts.add(ScriptVerdict.onDirective(
                    INFO.severity(), each.script(), each.span(), each.span().text(), each.message(), why, fix));
        }
        return verdicts;
    }
}
