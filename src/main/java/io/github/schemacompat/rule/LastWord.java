package io.github.schemacompat.rule;

import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.change.SchemaChange.PrivilegeChanged;
import io.github.schemacompat.change.SchemaChange.ReadOnlyChanged;
import io.github.schemacompat.change.SchemaChange.ReorgChanged;
import io.github.schemacompat.change.SchemaChange.RowPolicyChanged;
import io.github.schemacompat.change.SchemaChange.RowSecurityChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Of rights, row security and READ ONLY counts what holds at the end: what is given back was never taken. */
final class LastWord {
    private LastWord() {}

    /** @param grants what scripts had given before, as {@link io.github.schemacompat.schema.Schema#grants} holds it */
    static List<Provenance.DataChange> of(List<Provenance.DataChange> changes, SortedSet<String> grants) {
        List<Provenance.DataChange> left = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            SchemaChange change = changes.get(i).change();
            boolean holds = true;
            if (change instanceof PrivilegeChanged privilege) {
                holds = privilege.verb().equals("grant") || isLost(privilege, changes, i, grants);
            } else if (change instanceof RowSecurityChanged security) {
                holds = !security.enabled() || isSwitchedOn(changes, i);
            } else if (change instanceof ReadOnlyChanged readOnly) {
                holds = !readOnly.enabled() || isSwitchedOn(changes, i);
            }
            if (change instanceof ReorgChanged reorg) {
                holds = reorg.needed() && isLast(changes, i);
            } else if (change instanceof RowPolicyChanged) {
                holds = isLast(changes, i);
            }
            if (holds) {
                left.add(changes.get(i));
            }
        }
        return left;
    }

    /** Whether nothing of the kind is said of the table later. */
    private static boolean isLast(List<Provenance.DataChange> changes, int at) {
        for (int i = at + 1; i < changes.size(); i++) {
            if (isSameSwitch(changes, i, at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLost(
            PrivilegeChanged lost, List<Provenance.DataChange> changes, int at, SortedSet<String> grants) {
        return lost.grantees().stream()
                .anyMatch(grantee -> rights(lost, grantee, changes.get(at), grants)
                        .anyMatch(privilege -> {
                            boolean given =
                                    lost.verb().equals("revoke") && isGranted(privilege, grantee, changes, at, 0, at);
                            return !given && !isGranted(privilege, grantee, changes, at, at + 1, changes.size());
                        }));
    }

    /** What is taken: of ALL that is known to have been given, if anything is. */
    private static Stream<String> rights(
            PrivilegeChanged lost, String grantee, Provenance.DataChange change, SortedSet<String> grants) {
        return lost.privileges().stream().flatMap(privilege -> {
            String head = change.path() + ": ";
            String tail = " to " + grantee.toLowerCase(Locale.ROOT);
            List<String> given = grants.stream()
                    .filter(line -> line.startsWith(head) && line.endsWith(tail))
                    .map(line -> line.substring(head.length(), line.length() - tail.length()))
                    .toList();
            boolean all = privilege.startsWith("all") && lost.verb().equals("revoke") && !given.isEmpty();
            return all ? given.stream() : Stream.of(privilege);
        });
    }

    private static boolean isGranted(
            String privilege, String grantee, List<Provenance.DataChange> changes, int of, int from, int to) {
        for (int i = from; i < to; i++) {
            if (changes.get(i).path().equals(changes.get(of).path())
                    && changes.get(i).change() instanceof PrivilegeChanged granted
                    && granted.verb().equals("grant")
                    && granted.grantees().stream().anyMatch(grantee::equalsIgnoreCase)
                    && granted.privileges().stream()
                            .anyMatch(each -> each.equals(privilege) || each.startsWith("all"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is off before and on at the end; of several statements the last one is told. */
    private static boolean isSwitchedOn(List<Provenance.DataChange> changes, int at) {
        for (int i = 0; i < changes.size(); i++) {
            if (isSameSwitch(changes, i, at) && (i > at || i < at && !isOn(changes, i) && isFirst(changes, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFirst(List<Provenance.DataChange> changes, int at) {
        for (int i = 0; i < at; i++) {
            if (isSameSwitch(changes, i, at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSameSwitch(List<Provenance.DataChange> changes, int some, int other) {
        return changes.get(some).path().equals(changes.get(other).path())
                && changes.get(some)
                        .change()
                        .getClass()
                        .equals(changes.get(other).change().getClass());
    }

    private static boolean isOn(List<Provenance.DataChange> changes, int at) {
        SchemaChange change = changes.get(at).change();
        return change instanceof RowSecurityChanged security && security.enabled()
                || change instanceof ReadOnlyChanged readOnly && readOnly.enabled();
    }
}
