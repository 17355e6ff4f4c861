package io.github.schemacompat.rule;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.dialect.Dialect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The pages of docs/rules: a rule's own words, its examples, and what the gate says of them. An example is a fixture:
 * {@code <dialect>-example.sql}, else {@code <dialect>-plain.sql}, else the first that fires.
 */
final class RulePages {
    private static final int WIDTH = 110;
    private static final List<String> EXAMPLES = List.of("-example", "-plain");
    private static final List<String> TWINS = List.of("-example-ok");

    /** What the families are about, for the index. */
    private static final Map<Family, String> FAMILIES = Map.of(
            Family.COMPAT, "Breaks a release that is still running.",
            Family.DATA, "Destroys rows, which no rollback brings back.",
            Family.SCRIPTS, "What was released stays as it was, and everything can be read.",
            Family.SUPPRESSIONS, "Exceptions that do nothing, or no longer.");

    private final List<Fixture> fixtures;

    RulePages(List<Fixture> fixtures) {
        this.fixtures = fixtures;
    }

    /** Every page by the name of its file. */
    Map<String, String> all() throws CannotCheckException {
        Map<String, String> pages = new TreeMap<>();
        pages.put("index.md", index());
        for (Rule rule : Rules.ALL) {
            pages.put(rule.info().id() + ".md", page(rule.info()));
        }
        return pages;
    }

    private static String index() {
        StringBuilder page = new StringBuilder(
                "<!-- Generated from the rules' own words by RulePagesTest; edit the rules. -->\n# Rules\n");
        for (Family family : Family.values()) {
            List<RuleInfo> rules = Rules.ALL.stream()
                    .map(Rule::info)
                    .filter(rule -> rule.family() == family)
                    .sorted(Comparator.comparing(RuleInfo::id))
                    .toList();
            page.append("\n## Family ").append(family.id()).append("\n\n");
            page.append(FAMILIES.get(family)).append("\n\n| rule | severity | fires when |\n|---|---|---|\n");
            rules.forEach(rule -> page.append("| [" + rule.id() + "](" + rule.id() + ".md) | "
                    + rule.severity().id() + " | " + rule.summary().replace("|", "\\|") + " |\n"));
        }
        return page.toString();
    }

    private String page(RuleInfo rule) throws CannotCheckException {
        List<Example> examples = new ArrayList<>();
        for (Dialect dialect : Dialect.ALL) {
            Optional<Fixture> fires = find(rule, dialect, false);
            if (fires.isPresent()) {
                examples.add(
                        Example.of(rule, fires.get(), find(rule, dialect, true).orElse(null)));
            }
        }
        StringBuilder page = new StringBuilder(
                "<!-- Generated from the rule's own words and its fixtures by RulePagesTest; edit those. -->\n");
        page.append("# " + rule.id() + "\n\n");
        page.append("| family | severity | breaks |\n|---|---|---|\n| "
                + rule.family().id() + " | " + severities(rule, examples) + " | " + broken(examples) + " |\n\n");
        page.append("## What fires\n\n" + wrapped(rule.summary()) + "\n\n");
        page.append("## Why\n\n" + wrapped(rule.why()) + "\n\n");
        if (!examples.isEmpty()) {
            page.append(examples.get(0).timeline());
        }
        page.append("## What to do instead\n\n" + wrapped(rule.instead()) + "\n\n");
        page.append("## What doesn't fire\n\n");
        rule.silentWhen().forEach(each -> page.append(wrapped("- " + each)).append('\n'));
        page.append('\n');
        page.append("## Examples\n\n");
        if (examples.isEmpty()) {
            page.append(wrapped("None: "
                            + NoFixtures.because(rule.id(), Dialect.POSTGRESQL).orElseThrow() + ".")
                    + "\n\n");
        }
        examples.forEach(example -> page.append(example.section(title(rule, example.fixture()))));
        page.append("## Configuration\n\n```xml\n<severities>\n  <" + rule.id() + ">warning</" + rule.id()
                + ">\n</severities>\n```\n\nor `-Dschema-compat.severity." + rule.id()
                + "=warning`. Values: `error`, `warning`, `info`"
                + (Rules.READING.contains(rule.id()) ? "" : ", `off`") + ".\n");
        page.append(exception(rule, examples));
        return page.toString();
    }

