package io.github.schemacompat.change;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Placeholders;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a replay has to tell: changes, problems and figures. */
final class Journal {
    private List<SchemaChange> changes = new ArrayList<>();
    private final List<ReadingProblem> problems = new ArrayList<>();
    private final Set<ObjectPath> lost = new HashSet<>();
    private final Set<String> reportedObjects = new HashSet<>();
    private @Nullable MigrationScript script;
    private int order;
    private int conditions;
    private int lenient;
    private @Nullable Span pointedAt;
    private int statements;
    private int schemaStatements;
    private int queries;
    private int notUnderstood;

    /** Texts that are put together, each told of once, however often a loop runs it. */
    private final Set<List<Span>> told = new HashSet<>();

    void begin(MigrationScript next) {
        script = next;
    }

    MigrationScript script() {
        return Objects.requireNonNull(script, "no script has begun");
    }

    void nextStatement() {
        order++;
    }

    /** Runs what hangs on a condition that can't be answered. */
    void conditionally(Runnable work) {
        conditions++;
        work.run();
        conditions--;
    }

    /** Runs what may fail without anyone minding. */
    void leniently(Runnable work) {
        lenient++;
        work.run();
        lenient--;
    }

    /** Runs what has no place of its own in the present script: everything points at this span, or as usual if null. */
    void pointingAt(@Nullable Span span, Runnable work) {
        Span outer = pointedAt;
        pointedAt = outer == null ? span : outer;
        work.run();
        pointedAt = outer;
    }

    /** Whether what happens now may not happen at all: then it is applied as far as it goes, without complaint. */
    boolean conditional() {
        return conditions + lenient > 0;
    }

    /** Whether what happens now hangs on a condition that can't be answered. */
    boolean hangsOnCondition() {
        return conditions > 0;
    }

    Origin origin(Span span) {
        Span pointed = pointedAt;
        return new Origin(script(), pointed == null ? span : pointed, order, conditions > 0);
    }

    void created(Span span, ObjectPath path, SchemaElement after) {
        add(new SchemaChange.Created(origin(span), path, after));
    }

    /** Whether something of this path was there in this replay and was dropped or renamed. */
    boolean hasLost(ObjectPath path) {
        return lost.contains(path)
                || path.kind() == ObjectKind.ROUTINE
                        && lost.stream()
                                .anyMatch(each -> each.kind() == ObjectKind.ROUTINE
                                        && each.owner().startsWith(path.owner() + "("));
    }

    void dropped(Span span, ObjectPath path, SchemaElement before, @Nullable ObjectPath cause) {
        add(new SchemaChange.Dropped(origin(span), path, before, cause));
    }

    int order() {
        return order;
    }

    /**
     * Says of an object that has fallen with another one that it was named itself.
     *
     * @param since the order at which the statement began that names both
     * @return whether it has fallen since then
     */
    boolean droppedByName(Span span, ObjectPath path, int since) {
        for (int i = changes.size() - 1; i >= 0 && changes.get(i).origin().order() >= since; i--) {
            if (changes.get(i) instanceof SchemaChange.Dropped dropped
                    && dropped.path().equals(path)) {
                changes.set(i, new SchemaChange.Dropped(origin(span), path, dropped.before(), null));
                return true;
            }
        }
        return false;
    }

    void altered(Span span, ObjectPath path, SchemaElement before, SchemaElement after) {
        add(new SchemaChange.Altered(origin(span), path, before, after));
    }

    void renamed(Span span, ObjectPath path, ObjectPath newPath, SchemaElement before, SchemaElement after) {
        add(new SchemaChange.Renamed(origin(span), path, newPath, before, after));
    }

    /** Temporary tables are no part of the schema: nothing is told of them. */
    void add(SchemaChange change) {
        if (change instanceof SchemaChange.Dropped || change instanceof SchemaChange.Renamed) {
            lost.add(change.path());
        }
        if (Workspace.isTemporary(change.path().owner())) {
            return;
        }
        int last = changes.size() - 1;
        if (last >= 0 && saysTheSame(changes.get(last), change)) {
            changes.set(last, change);
        } else {
            changes.add(change);
        }
    }

    /** A dump adds a million rows one by one: of what touches some rows in the same way, the last one tells all. */
    private static boolean saysTheSame(SchemaChange before, SchemaChange change) {
        return before instanceof SchemaChange.RowsChanged one
                && change instanceof SchemaChange.RowsChanged other
                && (other.filtered()
                        || other.verb().equals("insert")
                        || other.verb().equals("replace"))
                && one.filtered() == other.filtered()
                && one.verb().equals(other.verb())
                && one.path().equals(other.path())
                && one.setColumns().equals(other.setColumns())
                && one.origin().script() == other.origin().script()
                && one.origin().conditional() == other.origin().conditional();
    }

    /** The changes that the work makes, taken out of the sequence. */
    List<SchemaChange> collect(Runnable work) {
        List<SchemaChange> outer = changes;
        changes = new ArrayList<>();
        work.run();
        List<SchemaChange> inner = changes;
        changes = outer;
        return inner;
    }

    void problem(ReadingProblem.Kind kind, Span span, String message, @Nullable String object) {
        Origin origin = origin(span);
        boolean inLoop = kind == ReadingProblem.Kind.DYNAMIC_SQL && !told.add(List.of(span, origin.span()));
        if (inLoop) {
            return;
        }
        String open = Placeholders.firstIn(span.text());
        String hint = open == null ? "" : "; " + open + " has no value: give it one by the parameter 'placeholders'";
        problems.add(new ReadingProblem(kind, message + hint, origin, object));
    }

    void notUnderstood(Span span, String why) {
        String message = "not understood: " + why + ": " + Quote.of(span.text());
        notUnderstood++;
        problem(ReadingProblem.Kind.STATEMENT_NOT_UNDERSTOOD, span, message, null);
    }

    /** SQL that is made when it runs and isn't known here. */
    void dynamicSql(Span span, String message) {
        problem(ReadingProblem.Kind.DYNAMIC_SQL, span, message, null);
    }

    /** Something that contradicts the model; what may not happen can't contradict it. */
    void doesNotApply(Span span, String object, String message) {
        if (!conditional()) {
            problem(ReadingProblem.Kind.SCRIPT_DOES_NOT_APPLY, span, message, object);
        }
    }

    /** An object that no script made; said once. With an open placeholder in its name it may well be a known one. */
    void unknown(Span span, String object, String message) {
        if (!conditional() && reportedObjects.add(object)) {
            boolean open = Placeholders.firstIn(object) != null;
            problem(
                    open ? ReadingProblem.Kind.SCRIPT_DOES_NOT_APPLY : ReadingProblem.Kind.UNKNOWN_OBJECT,
                    span,
                    message,
                    object);
        }
    }

    void count(int more, int schema, int withQuery) {
        statements += more;
        schemaStatements += schema;
        queries += withQuery;
    }

    /** How many changes there are since the last call of {@link #takeChanges}. */
    int changes() {
        return changes.size();
    }

    /** The changes since the last call. */
    List<SchemaChange> takeChanges() {
        List<SchemaChange> taken = changes;
        changes = new ArrayList<>();
        return taken;
    }

    List<ReadingProblem> problems() {
        return problems;
    }

    ReadingFigures figures(int readByJSqlParser) {
        return new ReadingFigures(statements, schemaStatements, queries, notUnderstood, readByJSqlParser);
    }
}
