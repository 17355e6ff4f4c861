package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Argument;
import io.github.schemacompat.ddl.DdlReader;
import io.github.schemacompat.ddl.Guard;
import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.ParameterDefinition;
import io.github.schemacompat.ddl.TextExpression;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls of routines: a body that a script made is run in the place of the call. */
final class Calls {
    /** {@code drop_column_if_exists}, {@code AddForeignKey}, {@code uspRenameTable}. */
    private static final Pattern CHANGES_SCHEMA = Pattern.compile(
            "(add|create|drop|remove|alter|rename|modify|change)_?\\w{0,12}?"
                    + "(table|column|col|constraint|foreign_?key|fk|primary_?key|index|idx|view|trigger|sequence|default)"
                    + "s?(_?if_?(not_?)?exists?)?$"
                    + "|(add|create|drop|remove|alter|rename)_?(object)?_?if_?(not_?)?exists?$",
            Pattern.CASE_INSENSITIVE);

    /** The package that scripts show their texts with. */
    private static final String SHOWS_TEXT = "dbms_output";

    private final Names names;
    private final Journal journal;
    private final Lookup lookup;
    private final Bodies bodies;
    private final Variables variables;
    private final Folding folding;
    private final Reading reading;
    private final CallStack running;
    private final ControlFlow flow;

    /** What the present block of Oracle declares, by name. */
    private final Map<String, Bodies.Body> declaredInBlock = new HashMap<>();

    /** What the present script called in expressions, with what it gave. */
    private final Set<String> inExpressions = new HashSet<>();

    Calls(
            ReplayParts parts,
            Variables variables,
            Folding folding,
            Reading reading,
            CallStack running,
            ControlFlow flow) {
        this.names = parts.names();
        this.journal = parts.journal();
        this.lookup = parts.lookup();
        this.bodies = parts.bodies();
        this.variables = variables;
        this.folding = folding;
        this.reading = reading;
        this.running = running;
        this.flow = flow;
    }

    void beginScript() {
        inExpressions.clear();
    }

    void beginStatement() {
        declaredInBlock.clear();
    }

    void call(Operation.Call operation) {
        if (SHOWS_TEXT.equalsIgnoreCase(operation.routine().schema())) {
            return;
        }
        Bodies.Body own = declared(operation.routine());
        List<String> keys = own == null ? called(operation.routine()) : List.of();
        if (own != null) {
            follow(own, "block " + operation.routine(), operation);
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

    void declare(Operation.DeclareRoutine operation) {
        String name = names.key(QualifiedName.of(operation.routine().name().name()));
        declaredInBlock.put(name, new Bodies.Body(operation.routine(), names.current()));
    }

    /** Functions in expressions run for as many rows as there are; those that no script made change no schema. */
    void callsInExpressions(Operation.CallsInExpressions operation) {
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
        if (text == null || running.isRunning(key) || running.isFull()) {
            return false;
        }
        List<String> parameters = new ArrayList<>();
        List<FoldedTexts> arguments = new ArrayList<>();
        for (int i = 0; i < made.routine().parameters().size(); i++) {
            String name = made.routine().parameters().get(i).name();
            Argument given = given(operation, name, i);
            FoldedTexts argument = given == null
                    ? FoldedTexts.unknown(operation.span())
                    : folding.fold(given.value(), operation.span());
            if (name != null) {
                parameters.add(name);
                arguments.add(argument);
            }
            parameters.add("$" + (i + 1));
            arguments.add(argument);
        }
        // findings about another script's body point at the call
        boolean elsewhere = text.source().root() != operation.span().source().root();
        Runnable body = () -> names.within(made.defaultSchema(), () -> flow.body(text));
        running.within(
                key,
                () -> journal.pointingAt(
                        elsewhere ? operation.span() : null, () -> variables.inBody(parameters, arguments, body)));
        return true;
    }

    private static @Nullable Argument given(Operation.Call call, @Nullable String parameter, int place) {
        for (Argument argument : call.arguments()) {
            if (parameter != null && parameter.equalsIgnoreCase(argument.name())) {
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
                    journal.dynamicSql(
                            operation.span(),
                            operation.routine() + " is not followed, and it is given DDL: " + Quote.of(text.text()));
                    return;
                }
            }
        }
        if (!known && CHANGES_SCHEMA.matcher(operation.routine().name()).find()) {
            journal.dynamicSql(
                    operation.span(),
                    "the body of " + operation.routine() + " is not known, and its name says that it changes"
                            + " the schema");
        }
    }
}
