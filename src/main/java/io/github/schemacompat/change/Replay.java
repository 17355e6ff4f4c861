package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Argument;
import io.github.schemacompat.ddl.DdlReader;
import io.github.schemacompat.ddl.Guard;
import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.ParameterDefinition;
import io.github.schemacompat.ddl.TextExpression;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.directive.Directive;
import io.github.schemacompat.directive.DirectiveReader;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Applies operations to the workspace, statement by statement; control flow, calls and dynamic SQL included. */
final class Replay implements AutoCloseable {
    /** Deeper than scripts call; what goes further calls itself. */
    private static final int DEEPEST_CALL = 16;

    /** {@code drop_column_if_exists}, {@code AddForeignKey}, {@code uspRenameTable}. */
    private static final Pattern CHANGES_SCHEMA = Pattern.compile(
            "(add|create|drop|remove|alter|rename|modify|change)_?\\w{0,12}?"
                    + "(table|column|col|constraint|foreign_?key|fk|primary_?key|index|idx|view|trigger|sequence|default)"
                    + "s?(_?if_?(not_?)?exists?)?$",
            Pattern.CASE_INSENSITIVE);

    /** The package that scripts show their texts with. */
    private static final String SHOWS_TEXT = "dbms_output";

    /** Begins the keys of what a block declares itself. */
    private static final String OWN = "block ";

    private static final Set<String> ERROR_CODES = Set.of("sqlcode", "sqlstate", "sqlerrm", "error_number");

    private static final Pattern GO_LINE = Pattern.compile("(?im)^\\s*GO\\b");
    /** Beginnings of statements that change no schema, whatever follows. */
    private static final Set<String> HARMLESS_HEADS = Set.of(
            "select",
            "insert",
            "update",
            "delete",
            "merge",
            "replace",
            "set",
            "print",
            "with",
            "values",
            "raiserror",
            "throw",
            "analyze",
            "vacuum",
            "lock",
            "notify",
            "kill",
            "dbcc",
            "grant",
            "revoke",
            "deny",
            "use",
            "declare");

    /** Beginnings that say that the rest is about users and what they may do, or about the database as a whole. */
    private static final Pattern BESIDE_THE_SCHEMA = Pattern.compile("(create|alter|drop)\\s+(role|user|login)\\s"
            + "|alter\\s+database\\s"
            + "|alter\\s+default\\s+privileges\\s"
            + "|alter\\s+[a-z ]+\\s+[^\\s;(]+(\\s*\\([^;()]*\\))?\\s+owner\\s+to\\s");

    private final ReplayOptions options;
    private final Workspace workspace;
    private final Names names;
    private final Journal journal;
    private final Lookup lookup;
    private final Bodies bodies;
    private final Queries queries;
    private final Variables variables;
    private final Guards guards;
    private final Folding folding;
    private final Reading reading;
    private final Placeholders placeholders;
    private final DirectiveReader directives;
    private final Preconditions preconditions;
    private final MarkReplay marks;
    private final Map<Class<?>, Consumer<Operation>> handlers = new HashMap<>();
    private final Handlers handlersOfErrors;
    private final Renaming renaming;
    private final Definitions definitions;
    /** Options that routines keep, as the session has set them; they are on by default. */
    private final TreeSet<String> switchedOff = new TreeSet<>();

    /** What scripts granted. */
    private SortedSet<String> grants;

    private final Dialect dialect;
    private final List<String> calling = new ArrayList<>();
    /** What the present block of Oracle declares, by name. */
    private final Map<String, Bodies.Body> declaredInBlock = new HashMap<>();
    /** What the present script called in expressions, with what it gave. */
    private final Set<String> inExpressions = new HashSet<>();
    /** Set by RETURN and the like: what follows in the batch or body is not run. */
    private boolean left;

