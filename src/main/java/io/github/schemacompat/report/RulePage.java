package io.github.schemacompat.report;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.rule.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages of {@code docs/rules}, as they come with the plugin. They are written from the rules' own words and their
 * fixtures when the plugin is built.
 */
public final class RulePage {
    private RulePage() {}

    /** The page of a rule in Markdown, a line each. */
    public static List<String> of(RuleInfo rule) {
        return read(rule.id() + ".md");
    }

    /** The same with the examples of one dialect only; with all of them if there are none of it. */
    public static List<String> of(RuleInfo rule, Dialect dialect) {
        List<String> page = of(rule);
        if (page.stream().noneMatch(line -> isExampleOf(dialect, line))) {
            return page;
        }
        List<String> left = new ArrayList<>();
        boolean wanted = true;
        for (String line : page) {
            if (line.startsWith("### ")) {
                wanted = isExampleOf(dialect, line);
            } else if (line.startsWith("## ")) {
                wanted = true;
            }
            if (wanted) {
                left.add(line);
            }
        }
        return left;
    }

    private static boolean isExampleOf(Dialect dialect, String line) {
        return line.startsWith("### ")
                && List.of(line.substring("### ".length()).split(" and ")).contains(dialect.displayName());
    }

    /** The index of all rules in Markdown, a line each. */
    public static List<String> index() {
        return read("index.md");
    }

    /** The first line says to those who edit the file where it comes from. */
    private static List<String> read(String page) {
        try (InputStream stream = RulePage.class.getResourceAsStream("rules/" + page)) {
            if (stream == null) {
                throw new IllegalStateException("the plugin was built without its page " + page);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
