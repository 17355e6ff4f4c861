package io.github.schemacompat.rule;

import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement stands in a pre script, but only a post script may say it yet. */
final class PostInPre implements VerdictRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "post-in-pre",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A contracting statement that would be legal in a post script stands in a pre script.",
                    "Pre scripts run while a release is still running that has no mark for it. The release being built has, so"
                            + " that the statement may run once the last old instance has stopped.",
                    "Move the statement into a post script.")
            .silentWhen(
                    "The statement stands in a post script: below a folder `post`, or behind `-- schema-compat: phase post`.",
                    "Every supported release has the mark already: then pre is fine.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> instead(Difference difference, Verdict verdict, Situation situation) {
        if (difference.phase() != Phase.PRE) {
            return Optional.empty();
        }
        List<ContractOf> later = new ArrayList<>(List.of(situation.built()));
        later.addAll(situation.rollbackTargets());
        Situation asPost = situation.withContracts(later);
        boolean legal = Judgement.of(difference.kind()).rules().stream()
                .noneMatch(rule -> rule.judge(difference, asPost)
                        .filter(each -> each.severity() == Severity.ERROR)
                        .isPresent());
        if (!legal) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                verdict.message() + " in a pre script",
                verdict.why(),
                "Move it into a post script: below a folder post, or with '-- schema-compat: phase post'. Otherwise: "
                        + verdict.fix(),
                verdict.breaks()));
    }
}
