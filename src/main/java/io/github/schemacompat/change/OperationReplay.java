package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Applies operations to the workspace; control flow, calls and dynamic SQL included. */
final class OperationReplay {
    private final Journal journal;
    private final SessionOptions session;
    private final ControlFlow flow;
    private final Calls calls;
    private final DynamicSql dynamicSql;

    /** By the operation's type. */
    private final Map<Class<?>, Consumer<Operation>> handlers = new HashMap<>();

    /** @param start the schema before the scripts */
    OperationReplay(
            Schema start, ReplayParts parts, Variables variables, Guards guards, Folding folding, Reading reading) {
        this.journal = parts.journal();
        this.session = new SessionOptions(parts);
        Handlers handlersOfErrors = new Handlers(start, parts.lookup(), folding, reading);
        this.flow = new ControlFlow(journal, variables, guards, folding, reading, handlersOfErrors, this::apply);
        CallStack running = new CallStack();
        this.calls = new Calls(parts, variables, folding, reading, running, flow);
        this.dynamicSql = new DynamicSql(parts, variables, folding, reading, running, flow);
        registerTables(parts);
        registerOtherObjects(parts);
        registerAnyObjects(parts);
        registerWhatRuns(parts, variables, folding);
    }

    private void registerTables(ReplayParts parts) {
        TableReplay tables = new TableReplay(parts);
        AlterReplay alterations = new AlterReplay(parts);
        IndexReplay indexes = new IndexReplay(parts);
        RowReplay rows = new RowReplay(parts);
        on(Operation.CreateTable.class, tables::create);
        on(Operation.AlterTable.class, alterations::alter);
        on(Operation.Reorganize.class, alterations::reorganize);
        on(Operation.SelectInto.class, tables::selectInto);
        on(Operation.Truncate.class, rows::truncate);
        on(Operation.Data.class, operation -> {
            parts.queries().readRows(operation);
            rows.data(operation);
        });
        on(Operation.CreateIndex.class, indexes::create);
        on(Operation.DropIndex.class, indexes::drop);
        on(Operation.SetIndexEnabled.class, indexes::setEnabled);
    }

    private void registerOtherObjects(ReplayParts parts) {
        ViewReplay views = new ViewReplay(parts);
        TriggerReplay triggers = new TriggerReplay(parts);
        RoutineReplay routines = new RoutineReplay(parts, triggers);
        PackageReplay packages = new PackageReplay(parts);
        SequenceReplay sequences = new SequenceReplay(parts);
        TypeReplay types = new TypeReplay(parts);
        on(Operation.CreateView.class, views::create);
        on(Operation.RefreshModule.class, views::refresh);
        on(Operation.CreateRoutine.class, operation -> routines.create(session.stored(operation)));
        on(Operation.AlterRoutine.class, routines::alter);
        on(Operation.CreatePackage.class, packages::create);
        on(Operation.DropPackageBody.class, packages::dropBody);
        on(Operation.CreateTrigger.class, triggers::create);
        on(Operation.SetTriggerEnabled.class, triggers::setEnabled);
        on(Operation.CreateSequence.class, sequences::create);
        on(Operation.AlterSequence.class, sequences::alter);
        on(Operation.CreateType.class, types::create);
        on(Operation.AlterType.class, types::alter);
        on(Operation.CreateSynonym.class, new SynonymReplay(parts)::create);
        NamespaceReplay namespaces = new NamespaceReplay(parts);
        on(Operation.CreateSchema.class, operation -> {
            namespaces.create(operation.span(), operation.name(), operation.mode());
            parts.names().within(operation.name(), () -> flow.apply(operation.elements()));
        });
    }

    private void registerAnyObjects(ReplayParts parts) {
        RenameReplay renames = new RenameReplay(parts);
        on(Operation.DropObject.class, new DropReplay(parts)::drop);
        on(Operation.RenameObject.class, renames::rename);
        on(Operation.MoveObject.class, renames::move);
        on(Operation.CommentOn.class, new CommentReplay(parts)::comment);
        on(Operation.Privilege.class, new PrivilegeReplay(parts)::change);
    }

    private void registerWhatRuns(ReplayParts parts, Variables variables, Folding folding) {
        on(Operation.Conditional.class, flow::conditional);
        on(Operation.Loop.class, flow::loop);
        on(Operation.Block.class, flow::block);
        on(Operation.Call.class, calls::call);
        on(Operation.CallsInExpressions.class, calls::callsInExpressions);
        on(Operation.DeclareRoutine.class, calls::declare);
        on(Operation.Execute.class, dynamicSql::execute);
        on(Operation.ExecuteForEachTable.class, dynamicSql::executeForEachTable);
        on(Operation.Prepare.class, dynamicSql::prepare);
        on(Operation.ExecutePrepared.class, dynamicSql::executePrepared);
        on(Operation.AnonymousBlock.class, operation -> flow.body(operation.body()));
        on(
                Operation.Assign.class,
                operation -> variables.assign(
                        operation.variable(), operation.value(), folding.fold(operation.value(), operation.span())));
        on(Operation.Leave.class, operation -> flow.leave());
        on(Operation.SetStoredOption.class, session::set);
        on(Operation.SetDefaultSchema.class, operation -> parts.names().use(operation.schema()));
        on(Operation.NoSchemaEffect.class, operation -> {});
        on(Operation.NotUnderstood.class, operation -> journal.notUnderstood(operation.span(), operation.why()));
    }

    private <O extends Operation> void on(Class<O> type, Consumer<O> handler) {
        handlers.put(type, operation -> handler.accept(type.cast(operation)));
    }

    boolean handles(Class<?> operation) {
        return handlers.containsKey(operation);
    }

    void beginScript() {
        session.clear();
        calls.beginScript();
        flow.goOn();
    }

    /** Begins another batch: what left the last one has left no more than that. */
    void beginBatch() {
        flow.goOn();
    }

    /** Whether what follows in the batch is not run. */
    boolean hasLeft() {
        return flow.hasLeft();
    }

    /** Applies what a statement of a script says, in order, until something leaves it. */
    void statement(List<Operation> operations) {
        calls.beginStatement();
        flow.apply(operations);
    }

    private void apply(Operation operation) {
        journal.nextStatement();
        Objects.requireNonNull(
                        handlers.get(operation.getClass()),
                        () -> operation.getClass().getName())
                .accept(operation);
    }
}