    Replay(Schema start, Dialect dialect, ReplayOptions options) {
        ReplayParts parts = ReplayParts.of(start, dialect, options);
        this.options = options;
        this.dialect = dialect;
        this.grants = start.grants();
        this.workspace = parts.workspace();
        this.names = parts.names();
        this.journal = parts.journal();
        this.lookup = parts.lookup();
        this.bodies = parts.bodies();
        this.queries = parts.queries();
        this.renaming = parts.renaming();
        this.definitions = parts.definitions();
        this.variables = new Variables(dialect);
        this.reading = new Reading(dialect, journal, queries, options);
        CatalogRows rows = new CatalogRows(parts);
        this.guards = new Guards(parts, variables, reading, rows);
        this.folding = new Folding(parts, variables, guards, reading, rows);
        this.handlersOfErrors = new Handlers(start, lookup, folding, reading);
        this.placeholders = placeholders(dialect, options);
        this.directives = new DirectiveReader(dialect);
        this.preconditions = new Preconditions(dialect, guards, reading);
        this.marks = new MarkReplay(parts);
        register(parts);
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

    private void register(ReplayParts parts) {
        TableReplay tables = new TableReplay(parts);
        AlterReplay alterations = new AlterReplay(parts, tables);
        ObjectReplay objects = new ObjectReplay(parts, alterations);
        AnyObjectReplay anyObjects = new AnyObjectReplay(parts);
        PackageReplay packages = new PackageReplay(parts, objects);
        on(Operation.CreateTable.class, tables::create);
        on(Operation.AlterTable.class, alterations::alter);
        on(Operation.SelectInto.class, tables::selectInto);
        on(Operation.Truncate.class, tables::truncate);
        on(Operation.Data.class, operation -> {
            queries.readRows(operation);
            tables.data(operation);
        });
        on(Operation.CreateIndex.class, tables::createIndex);
        on(Operation.DropIndex.class, tables::dropIndex);
        on(Operation.SetIndexEnabled.class, tables::setIndexEnabled);
        on(Operation.CreateView.class, objects::createView);
        on(Operation.RefreshModule.class, objects::refresh);
        on(Operation.CreateRoutine.class, operation -> objects.createRoutine(withStoredOptions(operation)));
        on(Operation.CreatePackage.class, packages::create);
        on(Operation.DropPackageBody.class, packages::dropBody);
        on(Operation.Reorganize.class, operation -> {
            String key = lookup.tableToChange(operation.span(), operation.table(), false);
            if (key != null) {
                journal.add(
                        new SchemaChange.ReorgChanged(journal.origin(operation.span()), ObjectPath.table(key), false));
            }
        });
        on(Operation.SetStoredOption.class, operation -> {
            if (operation.option().equals(Operation.NULLABLE_BY_DEFAULT)) {
                definitions.setNullableByDefault(operation.on());
            } else if (operation.on()) {
                switchedOff.remove(operation.option());
            } else {
                switchedOff.add(operation.option());
            }
            if (operation.option().equals(Operation.REFERENCES_FOLLOW)) {
                renaming.setReferencesFollow(operation.on());
            }
        });
        on(Operation.AlterRoutine.class, objects::alterRoutine);
        on(Operation.CreateTrigger.class, objects::createTrigger);
        on(Operation.SetTriggerEnabled.class, objects::setTriggerEnabled);
        on(Operation.CreateSequence.class, objects::createSequence);
        on(Operation.AlterSequence.class, objects::alterSequence);
        on(Operation.CreateType.class, objects::createType);
        on(Operation.AlterType.class, objects::alterType);
        on(Operation.CreateSynonym.class, objects::createSynonym);
        on(Operation.CreateSchema.class, operation -> {
            anyObjects.createSchema(operation.span(), operation.name(), operation.mode());
            names.within(operation.name(), () -> apply(operation.elements()));
        });
        on(Operation.DropObject.class, anyObjects::drop);
        on(Operation.RenameObject.class, anyObjects::rename);
        on(Operation.MoveObject.class, anyObjects::move);
        on(Operation.CommentOn.class, anyObjects::comment);
        on(Operation.Privilege.class, anyObjects::privilege);
        on(Operation.Conditional.class, this::conditional);
        on(Operation.Loop.class, this::loop);
        on(Operation.Block.class, this::block);
        on(Operation.Call.class, this::call);
        on(Operation.CallsInExpressions.class, this::callsInExpressions);
        on(Operation.DeclareRoutine.class, this::declare);
        on(Operation.Execute.class, operation -> execute(folding.fold(operation.text(), operation.span()), operation));
        on(Operation.ExecuteForEachTable.class, this::executeForEachTable);
        on(
                Operation.Prepare.class,
                operation -> variables.prepare(operation.name(), folding.fold(operation.text(), operation.span())));
        on(Operation.ExecutePrepared.class, operation -> {
            FoldedTexts prepared = variables.prepared(operation.name());
            execute(prepared == null ? FoldedTexts.unknown(operation.span()) : prepared, operation);
        });
        on(Operation.AnonymousBlock.class, operation -> body(operation.body()));
        on(
                Operation.Assign.class,
                operation -> variables.assign(
                        operation.variable(), operation.value(), folding.fold(operation.value(), operation.span())));
        on(Operation.Leave.class, operation -> left = true);
        on(Operation.SetDefaultSchema.class, operation -> names.use(operation.schema()));
        on(Operation.NoSchemaEffect.class, operation -> {});
        on(Operation.NotUnderstood.class, operation -> journal.notUnderstood(operation.span(), operation.why()));
    }

    private <O extends Operation> void on(Class<O> type, Consumer<O> handler) {
        handlers.put(type, operation -> handler.accept(type.cast(operation)));
    }

    /** What the session has switched off is part of the routine that it makes. */
    private Operation.CreateRoutine withStoredOptions(Operation.CreateRoutine routine) {
        if (switchedOff.isEmpty()) {
            return routine;
        }
        return new Operation.CreateRoutine(
                routine.span(),
                routine.name(),
                routine.routineKind(),
                routine.mode(),
                routine.parameters(),
                routine.returns(),
                routine.language(),
                routine.body(),
                routine.definition() + " without " + String.join(" ", switchedOff));
    }

    boolean handles(Class<?> operation) {
        return handlers.containsKey(operation);
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
        return new Checkpoint(phase, workspace.schema().withGrants(grants), changes, stages);
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
        left = false;
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
            left = false;
            Span last = null;
            Deque<Directive> said = new ArrayDeque<>(directives.read(section));
            Set<Integer> undone = Transactions.mayUndo(dialect, section.span())
                    ? Transactions.undone(dialect, reading.statements(section))
                    : Set.of();
            Iterator<Statement> statements = reading.statements(section);
            while (statements.hasNext()) {
                Statement statement = statements.next();
                while (!said.isEmpty()
                        && said.element().span().start() < statement.span().start()) {
                    marks.apply(script, said.remove());
                }
                if (left && newBatch(last, statement.span())) {
                    left = false;
                }
                last = statement.span();
                declaredInBlock.clear();
                if (!left) {
                    List<Operation> operations = reading.read(statement);
                    apply(undone.contains(statement.span().start()) ? List.of() : operations);
                }
            }
            said.forEach(directive -> marks.apply(script, directive));
        }
        marks.retry();
    }

