package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Guard;
import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.TextExpression;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What runs, how often, and until when: branches, loops, blocks with their handlers, bodies. */
final class ControlFlow {
    private static final Set<String> ERROR_CODES = Set.of("sqlcode", "sqlstate", "sqlerrm", "error_number");
    private final Journal journal;
    private final Variables variables;
    private final Guards guards;
    private final Folding folding;
    private final Reading reading;
    private final Handlers handlers;

    /** Applies a single operation. */
    private final Consumer<Operation> operations;

    /** Set by RETURN and the like: what follows in the batch or body is not run. */
    private boolean left;

    ControlFlow(
            Journal journal,
            Variables variables,
            Guards guards,
            Folding folding,
            Reading reading,
            Handlers handlers,
            Consumer<Operation> operations) {
        this.journal = journal;
        this.variables = variables;
        this.guards = guards;
        this.folding = folding;
        this.reading = reading;
        this.handlers = handlers;
        this.operations = operations;
    }

    void leave() {
        left = true;
    }

    void goOn() {
        left = false;
    }

    boolean hasLeft() {
        return left;
    }

    /** Applies what a statement says, or what stands in a body, in order, until something leaves it. */
    void apply(List<Operation> sequence) {
        for (Operation operation : sequence) {
            if (left) {
                return;
            }
            operations.accept(operation);
        }
    }

    void conditional(Operation.Conditional operation) {
        Boolean answer = guards.answer(operation.guard());
        if (answer != null) {
            apply(answer ? operation.then() : operation.otherwise());
            return;
        }
        maybe(() -> apply(operation.then()));
        maybe(() -> apply(operation.otherwise()));
        forgetAssigned(operation.then());
        forgetAssigned(operation.otherwise());
    }

    /** Runs what may happen: what is there already or not there is no problem then, and leaving is not believed. */
    void maybe(Runnable work) {
        journal.conditionally(work);
        left = false;
    }

    void loop(Operation.Loop operation) {
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
        maybe(() -> apply(operation.body()));
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
    void block(Operation.Block operation) {
        handlers.destroying(operation.handlers())
                .forEach(each -> journal.notUnderstood(
                        each.span(), "a handler runs it, and whether an error comes before it can't be told"));
        if (operation.handlers().isEmpty() || operation.handlers().stream().anyMatch(ControlFlow::leaves)) {
            apply(operation.body());
        } else {
            journal.leniently(() -> apply(operation.body()));
        }
    }

    private static boolean leaves(Operation operation) {
        if (operation instanceof Operation.Conditional conditional) {
            return !asksWhichError(conditional.guard())
                    && (conditional.then().stream().anyMatch(ControlFlow::leaves)
                            || conditional.otherwise().stream().anyMatch(ControlFlow::leaves));
        }
        if (operation instanceof Operation.Block block) {
            return block.body().stream().anyMatch(ControlFlow::leaves);
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
            return and.guards().stream().anyMatch(ControlFlow::asksWhichError);
        }
        if (guard instanceof Guard.Or or) {
            return or.guards().stream().anyMatch(ControlFlow::asksWhichError);
        }
        String text = guard instanceof Guard.Unknown unknown ? unknown.text().toLowerCase(Locale.ROOT) : "";
        return ERROR_CODES.stream().anyMatch(text::contains);
    }

    void body(Span text) {
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
}
