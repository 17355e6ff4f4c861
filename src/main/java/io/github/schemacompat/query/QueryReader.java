package io.github.schemacompat.query;

import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.StatementSplitter;
import io.github.schemacompat.sql.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything with a query in it, by JSqlParser. What it can't read it says; it never throws. One reader holds one
 * thread at most, which it lets go when it is closed.
 */
public final class QueryReader implements AutoCloseable {
    private static final int MOST_NAMES = 40;

    private final Dialect dialect;
    private final ParserText text;
    private final StatementSplitter splitter;
    private final SqlParser parser;
    private final SecondReading second;
    private int asked;
    private int read;

    public QueryReader(Dialect dialect) {
        this.dialect = dialect;
        this.text = new ParserText(dialect);
        this.splitter = new StatementSplitter(dialect);
        this.parser = new SqlParser(dialect);
        this.second = new SecondReading(this, dialect);
    }

    /** How many statements were given to JSqlParser. */
    public int statementsAsked() {
        return asked;
    }

    /** How many of them it could read. */
    public int statementsRead() {
        return read;
    }

    /**
     * Reads the query of a view.
     *
     * @param query the SELECT; what may follow it in a CREATE VIEW (WITH CHECK OPTION, WITH NO DATA) is left out of account
     * @param columnList the names that the view gives to its columns, or empty
     * @param relations what is there when the view is made
     */
    public ViewReading view(Span query, List<String> columnList, Relations relations) {
        List<Token> tokens = withoutOptions(text.tokens(query));
        Outcome outcome = parse(tokens);
        if (!(outcome.statement() instanceof Select select)) {
            return ViewReading.notRead(
                    outcome.failure().isEmpty() ? "it is no SELECT" : outcome.failure(),
                    new NameSearch(relations, new Names(dialect)).uses(tokens));
        }
        QueryWalk walk = new QueryWalk(relations, new Names(dialect));
        try {
            List<ViewColumn> selected = walk.select(select);
            List<ViewColumn> columns = walk.renamed(selected, columnList);
            String reason = columns == null ? walk.reason() : problem(columns, columnList);
            List<ViewColumn> known = columns == null || reason != null ? null : columns;
            SortedSet<String> uses = walk.uses().found();
            uses.addAll(text.indexHints(query));
            return new ViewReading(
                    known,
                    known == null || selected == null ? List.of() : walk.origins(selected),
                    uses,
                    true,
                    walk.uses().unresolved(),
                    reason);
        } catch (RuntimeException | StackOverflowError e) {
            return ViewReading.notRead(
                    "its tree could not be walked: " + e, new NameSearch(relations, new Names(dialect)).uses(tokens));
        }
    }

    /**
     * What the body of a routine or trigger reads, writes and calls, statement by statement.
     *
     * @param body the text that is run, in the engine's own language
     * @param relations what is there when the routine is made
     */
    public BodyReading uses(Span body, Relations relations) {
        return uses(body, null, relations);
    }

    /**
     * The same for a trigger.
     *
     * @param condition what has to be true of a row, or null
     * @param relations that know its {@linkplain Relations#row rows}
     */
    public BodyReading uses(Span body, @Nullable Span condition, Relations relations) {
        BodyWalk walk = new BodyWalk(this, relations, new Names(dialect));
        walk.rows(tokens(body));
        walk.use(text.indexHints(body));
        if (condition != null) {
            walk.rows(tokens(condition));
            walk.fragments(tokens(condition));
        }
        walk.all(splitter.body(body));
        return walk.reading();
    }

    /** The same for statements that are split already. */
    public BodyReading uses(List<io.github.schemacompat.sql.Statement> body, Relations relations) {
        BodyWalk walk = new BodyWalk(this, relations, new Names(dialect));
        walk.all(body);
        return walk.reading();
    }

    /**
     * Reads a DDL statement a second time.
     *
     * @param statement its text
     * @param first what the first reader says that it does
     * @return what the two readers say differently; empty if they agree, or if JSqlParser has nothing to say that can be
     *     trusted
     */
    public Optional<String> contradiction(Span statement, List<Operation> first) {
        return SecondReading.covers(first)
                ? second.read(statement).flatMap(read -> Contradiction.between(first, read))
                : Optional.empty();
    }

    List<Token> tokens(Span span) {
        return text.tokens(span);
    }

    private @Nullable String problem(List<ViewColumn> columns, List<String> columnList) {
        if (columnList.size() > columns.size()) {
            return "its list has more names than the query has columns";
        }
        Set<String> seen = new HashSet<>();
        for (ViewColumn column : columns) {
            if (column.name().isEmpty()) {
                return "a column has no name";
            }
            if (!seen.add(dialect.key(column.name()))) {
                return "two columns are called " + column.name();
            }
        }
        return null;
    }

    private static List<Token> withoutOptions(List<Token> tokens) {
        int size = tokens.size();
        for (int length = 2; length <= 4 && length < size; length++) {
            List<Token> tail = tokens.subList(size - length, size);
            Token last = tail.get(length - 1);
            boolean option = tail.get(0).is("with")
                    && (last.is("option") && tail.get(length - 2).is("check")
                            || last.is("data")
                            || last.is("only") && tail.get(1).is("read"));
            if (option) {
                return tokens.subList(0, size - length);
            }
        }
        return tokens;
    }

    /**
     * @param statement null if it could not be read
     * @param failure why, or empty
     */
    record Outcome(@Nullable Statement statement, String failure) {}

    /** Reads one statement; a reading that lost a part of it doesn't count. */
    Outcome parse(List<Token> tokens) {
        return parse(tokens, ParserText.takenAmiss(tokens));
    }

    /**
     * The same, where some names are known.
     *
     * @param names indexes of words that are names
     */
    Outcome parse(List<Token> tokens, Set<Integer> names) {
        asked++;
        Set<Integer> named = new HashSet<>(names);
        int most = names.size() + MOST_NAMES;
        SqlParser.Parsed parsed = parser.parse(text.text(tokens, named));
        String failure = parsed.failure();
        while (parsed.statement() == null) {
            int word = parsed.stumble() < 0 || named.size() >= most ? -1 : text.nameAt(parsed.stumble(), tokens, named);
            if (word < 0) {
                return new Outcome(null, failure);
            }
            named.add(word);
            parsed = parser.parse(text.text(tokens, named));
        }
        if (!text.holdsAll(tokens, parsed.text())) {
            return new Outcome(null, "JSqlParser lost a part of it");
        }
        read++;
        return new Outcome(parsed.statement(), "");
    }

    /** Lets the parser's thread go. */
    @Override
    public void close() {
        parser.close();
    }
}
