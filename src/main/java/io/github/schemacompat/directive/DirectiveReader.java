package io.github.schemacompat.directive;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.Statement;
import io.github.schemacompat.sql.StatementSplitter;
import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds directives in the comments of a script; what stands in strings and in the bodies of routines is none. */
public final class DirectiveReader {
    private static final Pattern MENTION = Pattern.compile("(?i)schema[-_ ]?compat");
    private static final Pattern DIRECTIVE = Pattern.compile(
            "(?is)(?:--|#|/\\*)\\s*schema[-_ ]?compat\\b(?<rest>\\s*:?\\s*)(?<words>.*?)\\s*(?:\\*/)?\\s*");
    private static final String EXACT = "schema-compat:";

    private final Dialect dialect;
    private final Lexer lexer;
    private final StatementSplitter splitter;

    public DirectiveReader(Dialect dialect) {
        this.dialect = dialect;
        this.lexer = new Lexer(dialect);
        this.splitter = new StatementSplitter(dialect);
    }

    /** The directives of a script, in their order; what looks like one and is none is {@link Directive.Invalid}. */
    public List<Directive> read(MigrationScript script) {
        List<Directive> directives = new ArrayList<>();
        for (Section section : script.sections()) {
            directives.addAll(read(section));
        }
        return directives;
    }

    /** The directives of a stretch of a script, statements and all. */
    public List<Directive> read(Section section) {
        Span span = section.span();
        if (!mentions(span)) {
            return List.of();
        }
        List<Span> bodies = bodies(section);
        List<Directive> directives = new ArrayList<>();
        for (Span comment : lexer.comments(span)) {
            boolean inBody =
                    bodies.stream().anyMatch(body -> body.start() < comment.start() && comment.end() < body.end());
            if (!inBody) {
                directives.addAll(comment(comment));
            }
        }
        return withOnePhase(directives);
    }

    /** Nearly no script does, so that the first look has to be a quick one. */
    private static boolean mentions(Span section) {
        String text = section.source().text();
        boolean perhaps = text.indexOf("ompat", section.start()) >= 0 || text.indexOf("OMPAT", section.start()) >= 0;
        return perhaps
                && MENTION.matcher(text).region(section.start(), section.end()).find();
    }

    /** The script as it says that it runs; by its path where it says nothing. */
    public MigrationScript inItsPhase(MigrationScript script) {
        for (Directive directive : read(script)) {
            if (directive instanceof Directive.InPhase said) {
                return said.phase() == script.phase() ? script : script.withPhase(said.phase());
            }
        }
        return script;
    }

    private static List<Directive> withOnePhase(List<Directive> directives) {
        List<Directive> result = new ArrayList<>();
        Directive.InPhase first = null;
        for (Directive directive : directives) {
            if (directive instanceof Directive.InPhase said && first != null && said.phase() != first.phase()) {
                result.add(new Directive.Invalid(
                        said.span(),
                        "A script runs in one phase, and this one says phase "
                                + first.phase().id() + " in line "
                                + first.span().startPosition().line() + "."));
                continue;
            }
            if (directive instanceof Directive.InPhase said && first == null) {
                first = said;
            }
            result.add(directive);
        }
        return result;
    }

    private List<Directive> comment(Span comment) {
        Matcher matcher = DIRECTIVE.matcher(comment.text());
        if (!matcher.matches()) {
            return List.of();
        }
        Span words =
                comment.source().span(comment.start() + matcher.start("words"), comment.start() + matcher.end("words"));
        boolean colon = matcher.group("rest").contains(":");
        String head = words.text().split("\\s", 2)[0];
        if (!colon && !DirectiveParser.VERBS.contains(head.toLowerCase(java.util.Locale.ROOT))) {
            // people write about the tool, too
            return List.of();
        }
        if (!colon || !comment.text().contains(EXACT)) {
            return List.of(new Directive.Invalid(words, "A directive begins with '" + EXACT + "', just so."));
        }
        if (words.text().isEmpty()) {
            return List.of(new Directive.Invalid(
                    comment,
                    "The directive is empty; the words are " + String.join(", ", DirectiveParser.VERBS) + "."));
        }
        return new DirectiveParser(dialect, words).parse();
    }

    /** The statements that make routines and triggers: comments in them belong to the routine. */
    private List<Span> bodies(Section section) {
        List<Span> bodies = new ArrayList<>();
        Iterator<Statement> statements = splitter.statements(section);
        while (statements.hasNext()) {
            bodies(statements.next(), bodies);
        }
        return bodies;
    }

    private void bodies(Statement statement, List<Span> bodies) {
        if (statement instanceof Statement.If branch) {
            branch.then().forEach(each -> bodies(each, bodies));
            branch.otherwise().forEach(each -> bodies(each, bodies));
        } else if (statement instanceof Statement.Loop loop) {
            loop.body().forEach(each -> bodies(each, bodies));
        } else if (statement instanceof Statement.Block block) {
            block.body().forEach(each -> bodies(each, bodies));
            block.handlers().forEach(each -> bodies(each, bodies));
        } else if (makesRoutine(statement.span())) {
            bodies.add(statement.span());
        }
    }

    private boolean makesRoutine(Span statement) {
        Token first = lexer.first(statement);
        if (first == null || !first.isAny("create", "alter")) {
            return false;
        }
        for (Token token : lexer.tokens(statement)) {
            if (token.isAny("procedure", "proc", "function", "trigger", "package", "event")) {
                return true;
            }
            if (token.isAny("table", "view", "index", "(", "as", "type", "sequence", "schema")) {
                return false;
            }
        }
        return false;
    }
}
