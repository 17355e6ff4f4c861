package io.github.schemacompat.rule;

import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The released schema with the marks that the new scripts set: what the release being built needs of it. */
final class MarkedSchema {
    private final Dialect dialect;
    private final Map<ObjectPath, Marks> said = new HashMap<>();

    private MarkedSchema(Dialect dialect) {
        this.dialect = dialect;
    }

    static Schema of(Schema released, List<SchemaChange> changes, Dialect dialect) {
        MarkedSchema marked = new MarkedSchema(dialect);
        for (SchemaChange change : changes) {
            if (change instanceof SchemaChange.Altered altered) {
                marked.say(altered.path(), altered.after());
            } else if (change instanceof SchemaChange.Dropped dropped) {
                marked.say(dropped.path(), dropped.before());
            }
        }
        return marked.said.isEmpty() ? released : marked.schema(released);
    }

    private void say(ObjectPath path, SchemaElement element) {
        if (element instanceof Table table) {
            said.put(path, table.marks());
        } else if (element instanceof Column column) {
            said.put(path, column.marks());
        } else if (element instanceof View view) {
            said.put(path, view.marks());
        } else if (element instanceof Routine routine) {
            said.put(path, routine.marks());
        } else if (element instanceof Sequence sequence) {
            said.put(path, sequence.marks());
        } else if (element instanceof UserType type) {
            said.put(path, type.marks());
        } else if (element instanceof Synonym synonym) {
            said.put(path, synonym.marks());
        }
    }

    private Schema schema(Schema released) {
        Map<String, Table> tables = marked(ObjectKind.TABLE, released.tables(), Table::withMarks);
        tables.replaceAll((key, table) -> table.withColumns(table.columns().stream()
                .map(column -> {
                    Marks marks = said.get(ObjectPath.column(key, dialect.key(column.name())));
                    return marks == null ? column : column.withMarks(marks);
                })
                .toList()));
        return new Schema(
                        tables,
                        marked(ObjectKind.VIEW, released.views(), View::withMarks),
                        marked(ObjectKind.ROUTINE, released.routines(), Routine::withMarks),
                        released.triggers(),
                        marked(ObjectKind.SEQUENCE, released.sequences(), Sequence::withMarks),
                        marked(ObjectKind.TYPE, released.types(), UserType::withMarks),
                        marked(ObjectKind.SYNONYM, released.synonyms(), Synonym::withMarks),
                        released.namespaces())
                .withGrants(released.grants())
                .withRowPolicies(released.rowPolicies());
    }

    private <E> Map<String, E> marked(ObjectKind kind, Map<String, E> shelf, BiFunction<E, Marks, E> with) {
        Map<String, E> result = new HashMap<>();
        shelf.forEach((key, element) -> {
            Marks marks = said.get(ObjectPath.of(kind, key));
            result.put(key, marks == null ? element : with.apply(element, marks));
        });
        return result;
    }
}
