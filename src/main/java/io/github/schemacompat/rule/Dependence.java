package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How the uses of a view or routine say what else than names it counts on. */
final class Dependence {
    private Dependence() {}

    /** That the table has no column of this name: it writes the name without a table. */
    static String onName(String table, Column added, Dialect dialect) {
        return table + ".?" + QualifiedName.quoted(dialect.key(added.name()));
    }

    /** Whether a view's column is this one of a table or view, and has its name from there unless the view says another. */
    static boolean shows(ViewColumn shown, ObjectPath column, Dialect dialect) {
        boolean byStar =
                column.owner().equals(shown.star()) && dialect.key(shown.name()).equals(column.member());
        return byStar
                || (column.owner() + "." + QualifiedName.quoted(String.valueOf(column.member())))
                        .equals(shown.follows());
    }

    static SortedSet<String> uses(@Nullable SchemaElement element) {
        if (element instanceof View view) {
            return view.uses();
        }
        if (element instanceof Trigger trigger) {
            return trigger.uses();
        }
        return element instanceof Routine routine ? routine.uses() : new TreeSet<>();
    }
}
