package io.github.schemacompat.soundness;

import io.github.schemacompat.fidelity.RealEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Releases, what their applications do, and a migration.
 *
 * @param versions the releases, the first one first
 * @param supported how many of the last ones have to go on working
 * @param pre the new statements that run before the first new instance starts
 * @param post those that run behind the last old one's end
 * @param next what the new application does of what the last one did
 * @param plainRows what the new application writes behind the pre statements
 */
record Trial(
        List<Version> versions,
        int supported,
        List<String> pre,
        List<String> post,
        List<Use> next,
        List<Application.PlainRow> plainRows) {
    static final String MARK = "-- schema-compat: ";

    Trial {
        versions = List.copyOf(versions);
        pre = List.copyOf(pre);
        post = List.copyOf(post);
        next = List.copyOf(next);
        plainRows = List.copyOf(plainRows);
    }

    /**
     * A release.
     *
     * @param statements of its own, with its marks
     * @param uses what its application does
     */
    record Version(List<String> statements, List<Use> uses) {
        Version {
            statements = List.copyOf(statements);
            uses = List.copyOf(uses);
        }
    }

    List<String> migration() {
        List<String> all = new ArrayList<>(pre);
        all.addAll(post);
        return all;
    }

    /** Whether the new statements may stand in a script that runs each time it changes. */
    boolean isRepeatable() {
        return pre.stream().allMatch(statement -> statement.startsWith("CREATE OR REPLACE "));
    }

    Trial withPre(List<String> statements) {
        return new Trial(versions, supported, statements, post, next, plainRows);
    }

    Trial withPost(List<String> statements) {
        return new Trial(versions, supported, pre, statements, next, plainRows);
    }

    /** The only use of all releases. */
    Trial withUse(Use use) {
        return new Trial(
                versions.stream()
                        .map(each ->
                                new Version(each.statements(), each.uses().contains(use) ? List.of(use) : List.of()))
                        .toList(),
                supported,
                pre,
                post,
                next.contains(use) ? List.of(use) : List.of(),
                plainRows.stream().filter(row -> row.now().equals(use)).toList());
    }

    Trial withVersion(int index, List<String> statements) {
        List<Version> changed = new ArrayList<>(versions);
        changed.set(index, new Version(statements, changed.get(index).uses()));
        return new Trial(changed, supported, pre, post, next, plainRows);
    }

    static String script(RealEngine engine, List<String> statements) {
        return statements.stream()
                .map(statement -> statement.startsWith(MARK) ? statement + "\n" : engine.terminated(statement))
                .collect(Collectors.joining());
    }

    /** All scripts as text, for people. */
    String text(RealEngine engine) {
        StringBuilder text = new StringBuilder();
        versions.forEach(version -> text.append("-- released\n").append(script(engine, version.statements())));
        if (supported > 1) {
            text.append("-- ").append(supported).append(" releases are supported\n");
        }
        text.append("-- new\n").append(script(engine, pre));
        if (!post.isEmpty()) {
            text.append("-- new, post\n").append(script(engine, post));
        }
        return text.toString();
    }
}