    /** A script is a session of its own. */
    void begin(MigrationScript script) {
        journal.begin(script);
        variables.clear();
        inExpressions.clear();
        switchedOff.clear();
        renaming.setReferencesFollow(true);
        definitions.setNullableByDefault(true);
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

    /** Applies what a statement says, or what stands in a body, in order, until something leaves it. */
    void apply(List<Operation> operations) {
        for (Operation operation : operations) {
            if (left) {
                return;
            }
            apply(operation);
        }
    }

    void apply(Operation operation) {
        journal.nextStatement();
        Objects.requireNonNull(
                        handlers.get(operation.getClass()),
                        () -> operation.getClass().getName())
                .accept(operation);
    }

    // ---- control

    private void conditional(Operation.Conditional operation) {
        Boolean answer = guards.answer(operation.guard());
        if (answer != null) {
            apply(answer ? operation.then() : operation.otherwise());
            return;
        }
        maybe(operation.then());
        maybe(operation.otherwise());
        forgetAssigned(operation.then());
        forgetAssigned(operation.otherwise());
    }

    /** Applies what may happen: what is there already or not there is no problem then, and leaving is not believed. */
    private void maybe(List<Operation> operations) {
        journal.conditionally(() -> apply(operations));
        left = false;
    }

    private void loop(Operation.Loop operation) {
        Map<String, List<FoldedTexts>> rows = new TreeMap<>();
        operation.rows().forEach((variable, value) -> {
            List<FoldedTexts> values = folding.eachRow(value, operation.span());
            if (values != null) {
                rows.put(variable, values);
            }
        });
        if (!rows.isEmpty() && rows.size() == operation.rows().size()) {
            eachRow(rows, operation.body());
            return;
        }
        operation.rows().keySet().forEach(variables::forget);
        forgetAssigned(operation.body());
        maybe(operation.body());
        forgetAssigned(operation.body());
    }

    /** A loop over rows that are known is run as often as there are rows. */
    private void eachRow(Map<String, List<FoldedTexts>> rows, List<Operation> body) {
        int count = rows.values().iterator().next().size();
        for (int i = 0; i < count && !left; i++) {
            for (Map.Entry<String, List<FoldedTexts>> variable : rows.entrySet()) {
                variables.assign(variable.getKey(), variable.getValue().get(i));
            }
            apply(body);
        }
        rows.keySet().forEach(variables::forget);
    }

    private void forgetAssigned(List<Operation> operations) {
        for (Operation operation : operations) {
            if (operation instanceof Operation.Assign assign && !fetches(assign)) {
                variables.forget(assign.variable());
            } else if (operation instanceof Operation.Conditional conditional) {
                forgetAssigned(conditional.then());
                forgetAssigned(conditional.otherwise());
            } else if (operation instanceof Operation.Loop loop) {
                forgetAssigned(loop.body());
            } else if (operation instanceof Operation.Block block) {
                forgetAssigned(block.body());
            }
        }
    }

    /** What a cursor gives is one of its rows, each time. */
    private static boolean fetches(Operation.Assign assign) {
        return assign.value() instanceof TextExpression.Variable variable
                && variable.name().startsWith(TextExpression.CURSOR);
    }

    /** Handlers run only after an error; one that swallows it says that the body may fail. */
    private void block(Operation.Block operation) {
        handlersOfErrors
                .destroying(operation.handlers())
                .forEach(each -> journal.notUnderstood(
                        each.span(), "a handler runs it, and whether an error comes before it can't be told"));
        if (operation.handlers().isEmpty() || operation.handlers().stream().anyMatch(Replay::leaves)) {
            apply(operation.body());
        } else {
            journal.leniently(() -> apply(operation.body()));
        }
    }

    private static boolean leaves(Operation operation) {
        if (operation instanceof Operation.Conditional conditional) {
            return !asksWhichError(conditional.guard())
                    && (conditional.then().stream().anyMatch(Replay::leaves)
                            || conditional.otherwise().stream().anyMatch(Replay::leaves));
        }
        if (operation instanceof Operation.Block block) {
            return block.body().stream().anyMatch(Replay::leaves);
        }
        return operation instanceof Operation.Leave;
    }

    /** Whether a handler lets some errors pass: {@code IF SQLCODE != -955 THEN RAISE}. */
    private static boolean asksWhichError(Guard guard) {
        if (guard instanceof Guard.VariableIs variable) {
            return ERROR_CODES.contains(variable.variable().toLowerCase(Locale.ROOT));
        }
        if (guard instanceof Guard.Not not) {
            return asksWhichError(not.guard());
        }
        if (guard instanceof Guard.And and) {
            return and.guards().stream().anyMatch(Replay::asksWhichError);
        }
        if (guard instanceof Guard.Or or) {
            return or.guards().stream().anyMatch(Replay::asksWhichError);
        }
        String text = guard instanceof Guard.Unknown unknown ? unknown.text().toLowerCase(Locale.ROOT) : "";
        return ERROR_CODES.stream().anyMatch(text::contains);
    }

    // ---- calls

    private void call(Operation.Call operation) {
        if (SHOWS_TEXT.equalsIgnoreCase(operation.routine().schema())) {
            return;
        }
        Bodies.Body own = declared(operation.routine());
        List<String> keys = own == null ? called(operation.routine()) : List.of();
        if (own != null) {
            follow(own, OWN + operation.routine(), operation);
        } else if (!follow(operation, keys)) {
            notFollowed(operation, keys);
        }
        if (operation.gives()) {
            forgetGiven(operation, own != null || keys.size() != 1 ? own : bodies.of(keys.get(0)));
        }
    }

    /** What the block declares itself, or null. */
    private Bodies.@Nullable Body declared(QualifiedName routine) {
        return routine.schema() == null ? declaredInBlock.get(names.key(QualifiedName.of(routine.name()))) : null;
    }

    private void declare(Operation.DeclareRoutine operation) {
        String name = names.key(QualifiedName.of(operation.routine().name().name()));
        declaredInBlock.put(name, new Bodies.Body(operation.routine(), names.current()));
    }

    /** Functions in expressions run for as many rows as there are; those that no script made change no schema. */
    private void callsInExpressions(Operation.CallsInExpressions operation) {
        if (bodies.isEmpty() && declaredInBlock.isEmpty()) {
            return;
        }
        for (Operation.ExpressionCall each : operation.calls()) {
            Bodies.Body made = declared(each.routine());
            List<String> keys = made == null ? called(each.routine()) : List.of();
            if (made == null && keys.stream().allMatch(key -> bodies.of(key) == null)) {
                continue;
            }
            Operation.Call call =
                    new Operation.Call(operation.span(), each.routine(), reading.arguments(operation, each), false);
            if (inExpressions.add(call.routine() + " " + arguments(call))) {
                journal.conditionally(() -> call(call));
            }
        }
    }

    private List<FoldedTexts> arguments(Operation.Call call) {
        return call.arguments().stream()
                .map(each -> folding.fold(each.value(), call.span()))
                .toList();
    }

    /** What comes back in a variable is not known, unless the routine only takes it. */
    private void forgetGiven(Operation.Call operation, Bodies.@Nullable Body made) {
        List<ParameterDefinition> parameters =
                made == null ? List.of() : made.routine().parameters();
        for (int i = 0; i < operation.arguments().size(); i++) {
            Argument argument = operation.arguments().get(i);
            boolean takes = i < parameters.size()
                    && argument.name() == null
                    && !parameters.get(i).mode().contains("out");
            if (!takes && argument.value() instanceof TextExpression.Variable variable) {
                variables.forget(variable.name());
            }
        }
    }

    private boolean follow(Operation.Call operation, List<String> keys) {
        for (String key : keys) {
            Bodies.Body made = bodies.of(key);
            boolean fits = made != null
                    && (keys.size() == 1
                            || made.routine().parameters().size()
                                    == operation.arguments().size());
            if (made != null && made.isOutline()) {
                throw new OutlineCalled();
            }
            if (made != null && fits && follow(made, key, operation)) {
                return true;
            }
        }
        return false;
    }

    /** Runs the body, unless there is none or it calls itself. */
    private boolean follow(Bodies.Body made, String key, Operation.Call operation) {
        Span text = made.routine().body();
        if (text == null || calling.contains(key) || calling.size() >= DEEPEST_CALL) {
            return false;
        }
        calling.add(key);
        List<String> parameters = new ArrayList<>();
        List<FoldedTexts> arguments = new ArrayList<>();
        for (int i = 0; i < made.routine().parameters().size(); i++) {
            String name = String.valueOf(made.routine().parameters().get(i).name());
            Argument given = given(operation, name, i);
            parameters.add(name);
            arguments.add(
                    given == null
                            ? FoldedTexts.unknown(operation.span())
                            : folding.fold(given.value(), operation.span()));
        }
        // findings about another script's body point at the call
        boolean elsewhere = text.source().root() != operation.span().source().root();
        journal.pointingAt(
                elsewhere ? operation.span() : null,
                () -> variables.inBody(
                        parameters, arguments, () -> names.within(made.defaultSchema(), () -> body(text))));
        calling.remove(key);
        return true;
    }

    private static @Nullable Argument given(Operation.Call call, String parameter, int place) {
        for (Argument argument : call.arguments()) {
            if (parameter.equalsIgnoreCase(argument.name())) {
                return argument;
            }
        }
        Argument argument = place < call.arguments().size() ? call.arguments().get(place) : null;
        return argument == null || argument.name() != null ? null : argument;
    }

    /** The connection may be made to another schema than the one that is taken for the default: the call finds what is there. */
    private List<String> called(QualifiedName routine) {
        List<String> keys = lookup.routineKeys(routine, null);
        return keys.isEmpty() && routine.schema() == null
                ? lookup.routineKeys(lookup.placed(new QualifiedName(Guard.ANY_SCHEMA, routine.name())), null)
                : keys;
    }

    /**
     * The body of what is called isn't known: a snapshot holds none, and extensions bring their own. Calls of that kind are
     * everyday work on rows, so only those are told of that are given DDL to run or are named for changing a schema.
     */
    private void notFollowed(Operation.Call operation, List<String> keys) {
        boolean known = keys.stream().anyMatch(key -> bodies.of(key) != null);
        for (FoldedTexts argument : arguments(operation)) {
            for (FoldedText text : argument.any()) {
                if (DdlReader.isDdl(text.text())) {
                    dynamic(
                            operation,
                            operation.routine() + " is not followed, and it is given DDL: " + Quote.of(text.text()));
                    return;
                }
            }
        }
        if (!known && CHANGES_SCHEMA.matcher(operation.routine().name()).find()) {
            dynamic(
                    operation,
                    "the body of " + operation.routine() + " is not known, and its name says that it changes"
                            + " the schema");
        }
    }

    private void dynamic(Operation operation, String message) {
        journal.problem(ReadingProblem.Kind.DYNAMIC_SQL, operation.span(), message, null);
    }

    private void body(Span text) {
        boolean outer = left;
        left = false;
        for (Statement statement : reading.body(text)) {
            if (left) {
                break;
            }
            apply(reading.read(statement));
        }
        left = outer;
    }

    // ---- dynamic SQL

    private void execute(FoldedTexts texts, Operation operation) {
        FoldedText single = texts.single();
        if (single != null) {
            execute(single, operation);
            return;
        }
        for (FoldedText each : texts.any()) {
            journal.conditionally(() -> execute(each, operation));
            left = false;
        }
    }

    private void executeForEachTable(Operation.ExecuteForEachTable operation) {
        FoldedText text = folding.fold(operation.text(), operation.span()).single();
        if (text == null || !text.complete()) {
            dynamic(operation, "SQL that is put together when it runs is run for every table");
            return;
        }
        for (Table table : List.copyOf(workspace.tables().values())) {
            QualifiedName name = table.name();
            String schema = name.schema();
            String quoted = (schema == null ? "" : quoted(schema) + ".") + quoted(name.name());
            String command = text.text().replace(operation.placeholder(), quoted);
            execute(FoldedText.at(operation.span(), command, true), operation);
        }
    }

    private static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    /** NULL is nothing to run. */
    private void execute(FoldedText folded, Operation operation) {
        FoldedText text = folded.complete() ? folded : ComputedNumbering.left(folded);
        if (!text.complete()) {
            if (maybeDdl(text.text())) {
                dynamic(
                        operation,
                        "SQL that is put together when it runs may change the schema: " + Quote.of(text.text()));
            }
            return;
        }
        if (text.text().isBlank() || calling.size() >= DEEPEST_CALL) {
            return;
        }
        calling.add("");
        Iterator<Statement> statements = reading.statements(text.span());
        while (statements.hasNext()) {
            apply(reading.read(statements.next()));
        }
        calling.remove(calling.size() - 1);
    }

    private static boolean maybeDdl(String known) {
        String text = known.strip().toLowerCase(Locale.ROOT);
        return !HARMLESS_HEADS.contains(text.split("\\W", 2)[0])
                && !BESIDE_THE_SCHEMA.matcher(text).lookingAt();
    }
}
