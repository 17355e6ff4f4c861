package io.github.schemacompat.ddl;

import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.List;

/** Finds the procedures and functions among the declarations of a package, a body or a block. */
final class PlSqlSubprograms {
    private PlSqlSubprograms() {}

    /**
     * A declaration.
     *
     * @param tokens all of it, without its semicolon
     * @param bodyAt the index behind IS or AS of a procedure or function with a body, or -1
     */
    record Declaration(List<Token> tokens, int bodyAt) {
        boolean isSubprogram() {
            return tokens.get(0).isAny("procedure", "function");
        }
    }

    /** The declarations up to the word BEGIN or END that ends them, or to the last token. */
    static List<Declaration> of(List<Token> tokens) {
        List<Declaration> declarations = new ArrayList<>();
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).isAny("begin", "end")) {
            int end = declarationEnd(tokens, at);
            int bodyAt = tokens.get(at).isAny("procedure", "function") ? bodyOf(tokens, at, end) : -1;
            if (end > at) {
                declarations.add(new Declaration(List.copyOf(tokens.subList(at, end)), bodyAt < 0 ? -1 : bodyAt - at));
            }
            at = end + 1;
        }
        return declarations;
    }

    /** How many tokens the declarations at the beginning take. */
    static int length(List<Token> tokens) {
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).isAny("begin", "end")) {
            at = declarationEnd(tokens, at) + 1;
        }
        return Math.min(at, tokens.size());
    }

    /** The index of the semicolon that ends it, or the size. */
    private static int declarationEnd(List<Token> tokens, int from) {
        if (tokens.get(from).isAny("procedure", "function")) {
            int body = bodyOf(tokens, from, tokens.size());
            if (body >= 0) {
                int begin = body;
                while (begin < tokens.size() && !tokens.get(begin).isAny("begin", "end", "language", "external")) {
                    begin = declarationEnd(tokens, begin) + 1;
                }
                return begin < tokens.size() && tokens.get(begin).is("begin")
                        ? semicolon(tokens, blockEnd(tokens, begin))
                        : semicolon(tokens, begin);
            }
        }
        return semicolon(tokens, from);
    }

    /** The index behind IS or AS, or -1 if the semicolon comes first. */
    private static int bodyOf(List<Token> tokens, int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(";")) {
                return -1;
            }
            if (depth == 0 && token.isAny("is", "as")) {
                return i + 1;
            }
        }
        return -1;
    }

    private static int semicolon(List<Token> tokens, int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth <= 0 && token.is(";")) {
                return i;
            }
        }
        return tokens.size();
    }

    /** The index of the END that closes the BEGIN. */
    private static int blockEnd(List<Token> tokens, int begin) {
        int depth = 0;
        for (int i = begin; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean closes = i > 0 && tokens.get(i - 1).is("end");
            if (token.isAny("begin", "case", "if", "loop") && !closes) {
                depth++;
            } else if (token.is("end") && --depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }
}
