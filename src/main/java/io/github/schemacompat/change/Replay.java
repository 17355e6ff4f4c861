package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.directive.Directive;
import io.github.schemacompat.directive.DirectiveReader;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.Placeholders;
import io.github.schemacompat.script.Precondition;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.SqlModes;
import io.github.schemacompat.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs scripts on the workspace, phase by phase, statement by statement. */
final class Replay implements AutoCloseable {
    private static final Pattern GO_LINE = Pattern.compile("(?im)^\\s*GO\\b");

    private final Dialect dialect;
    private final ReplayOptions options;
    private final Workspace workspace;
    private final Names names;
    private final Journal journal;
    private final Bodies bodies;
    private final Queries queries;
    private final Variables variables;
    private final Reading reading;
    private final OperationReplay operations;
    private final Placeholders placeholders;
    private final DirectiveReader directives;
    private final Preconditions preconditions;
    private final MarkReplay marks;
    /** What scripts granted. */
    private SortedSet<String> grants;

    private SortedSet<String> rowPolicies;

    Replay(Schema start, Dialect dialect, ReplayOptions options) {
        ReplayParts parts = ReplayParts.of(start, dialect, options);
        this.options = options;
        this.dialect = dialect;
        this.grants = start.grants();
        this.rowPolicies = start.rowPolicies();
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.journal = parts.journal();
        this.bodies = parts.bodies();
        this.queries = parts.queries();
        this.variables = new Variables(dialect);
        this.reading = new Reading(dialect, journal, queries, options);
        CatalogRows rows = new CatalogRows(parts);
        Guards guards = new Guards(parts, variables, reading, rows);
        Folding folding = new Folding(parts, variables, guards, reading, rows);
        this.operations = new OperationReplay(start, parts, variables, guards, folding, reading);
        this.placeholders = placeholders(dialect, options);
        this.directives = new DirectiveReader(dialect);
        this.preconditions = new Preconditions(dialect, guards, reading);
        this.marks = new MarkReplay(parts);
    }

    /** Flyway fills in some itself; what it knows of the database only is left open. */
    private static Placeholders placeholders(Dialect dialect, ReplayOptions options) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String schema = options.defaultSchema() == null ? dialect.defaultSchema() : options.defaultSchema();
        if (schema != null) {
            values.put("flyway:defaultSchema", schema);
        }
        values.put("flyway:table", "flyway_schema_history");
        values.putAll(options.placeholders());
        return new Placeholders(values, dialect.id().equals("postgresql"));
    }

    boolean handles(Class<?> operation) {
        return operations.handles(operation);
    }

    Replayed run(List<MigrationScript> scripts) {
        Checkpoint pre = phase(Phase.PRE, scripts);
        Checkpoint post = scripts.stream().anyMatch(script -> script.phase() == Phase.POST)
                ? phase(Phase.POST, scripts)
                : new Checkpoint(Phase.POST, pre.schema(), List.of(), List.of());
        requireGoingOn();
        return new Replayed(
                pre, post, journal.problems(), journal.figures(queries.statementsRead()), workspace.assumed());
    }

    /** Queries that are read while the thread is interrupted come back unread, so that nothing may be made of them. */
    private static void requireGoingOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw CannotReadException.interrupted();
        }
    }

    @Override
    public void close() {
        queries.close();
    }

    private Checkpoint phase(Phase phase, List<MigrationScript> scripts) {
        List<Checkpoint.Stage> stages = new ArrayList<>();
        List<MigrationScript> own =
                scripts.stream().filter(script -> script.phase() == phase).toList();
        for (int i = 0; i < own.size(); i++) {
            run(own.get(i));
            if (options.keepStages() && i + 1 < own.size()) {
                stages.add(new Checkpoint.Stage(workspace.schema(), journal.changes()));
            }
        }
        marks.finish();
        return checkpoint(phase, stages);
    }

    private Checkpoint checkpoint(Phase phase, List<Checkpoint.Stage> stages) {
        if (options.resolveViews()) {
            queries.resolveAll();
        }
        queries.readBodies(bodies);
        List<SchemaChange> changes = journal.takeChanges();
        grants = Grants.after(grants, changes, dialect);
        rowPolicies = RowPolicies.after(rowPolicies, changes);
        return new Checkpoint(
                phase, workspace.schema().withGrants(grants).withRowPolicies(rowPolicies), changes, stages);
    }

    private void run(MigrationScript script) {
        requireGoingOn();
        begin(script);
        Precondition precondition = script.precondition();
        Boolean holds = precondition == null ? Boolean.TRUE : preconditions.holds(precondition);
        if (precondition == null
                || Boolean.TRUE.equals(holds)
                || precondition.otherwise() == Precondition.Otherwise.RUN) {
            runSections(script);
        } else if (precondition.otherwise() == Precondition.Otherwise.HALT) {
            runIfNotHalted(script, precondition, holds == null);
        } else if (holds == null) {
            journal.conditionally(() -> runSections(script));
        }
    }

    /** Where the tool would stop, there is no later state of the schema: what can't be told is taken to hold. */
    private void runIfNotHalted(MigrationScript script, Precondition precondition, boolean untold) {
        if (untold) {
            runSections(script);
            return;
        }
        journal.doesNotApply(
                precondition.span(),
                script.path(),
                "The precondition doesn't hold, so that the migration stops here: "
                        + precondition.condition().words());
        journal.conditionally(() -> runSections(script));
    }

    private void runSections(MigrationScript script) {
        SqlModes modes = new SqlModes(dialect);
        for (Section written : script.sections()) {
            Section section = modes.usual(placeholders.fill(written, script.path()));
            operations.beginBatch();
            Span last = null;
            Deque<Directive> marked = new ArrayDeque<>(directives.read(section));
            Set<Integer> undone = Transactions.mayUndo(dialect, section.span())
                    ? Transactions.undone(dialect, reading.statements(section))
                    : Set.of();
            Iterator<Statement> statements = reading.statements(section);
            while (statements.hasNext()) {
                Statement statement = statements.next();
                while (!marked.isEmpty()
                        && marked.element().span().start() < statement.span().start()) {
                    marks.apply(script, marked.remove());
                }
                if (operations.hasLeft() && newBatch(last, statement.span())) {
                    operations.beginBatch();
                }
                last = statement.span();
                if (!operations.hasLeft()) {
                    List<Operation> said = reading.read(statement);
                    operations.statement(undone.contains(statement.span().start()) ? List.of() : said);
                }
            }
            marked.forEach(directive -> marks.apply(script, directive));
        }
        marks.retry();
    }

    /** A script is a session of its own. */
    private void begin(MigrationScript script) {
        journal.begin(script);
        variables.clear();
        operations.beginScript();
        names.backToDefault();
        workspace.forgetTemporary();
    }

    private static boolean newBatch(@Nullable Span last, Span next) {
        return last == null
                || last.source() != next.source()
                || last.end() > next.start()
                || GO_LINE.matcher(last.source().text().substring(last.end(), next.start()))
                        .find();
    }
}
