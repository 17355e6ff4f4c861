package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The statements of PL/SQL blocks. */
final class PlSqlForms {
    private static final WordList HEADS = WordList.of("""
            begin commit rollback null return raise exit continue goto open fetch close forall pipe execute select insert
            update delete merge declare savepoint set create alter drop grant revoke truncate comment rename with lock
            """);

    /** What the engine's packages run for a caller, and which argument says it. */
    private static final List<String> RUNS_FIRST = List.of("dbms_utility.exec_ddl_statement");

    /** Stands for the schema of what a block declares for itself. */
    private static final String BLOCK = "block";

    private static final String SWAPS_TABLES = "dbms_redefinition";

    private static final List<String> RUNS_SECOND = List.of("dbms_sql.parse");

    private final Language language;
    private final AssignmentReader assignments;
    private final DataReader data;
    private final DynamicStatements dynamic;
    private final OracleRoutineReader routines;

    PlSqlForms(Language language, AssignmentReader assignments, DataReader data) {
        this.language = language;
        this.assignments = assignments;
        this.data = data;
        this.routines = new OracleRoutineReader(language);
        this.dynamic = new DynamicStatements(language, assignments.texts());
    }

    void register(StatementForms forms) {
        forms.on("declare|is|as", this::declarations)
                .on("select", this::select)
                .on("execute immediate", dynamic::execute)
                .on("call", this::call)
                .on("return|raise", this::leave)
                .withoutEffect("loop control", "continue|goto")
                .withoutEffect("nothing", "null")
                .withoutEffect("cursor", "open|fetch|close")
                .withoutEffect("label", "<<")
                .withoutEffect("result", "pipe")
                .on("forall", this::forall);
    }

    List<Operation> executeImmediate(TokenCursor cursor) {
        return dynamic.execute(cursor);
    }

    /** {@code v := value}, {@code p(…)}; null if a word of a statement begins here. */
    @Nullable
    StatementForm wordless(TokenCursor cursor) {
        Token first = cursor.peek();
        int ahead = 1;
        while (cursor.peek(ahead).is(".") && cursor.peek(ahead + 1).isName()) {
            ahead += 2;
        }
        if (first.text().startsWith(":") && cursor.peek(1).is(":=")) {
            return this::assignment;
        }
        if (!first.isName() || HEADS.holds(first)) {
            return null;
        }
        if (cursor.peek(ahead).is(":=")) {
            return this::assignment;
        }
        if (cursor.peek(ahead).is("(")) {
            int close = closing(cursor, ahead);
            Token behind = cursor.peek(close + 1);
            if (behind.isAny(":=", ".")) {
                return StatementForm.withoutEffect("assignment to a field");
            }
            return behind == TokenCursor.END || behind.is(";") ? this::callOf : null;
        }
        if (cursor.peek(ahead) == TokenCursor.END || cursor.peek(ahead).is(";")) {
            return this::callOf;
        }
        return null;
    }

    private static int closing(TokenCursor cursor, int open) {
        int depth = 0;
        int at = open;
        while (cursor.peek(at) != TokenCursor.END) {
            depth += cursor.peek(at).is("(") ? 1 : cursor.peek(at).is(")") ? -1 : 0;
            if (depth == 0) {
                return at;
            }
            at++;
        }
        return at;
    }

    private List<Operation> assignment(TokenCursor cursor) {
        int from = cursor.index();
        Token variable = cursor.next();
        if (!cursor.accept(":=")) {
            cursor.rest();
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "assignment to a field"));
        }
        List<Token> value = withoutEnd(cursor.rest());
        TextExpression text = assignments.texts().read(cursor.source(), value);
        return List.of(new Operation.Assign(cursor.spanFrom(from), Language.lower(variable), text));
    }

    private static List<Token> withoutEnd(List<Token> tokens) {
        int size = tokens.size();
        while (size > 0 && tokens.get(size - 1).is(";")) {
            size--;
        }
        return tokens.subList(0, size);
    }

    private List<Operation> call(TokenCursor cursor) {
        Expected.next(cursor, "call");
        return callOf(cursor);
    }

    private List<Operation> callOf(TokenCursor cursor) {
        int from = cursor.index();
        QualifiedName routine = language.name(cursor);
        List<Token> parentheses = cursor.acceptParentheses();
        if (cursor.accept("into")) {
            cursor.rest();
        }
        Span span = cursor.spanFrom(from);
        if (RowPolicyCall.is(routine)) {
            return RowPolicyCall.read(language, span, routine, GuardReader.entries(parentheses));
        }
        List<Argument> arguments = Argument.read(assignments.texts(), cursor.source(), parentheses);
        String name = routine.toString().toLowerCase(Locale.ROOT);
        if (RUNS_FIRST.contains(name) && !arguments.isEmpty()) {
            return List.of(new Operation.Execute(span, arguments.get(0).value()));
        }
        if (RUNS_SECOND.contains(name) && arguments.size() > 1) {
            return List.of(new Operation.Execute(span, arguments.get(1).value()));
        }
        if (SWAPS_TABLES.equalsIgnoreCase(routine.schema())) {
            return List.of(
                    new Operation.NotUnderstood(span, "what DBMS_REDEFINITION makes of the table is not followed"));
        }
        return List.of(new Operation.Call(span, routine, arguments, true));
    }

    private List<Operation> declarations(TokenCursor cursor) {
        int from = cursor.index();
        cursor.acceptAny("declare", "is", "as");
        List<Token> rest = cursor.rest();
        List<Operation> operations = new ArrayList<>();
        for (PlSqlSubprograms.Declaration declaration : PlSqlSubprograms.of(rest)) {
            if (!declaration.isSubprogram()) {
                operations.addAll(assignments.declared(cursor.source(), declaration.tokens()));
            } else if (declaration.bodyAt() >= 0) {
                Operation.CreateRoutine routine = routines.routine(
                        new TokenCursor(cursor.source(), declaration.tokens()), 0, CreateMode.OR_REPLACE, BLOCK);
                operations.add(new Operation.DeclareRoutine(routine.span(), routine));
            }
        }
        if (operations.isEmpty()) {
            operations.add(new Operation.NoSchemaEffect(cursor.spanFrom(from), "declaration"));
        }
        return operations;
    }

    private List<Operation> select(TokenCursor cursor) {
        List<Operation> filled = assignments.selectInto(cursor);
        return filled != null ? filled : data.read(cursor);
    }

    private List<Operation> leave(TokenCursor cursor) {
        int from = cursor.index();
        cursor.rest();
        return List.of(new Operation.Leave(cursor.spanFrom(from)));
    }

    /** {@code FORALL i IN a .. b INSERT …}: a statement on rows, or EXECUTE IMMEDIATE. */
    private List<Operation> forall(TokenCursor cursor) {
        while (!cursor.atEnd() && !cursor.peek().isAny("insert", "update", "delete", "merge", "execute")) {
            cursor.next();
        }
        return cursor.at("execute") ? dynamic.execute(cursor) : data.read(cursor);
    }
}
