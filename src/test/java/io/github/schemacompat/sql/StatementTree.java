package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Statements as indented lines, so that a test can say what a script is expected to be. */
final class StatementTree {
    private StatementTree() {}

    static String ofScript(Dialect dialect, String sql) {
        List<Statement> statements = new ArrayList<>();
        new StatementSplitter(dialect)
                .statements(SourceText.of("f", sql).whole())
                .forEachRemaining(statements::add);
        return of(statements);
    }

    static String ofBody(Dialect dialect, String sql) {
        return of(new StatementSplitter(dialect).body(SourceText.of("f", sql).whole()));
    }

    private static String of(List<Statement> statements) {
        StringBuilder out = new StringBuilder();
        write(statements, "", out);
        return out.toString();
    }

    private static void write(List<Statement> statements, String indent, StringBuilder out) {
        for (Statement statement : statements) {
            out.append(indent);
            String inner = indent + "  ";
            if (statement instanceof Statement.Unstructured) {
                out.append("?! ").append(oneLine(statement.span())).append('\n');
            } else if (statement instanceof Statement.Simple) {
                out.append(oneLine(statement.span())).append('\n');
            } else if (statement instanceof Statement.If branch) {
                out.append("? ").append(oneLine(branch.condition())).append('\n');
                write(branch.then(), inner, out);
                if (!branch.otherwise().isEmpty()) {
                    out.append(indent).append(":\n");
                    write(branch.otherwise(), inner, out);
                }
            } else if (statement instanceof Statement.Loop loop) {
                out.append("* ").append(oneLine(loop.header())).append('\n');
                write(loop.body(), inner, out);
            } else if (statement instanceof Statement.Block block) {
                out.append("{\n");
                write(block.body(), inner, out);
                if (!block.handlers().isEmpty()) {
                    out.append(indent).append("} !\n");
                    write(block.handlers(), inner, out);
                }
            }
        }
    }

    private static String oneLine(Span span) {
        return span.text().replaceAll("\\s+", " ");
    }
}
