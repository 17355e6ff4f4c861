package io.github.schemacompat.check;

import io.github.schemacompat.change.Replayed;
import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Schema;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The own names of released objects whose users may mind what the new scripts do.
 *
 * @param gone tables, views and routines that are dropped or renamed, or lose a column
 * @param grown tables that get a column
 */
record ChangedNames(Set<String> gone, Set<String> grown) {
    static ChangedNames of(Schema released, Replayed replayed) {
        Set<String> gone = new TreeSet<>();
        Set<String> grown = new TreeSet<>();
        replayed.checkpoints()
                .forEach(checkpoint -> checkpoint.changes().forEach(change -> {
                    ObjectPath path = change.path();
                    boolean known = released.tables().containsKey(path.owner())
                            || released.views().containsKey(path.owner())
                            || released.routines().containsKey(path.owner());
                    boolean named = path.kind() == ObjectKind.TABLE
                            || path.kind() == ObjectKind.COLUMN
                            || path.kind() == ObjectKind.VIEW
                            || path.kind() == ObjectKind.ROUTINE;
                    if (!known || !named) {
                        return;
                    }
                    if (change instanceof SchemaChange.Dropped || change instanceof SchemaChange.Renamed) {
                        gone.add(own(path.owner()));
                    } else if (change instanceof SchemaChange.Created && path.kind() == ObjectKind.COLUMN) {
                        grown.add(own(path.owner()));
                    }
                }));
        return new ChangedNames(gone, grown);
    }

    private static String own(String key) {
        int arguments = key.indexOf('(');
        String name = arguments < 0 ? key : key.substring(0, arguments);
        return name.substring(name.lastIndexOf('.') + 1).replace("\"", "");
    }

    /** Whether the text of a released script looks as if something counted on the number of a grown table's columns. */
    boolean grownIsCountedOn(@Nullable Release last, Dialect dialect) {
        if (grown.isEmpty() || last == null || dialect == Dialect.POSTGRESQL) {
            return false;
        }
        String names = grown.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Pattern counting = Pattern.compile("(?i)\\binsert\\s+(?:into\\s+)?[\\w.\\[`\"]*?(?:" + names
                + ")[\\]`\"]?\\s+(?:values|select|exec|with)\\b"
                + (dialect == Dialect.SQL_SERVER ? "|\\*\\s*," : ""));
        return last.texts().stream()
                .anyMatch(script -> counting.matcher(script.source().text()).find());
    }
}
