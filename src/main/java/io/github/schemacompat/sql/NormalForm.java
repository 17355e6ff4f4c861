package io.github.schemacompat.sql;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The readable one-line text by which SQL is compared: two texts that differ in nothing but white space, comments, the
 * case of words, quotes that a name doesn't need, or the default schema have the same one.
 *
 * <p>Snapshots keep what it says, so this form, {@code t1}, never changes: what has to be told apart differently needs a
 * form {@code t2} beside it.
 */
public final class NormalForm {
    private static final String VERSION = "t1";

    /** Words that say something else without quotes than as a name. */
    private static final Set<String> VALUES = Set.of(
            "null",
            "true",
            "false",
            "default",
            "user",
            "char",
            "current_user",
            "session_user",
            "system_user",
            "current_role",
            "current_catalog",
            "current_schema",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "sysdate");

    /** Words that are set apart from a parenthesis behind them; what calls or has a length isn't. */
    private static final Set<String> SET_APART = Set.of(
            "all",
            "and",
            "any",
            "as",
            "between",
            "by",
            "case",
            "check",
            "default",
            "else",
            "elseif",
            "elsif",
            "except",
            "exists",
            "filter",
            "from",
            "having",
            "if",
            "in",
            "intersect",
            "into",
            "is",
            "join",
            "key",
            "like",
            "not",
            "on",
            "or",
            "over",
            "return",
            "returns",
            "select",
            "set",
            "some",
            "then",
            "union",
            "unique",
            "until",
            "using",
            "values",
            "when",
            "where",
            "while",
            "with");

    private final Dialect dialect;
    private final @Nullable String defaultSchema;

    private NormalForm(Dialect dialect) {
        this.dialect = dialect;
        String schema = dialect.defaultSchema();
        this.defaultSchema = schema == null ? null : dialect.key(schema);
    }

    /**
     * The normal form of an expression: a default, a check, a filter. Parentheses that say nothing are left out
     * ({@code ((0))} is {@code 0}), and so is the N before a string that needs none.
     */
    public static String of(Dialect dialect, List<Token> tokens) {
        NormalForm form = new NormalForm(dialect);
        return form.write(withoutIdleParentheses(withoutTerminators(tokens)), true);
    }

    /** The normal form of a name, as it stands in that of an expression. */
    public static String ofName(Dialect dialect, String catalogName) {
        String quoted = '"' + catalogName.replace("\"", "\"\"") + '"';
        return new NormalForm(dialect).name(new Token(TokenKind.QUOTED, quoted, 0, quoted.length()));
    }

    /**
     * The normal form of a view, routine or trigger. CREATE, ALTER and CREATE OR ALTER or REPLACE at the beginning are
     * one, and the text of a body that stands in a string is evened out as well.
     */
    public static String ofDefinition(Dialect dialect, List<Token> tokens) {
        NormalForm form = new NormalForm(dialect);
        return form.write(withoutBracketsAroundConditions(form.withOneHead(withoutTerminators(tokens))), false);
    }

