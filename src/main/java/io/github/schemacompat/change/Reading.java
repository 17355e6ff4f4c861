package io.github.schemacompat.change;

import io.github.schemacompat.ddl.Argument;
import io.github.schemacompat.ddl.DdlReader;
import io.github.schemacompat.ddl.Fragment;
import io.github.schemacompat.ddl.Guard;
import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.TextExpression;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.StatementSplitter;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts texts into statements, has them read, and counts. */
final class Reading {
    private final StatementSplitter splitter;
    private final DdlReader reader;
    private final Journal journal;
    private final Queries queries;
    private final boolean twice;
    /** What is run more than once is told of once. */
    private final Set<Span> told = new HashSet<>();

    Reading(Dialect dialect, Journal journal, Queries queries, ReplayOptions options) {
        this.splitter = new StatementSplitter(dialect);
        this.reader = new DdlReader(dialect, options.modules());
        this.journal = journal;
        this.queries = queries;
        this.twice = options.secondReading();
    }

    /** The statements of a section, or of a text that is run as a script. */
    Iterator<Statement> statements(Section section) {
        return splitter.statements(section);
    }

    Iterator<Statement> statements(Span text) {
        return splitter.statements(text);
    }

    List<Statement> body(Span body) {
        return splitter.body(body);
    }

    List<Operation> read(Statement statement) {
        List<Operation> operations = reader.read(statement);
        count(statement, operations);
        if (twice) {
            readAgain(statement, operations);
        }
        return operations;
    }

    /** @param operations what it says, or null if it was read as a part of another one */
    private void readAgain(Statement statement, @Nullable List<Operation> operations) {
        if (statement instanceof Statement.Simple) {
            queries.contradiction(statement.span(), operations == null ? reader.read(statement) : operations)
                    .filter(different -> told.add(statement.span()))
                    .ifPresent(different -> journal.problem(
                            ReadingProblem.Kind.READINGS_DIFFER,
                            statement.span(),
                            different + ": " + Quote.of(statement.span().text()),
                            null));
        }
        statement.parts().forEach(part -> readAgain(part, null));
    }

    /** A condition, read again with what is known of its variables. */
    Guard guard(Fragment condition) {
        return reader.guard(condition);
    }

    /** An expression, read again with what is known of its variables. */
    TextExpression text(Fragment expression) {
        return reader.text(expression);
    }

    /** What a function in an expression is given. */
    List<Argument> arguments(Operation.CallsInExpressions calls, Operation.ExpressionCall call) {
        return reader.arguments(calls, call);
    }

    private void count(Statement statement, List<Operation> operations) {
        int statements = leaves(statement);
        Counts counts = new Counts();
        operations.forEach(counts::add);
        journal.count(statements, Math.min(counts.schema, statements), Math.min(counts.queries, statements));
    }

    private static int leaves(Statement statement) {
        boolean leaf = statement instanceof Statement.Simple || statement instanceof Statement.Unstructured;
        return leaf ? 1 : statement.parts().stream().mapToInt(Reading::leaves).sum();
    }

    /** What kinds of operations a statement holds, those inside blocks included. */
    private static final class Counts {
        private int schema;
        private int queries;

        void add(Operation operation) {
            if (operation instanceof Operation.Conditional conditional) {
                conditional.then().forEach(this::add);
                conditional.otherwise().forEach(this::add);
            } else if (operation instanceof Operation.Loop loop) {
                loop.body().forEach(this::add);
            } else if (operation instanceof Operation.Block block) {
                block.body().forEach(this::add);
                block.handlers().forEach(this::add);
            } else if (operation instanceof Operation.Data) {
                queries++;
            } else if (!isWithoutSchema(operation)) {
                schema++;
                if (holdsQuery(operation)) {
                    queries++;
                }
            }
        }

        private static boolean holdsQuery(Operation operation) {
            return operation instanceof Operation.CreateView
                    || operation instanceof Operation.SelectInto
                    || operation instanceof Operation.CreateTable table && table.query() != null;
        }

        private static boolean isWithoutSchema(Operation operation) {
            return operation instanceof Operation.NoSchemaEffect
                    || operation instanceof Operation.NotUnderstood
                    || operation instanceof Operation.Call
                    || operation instanceof Operation.CallsInExpressions
                    || operation instanceof Operation.DeclareRoutine
                    || operation instanceof Operation.Execute
                    || operation instanceof Operation.ExecuteForEachTable
                    || operation instanceof Operation.Prepare
                    || operation instanceof Operation.ExecutePrepared
                    || operation instanceof Operation.AnonymousBlock
                    || operation instanceof Operation.Assign
                    || operation instanceof Operation.Leave
                    || operation instanceof Operation.SetDefaultSchema
                    || operation instanceof Operation.SetStoredOption;
        }
    }
}
