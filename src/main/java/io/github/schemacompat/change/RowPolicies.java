package io.github.schemacompat.change;

import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** Which rows tables show to whom, in lines as {@link Schema#rowPolicies} holds them. */
final class RowPolicies {
    private final ObjectLines lines;

    private RowPolicies(Collection<String> lines) {
        this.lines = new ObjectLines(lines);
    }

    /** What is left of the policies after the changes. */
    static SortedSet<String> after(Collection<String> before, List<SchemaChange> changes) {
        RowPolicies policies = new RowPolicies(before);
        changes.forEach(policies::apply);
        return policies.lines.all();
    }

    private void apply(SchemaChange change) {
        ObjectPath path = change.path();
        if (change instanceof SchemaChange.RowSecurityChanged security) {
            if (security.enabled()) {
                lines.add(path, Schema.ROW_SECURITY);
            } else {
                lines.remove(path, Schema.ROW_SECURITY);
            }
        } else if (change instanceof SchemaChange.RowPolicyChanged policy) {
            change(policy);
        } else if (change instanceof SchemaChange.Dropped && path.member() == null) {
            lines.forget(path);
        } else if (change instanceof SchemaChange.Renamed renamed && path.member() == null) {
            lines.move(path, renamed.newPath());
        }
    }

    /** What ALTER leaves as it was isn't known apart from the rest: the new terms are written behind the old ones. */
    private void change(SchemaChange.RowPolicyChanged change) {
        ObjectPath table = change.path();
        String head = "policy " + change.policy() + ": ";
        List<String> present = lines.of(table, head);
        present.forEach(line -> lines.remove(table, line));
        String made = head + (change.restrictive() ? Schema.RESTRICTIVE : Schema.PERMISSIVE);
        if (change.verb().equals("create")) {
            lines.add(table, made + change.terms());
        } else if (change.verb().equals("alter")) {
            lines.add(table, (present.isEmpty() ? made : present.get(0)) + " changed " + change.terms());
        }
    }
}
