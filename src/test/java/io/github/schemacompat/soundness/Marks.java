package io.github.schemacompat.soundness;

import io.github.schemacompat.fidelity.Names.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a release says of itself.
 *
 * @param statements the marks as scripts have them
 * @param names what migrations call the things that they are about
 */
record Marks(List<String> statements, List<Name> names, Promises promises) {
    private static final Set<String> OBJECTS = Set.of("table", "view", "function", "procedure", "sequence");
    private static final int MOST = 3;
    private static final String BECAUSE = " because of the trial";

    /** Marks for some of these. */
    static Marks some(Vocabulary words, Random random, List<Name> names) {
        List<Name> candidates = names.stream()
                .filter(each -> Set.of("free", "nullable").contains(each.kind()) || OBJECTS.contains(each.kind()))
                .toList();
        List<String> statements = new ArrayList<>();
        List<Name> marked = new ArrayList<>();
        List<String> deprecated = new ArrayList<>();
        List<String> populated = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        List<String> honored = new ArrayList<>();
        int count = candidates.isEmpty() ? 0 : 1 + random.nextInt(MOST);
        for (int i = 0; i < count; i++) {
            Name name = candidates.get(random.nextInt(candidates.size()));
            boolean given =
                    Stream.of(deprecated, populated, unread, honored).anyMatch(each -> each.contains(name.name()));
            // who doesn't write a column can't say that it always does
            boolean contradicts = name.kind().equals("nullable") && isDeprecated(name.name(), names);
            if (given || contradicts) {
                continue;
            }
            String path = (name.parent() == null ? "" : words.quote(name.parent()) + ".") + words.quote(name.name());
            String kind;
            if (OBJECTS.contains(name.kind())) {
                kind = "old" + name.kind();
                deprecated.add(name.name());
                statements.add(mark("deprecate " + path));
            } else if (name.kind().equals("nullable")) {
                kind = "populated";
                populated.add(name.name());
                statements.add(mark("populate " + path));
            } else if ("int".equals(name.type()) && random.nextInt(3) == 0) {
                kind = "honored";
                honored.add(name.name());
                statements.add(mark("honors check " + words.quote(Objects.requireNonNull(name.parent())) + "("
                        + words.quote(name.name()) + ")"));
            } else if (random.nextInt(4) == 0) {
                kind = "unread";
                unread.add(name.name());
                statements.add(mark("deprecate reads " + path));
            } else {
                kind = "deprecated";
                deprecated.add(name.name());
                statements.add(mark("deprecate " + path));
            }
            marked.add(new Name(kind, kind + " " + name.key(), name.parent(), null, name.name(), name.type()));
        }
        return new Marks(statements, marked, new Promises(deprecated, populated, unread, honored));
    }

    private static boolean isDeprecated(String column, List<Name> names) {
        return names.stream()
                .anyMatch(
                        each -> each.kind().equals("deprecated") && each.name().equals(column));
    }

    private static String mark(String said) {
        return Trial.MARK + said + BECAUSE;
    }

    /** Whether what a mark is about, or the table of it, was made by these statements. */
    static boolean isAboutSomething(String mark, String made) {
        String path = mark.substring(Trial.MARK.length(), mark.indexOf(BECAUSE))
                .replaceFirst("^(deprecate reads|honors check|\\w+) ", "");
        String owner = path.replaceFirst("[.(].*", "");
        return Pattern.compile("(?im)^CREATE (MATERIALIZED )?\\w+ " + Pattern.quote(unquoted(owner)) + "(?!\\w)")
                .matcher(unquoted(made))
                .find();
    }

    static String unquoted(String sql) {
        return sql.replaceAll("[\"`]", "");
    }

    List<String> and(List<String> further) {
        List<String> all = new ArrayList<>(statements);
        all.addAll(further);
        return all;
    }
}
