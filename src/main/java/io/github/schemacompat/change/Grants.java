package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;

/** Which rights scripts have given, in lines as {@link io.github.schemacompat.schema.Schema#grants} holds them. */
final class Grants {
    private final Dialect dialect;
    private final ObjectLines lines;

    private Grants(Dialect dialect, Collection<String> lines) {
        this.dialect = dialect;
        this.lines = new ObjectLines(lines);
    }

    /** What is left of the rights after the changes. */
    static SortedSet<String> after(Collection<String> before, List<SchemaChange> changes, Dialect dialect) {
        Grants grants = new Grants(dialect, before);
        changes.forEach(grants::apply);
        return grants.lines.all();
    }

    private void apply(SchemaChange change) {
        ObjectPath path = change.path();
        if (change instanceof SchemaChange.PrivilegeChanged privilege) {
            for (String right : privilege.privileges()) {
                for (String grantee : privilege.grantees()) {
                    change(privilege.verb(), path, right, grantee.toLowerCase(Locale.ROOT));
                }
            }
        } else if (change instanceof SchemaChange.Dropped && path.member() == null && forgets(path.kind())) {
            lines.forget(path);
        } else if (change instanceof SchemaChange.Renamed renamed && path.member() == null) {
            lines.move(path, renamed.newPath());
        }
    }

    private void change(String verb, ObjectPath path, String right, String grantee) {
        String to = " to " + grantee;
        if (verb.equals("grant")) {
            lines.add(path, right + to);
        } else if (right.startsWith("all")) {
            lines.of(path, "").stream().filter(given -> given.endsWith(to)).forEach(given -> lines.remove(path, given));
        } else {
            lines.remove(path, right + to);
        }
    }

    /** MySQL keeps the rights on tables and views by name, and takes those on routines away. */
    private boolean forgets(ObjectKind kind) {
        boolean mysql = dialect.is(Dialect.MYSQL) || dialect.is(Dialect.MARIADB);
        return !mysql || kind == ObjectKind.ROUTINE;
    }
}
