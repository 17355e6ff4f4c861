package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a statement says, in a closed world: every statement becomes operations, has no effect on the schema for a
 * named reason, or is {@link Operation.NotUnderstood}. It needs no schema and never fails.
 */
public final class DdlReader {
    private final Language language;
    private final GuardReader guards;
    private final TextExpressionReader texts;
    private final TableForms tables;
    private final LoopReader loops;
    private final CallsInExpressions calls;
    private final StatementForms forms;
    /** What no word begins: {@code v := value} in PL/pgSQL. */
    private final Function<TokenCursor, @Nullable StatementForm> wordless;

    private final RoutineOutline outline;
    private final RepeatedRows rows = new RepeatedRows();

    /** Reads everything whole. */
    public DdlReader(Dialect dialect) {
        this(dialect, ModuleSelection.EVERYTHING);
    }

    /** @throws IllegalArgumentException if no reader was written for the dialect */
    public DdlReader(Dialect dialect, ModuleSelection selection) {
        this.language = new Language(dialect);
        this.outline = new RoutineOutline(language, selection);
        this.guards = new GuardReader(language);
        this.texts = new TextExpressionReader(language, guards);
        this.tables = new TableForms(dialect);
        this.calls = new CallsInExpressions(language);
        this.loops = new LoopReader(language, texts);
        switch (Grammar.of(dialect)) {
            case SQL_SERVER -> {
                this.forms = new SqlServerForms(language, guards).all();
                this.wordless = SqlServerForms::label;
            }
            case POSTGRESQL -> {
                PostgreSqlForms postgreSql = new PostgreSqlForms(language, guards, this::elements);
                this.forms = postgreSql.all();
                this.wordless = postgreSql::assignment;
            }
            case ORACLE -> {
                OracleForms oracle = new OracleForms(language, guards);
                this.forms = oracle.all();
                this.wordless = oracle::wordless;
            }
            case DB2 -> {
                this.forms = new Db2Forms(language, guards).all();
                this.wordless = cursor -> null;
            }
            case MYSQL -> {
                this.forms = new MySqlForms(language, guards).all();
                this.wordless = cursor -> null;
            }
            case H2 -> {
                this.forms = new H2Forms(language, guards, this::elements).all();
                this.wordless = cursor -> null;
            }
            case HSQLDB -> {
                this.forms = new HsqldbForms(language, guards, this::elements).all();
                this.wordless = cursor -> null;
            }
            case SQLITE -> {
                this.forms = new SqliteForms(language).all();
                this.wordless = cursor -> null;
            }
            default -> throw new IllegalArgumentException("no reader for " + dialect.id());
        }
    }

    /** What the statement says, in its order; one statement can be several operations. */
    public List<Operation> read(Statement statement) {
        if (statement instanceof Statement.If branch) {
            return withCalls(
                    branch.condition(),
                    new Operation.Conditional(
                            branch.span(),
                            guards.read(branch.condition()),
                            all(branch.then()),
                            all(branch.otherwise())));
        }
        if (statement instanceof Statement.Loop loop) {
            return withCalls(loop.header(), loops.read(loop, all(loop.body())));
        }
        if (statement instanceof Statement.Block block) {
            return List.of(new Operation.Block(block.span(), all(block.body()), all(block.handlers())));
        }
        if (statement instanceof Statement.Unstructured) {
            return List.of(new Operation.NotUnderstood(
                    statement.span(), "a block is never closed, or too many stand inside each other"));
        }
        List<Operation> repeated = rows.repeated(statement.span());
        if (repeated != null) {
            return repeated;
        }
        List<Operation> operations =
                outline.read(statement.span()).map(List::of).orElseGet(() -> simple(language.cursor(statement.span())));
        rows.remember(statement.span(), operations);
        return operations;
    }

    /** Whether a string begins like DDL, not like a sentence. */
    public static boolean isDdl(String text) {
        return FunctionCallReader.isDdl(text);
    }

    /** What a condition asks, read again with what is known of its variables. */
    public Guard guard(Fragment condition) {
        return guards.read(condition.source(), condition.tokens());
    }

    /** What an expression gives, read again with what is known of its variables. */
    public TextExpression text(Fragment expression) {
        return texts.read(expression.source(), expression.tokens());
    }

    /** What a function in an expression is given. */
    public List<Argument> arguments(Operation.CallsInExpressions calls, Operation.ExpressionCall call) {
        Fragment fragment = calls.tokens();
        TokenCursor cursor = new TokenCursor(fragment.source(), fragment.tokens());
        cursor.reset(call.at());
        return Argument.read(texts, fragment.source(), cursor.acceptParentheses());
    }

    private List<Operation> withCalls(Span head, Operation operation) {
        Optional<Operation> called = calls.in(
                head, language.cursor(head).source(), language.cursor(head).rest());
        return called.map(each -> List.of(each, operation)).orElseGet(() -> List.of(operation));
    }

    private List<Operation> all(List<Statement> statements) {
        return statements.stream().flatMap(each -> read(each).stream()).toList();
    }

