package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import java.util.List;
import java.util.stream.Collectors;

/** Prints how many fixtures a rule has in each dialect: those that fire, and behind the plus those that must not. */
public final class FixtureTable {
    private FixtureTable() {}

    public static void main(String[] arguments) {
        List<Fixture> fixtures = Fixture.all();
        System.out.println("| rule | "
                + Dialect.ALL.stream().map(Dialect::id).collect(Collectors.joining(" | ")) + " |\n|---"
                + "|---".repeat(Dialect.ALL.size()) + "|");
        for (Rule rule : Rules.ALL) {
            String id = rule.info().id();
            System.out.println("| " + id + " | "
                    + Dialect.ALL.stream()
                            .map(dialect -> count(fixtures.stream()
                                    .filter(each -> each.rule().equals(id) && each.dialect() == dialect)
                                    .toList()))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
    }

    private static String count(List<Fixture> fixtures) {
        long silent = fixtures.stream().filter(Fixture::isTwin).count();
        return fixtures.isEmpty() ? "–" : fixtures.size() - silent + "+" + silent;
    }
}
