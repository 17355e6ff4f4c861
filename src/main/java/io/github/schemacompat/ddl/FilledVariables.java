package io.github.schemacompat.ddl;

import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The script variables that a statement gives a value that only the running server knows: {@code FETCH c INTO v}, {@code
 * DELETE … RETURNING a INTO v}, {@code EXEC pick @v OUTPUT}, {@code GET DIAGNOSTICS v = …}. A variable that nothing is known to
 * fill is NULL, and a text with NULL in it is not run, so that one left out here would hide a statement.
 */
final class FilledVariables {
    private static final WordList DEFINE =
            WordList.of("create alter drop comment grant revoke declare rename truncate");

    private final boolean transactSql;
    private final boolean outIsBefore;
    private final List<Token> tokens;
    private final Set<String> names = new LinkedHashSet<>();

    private FilledVariables(Language language, List<Token> tokens) {
        this.transactSql = language.is(Grammar.SQL_SERVER);
        this.outIsBefore = language.is(Grammar.ORACLE) || language.is(Grammar.DB2);
        this.tokens = tokens;
    }

    /** @param tokens a whole statement that is no block */
    static Set<String> of(Language language, List<Token> tokens) {
        FilledVariables filled = new FilledVariables(language, tokens);
        if (!tokens.isEmpty() && !DEFINE.holds(tokens.get(0))) {
            filled.read();
        }
        return filled.names;
    }

    /** The variables of {@code FOR a, b IN …} and {@code FOREACH a SLICE 1 IN …}. */
    static Set<String> ofLoop(Language language, List<Token> header) {
        FilledVariables filled = new FilledVariables(language, header);
        if (!header.isEmpty() && header.get(0).isAny("for", "foreach")) {
            filled.list(1);
        }
        return filled.names;
    }

    /** The variable is whatever it is given. */
    static Operation filled(Span span, String variable) {
        return new Operation.Assign(span, variable, new TextExpression.Unknown("", null, null));
    }

    private void read() {
        boolean rows = tokens.get(0).is("replace");
        boolean assigns = transactSql && tokens.get(0).isAny("select", "update", "with", "exec", "execute");
        boolean diagnostics = tokens.get(0).is("get");
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            rows |= depth == 0 && token.isAny("insert", "merge");
            if (depth == 0 && token.kind() == TokenKind.WORD && token.is("into")) {
                if (!rows) {
                    list(i + 1);
                }
                // the table that is filled comes first
                rows = false;
            } else if (outIsBefore && token.is("out")) {
                add(i + 1);
            } else if (i > 0 && transactSql && token.isAny("output", "out")) {
                addVariable(i - 1);
            } else if (depth == 0 && assigns && token.isAny("from", "where")) {
                assigns = false;
            } else if (token.is(":=")
                    || depth == 0 && (assigns || diagnostics) && token.isAny("=", "+=", "-=", "*=", "/=", "%=")) {
                assigned(i, diagnostics);
            }
        }
        if (tokens.get(0).is("set") && tokens.size() > 1 && tokens.get(1).is("(")) {
            list(2);
        }
    }

    /** EXEC gives its own variable a value, {@code EXEC @v = pick}, and parameters their arguments. */
    private void assigned(int at, boolean plainNames) {
        boolean call = tokens.get(0).isAny("exec", "execute");
        if (at > 0 && (!call || at == 2)) {
            if (plainNames) {
                add(at - 1);
            } else {
                addVariable(at - 1);
            }
        }
    }

    /** {@code [STRICT] a, b.c, d[1]}, up to what is no name. */
    private void list(int from) {
        int at = from < tokens.size() && tokens.get(from).is("strict") ? from + 1 : from;
        add(at);
        int depth = 0;
        for (; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            depth += token.isAny("(", "[") ? 1 : token.isAny(")", "]") ? -1 : 0;
            if (depth < 0 || depth == 0 && token.isAny("in", "from", "using", "slice", "as", ";")) {
                return;
            }
            if (depth == 0 && token.is(",")) {
                add(at + 1);
            }
        }
    }

    private void add(int at) {
        if (at < tokens.size() && tokens.get(at).isName() && !transactSql) {
            names.add(Language.lower(tokens.get(at)));
        } else {
            addVariable(at);
        }
    }

    private void addVariable(int at) {
        if (at < tokens.size() && tokens.get(at).kind() == TokenKind.VARIABLE) {
            names.add(tokens.get(at).text().toLowerCase(Locale.ROOT));
        }
    }
}
