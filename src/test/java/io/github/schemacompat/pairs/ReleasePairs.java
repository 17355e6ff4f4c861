package io.github.schemacompat.pairs;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.report.ConsoleReport;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.result.HistoryResult;
import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.source.Location;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Runs the check between consecutive release tags of a real project and prints what it found, to be looked at by a
 * person: nothing else shows false alarms and missed breaks as well. It is a program, not a test, because the projects
 * are not part of this repository.
 *
 * <pre>
 * -Dpairs.repository=&lt;git directory&gt;    bare or not
 * -Dpairs.path=&lt;folders or Ant patterns&gt; of the scripts, divided by commas
 * -Dpairs.tags=&lt;regular expression&gt;     of release tags; by default numbers with dots behind letters
 * -Dpairs.count=20                       the newest pairs that have new or edited scripts
 * -Dpairs.spread=0                       so many more, spread over the older ones
 * -Dpairs.pair=1.0..1.1                  just this pair
 * -Dpairs.dialect= -Dpairs.layout= -Dpairs.order= -Dpairs.routineEdits= -Dpairs.viewEdits=   as for the check
 * -Dpairs.show=list                      a line per finding, or console: as developers see it, or sql: with the scripts
 * </pre>
 */
public final class ReleasePairs {
    private final PrintStream out;
    private final SortedMap<String, Integer> totals = new TreeMap<>();

    private ReleasePairs(PrintStream out) {
        this.out = out;
    }

    /** A later tag and the one before, with what each has. */
    private record Pair(String from, String to, SortedMap<String, String> before, SortedMap<String, String> after) {
        boolean bringsScripts() {
            return !before.equals(after) && !before.isEmpty() && !after.isEmpty();
        }

        List<String> changed(String sign) {
            TreeSet<String> paths = new TreeSet<>(before.keySet());
            paths.addAll(after.keySet());
            return paths.stream()
                    .filter(path -> switch (sign) {
                        case "+" -> !before.containsKey(path);
                        case "-" -> !after.containsKey(path);
                        default ->
                            before.containsKey(path)
                                    && after.containsKey(path)
                                    && !before.get(path).equals(after.get(path));
                    })
                    .toList();
        }
    }

    /** @param arguments none; properties say what to do */
    public static void main(String[] arguments) throws CannotCheckException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (TaggedScripts scripts = new TaggedScripts(
                Path.of(property("repository", "")),
                List.of(property("path", "").split(",")))) {
            ReleasePairs pairs = new ReleasePairs(out);
            List<Pair> chosen = chosen(scripts);
            for (Pair pair : chosen) {
                pairs.show(pair);
            }
            out.println("TOTAL of " + chosen.size() + " pairs");
            pairs.totals.forEach((rule, count) -> out.println("  " + count + " " + rule));
        }
        out.flush();
    }

    private static String property(String name, String otherwise) {
        return System.getProperty("pairs." + name, otherwise);
    }

    private static List<Pair> chosen(TaggedScripts scripts) {
        String one = property("pair", "");
        if (!one.isEmpty()) {
            String[] tags = one.split("\\.\\.");
            return List.of(new Pair(tags[0], tags[1], scripts.at(tags[0]), scripts.at(tags[1])));
        }
        int count = Integer.parseInt(property("count", "20"));
        int spread = Integer.parseInt(property("spread", "0"));
        List<String> tags = scripts.tags(Pattern.compile(property("tags", "\\D*\\d+(\\.\\d+)*")));
        List<Pair> pairs = new ArrayList<>();
        for (int i = tags.size() - 1; i > 0; i--) {
            Pair pair = new Pair(tags.get(i - 1), tags.get(i), scripts.at(tags.get(i - 1)), scripts.at(tags.get(i)));
            if (pair.bringsScripts()) {
                pairs.add(pair);
            }
        }
        List<Pair> chosen = new ArrayList<>(pairs.subList(0, Math.min(count, pairs.size())));
        List<Pair> older = pairs.subList(chosen.size(), pairs.size());
        for (int i = 0; i < Math.min(spread, older.size()); i++) {
            chosen.add(older.get(i * older.size() / Math.min(spread, older.size())));
        }
        return chosen;
    }

    private void show(Pair pair) throws CannotCheckException {
        out.println("==== " + pair.from() + " .. " + pair.to());
        for (String sign : List.of("+", "~", "-")) {
            for (String path : pair.changed(sign)) {
                out.println("  " + sign + " " + path);
            }
        }
        CheckRequest.Builder request = CheckRequest.builder()
                .dialect(System.getProperty("pairs.dialect"))
                .layout(System.getProperty("pairs.layout"))
                .order(System.getProperty("pairs.order"))
                .routineEdits(property("routineEdits", "versioned"))
                .viewEdits(property("viewEdits", "versioned"))
                .baseline(Baseline.scripts(pair.from(), pair.before()));
        pair.after().forEach(request::script);
        CheckResult result = SchemaCompat.check(request.build());
        for (Finding finding : result.findings()) {
            totals.merge(finding.rule().id() + " [" + finding.severity().id() + "]", 1, Integer::sum);
        }
        switch (property("show", "list")) {
            case "console" ->
                ConsoleReport.lines(result, "findings.json", "mvn schema-compat:explain")
                        .forEach(line -> out.println("  [" + line.severity().id() + "] " + line.text()));
            case "sql" -> {
                list(result);
                pair.changed("+")
                        .forEach(path ->
                                out.println("---- " + path + "\n" + pair.after().get(path)));
            }
            default -> list(result);
        }
        out.flush();
    }

    private void list(CheckResult result) {
        for (Finding finding : result.findings()) {
            Location at = finding.location();
            out.println("  " + finding.severity().id() + " " + finding.rule().id() + " "
                    + (at == null ? "" : at.file() + ":" + at.start() + " ") + finding.message()
                    + (finding.conditional() ? " (conditional)" : ""));
            if (at != null) {
                out.println("      | " + at.line().strip());
            }
            finding.consequences().forEach(each -> out.println("      with it: " + each));
            finding.related().forEach(each -> out.println("      see also: " + each));
        }
        for (HistoryResult history : result.histories()) {
            history.unjudged().forEach(each -> out.println("  unjudged: " + each));
            out.println("  " + history.newScripts() + " new of " + history.scripts() + "; " + history.figures());
        }
    }
}
