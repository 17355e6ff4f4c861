package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.LexicalRules;
import io.github.schemacompat.dialect.Separation;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What quotes and backslashes mean in a script of MySQL that sets {@code sql_mode}: it is rewritten as it would stand there
 * in the usual mode, so that nobody behind has to know. One is made for each session.
 */
public final class SqlModes {
    private static final String NO_ESCAPES = "NO_BACKSLASH_ESCAPES";
    /** Those that make double quotes the quotes of names, alone or among other things. */
    private static final Set<String> ANSI_QUOTES =
            Set.of("ANSI_QUOTES", "ANSI", "ORACLE", "MSSQL", "DB2", "MAXDB", "POSTGRESQL");

    private static final Pattern QUOTING =
            Pattern.compile("(?i)\\b(?:" + NO_ESCAPES + "|" + String.join("|", List.copyOf(ANSI_QUOTES)) + ")\\b");

    private final Dialect dialect;
    private final LexicalRules usual;
    /** What a variable holds, by its name in lower case. */
    private final Map<String, String> variables = new HashMap<>();

    private String mode = "";

    public SqlModes(Dialect dialect) {
        this.dialect = dialect;
        this.usual = dialect.lexicalRules();
    }

    /** The same section in the usual mode, at the same places of the file. */
    public Section usual(Section section) {
        Span span = section.span();
        if (dialect.separation() != Separation.DELIMITERS || rules().equals(usual) && !setsMode(span)) {
            return section;
        }
        Rewriting rewriting = new Rewriting(span);
        TokenStream stream = TokenStream.ofScript(rules(), span, Separation.DELIMITERS, section.delimiter());
        StatementWalker walker = new ScriptWalker(stream, Separation.DELIMITERS);
        int done = span.start();
        for (Statement each = walker.next(); each != null; each = walker.next()) {
            LexicalRules before = rules();
            List<Token> tokens = tokens(each.span(), before);
            if (tokens.get(0).is("set")) {
                set(tokens.subList(1, tokens.size()));
            }
            if (!rules().equals(before)) {
                rewriting.append(done, each.span().end(), before);
                done = each.span().end();
                stream.readBy(rules());
            }
        }
        rewriting.append(done, span.end(), rules());
        return new Section(section.name(), rewriting.whole(), section.delimiter());
    }

    private static boolean setsMode(Span span) {
        return span.mentions("sql_mode")
                && QUOTING.matcher(span.source().text())
                        .region(span.start(), span.end())
                        .find();
    }

    private LexicalRules rules() {
        Set<String> modes = Set.copyOf(Arrays.stream(mode.split(","))
                .map(each -> each.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .toList());
        return usual.withQuotes(modes.stream().noneMatch(ANSI_QUOTES::contains), !modes.contains(NO_ESCAPES));
    }

    private static List<Token> tokens(Span span, LexicalRules rules) {
        List<Token> tokens = new ArrayList<>();
        TokenScanner scanner = new TokenScanner(rules, span, null);
        for (Token token = scanner.next(); token != null; token = scanner.next()) {
            tokens.add(token);
        }
        return tokens;
    }

    // ---- SET

    /** One assignment after the other. */
    private void set(List<Token> tokens) {
        List<Token> one = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                assign(one);
                one.clear();
            } else {
                one.add(token);
            }
        }
        assign(one);
    }

    private void assign(List<Token> tokens) {
        int sign = 0;
        while (sign < tokens.size() && !tokens.get(sign).isAny("=", ":=")) {
            sign++;
        }
        if (sign == 0 || sign >= tokens.size() - 1) {
            return;
        }
        String value = value(tokens.subList(sign + 1, tokens.size()));
        StringBuilder name = new StringBuilder();
        tokens.subList(0, sign).forEach(each -> name.append(each.text().toLowerCase(Locale.ROOT)));
        if (value != null && isOfSession(name.toString())) {
            mode = value;
        } else if (value != null && name.charAt(0) == '@') {
            variables.put(name.toString(), value);
        }
    }

    private static boolean isOfSession(String name) {
        return name.matches("(?:session|local)?(?:@@)?(?:session\\.|local\\.)?`?sql_mode`?");
    }

    /** Null where it can't be told. */
    private @Nullable String value(List<Token> tokens) {
        Token first = tokens.get(0);
        if (tokens.size() == 1) {
            return single(first);
        }
        boolean call = tokens.get(1).is("(") && tokens.get(tokens.size() - 1).is(")");
        if (!call || !first.isAny("concat", "concat_ws", "replace")) {
            return null;
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 2; i < tokens.size(); i += 2) {
            String argument = single(tokens.get(i));
            if (argument == null || !tokens.get(i + 1).isAny(",", ")")) {
                return null;
            }
            arguments.add(argument);
        }
        if (first.is("replace")) {
            return arguments.size() == 3 ? arguments.get(0).replace(arguments.get(1), arguments.get(2)) : null;
        }
        return first.is("concat")
                ? String.join("", arguments)
                : String.join(arguments.get(0), arguments.subList(1, arguments.size()));
    }

    private @Nullable String single(Token token) {
        String text = token.text();
        if (token.kind() == TokenKind.STRING || token.kind() == TokenKind.QUOTED) {
            return text.substring(1, text.length() - 1);
        }
        if (token.kind() == TokenKind.VARIABLE) {
            String name = text.toLowerCase(Locale.ROOT);
            return isOfSession(name) ? mode : name.startsWith("@@") ? null : variables.getOrDefault(name, "");
        }
        return token.is("default") ? "" : token.kind() == TokenKind.WORD ? text : null;
    }

    // ---- the text

    /** The text, as far as it is rewritten, with the place of each character. */
    private final class Rewriting {
        private final Span section;
        private final StringBuilder text = new StringBuilder();
        private int[] offsets;

        Rewriting(Span section) {
            this.section = section;
            this.offsets = new int[section.end() - section.start() + 1];
        }

        void append(int from, int to, LexicalRules rules) {
            if (rules.equals(usual)) {
                copy(from, to);
                return;
            }
            int done = from;
            for (Token token : tokens(section.source().span(from, to), rules)) {
                String same = inUsualMode(token, rules);
                if (!same.equals(token.text())) {
                    copy(done, token.start());
                    for (int i = 0; i < same.length(); i++) {
                        put(same.charAt(i), Math.min(token.start() + i, token.end() - 1));
                    }
                    done = token.end();
                }
            }
            copy(done, to);
        }

        private String inUsualMode(Token token, LexicalRules rules) {
            String text = token.text();
            if (token.kind() == TokenKind.QUOTED && text.startsWith("\"")) {
                String name = text.substring(1, text.length() - 1).replace("\"\"", "\"");
                return "`" + name.replace("`", "``") + "`";
            }
            return token.kind() == TokenKind.STRING && !rules.backslashEscapes() ? text.replace("\\", "\\\\") : text;
        }

        private void copy(int from, int to) {
            String source = section.source().text();
            for (int i = from; i < to; i++) {
                put(source.charAt(i), i);
            }
        }

        private void put(char c, int offset) {
            if (text.length() + 1 >= offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2);
            }
            offsets[text.length()] = offset;
            text.append(c);
        }

        Span whole() {
            int[] each = Arrays.copyOf(offsets, text.length() + 1);
            each[text.length()] = section.end();
            return SourceText.filled(section.source(), text.toString(), each).whole();
        }
    }
}
