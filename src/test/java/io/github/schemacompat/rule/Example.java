package io.github.schemacompat.rule;

import io.github.schemacompat.check.CannotCheckException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule's example in one dialect: the fixture, what the gate says of it, and the twin of which it says nothing.
 *
 * @param findings of the rule
 * @param rollback the verdict
 */
record Example(RuleInfo rule, Fixture fixture, @Nullable Fixture twin, List<Finding> findings, String rollback) {
    private static final Pattern EXPECT = Pattern.compile("-- expect: (.*)$");

    static Example of(RuleInfo rule, Fixture fixture, @Nullable Fixture twin) throws CannotCheckException {
        FixtureRun run = FixtureRun.of(fixture);
        List<Finding> findings = run.findings().stream()
                .filter(finding -> finding.rule().id().equals(rule.id()))
                .toList();
        return new Example(rule, fixture, twin, findings, run.result().rollback());
    }

    /** Before, during and after the deployment; nothing where no release breaks. */
    String timeline() {
        Finding finding = findings.get(0);
        if (finding.breaks().isEmpty()) {
            return "";
        }
        String releases = Users.releases(finding.breaks());
        boolean breaksItself = releases.equals(ContractOf.BEING_BUILT);
        String script = Objects.requireNonNull(finding.location()).file();
        return "| when | what happens |\n|---|---|\n"
                + "| before | "
                + (breaksItself
                        ? "The release before it writes the column, and is content"
                        : Users.capitalized(releases) + " runs on the schema that it was built for")
                + " |\n| deployment | `" + script + "` runs while "
                + (breaksItself ? "the first new instance starts" : releases + " is still running") + ": "
                + finding.message() + ". " + finding.why() + " |\n"
                + "| rollback | "
                + (breaksItself ? "The new release never ran; the one before it goes on" : rollback(releases))
                + " |\n\n";
    }

    private String rollback(String releases) {
        if (rule.family() == Family.DATA) {
            return Users.capitalized(releases) + " runs again, but its rows don't come back";
        }
        return switch (rollback) {
            case "safe" ->
                "Safe: nothing that " + releases + " does is refused; but it meets the new schema, as it did while"
                        + " both were running";
            case "safe-until-post" -> "Safe until the post scripts have run";
            default -> "Unsafe: taken up again, " + releases + " meets the new schema, and fails in the same way";
        };
    }

    /** Its dialect, the SQL, what is said of it, what to do instead, and the twin. */
    String section(String title) {
        Finding finding = findings.get(0);
        StringBuilder text = new StringBuilder("### " + title + "\n\n");
        text.append("```sql\n" + sql(fixture) + "```\n\n");
        text.append(RulePages.wrapped("> " + finding.message() + ". " + finding.why()) + "\n\n");
        text.append(RulePages.wrapped("Instead: " + Fix.prose(finding.fix())) + "\n\n");
        if (!finding.fixSql().isBlank()) {
            text.append("```sql\n" + finding.fixSql().strip() + "\n```\n\n");
        }
        if (twin != null) {
            text.append("Nothing is found here:\n\n```sql\n" + sql(twin) + "```\n\n");
        }
        return text.toString();
    }

    private static String sql(Fixture fixture) {
        return fixture.lines().stream().map(Example::line).collect(Collectors.joining("\n")) + "\n";
    }

    /** A line of the fixture as people read it who don't know fixtures. */
    private static String line(String line) {
        Matcher mark = Fixture.MARK.matcher(line);
        if (mark.matches()) {
            String value = mark.group(2).strip();
            return switch (mark.group(1)) {
                case "set" ->
                    value.startsWith("audit=")
                            ? "-- the audit of release " + value.substring("audit=".length())
                            : "-- with " + value;
                case "release" -> "-- released with " + value.replaceFirst(" ", ", script ");
                case "new" -> "-- new: " + value;
                case "binary" -> "-- new: " + value + ", which is an image";
                case "removed" -> "-- no longer there: " + value;
                case "works" -> "-- what a release does still works: " + value;
                case "fails" -> "-- what a release does fails now: " + value;
                default -> "-- " + found(value);
            };
        }
        Matcher expect = EXPECT.matcher(line);
        return expect.find() ? line.substring(0, expect.start()) + "-- " + found(expect.group(1)) : line;
    }

    private static String found(String expectations) {
        return Fixture.expectations(expectations, 0).stream()
                .map(expected -> (expected.severity().isEmpty()
                                ? Rules.byId(expected.rule()).info().severity().id()
                                : expected.severity())
                        + ": " + expected.rule())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
