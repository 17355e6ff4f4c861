package io.github.schemacompat.fidelity;

import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.change.ReadingProblem;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a comparison.
 *
 * @param figures how much the replay read
 * @param problems what the replay said
 * @param refused what the engine did not take of the single statements
 * @param wholeRefused what it did not take of the whole scripts
 * @param objects how many objects the other side has
 * @param untold how many properties the replay could not tell
 * @param differences a line each
 */
record Comparison(
        ReadingFigures figures,
        List<ReadingProblem> problems,
        List<String> refused,
        List<String> wholeRefused,
        int objects,
        long untold,
        List<String> differences) {
    /** The problems, a line each. */
    List<String> problemLines() {
        return lines(problems);
    }

    static List<String> lines(List<ReadingProblem> problems) {
        return problems.stream()
                .map(problem -> "%s:%d: %s: %s"
                        .formatted(
                                problem.origin().span().source().file(),
                                problem.origin().span().startPosition().line(),
                                problem.kind(),
                                problem.message()))
                .toList();
    }

    void print(PrintStream out) {
        Map<ReadingProblem.Kind, Long> kinds = new TreeMap<>(
                problems.stream().collect(Collectors.groupingBy(ReadingProblem::kind, Collectors.counting())));
        problemLines().forEach(line -> out.println("PROBLEM " + line));
        refused.forEach(line -> out.println("REFUSED " + line));
        wholeRefused.forEach(line -> out.println("REFUSED WHOLE " + line));
        differences.forEach(line -> out.println("DIFFERS " + line));
        out.println(figures + ", problems " + kinds + ", objects " + objects + ", untold " + untold
                + ", refused by the engine " + refused.size() + " and " + wholeRefused.size() + ", differences "
                + differences.size());
    }
}
