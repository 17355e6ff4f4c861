package io.github.schemacompat.change;

import io.github.schemacompat.directive.Directive;
import io.github.schemacompat.directive.ObjectName;
import io.github.schemacompat.directive.Spelling;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Applies what releases say of themselves. A mark may stand above the statement that makes its object: what can't be
 * found at its place is looked for again at the end of the script, and at the end of all.
 */
final class MarkReplay {
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Journal journal;
    private final TableEdits edits;
    private final Marking marking;
    private List<Waiting> waiting = new ArrayList<>();

    MarkReplay(ReplayParts parts) {
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.edits = parts.edits();
        this.marking = new Marking(parts);
    }

    /** A mark whose object isn't there yet. */
    private record Waiting(MigrationScript script, Directive directive) {}

    void apply(MigrationScript script, Directive directive) {
        journal.nextStatement();
        if (directive instanceof Directive.Invalid invalid) {
            invalid(invalid.span(), invalid.message());
        } else if (directive instanceof Directive.Mark || directive instanceof Directive.Withdraw) {
            if (!applied(directive)) {
                waiting.add(new Waiting(script, directive));
            }
        }
    }

    /** Tries again what could not be applied at its place. */
    void retry() {
        List<Waiting> again = waiting;
        waiting = new ArrayList<>();
        for (Waiting each : again) {
            journal.begin(each.script());
            apply(each.script(), each.directive());
        }
    }

    /** The end of all scripts of a phase: what is still unknown is wrong. */
    void finish() {
        retry();
        for (Waiting each : waiting) {
            journal.begin(each.script());
            Directive.Mark mark = mark(each.directive());
            if (places(mark.object()).stream().noneMatch(journal::hasLost)) {
                invalid(mark.span(), unknown(mark));
            }
        }
        waiting = new ArrayList<>();
    }

    private void invalid(Span span, String message) {
        journal.problem(ReadingProblem.Kind.DIRECTIVE_INVALID, span, message, null);
    }

    private static Directive.Mark mark(Directive directive) {
        return directive instanceof Directive.Withdraw withdraw ? withdraw.mark() : (Directive.Mark) directive;
    }

    private boolean applied(Directive directive) {
        Directive.Mark mark = mark(directive);
        List<ObjectPath> found = find(mark);
        boolean withdrawn = directive instanceof Directive.Withdraw;
        if (directive instanceof Directive.Populate && found.stream().anyMatch(this::isDeprecated)) {
            invalid(
                    directive.span(),
                    mark.object()
                            + " is deprecated, and who doesn't write it gives it no value. Remove the line, or put"
                            + " 'withdraw deprecate " + mark.object()
                            + "' before it if the application writes it again.");
            return true;
        }
        boolean changed = false;
        for (ObjectPath path : found) {
            changed |=
                    marking.change(directive.span(), path, withdrawn ? before -> without(mark, before) : change(mark));
        }
        if (withdrawn && !found.isEmpty() && !changed) {
            invalid(directive.span(), mark.object() + " has no such mark that could be withdrawn.");
        }
        return !found.isEmpty();
    }

    private boolean isDeprecated(ObjectPath column) {
        Column marked = edits.column(edits.table(column.owner()), Objects.requireNonNull(column.member()));
        return marked != null && marked.marks().deprecated() != null;
    }

    private UnaryOperator<Marks> change(Directive.Mark mark) {
        String reason = mark.reason();
        if (mark instanceof Directive.Deprecate deprecate) {
            return before -> deprecate.readsOnly() ? before.withReadsDeprecated(reason) : before.withDeprecated(reason);
        }
        if (mark instanceof Directive.Honors honors) {
            return before -> {
                Set<String> all = new TreeSet<>(before.honors());
                all.add(constraint(honors));
                return before.withHonors(List.copyOf(all));
            };
        }
        return before -> before.withPopulated(reason);
    }

    private Marks without(Directive.Mark mark, Marks before) {
        if (mark instanceof Directive.Deprecate deprecate) {
            return deprecate.readsOnly() ? before.withReadsDeprecated(null) : before.withDeprecated(null);
        }
        if (mark instanceof Directive.Honors honors) {
            return before.withHonors(before.honors().stream()
                    .filter(each -> !each.equals(constraint(honors)))
                    .toList());
        }
        return before.withPopulated(null);
    }

    /** As {@link Marks#honors} holds it. */
    private String constraint(Directive.Honors honors) {
        List<String> columns =
                honors.columns().stream().map(names::key).sorted().toList();
        return honors.kind().words() + "(" + String.join(",", columns) + ")";
    }

    // ---- what is meant

    private List<ObjectPath> find(Directive.Mark mark) {
        ObjectName object = mark.object();
        if (mark instanceof Directive.Honors honors) {
            String key = object.parts().size() > 2 ? null : lookup.tableKey(qualified(object));
            Table table = key == null ? null : edits.table(key);
            boolean known =
                    table != null && honors.columns().stream().allMatch(column -> edits.column(table, column) != null);
            return known ? List.of(ObjectPath.table(Objects.requireNonNull(key))) : List.of();
        }
        ObjectPath column = column(object);
        if (column != null) {
            return List.of(column);
        }
        return mark instanceof Directive.Populate ? List.of() : objects(object);
    }

