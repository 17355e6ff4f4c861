package io.github.schemacompat.change;

import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which rows tables show to whom, in lines as {@link Schema#rowPolicies} holds them. */
final class RowPolicies {
    private final SortedSet<String> lines;

    private RowPolicies(Collection<String> lines) {
        this.lines = new TreeSet<>(lines);
    }

    /** What is left of the policies after the changes. */
    static SortedSet<String> after(Collection<String> before, List<SchemaChange> changes) {
        RowPolicies policies = new RowPolicies(before);
        changes.forEach(policies::apply);
        return policies.lines;
    }

    private void apply(SchemaChange change) {
        ObjectPath path = change.path();
        String head = path + ": ";
        if (change instanceof SchemaChange.RowSecurityChanged security) {
            if (security.enabled()) {
                lines.add(head + Schema.ROW_SECURITY);
            } else {
                lines.remove(head + Schema.ROW_SECURITY);
            }
        } else if (change instanceof SchemaChange.RowPolicyChanged policy) {
            change(policy, head + "policy " + policy.policy() + ": ");
        } else if (change instanceof SchemaChange.Dropped && path.member() == null) {
            lines.removeIf(line -> line.startsWith(head));
        } else if (change instanceof SchemaChange.Renamed renamed && path.member() == null) {
            List<String> moved =
                    lines.stream().filter(line -> line.startsWith(head)).toList();
            lines.removeAll(moved);
            moved.forEach(line -> lines.add(renamed.newPath() + line.substring(head.length() - 2)));
        }
    }

    /** What ALTER leaves as it was isn't known apart from the rest: the new terms are written behind the old ones. */
    private void change(SchemaChange.RowPolicyChanged change, String head) {
        List<String> present =
                lines.stream().filter(line -> line.startsWith(head)).toList();
        lines.removeAll(present);
        String kind = change.restrictive() ? Schema.RESTRICTIVE : Schema.PERMISSIVE;
        switch (change.verb()) {
            case "create" -> lines.add(head + kind + change.terms());
            case "alter" ->
                lines.add((present.isEmpty() ? head + kind : present.get(0)) + " changed " + change.terms());
            default -> {
                // it is gone
            }
        }
    }
}
