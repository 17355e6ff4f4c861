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
        registerWhatChanges(parts);
        registerWhatRuns(parts, variables, folding);
    }

    private void registerWhatChanges(ReplayParts parts) {
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
            parts.queries().readRows(operation);
            tables.data(operation);
        });
        on(Operation.CreateIndex.class, tables::createIndex);
        on(Operation.DropIndex.class, tables::dropIndex);
        on(Operation.SetIndexEnabled.class, tables::setIndexEnabled);
        on(Operation.CreateView.class, objects::createView);
        on(Operation.RefreshModule.class, objects::refresh);
        on(Operation.CreateRoutine.class, operation -> objects.createRoutine(session.stored(operation)));
        on(Operation.CreatePackage.class, packages::create);
        on(Operation.DropPackageBody.class, packages::dropBody);
        on(Operation.Reorganize.class, alterations::reorganize);
        on(Operation.SetStoredOption.class, session::set);
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
            parts.names().within(operation.name(), () -> flow.apply(operation.elements()));
        });
        on(Operation.DropObject.class, anyObjects::drop);
        on(Operation.RenameObject.class, anyObjects::rename);
        on(Operation.MoveObject.class, anyObjects::move);
        on(Operation.CommentOn.class, anyObjects::comment);
        on(Operation.Privilege.class, anyObjects::privilege);
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