    private static QualifiedName qualified(ObjectName object) {
        return qualified(object.parts());
    }

    private static QualifiedName qualified(List<String> parts) {
        int last = parts.size() - 1;
        return new QualifiedName(last == 0 ? null : parts.get(last - 1), parts.get(last));
    }

    private @Nullable ObjectPath column(ObjectName object) {
        List<String> parts = object.parts();
        if (parts.size() < 2) {
            return null;
        }
        int last = parts.size() - 1;
        String key = lookup.tableKey(qualified(parts.subList(0, last)));
        Column column = key == null ? null : edits.column(edits.table(key), parts.get(last));
        return key == null || column == null ? null : ObjectPath.column(key, names.key(column.name()));
    }

    private List<ObjectPath> objects(ObjectName object) {
        if (object.parts().size() > 2) {
            return List.of();
        }
        QualifiedName name = qualified(object);
        if (object.arguments() == null) {
            String table = lookup.tableKey(name);
            if (table != null) {
                return List.of(ObjectPath.table(table));
            }
            String view = lookup.viewKey(name);
            if (view != null) {
                return List.of(ObjectPath.of(ObjectKind.VIEW, view));
            }
        }
        List<String> routines = lookup.routineKeys(name, object.arguments());
        if (!routines.isEmpty()) {
            return routines.stream()
                    .map(key -> ObjectPath.of(ObjectKind.ROUTINE, key))
                    .toList();
        }
        String sequence = lookup.sequenceKey(name);
        if (sequence != null) {
            return List.of(ObjectPath.of(ObjectKind.SEQUENCE, sequence));
        }
        String type = lookup.typeKey(name);
        if (type != null) {
            return List.of(ObjectPath.of(ObjectKind.TYPE, type));
        }
        String synonym = lookup.synonymKey(name);
        return synonym == null ? List.of() : List.of(ObjectPath.of(ObjectKind.SYNONYM, synonym));
    }

    // ---- what is wrong

    /** Where the object would be, or would have been. */
    private List<ObjectPath> places(ObjectName object) {
        List<ObjectPath> places = new ArrayList<>();
        List<String> parts = object.parts();
        if (parts.size() > 1) {
            List<String> owner = parts.subList(0, parts.size() - 1);
            for (String key : names.candidates(qualified(owner))) {
                places.add(ObjectPath.column(key, names.key(parts.get(parts.size() - 1))));
                places.add(ObjectPath.table(key));
            }
        }
        for (String key : names.candidates(qualified(object))) {
            for (ObjectKind kind : List.of(
                    ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.ROUTINE, ObjectKind.SEQUENCE, ObjectKind.TYPE)) {
                places.add(ObjectPath.of(kind, key));
            }
            places.add(ObjectPath.of(ObjectKind.SYNONYM, key));
        }
        return places;
    }

    private String unknown(Directive.Mark mark) {
        ObjectName object = mark.object();
        List<String> parts = object.parts();
        String last = parts.get(parts.size() - 1);
        if (mark instanceof Directive.Honors honors) {
            String key = parts.size() > 2 ? null : lookup.tableKey(qualified(object));
            if (key != null) {
                List<String> columns = columns(key);
                for (String column : honors.columns()) {
                    if (edits.column(edits.table(key), column) == null) {
                        return object + " has no column " + column + "." + Spelling.hint(column, columns);
                    }
                }
            }
            return "There is no table " + object + "." + hint(object);
        }
        if (parts.size() > 1) {
            QualifiedName owner = qualified(parts.subList(0, parts.size() - 1));
            String key = lookup.tableKey(owner);
            if (key != null) {
                return owner + " has no column " + last + "." + Spelling.hint(last, columns(key));
            }
            if (lookup.viewKey(owner) != null) {
                return owner + " is a view; its columns have no marks of their own. Mark the view.";
            }
        }
        return mark instanceof Directive.Populate && parts.size() == 1
                ? "A column is named with its table, such as customers." + last + "."
                : "There is no " + object + " here; if it was dropped in an earlier release, remove the line."
                        + hint(object);
    }

    private String hint(ObjectName object) {
        Set<String> known = new TreeSet<>();
        workspace.tables().values().forEach(table -> known.add(table.name().name()));
        workspace.views().values().forEach(view -> known.add(view.view().name().name()));
        workspace
                .routines()
                .values()
                .forEach(routine -> known.add(routine.name().name()));
        workspace.sequences().values().forEach(each -> known.add(each.name().name()));
        workspace.types().values().forEach(each -> known.add(each.name().name()));
        workspace.synonyms().values().forEach(each -> known.add(each.name().name()));
        List<String> parts = object.parts();
        for (int i = parts.size() - 1; i >= 0; i--) {
            String hint = Spelling.hint(parts.get(i), known);
            if (!hint.isEmpty()) {
                return hint;
            }
        }
        return "";
    }

    private List<String> columns(String tableKey) {
        return edits.table(tableKey).columns().stream().map(Column::name).toList();
    }
}
