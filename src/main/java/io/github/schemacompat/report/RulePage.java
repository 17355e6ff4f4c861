package io.github.schemacompat.report;

import io.github.schemacompat.rule.Family;
import io.github.schemacompat.rule.Rule;
import io.github.schemacompat.rule.RuleInfo;
import io.github.schemacompat.rule.Rules;
import java.util.Comparator;
import java.util.List;

/** A rule's page, and the index of all of them, made from what the rules say of themselves. */
public final class RulePage {
    private static final int WIDTH = 110;

    private RulePage() {}

    /** The page in Markdown. */
    public static String markdown(RuleInfo rule) {
        return "<!-- Generated from the rule's own words by RulePagesTest; edit the rule. -->\n"
                + "# " + rule.id() + "\n\n"
                + "| family | severity |\n|---|---|\n| " + rule.family().id() + " | "
                + rule.severity().id() + " |\n\n"
                + "## What fires\n\n" + wrapped(rule.summary()) + "\n\n"
                + "## Why\n\n" + wrapped(rule.why()) + "\n\n"
                + "## What to do instead\n\n" + wrapped(rule.instead()) + "\n\n"
                + "## Configuration\n\n"
                + "```xml\n<severities>\n  <" + rule.id() + ">warning</" + rule.id() + ">\n</severities>\n```\n\n"
                + "or `-Dschema-compat.severity." + rule.id() + "=warning`. Values: `error`, `warning`, `info`"
                + (Rules.READING.contains(rule.id()) ? "" : ", `off`") + ".\n";
    }

    /** The page for a terminal, a line each. */
    public static List<String> lines(RuleInfo rule) {
        return markdown(rule).lines().skip(1).toList();
    }

    /** The index in Markdown, by family. */
    public static String index() {
        StringBuilder page = new StringBuilder(
                "<!-- Generated from the rules' own words by RulePagesTest; edit the rules. -->\n# Rules\n");
        for (Family family : Family.values()) {
            List<RuleInfo> rules = Rules.ALL.stream()
                    .map(Rule::info)
                    .filter(rule -> rule.family() == family)
                    .sorted(Comparator.comparing(RuleInfo::id))
                    .toList();
            if (!rules.isEmpty()) {
                page.append("\n## Family ")
                        .append(family.id())
                        .append("\n\n| rule | severity | fires when |\n|---|---|---|\n");
                rules.forEach(rule -> page.append("| [")
                        .append(rule.id())
                        .append("](")
                        .append(rule.id())
                        .append(".md) | ")
                        .append(rule.severity().id())
                        .append(" | ")
                        .append(rule.summary().replace("|", "\\|"))
                        .append(" |\n"));
            }
        }
        return page.toString();
    }

    private static String wrapped(String text) {
        StringBuilder wrapped = new StringBuilder();
        for (String paragraph : text.split("\n", -1)) {
            int width = 0;
            boolean verbatim = paragraph.startsWith("    ");
            if (wrapped.length() > 0) {
                wrapped.append('\n');
            }
            if (verbatim) {
                wrapped.append(paragraph);
                continue;
            }
            for (String word : paragraph.split(" ")) {
                if (width > 0 && width + 1 + word.length() > WIDTH) {
                    wrapped.append('\n');
                    width = 0;
                } else if (width > 0) {
                    wrapped.append(' ');
                    width++;
                }
                wrapped.append(word);
                width += word.length();
            }
        }
        return wrapped.toString();
    }
}
