package io.github.schemacompat.soundness;

import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.rule.Severity;
import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the findings of a migration against what it broke on the engine.
 *
 * @param neverWorked what the engine refused before the migration already
 */
record Disagreements(
        List<String> released,
        List<String> migration,
        List<Finding> findings,
        List<Break> breaks,
        List<Use> neverWorked) {
    /**
     * Something that worked before a migration and doesn't behind it.
     *
     * @param what happened
     * @param excused whether it comes of rows that the migration changed on purpose
     * @param phase behind whose scripts
     */
    record Break(Use use, String what, boolean excused, Phase phase) {}

    /** @param figures how often each rule was confirmed is added to them */
    List<Fault> faults(Map<String, Integer> figures) {
        List<Fault> faults = new ArrayList<>();
        for (Break broken : breaks) {
            if (!broken.excused()
                    && findings.stream()
                            .noneMatch(finding -> finding.severity() == Severity.ERROR
                                    && (finding.phase() == Phase.PRE || broken.phase() == Phase.POST)
                                    && mentions(finding, broken))) {
                missed(broken, faults, figures);
            }
        }
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                String rule = finding.rule().id();
                if (breaks.stream()
                        .anyMatch(broken -> (broken.phase() == Phase.PRE || finding.phase() == Phase.POST)
                                && (isAbout(finding, broken)
                                        // it names the other table in its message
                                        || rule.equals("foreign-key-added") && mentions(finding, broken)))) {
                    figures.merge("confirmed " + rule, 1, Integer::sum);
                } else if (Evidence.isNotShown(finding, released, migration) || neverWorked(finding)) {
                    figures.merge("not shown " + rule, 1, Integer::sum);
                } else {
                    faults.add(new Fault(Fault.Kind.FALSE_ALARM, rule, finding.message()));
                }
            }
        }
        return faults;
    }

    /** A routine about a table that the engine didn't make: MySQL and MariaDB look for that when the routine is called. */
    private boolean neverWorked(Finding finding) {
        return (finding.rule().id().startsWith("routine-")
                        || finding.rule().id().equals("version-retired-early"))
                && neverWorked.stream()
                        .filter(use -> use.kind() == Use.Kind.CALL)
                        .anyMatch(use -> isAbout(finding, new Break(use, "", false, finding.phase())));
    }

    private void missed(Break broken, List<Fault> faults, Map<String, Integer> figures) {
        List<String> warned = findings.stream()
                .filter(finding -> finding.severity() != Severity.ERROR && mentions(finding, broken))
                .map(finding -> finding.rule().id())
                .filter(Evidence.WARNED::containsKey)
                .toList();
        if (!warned.isEmpty()) {
            figures.merge("warned " + warned.get(0), 1, Integer::sum);
            return;
        }
        String silent = Evidence.silentReason(broken, migration);
        if (silent != null) {
            figures.merge("silent: " + silent, 1, Integer::sum);
        } else {
            String others = findings.stream()
                    .map(finding -> finding.severity() + " " + finding.rule().id() + " " + finding.object())
                    .collect(Collectors.joining(", ", "[", "]"));
            faults.add(new Fault(
                    Fault.Kind.MISSED_BREAK,
                    broken.use().kind() + " " + shape(broken.what()),
                    broken.use() + " -> " + broken.what() + " findings " + others,
                    broken.use()));
        }
    }

    /** The first words, which are the same for the same cause. */
    private static String shape(String what) {
        if (what.startsWith("the row") || what.startsWith("columns")) {
            return what.substring(0, 7);
        }
        return Stream.of(what.split("\\s+")).limit(3).collect(Collectors.joining(" "));
    }

    /** Whether the use depends on an object of that name, its table or what falls with it. */
    private static boolean isAbout(Finding finding, Break broken) {
        return isAbout(
                Stream.concat(Stream.of(finding.object()), finding.consequences().stream())
                        .map(object -> object.replaceAll("\\(.*", ""))
                        .flatMap(object -> Stream.concat(Stream.of(object), Stream.of(object.split("[.\\s,]+")))),
                broken);
    }

    /** The same, or the finding says its name. */
    private static boolean mentions(Finding finding, Break broken) {
        String said = finding.message() + " " + finding.why();
        return isAbout(finding, broken) || isAbout(Stream.of(said.split("[^\\w\"`]+")), broken);
    }

    private static boolean isAbout(Stream<String> names, Break broken) {
        String about = broken.use().about().toLowerCase(Locale.ROOT);
        return names.map(part -> part.replaceAll("[\"`]", "").toLowerCase(Locale.ROOT))
                // the sequence that PostgreSQL makes for a table's column
                .map(part -> part.endsWith("_seq") ? part.replaceAll("_[^_]+_seq$", "") : part)
                .filter(part -> part.length() > 1 && !part.equals("public"))
                .anyMatch(part -> Pattern.compile("(?<!\\w)" + Pattern.quote(part) + "(?!\\w)")
                        .matcher(about)
                        .find());
    }
}
