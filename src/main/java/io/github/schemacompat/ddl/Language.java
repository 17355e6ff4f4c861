package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.NormalForm;
import io.github.schemacompat.sql.StringLiterals;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What every reader of a dialect's statements shares: its names, types, strings and normal forms. */
final class Language {
    private static final Pattern PLAIN_NAME_BREAK = Pattern.compile("[\\[\\]\"'();\\r\\n]");
    private static final int MOST_NAME_PARTS = 4;

    private final Dialect dialect;
    private final Grammar grammar;
    private final Lexer lexer;
    private final NameReader names;
    private final TypeReader types;

    Language(Dialect dialect) {
        this.dialect = dialect;
        this.grammar = Grammar.of(dialect);
        this.lexer = new Lexer(dialect);
        this.names = new NameReader(dialect);
        this.types = new TypeReader(dialect);
    }

    Dialect dialect() {
        return dialect;
    }

    boolean is(Grammar other) {
        return grammar == other;
    }

    TokenCursor cursor(Span span) {
        return new TokenCursor(span.source(), lexer.tokens(span));
    }

    QualifiedName name(TokenCursor cursor) {
        return names.read(cursor);
    }

    String simpleName(TokenCursor cursor) {
        return names.simple(cursor);
    }

    List<String> nameParts(TokenCursor cursor) {
        return names.parts(cursor);
    }

    QualifiedName qualified(List<String> parts) {
        return names.qualified(parts);
    }

    ColumnType type(TokenCursor cursor) {
        return types.read(cursor);
    }

    /** Names separated by commas. */
    List<QualifiedName> nameList(TokenCursor cursor) {
        List<QualifiedName> list = new ArrayList<>();
        do {
            list.add(name(cursor));
        } while (cursor.accept(","));
        return list;
    }

    /** The names in parentheses, if parentheses come next. */
    List<String> columnList(TokenCursor cursor) {
        return cursor.at("(") ? names.list(cursor) : List.of();
    }

    boolean acceptIfExists(TokenCursor cursor) {
        return cursor.accept("if", "exists");
    }

    boolean acceptIfNotExists(TokenCursor cursor) {
        return cursor.accept("if", "not", "exists");
    }

    /** What stands between the quotes, escapes resolved, with the way back to the file. */
    SourceText content(SourceText source, Token string) {
        return StringLiterals.content(source, string, dialect.lexicalRules());
    }

    /**
     * The text of a string that has to come next.
     *
     * @throws Expected if none does
     */
    String string(TokenCursor cursor) {
        if (cursor.peek().kind() != TokenKind.STRING) {
            throw Expected.at(cursor, "a string");
        }
        return string(cursor.next());
    }

    String string(Token token) {
        return StringLiterals.value(token, dialect.lexicalRules());
    }

    /** The parts of a name that stands in a string: {@code '[dbo].[a.b].c'}. Empty if the string holds something else. */
    List<String> partsIn(String text) {
        TokenCursor cursor = cursor(SourceText.of("name", text).whole());
        try {
            List<String> parts = names.parts(cursor);
            return cursor.atEnd() ? parts : plainParts(text);
        } catch (Expected noName) {
            return plainParts(text);
        }
    }

    /** SQL Server takes {@code 'dbo.Orders.Unit Price'} apart at the dots, whatever stands between them. */
    private List<String> plainParts(String text) {
        boolean plain =
                is(Grammar.SQL_SERVER) && !PLAIN_NAME_BREAK.matcher(text).find();
        List<String> parts =
                plain ? Arrays.stream(text.split("\\.", -1)).map(String::strip).toList() : List.of();
        return parts.size() > MOST_NAME_PARTS || parts.contains("") ? List.of() : parts;
    }

    String normal(List<Token> tokens) {
        return NormalForm.of(dialect, tokens);
    }

    String definition(List<Token> tokens) {
        return NormalForm.ofDefinition(dialect, tokens);
    }

    static String lower(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }

    /** The tokens as people read them, on one line, for messages. */
    static String shown(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        int end = -1;
        for (Token token : tokens) {
            if (end >= 0 && token.start() > end) {
                text.append(' ');
            }
            text.append(token.text());
            end = token.end();
        }
        return text.toString();
    }

    /** The source text of tokens that stand side by side. */
    static Span span(SourceText source, List<Token> tokens) {
        return source.span(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
    }
}
