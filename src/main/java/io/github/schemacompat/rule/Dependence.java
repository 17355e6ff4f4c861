package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.View;
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
