package io.github.schemacompat.rule;

import java.util.List;
import java.util.Optional;

/** Rights that scripts had given are gone with the object that was made anew. */
final class GrantsLost implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "grants-lost",
                    Family.COMPAT,
                    Severity.ERROR,
                    "An object that a supported release uses is dropped and created again, and the rights that a script had given on it are not given again.",
                    "The engine forgets rights with the object: whoever the release that is still running logs in as is refused.",
                    "Give the rights again behind the CREATE, or replace the object in place.")
            .silentWhen(
                    "The rights are given again in the same phase.",
                    "The engine keeps them: MySQL's views, CREATE OR REPLACE, ALTER.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.ALL);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        String path = difference.path() + ": ";
        List<String> lost = situation.released().grants().stream()
                .filter(line ->
                        line.startsWith(path) && !situation.state().grants().contains(line))
                .map(line -> line.substring(path.length()))
                .toList();
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + ": " + Users.list(lost),
                "Statements of " + Users.releases(breaks) + " that need the rights are refused.",
                "Give the rights again behind the CREATE, or replace the object in place.",
                breaks));
    }
}