    /** MariaDB has MySQL's examples, unless it has its own. */
    private String title(RuleInfo rule, Fixture example) {
        boolean forBoth = example.dialect().is(Dialect.MYSQL)
                && find(rule, Dialect.MARIADB, false).isEmpty()
                && !RuleFixturesTest.ONLY_MYSQL.containsKey(example.path());
        return example.dialect().displayName() + (forBoth ? " and MariaDB" : "");
    }

    /** How a single case is accepted: by a comment where the finding offers one, else in the file of exceptions. */
    private static String exception(RuleInfo rule, List<Example> examples) {
        if (rule.family() == Family.SUPPRESSIONS) {
            return "";
        }
        Optional<String> allow = examples.stream()
                .flatMap(example -> example.findings().stream())
                .map(Finding::allow)
                .filter(Objects::nonNull)
                .findFirst();
        if (allow.isPresent()) {
            return "\nA single case is allowed by a comment on the line before the statement. It needs a reason, and an"
                    + " end does it good:\n\n```sql\n" + allow.get().replace(" because", " until 2.4 because")
                    + "\n```\n";
        }
        return "\nA single case is accepted in `accepted.json`; the message offers the entry with its hash:\n\n```json\n"
                + "{\"format\": 1, \"accepted\": [\n  {\"rule\": \"" + rule.id()
                + "\", \"script\": \"V1__init.sql\", \"hash\": \"…\", \"reason\": \"…\", \"until\": \"2.4\"}\n]}\n```\n";
    }

    private Optional<Fixture> find(RuleInfo rule, Dialect dialect, boolean twin) {
        List<Fixture> candidates = fixtures.stream()
                .filter(fixture ->
                        fixture.rule().equals(rule.id()) && fixture.dialect() == dialect && fixture.isTwin() == twin)
                .sorted(Comparator.comparing(Fixture::name))
                .toList();
        for (String ending : twin ? TWINS : EXAMPLES) {
            for (Fixture fixture : candidates) {
                if (fixture.name().equals(dialect.id() + ending)) {
                    return Optional.of(fixture);
                }
            }
        }
        return candidates.stream().findFirst();
    }

    /** Its own severity, and the others that its fixtures show. */
    private String severities(RuleInfo rule, List<Example> examples) {
        Set<String> others = new TreeSet<>();
        fixtures.stream()
                .filter(fixture -> fixture.settings().keySet().stream().noneMatch(name -> name.startsWith("severity")))
                .flatMap(fixture -> fixture.expected().stream())
                .filter(expected -> expected.rule().equals(rule.id()))
                .map(Fixture.Expectation::severity)
                .filter(severity ->
                        !severity.isEmpty() && !severity.equals(rule.severity().id()))
                .forEach(others::add);
        return rule.severity().id() + (others.isEmpty() ? "" : ", in some cases " + String.join(" or ", others));
    }

    private static String broken(List<Example> examples) {
        List<Break> breaks = examples.stream()
                .flatMap(example -> example.findings().stream())
                .flatMap(finding -> finding.breaks().stream())
                .toList();
        List<String> users = new ArrayList<>();
        if (breaks.stream().anyMatch(Break::readers)) {
            users.add("readers");
        }
        if (breaks.stream().anyMatch(Break::writers)) {
            users.add("writers");
        }
        if (breaks.stream().anyMatch(Break::callers)) {
            users.add("callers");
        }
        return users.isEmpty() ? "–" : String.join(", ", users);
    }

    static String wrapped(String text) {
        return text.lines().map(RulePages::wrappedLine).collect(Collectors.joining("\n"));
    }

    private static String wrappedLine(String line) {
        StringBuilder wrapped = new StringBuilder();
        String indent = line.startsWith("- ") ? "  " : line.startsWith("> ") ? "> " : "";
        int width = 0;
        for (String word : line.split(" ")) {
            if (width > 0 && width + 1 + word.length() > WIDTH) {
                wrapped.append('\n').append(indent);
                width = indent.length();
            } else if (width > 0) {
                wrapped.append(' ');
                width++;
            }
            wrapped.append(word);
            width += word.length();
        }
        return wrapped.toString();
    }
}