    private List<Operation> simple(TokenCursor cursor) {
        int from = cursor.index();
        List<Operation> operations = withoutPlaceholders(cursor);
        List<Token> tokens = cursor.between(from, cursor.index());
        Set<String> variables = FilledVariables.of(language, tokens);
        // what a call gives is read with it; what a block declares is no call
        boolean read = operations.stream()
                .anyMatch(each -> each instanceof Operation.Call || each instanceof Operation.DeclareRoutine);
        Optional<Operation> calls =
                read ? Optional.empty() : this.calls.in(cursor.spanFrom(from), cursor.source(), tokens);
        if (variables.isEmpty() && calls.isEmpty()) {
            return operations;
        }
        List<Operation> all = new ArrayList<>(operations);
        calls.ifPresent(all::add);
        Set<String> told = operations.stream()
                .filter(Operation.Assign.class::isInstance)
                .map(operation -> ((Operation.Assign) operation).variable().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        variables.stream()
                .filter(variable -> !told.contains(variable))
                .forEach(variable -> all.add(FilledVariables.filled(cursor.spanFrom(from), variable)));
        return all;
    }

    private List<Operation> withoutPlaceholders(TokenCursor cursor) {
        int from = cursor.index();
        List<Operation> operations = plain(cursor);
        if (operations.stream().noneMatch(DdlReader::isNotUnderstood)) {
            return operations;
        }
        List<Token> tokens = cursor.between(from, cursor.index());
        List<Token> open = OpenPlaceholders.in(tokens);
        for (List<Token> left : OpenPlaceholders.leftOut(open)) {
            List<Token> others = new ArrayList<>(tokens);
            others.removeAll(left);
            List<Operation> without = plain(new TokenCursor(cursor.source(), others));
            if (!without.isEmpty() && without.stream().noneMatch(DdlReader::isNotUnderstood)) {
                List<Operation> told = new ArrayList<>(without);
                left.forEach(each -> told.add(new Operation.NotUnderstood(
                        cursor.spanOf(each),
                        "the statement was read without this placeholder, which can be anything")));
                return told;
            }
        }
        return operations;
    }

    private static boolean isNotUnderstood(Operation operation) {
        return operation instanceof Operation.NotUnderstood
                || operation instanceof Operation.AlterTable alter
                        && alter.actions().stream().anyMatch(TableAction.NotUnderstood.class::isInstance);
    }

    private List<Operation> plain(TokenCursor cursor) {
        while (cursor.accept(";")) {
            // nothing stands before it
        }
        if (cursor.atEnd()) {
            return List.of();
        }
        int from = cursor.index();
        List<Operation> operations = new ArrayList<>();
        try {
            operations.addAll(one(cursor));
        } catch (Expected expected) {
            cursor.rest();
            return List.of(new Operation.NotUnderstood(cursor.spanFrom(from), expected.why()));
        }
        if (language.is(Grammar.SQL_SERVER)) {
            // some tools take a GO at the end of a line for one on a line of its own
            cursor.accept("go");
        }
        if (language.is(Grammar.HSQLDB) && cursor.at("alter")) {
            operations.addAll(simple(cursor));
        }
        while (cursor.accept(";")) {
            // the terminator
        }
        int read = cursor.index();
        if (!cursor.atEnd()) {
            cursor.rest();
            operations.add(new Operation.NotUnderstood(
                    cursor.spanFrom(read), "expected the end of the statement, found '" + first(cursor, read) + "'"));
        }
        unreadable(cursor, from, operations);
        return List.copyOf(operations);
    }

    /** An unclosed string or comment hides what stands behind it, even in a statement that has no effect. */
    private static void unreadable(TokenCursor cursor, int from, List<Operation> operations) {
        boolean command = operations.size() == 1
                && operations.get(0) instanceof Operation.NoSchemaEffect none
                && none.reason().equals(OracleForms.COMMAND);
        boolean told = command || operations.stream().anyMatch(Operation.NotUnderstood.class::isInstance);
        for (Token token : cursor.between(from, cursor.index())) {
            if (token.kind() == TokenKind.UNKNOWN && !told) {
                operations.add(new Operation.NotUnderstood(
                        cursor.spanOf(token), "a quote or comment is not closed, or a character belongs to no SQL"));
                return;
            }
        }
    }

    private static String first(TokenCursor cursor, int index) {
        return cursor.between(index, index + 1).get(0).text();
    }

    private List<Operation> one(TokenCursor cursor) {
        StatementForm form = wordless.apply(cursor);
        if (form == null) {
            form = tables.of(cursor);
        }
        return form != null ? form.read(cursor) : forms.read(cursor);
    }

    /** The elements of a CREATE SCHEMA: statements without separators, each up to the next CREATE or GRANT. */
    private List<Operation> elements(TokenCursor cursor) {
        List<Operation> operations = new ArrayList<>();
        while (!cursor.atEnd()) {
            int from = cursor.index();
            cursor.next();
            while (!cursor.atEnd()
                    && !cursor.at("create")
                    && !(cursor.at("grant") && !cursor.previous().is("with"))) {
                if (cursor.acceptParentheses().isEmpty()) {
                    cursor.next();
                }
            }
            operations.addAll(simple(new TokenCursor(cursor.source(), cursor.between(from, cursor.index()))));
        }
        return operations;
    }
}
