package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.directive.Directive;
import io.github.schemacompat.directive.DirectiveReader;
import io.github.schemacompat.directive.Spelling;
import io.github.schemacompat.release.Until;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.Location;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.SqlModes;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.StatementSplitter;
import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code allow} directives of the new scripts. In released scripts they are past. */
final class Suppressions {
    private final JudgeInput input;
    private final List<Suppression> live = new ArrayList<>();
    private final List<Suppression> expired = new ArrayList<>();
    private final List<Invalid> invalid = new ArrayList<>();

    /**
     * A directive that allows nothing because of what is wrong with it.
     *
     * @param message whole sentences
     */
    record Invalid(MigrationScript script, Span span, String message) {}

    private Suppressions(JudgeInput input) {
        this.input = input;
    }

    static Suppressions of(JudgeInput input) {
        Suppressions suppressions = new Suppressions(input);
        DirectiveReader reader = new DirectiveReader(input.dialect());
        for (MigrationScript script : input.comparison().added()) {
            for (Section section : script.sections()) {
                List<Location> statements = null;
                for (Directive directive : reader.read(section)) {
                    if (directive instanceof Directive.Allow allow) {
                        statements = statements == null ? statements(section, input.dialect()) : statements;
                        suppressions.add(script, section.span(), allow, statements);
                    }
                }
            }
        }
        return suppressions;
    }

    private void add(MigrationScript script, Span section, Directive.Allow allow, List<Location> statements) {
        String wrong = wrong(allow);
        if (wrong != null) {
            invalid.add(new Invalid(script, allow.span(), wrong));
            return;
        }
        Suppression suppression = suppression(script, section, allow, statements, new Lexer(input.dialect()));
        String until = allow.until();
        boolean over = until != null && Until.of(until).orElseThrow().isReached(input.release(), input.today());
        (over ? expired : live).add(suppression);
    }

    private static @Nullable String wrong(Directive.Allow allow) {
        List<String> known = Rules.ALL.stream().map(rule -> rule.info().id()).toList();
        for (String rule : allow.rules()) {
            if (!known.contains(rule)) {
                return "There is no rule '" + rule + "'." + Spelling.hint(rule, known);
            }
        }
        String until = allow.until();
        return until != null && Until.of(until).isEmpty()
                ? "'" + until + "' is neither a version nor a date such as 2027-01-31."
                : null;
    }

    /** At the end of a line it is about what stands before it, on a line of its own about what comes next. */
    private static Suppression suppression(
            MigrationScript script, Span section, Directive.Allow allow, List<Location> statements, Lexer lexer) {
        Span span = allow.span();
        String text = span.source().text();
        int lineStart = Math.max(text.lastIndexOf('\n', span.start() - 1) + 1, section.start());
        int line = span.startPosition().line();
        if (lexer.first(span.source().span(lineStart, span.start())) != null) {
            List<Location> ending = statements.stream()
                    .filter(statement -> statement.end().line() == line)
                    .toList();
            return new Suppression(script, allow, ending, line);
        }
        int lineEnd = text.indexOf('\n', span.end());
        Token next = lineEnd < 0 ? null : lexer.first(span.source().span(lineEnd, section.end()));
        if (next == null) {
            return new Suppression(script, allow, List.of(), 0);
        }
        var start = span.source().positionInFile(next.start());
        List<Location> beginning = statements.stream()
                .filter(statement -> statement.start().equals(start))
                .toList();
        return new Suppression(script, allow, beginning, start.line());
    }

    private static List<Location> statements(Section section, Dialect dialect) {
        List<Location> statements = new ArrayList<>();
        Iterator<Statement> top = new StatementSplitter(dialect).statements(new SqlModes(dialect).usual(section));
        while (top.hasNext()) {
            add(top.next(), statements);
        }
        return statements;
    }

    private static void add(Statement statement, List<Location> statements) {
        statements.add(Location.of(statement.span()));
        if (statement instanceof Statement.If branch) {
            branch.then().forEach(each -> add(each, statements));
            branch.otherwise().forEach(each -> add(each, statements));
        } else if (statement instanceof Statement.Loop loop) {
            loop.body().forEach(each -> add(each, statements));
        } else if (statement instanceof Statement.Block block) {
            block.body().forEach(each -> add(each, statements));
            block.handlers().forEach(each -> add(each, statements));
        }
    }

    /** The reason for which the finding is allowed, which is then used. */
    Optional<String> reason(Finding finding) {
        Optional<String> reason = Optional.empty();
        for (Suppression suppression : live) {
            if (suppression.allows(finding) && reason.isEmpty()) {
                reason = Optional.of(suppression.allow().reason());
            }
        }
        return reason;
    }

    List<Suppression> live() {
        return live;
    }

    /** What is wrong with those that name no object that there is or was. To be asked when all findings were shown. */
    List<Invalid> astray() {
        List<Suppression> candidates = live.stream()
                .filter(each -> each.lastPart() != null && !each.hasSeenItsObject())
                .toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        SimpleNames names = SimpleNames.of(input);
        List<Invalid> astray = new ArrayList<>();
        for (Suppression each : candidates) {
            String name = each.lastPart();
            if (name != null && !names.hold(name)) {
                String message = "There is no " + each.allow().object() + "." + Spelling.hint(name, names.all());
                astray.add(new Invalid(each.script(), each.allow().span(), message));
            }
        }
        return astray;
    }

    List<Suppression> expired() {
        return expired;
    }

    List<Invalid> invalid() {
        return invalid;
    }
}
