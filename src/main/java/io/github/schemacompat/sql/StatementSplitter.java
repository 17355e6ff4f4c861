package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.Separation;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts scripts and bodies into statements, as the engine and the client that sends them do.
 *
 * <p>What has no clear structure (a block that is never closed, statements nested deeper than anyone writes) is one
 * {@link Statement.Unstructured} with all its text: nothing is left out.
 */
public final class StatementSplitter {
    /** Lines for the compiler of PL/pgSQL, which stand before the block. */
    private static final Pattern COMPILER_OPTIONS =
            Pattern.compile("(?i)(?:\\s*#\\s*(?:option|print_strict_params|variable_conflict)\\b[^\\r\\n]*+)+");

    private final Dialect dialect;

    public StatementSplitter(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The statements of a script or of a part of it. They are found one by one while the iterator goes on, so that the
     * tokens of a long script need no memory.
     */
    public Iterator<Statement> statements(Span section) {
        return statements(new Section("", section));
    }

    /** The statements of a section, ended by what ends them there. */
    public Iterator<Statement> statements(Section section) {
        Separation separation = dialect.separation();
        TokenStream stream =
                TokenStream.ofScript(dialect.lexicalRules(), section.span(), separation, section.delimiter());
        return new Statements(
                switch (separation) {
                    case GO_BATCHES -> new TransactSqlWalker(stream);
                    case SLASH_LINES -> new SlashScriptWalker(stream);
                    case TERMINATORS -> new TerminatedScriptWalker(stream);
                    default -> new ScriptWalker(stream, separation);
                });
    }

    /** The statements of a routine's or trigger's body, a DO block, or SQL in a string, in the engine's language. */
    public List<Statement> body(Span body) {
        Separation separation = dialect.separation();
        TokenStream stream = TokenStream.ofBody(dialect.lexicalRules(), behindOptions(body));
        List<Statement> statements = new ArrayList<>();
        new Statements(
                        separation == Separation.GO_BATCHES
                                ? new TransactSqlWalker(stream)
                                : new RoutineWalker(stream, separation))
                .forEachRemaining(statements::add);
        return statements;
    }

    private static Span behindOptions(Span body) {
        Matcher options = COMPILER_OPTIONS.matcher(body.text());
        return options.lookingAt() ? body.source().span(body.start() + options.end(), body.end()) : body;
    }

    private static final class Statements implements Iterator<Statement> {
        private final StatementWalker walker;
        private @Nullable Statement next;

        Statements(StatementWalker walker) {
            this.walker = walker;
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = walker.next();
            }
            return next != null;
        }

        @Override
        public Statement next() {
            Statement found = hasNext() ? next : null;
            if (found == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return found;
        }
    }
}