    /** What a snapshot keeps instead of a normal form, with the version of the form before it. */
    public static String hash(String normalForm) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(normalForm.getBytes(StandardCharsets.UTF_8));
            return VERSION + ":sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static List<Token> withoutTerminators(List<Token> tokens) {
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).is(";")) {
            end--;
        }
        return tokens.subList(0, end);
    }

    private List<Token> withOneHead(List<Token> tokens) {
        TokenCursor cursor = new TokenCursor(SourceText.of("", ""), tokens);
        Token head = cursor.peek();
        boolean create = cursor.accept("CREATE", "OR", "ALTER")
                || cursor.accept("CREATE", "OR", "REPLACE")
                || cursor.accept("CREATE")
                || cursor.accept("ALTER");
        if (!create) {
            return tokens;
        }
        List<Token> result = new ArrayList<>();
        result.add(new Token(TokenKind.WORD, "create", head.start(), head.end()));
        if (cursor.at("PROC")) {
            Token proc = cursor.next();
            result.add(new Token(TokenKind.WORD, "procedure", proc.start(), proc.end()));
        }
        result.addAll(cursor.rest());
        return result;
    }

    /**
     * Leaves out the parentheses around the whole, and around a single value or name that an operator or another
     * parenthesis comes before.
     */
    private static List<Token> withoutIdleParentheses(List<Token> tokens) {
        int size = tokens.size();
        boolean[] idle = new boolean[size];
        int[] partner = new int[size];
        boolean[] single = new boolean[size];
        Deque<Integer> open = new ArrayDeque<>();
        int[] inside = new int[size];
        for (int i = 0; i < size; i++) {
            Token token = tokens.get(i);
            partner[i] = -1;
            if (token.is("(")) {
                open.push(i);
                continue;
            }
            int weight = token.kind() == TokenKind.SYMBOL ? 2 : 1;
            if (token.is(")") && !open.isEmpty()) {
                int from = open.pop();
                partner[from] = i;
                single[from] = inside[from] == 1 && mayStandAlone(tokens, from, i);
                idle[from] = single[from];
                idle[i] = single[from];
                weight = single[from] ? 1 : 2;
            }
            if (!open.isEmpty()) {
                inside[open.peek()] += weight;
            }
        }
        int first = 0;
        int last = size - 1;
        while (first < last && partner[first] == last) {
            first++;
            last--;
        }
        List<Token> result = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            if (!idle[i]) {
                result.add(tokens.get(i));
            }
        }
        return result;
    }

    /** {@code WHERE (a = 1)} is {@code WHERE a = 1}: nothing else belongs to the condition. */
    private static List<Token> withoutBracketsAroundConditions(List<Token> tokens) {
        int[] closing = new int[tokens.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("(")) {
                open.push(i);
            } else if (tokens.get(i).is(")") && !open.isEmpty()) {
                closing[open.pop()] = i;
            }
        }
        boolean[] whole = new boolean[tokens.size()];
        boolean[] idle = new boolean[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            if (closing[i] > 0) {
                boolean inAnother = i > 0 && closing[i - 1] == closing[i] + 1;
                whole[i] = inAnother ? whole[i - 1] : isWholeCondition(tokens, i - 1, closing[i] + 1);
                idle[i] = whole[i] && !tokens.get(i + 1).isAny("select", "with", "values", ")");
                idle[closing[i]] = idle[i];
            }
        }
        List<Token> result = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!idle[i]) {
                result.add(tokens.get(i));
            }
        }
        return result;
    }

    private static boolean isWholeCondition(List<Token> tokens, int before, int behind) {
        boolean ends = behind == tokens.size()
                || tokens.get(behind)
                        .isAny(
                                ")",
                                ";",
                                "group",
                                "order",
                                "having",
                                "limit",
                                "union",
                                "except",
                                "intersect",
                                "with",
                                "where",
                                "left",
                                "right",
                                "full",
                                "inner",
                                "cross",
                                "join");
        return ends && before >= 0 && tokens.get(before).isAny("where", "having", "on");
    }

    private static boolean mayStandAlone(List<Token> tokens, int opening, int closing) {
        if (closing + 1 < tokens.size() && tokens.get(closing + 1).isAny(".", "[")) {
            return false;
        }
        if (opening == 0) {
            return true;
        }
        Token before = tokens.get(opening - 1);
        return before.kind() == TokenKind.SYMBOL && !before.isAny(")", "]", ",", ".", "::", "}");
    }

    private String write(List<Token> tokens, boolean expression) {
        StringBuilder out = new StringBuilder();
        String language = expression ? "" : language(tokens);
        Token before = TokenCursor.END;
        boolean unary = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (namesDefaultSchema(tokens, i)) {
                i++;
                continue;
            }
            if (out.length() > 0 && !unary && spaceBetween(before, token)) {
                out.append(' ');
            }
            unary = token.isAny("-", "+") && !endsOperand(before);
            boolean body = !expression && before.is("as") && token.kind() == TokenKind.STRING;
            out.append(body ? body(token, language) : image(token, expression));
            before = token;
        }
        return out.toString();
    }

    private boolean namesDefaultSchema(List<Token> tokens, int index) {
        if (defaultSchema == null || index + 2 >= tokens.size()) {
            return false;
        }
        Token token = tokens.get(index);
        return (token.kind() == TokenKind.WORD || token.kind() == TokenKind.QUOTED)
                && tokens.get(index + 1).is(".")
                && tokens.get(index + 2).isName()
                && (index == 0 || !tokens.get(index - 1).is("."))
                && key(token).equals(defaultSchema);
    }

    private String key(Token token) {
        boolean quoted = token.kind() == TokenKind.QUOTED;
        String name = quoted ? StringLiterals.value(token, dialect.lexicalRules()) : token.text();
        return dialect.key(dialect.catalogName(name, quoted));
    }

    private static boolean spaceBetween(Token left, Token right) {
        if (right.isAny(",", ")", ";", ".", "]", "::") || left.isAny("(", ".", "[", "::")) {
            return false;
        }
        if (right.is("(")) {
            return left.kind() == TokenKind.SYMBOL
                    || left.kind() == TokenKind.WORD
                            && SET_APART.contains(left.text().toLowerCase(Locale.ROOT));
        }
        return !right.is("[");
    }

    private static boolean endsOperand(Token token) {
        if (token == TokenCursor.END) {
            return false;
        }
        if (token.kind() == TokenKind.SYMBOL) {
            return token.isAny(")", "]", "}");
        }
        return !(token.kind() == TokenKind.WORD
                && SET_APART.contains(token.text().toLowerCase(Locale.ROOT)));
    }

    private String image(Token token, boolean expression) {
        switch (token.kind()) {
            case WORD, NUMBER, VARIABLE:
                return token.text().toLowerCase(Locale.ROOT);
            case QUOTED:
                return name(token);
            case STRING:
                return withUnixLines(string(token, expression));
            case SYMBOL:
                return token.is("!=") ? "<>" : token.text();
            default:
                return token.text();
        }
    }

    private String name(Token token) {
        String name = StringLiterals.value(token, dialect.lexicalRules());
        String key = key(token);
        String plain = name.toLowerCase(Locale.ROOT);
        boolean needless =
                isWord(plain) && !VALUES.contains(plain) && key.equals(dialect.key(dialect.catalogName(plain, false)));
        return needless ? plain : '"' + key.replace("\"", "\"\"") + '"';
    }

    private boolean isWord(String text) {
        List<Token> tokens = new Lexer(dialect).tokens(SourceText.of("", text).whole());
        return tokens.size() == 1
                && tokens.get(0).kind() == TokenKind.WORD
                && tokens.get(0).text().equals(text);
    }

    private static String string(Token token, boolean expression) {
        String text = token.text();
        char first = text.charAt(0);
        if (first == '"') {
            String inner = text.substring(1, text.length() - 1).replace("\"\"", "\"");
            return '\'' + inner.replace("'", "''") + '\'';
        }
        if (text.length() > 1 && text.charAt(1) == '\'') {
            boolean national = first == 'N' || first == 'n';
            if (national && expression && text.chars().allMatch(c -> c < 128)) {
                return text.substring(1);
            }
            return Character.toUpperCase(first) + text.substring(1);
        }
        return text;
    }

    /** Only text of a language whose lexical rules are known may be evened out: white space counts in Python's. */
    private String body(Token token, String language) {
        if (!language.isEmpty() && !language.equals("sql") && !language.equals("plpgsql")) {
            return withUnixLines(token.text());
        }
        String text = StringLiterals.value(token, dialect.lexicalRules());
        List<Token> tokens = new Lexer(dialect).tokens(SourceText.of("", text).whole());
        return "$$ " + write(withoutBracketsAroundConditions(withoutTerminators(tokens)), false) + " $$";
    }

    /** How a checkout ends its lines is no difference between two files, so neither is it inside a string. */
    private static String withUnixLines(String text) {
        return text.replace("\r\n", "\n");
    }

    private String language(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("language")) {
                return StringLiterals.value(tokens.get(i + 1), dialect.lexicalRules())
                        .toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
