package io.github.schemacompat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.Position;
import io.github.schemacompat.source.SourceText;
import org.junit.jupiter.api.Test;

class StringLiteralsTest {
    @Test
    void doubledQuotesAreOne() {
        assertThat(value(Dialect.SQL_SERVER, "N'it''s'")).isEqualTo("it's");
        assertThat(value(Dialect.SQL_SERVER, "'a\\nb'")).isEqualTo("a\\nb");
        assertThat(value(Dialect.SQL_SERVER, "[a]]b]")).isEqualTo("a]b");
        assertThat(value(Dialect.MYSQL, "`a``b`")).isEqualTo("a`b");
        assertThat(value(Dialect.MYSQL, "\"a\"\"b'\"")).isEqualTo("a\"b'");
        assertThat(value(Dialect.SQL_SERVER, "''")).isEmpty();
    }

    @Test
    void backslashes() {
        assertThat(value(Dialect.MYSQL, "'a\\'b\\n\\\\\\0\\%\\q'")).isEqualTo("a'b\n\\\0\\%q");
        assertThat(value(Dialect.POSTGRESQL, "E'\\x41\\101\\u0042\\U0001F600\\t\\''"))
                .isEqualTo("AAB\uD83D\uDE00\t'");
        assertThat(value(Dialect.POSTGRESQL, "U&'\\0041\\+01F600\\\\ \\zz'")).isEqualTo("A\uD83D\uDE00\\ \\zz");
        assertThat(value(Dialect.POSTGRESQL, "'a\\'")).isEqualTo("a\\");
    }

    @Test
    void dollarQuotesResolveNothing() {
        assertThat(value(Dialect.POSTGRESQL, "$x$ a''\\n $$ $x$")).isEqualTo(" a''\\n $$ ");
    }

    @Test
    void whatIsNoStringIsItself() {
        assertThat(value(Dialect.POSTGRESQL, "abc")).isEqualTo("abc");
        assertThat(value(Dialect.POSTGRESQL, "'abc")).isEqualTo("'abc");
    }

    @Test
    void positionsLeadBackToTheFile() {
        SourceText source = SourceText.of("f.sql", "EXEC (N'ALTER ''x''\nDROP');");
        Token token = new Lexer(Dialect.SQL_SERVER).tokens(source.whole()).get(2);
        SourceText content = StringLiterals.content(source, token, Dialect.SQL_SERVER.lexicalRules());

        assertThat(content.text()).isEqualTo("ALTER 'x'\nDROP");
        assertThat(content.positionInFile(content.text().indexOf("ALTER"))).isEqualTo(new Position(1, 9));
        assertThat(content.positionInFile(content.text().indexOf("x"))).isEqualTo(new Position(1, 17));
        assertThat(content.positionInFile(content.text().indexOf("DROP"))).isEqualTo(new Position(2, 1));

        SourceText body = SourceText.of("f.sql", "DO $$\nBEGIN $$");
        Token dollars = new Lexer(Dialect.POSTGRESQL).tokens(body.whole()).get(1);
        SourceText inner = StringLiterals.content(body, dollars, Dialect.POSTGRESQL.lexicalRules());
        assertThat(inner.positionInFile(inner.text().indexOf("BEGIN"))).isEqualTo(new Position(2, 1));
    }

    private static String value(Dialect dialect, String sql) {
        Token token = new Lexer(dialect).tokens(SourceText.of("f", sql).whole()).get(0);
        return StringLiterals.value(token, dialect.lexicalRules());
    }
}
