package io.github.schemacompat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {
    @Test
    void namesInTheEnginesQuotes() {
        assertThat(tokens(Dialect.SQL_SERVER, "[a ]] b].\"c\"\"d\""))
                .containsExactly("QUOTED [a ]] b]", "SYMBOL .", "QUOTED \"c\"\"d\"");
        assertThat(tokens(Dialect.POSTGRESQL, "\"A\" U&\"\\0061\" a[1]"))
                .containsExactly("QUOTED \"A\"", "QUOTED U&\"\\0061\"", "WORD a", "SYMBOL [", "NUMBER 1", "SYMBOL ]");
        assertThat(tokens(Dialect.MYSQL, "`a``b`.`c` \"text\""))
                .containsExactly("QUOTED `a``b`", "SYMBOL .", "QUOTED `c`", "STRING \"text\"");
    }

    @Test
    void stringsWithTheirPrefixes() {
        assertThat(tokens(Dialect.SQL_SERVER, "N'it''s' 'a\\' x'0F'"))
                .containsExactly("STRING N'it''s'", "STRING 'a\\'", "STRING x'0F'");
        assertThat(tokens(Dialect.POSTGRESQL, "E'it\\'s' e'\\\\' U&'\\0041' B'01' 'a\\'"))
                .containsExactly(
                        "STRING E'it\\'s'", "STRING e'\\\\'", "STRING U&'\\0041'", "STRING B'01'", "STRING 'a\\'");
        assertThat(tokens(Dialect.MYSQL, "'it\\'s' _utf8mb4'x' n'y' \"a\\\"b\""))
                .containsExactly("STRING 'it\\'s'", "STRING _utf8mb4'x'", "STRING n'y'", "STRING \"a\\\"b\"");
        assertThat(tokens(Dialect.SQL_SERVER, "e'x'")).containsExactly("WORD e", "STRING 'x'");
    }

    @Test
    void dollarQuotesHoldAnything() {
        assertThat(tokens(Dialect.POSTGRESQL, "AS $$ it's $x$ $$ $b$ $$ $b$ a$b$ $1"))
                .containsExactly("WORD AS", "STRING $$ it's $x$ $$", "STRING $b$ $$ $b$", "WORD a$b$", "VARIABLE $1");
        assertThat(tokens(Dialect.MYSQL, "DELIMITER $$")).containsExactly("WORD DELIMITER", "UNKNOWN $", "UNKNOWN $");
    }

    @Test
    void commentsAreNoTokens() {
        String nested = "a /* b /* c */ d */ e -- f\rg --h\n#i";
        assertThat(tokens(Dialect.SQL_SERVER, nested)).containsExactly("WORD a", "WORD e", "WORD g", "WORD #i");
        assertThat(tokens(Dialect.POSTGRESQL, nested))
                .containsExactly("WORD a", "WORD e", "WORD g", "SYMBOL #", "WORD i");
        assertThat(tokens(Dialect.MYSQL, "a /* b /* c */ d # e\n1--1 --\n2"))
                .containsExactly("WORD a", "WORD d", "NUMBER 1", "SYMBOL -", "SYMBOL -", "NUMBER 1", "NUMBER 2");
    }

    @Test
    void commentsAreReportedWhereTheyAreReal() {
        SourceText source = SourceText.of("f", "/* a */ x '-- b' -- c\r\n\"/* d */\" # e\n/*! f */ /* g /* h */ */");
        assertThat(new Lexer(Dialect.SQL_SERVER).comments(source.whole()))
                .extracting(Span::text)
                .containsExactly("/* a */", "-- c", "/*! f */", "/* g /* h */ */");
        assertThat(new Lexer(Dialect.MYSQL).comments(source.whole()))
                .extracting(Span::text)
                .containsExactly("/* a */", "-- c", "# e", "/* g /* h */");
    }

    @Test
    void whatMysqlRunsInsideACommentIsCode() {
        String sql = "/*!40101 SET a = 1 */; /*! b /* c */ d */ /*M!100100 e */";
        assertThat(texts(Dialect.MARIADB, sql)).containsExactly("SET", "a", "=", "1", ";", "b", "d", "e");
        assertThat(texts(Dialect.MYSQL, sql))
                .as("what stands behind /*M! is MariaDB's alone")
                .containsExactly("SET", "a", "=", "1", ";", "b", "d");
        assertThat(texts(Dialect.POSTGRESQL, "/*!40101 SET a = 1 */;")).containsExactly(";");
        assertThat(texts(Dialect.MARIADB, "/*!999999\\- sandbox */ a")).containsExactly("a");
        // the text of a statement that begins or ends inside such a comment
        assertThat(texts(Dialect.MYSQL, "CREATE */ /*!50017 TRIGGER")).containsExactly("CREATE", "TRIGGER");
    }

    @Test
    void blanksThatEditorsLeaveBehind() {
        assertThat(tokens(Dialect.POSTGRESQL, "\uFEFFa\u00A0b\u200Bc\u3000;\u00A0"))
                .containsExactly("WORD a", "WORD b", "WORD c", "SYMBOL ;");
    }

    @Test
    void variables() {
        assertThat(tokens(Dialect.SQL_SERVER, "@v @@ROWCOUNT @a.b again: #t ##g"))
                .containsExactly(
                        "VARIABLE @v",
                        "VARIABLE @@ROWCOUNT",
                        "VARIABLE @a",
                        "SYMBOL .",
                        "WORD b",
                        "WORD again",
                        "SYMBOL :",
                        "WORD #t",
                        "WORD ##g");
        assertThat(tokens(Dialect.POSTGRESQL, "a::text :v ? $12 b @> c b[lo:hi]"))
                .containsExactly(
                        "WORD a",
                        "SYMBOL ::",
                        "WORD text",
                        "VARIABLE :v",
                        "VARIABLE ?",
                        "VARIABLE $12",
                        "WORD b",
                        "SYMBOL @>",
                        "WORD c",
                        "WORD b",
                        "SYMBOL [",
                        "WORD lo",
                        "SYMBOL :",
                        "WORD hi",
                        "SYMBOL ]");
        assertThat(tokens(Dialect.MYSQL, "@a:=1 root@localhost `r`@`%` 'r'@'%' l:LOOP"))
                .containsExactly(
                        "VARIABLE @a",
                        "SYMBOL :=",
                        "NUMBER 1",
                        "WORD root",
                        "VARIABLE @localhost",
                        "QUOTED `r`",
                        "VARIABLE @`%`",
                        "STRING 'r'",
                        "VARIABLE @'%'",
                        "WORD l",
                        "SYMBOL :",
                        "WORD LOOP");
    }

    @Test
    void placeholdersAlsoGluedIntoNames() {
        assertThat(tokens(Dialect.POSTGRESQL, "${schema}.t_${name}_x ${a b"))
                .containsExactly(
                        "PLACEHOLDER ${schema}",
                        "SYMBOL .",
                        "PLACEHOLDER t_${name}_x",
                        "UNKNOWN $",
                        "SYMBOL {",
                        "WORD a",
                        "WORD b");
        assertThat(tokens(Dialect.SQL_SERVER, "[$(db)].$(schema).x")).element(2).isEqualTo("PLACEHOLDER $(schema)");
    }

    @Test
    void numbers() {
        assertThat(tokens(Dialect.SQL_SERVER, "1e-5 0xFF .5 1.25 $3.50 2a"))
                .containsExactly(
                        "NUMBER 1e-5", "NUMBER 0xFF", "NUMBER .5", "NUMBER 1.25", "NUMBER $3.50", "NUMBER 2", "WORD a");
        assertThat(texts(Dialect.POSTGRESQL, "1..10")).containsExactly("1", ".", ".", "10");
        assertThat(tokens(Dialect.MYSQL, "2fa 1e5 db.2x"))
                .containsExactly("WORD 2fa", "NUMBER 1e5", "WORD db", "SYMBOL .", "WORD 2x");
    }

    @Test
    void operatorsAreOneSymbol() {
        assertThat(texts(Dialect.SQL_SERVER, "a<=b<>c!=d+=1||e::f(((,;)"))
                .containsExactly(
                        "a", "<=", "b", "<>", "c", "!=", "d", "+=", "1", "||", "e", "::", "f", "(", "(", "(", ",", ";",
                        ")");
        assertThat(texts(Dialect.POSTGRESQL, "a->>'b' #>> c ?| d =-1 := *-- x"))
                .containsExactly("a", "->>", "'b'", "#>>", "c", "?|", "d", "=", "-", "1", ":=", "*");
        assertThat(texts(Dialect.MYSQL, "a<=>b->'$.c'")).containsExactly("a", "<=>", "b", "->", "'$.c'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'b", "[b", "\"b", "/* b /* */", "N'b''"})
    void whatIsNeverClosedIsOneTokenToTheEnd(String unclosed) {
        assertThat(tokens(Dialect.SQL_SERVER, "a " + unclosed + "\nGO\nc"))
                .containsExactly("WORD a", "UNKNOWN " + unclosed + "\nGO\nc");
    }

    @Test
    void whatNeverClosesInTheOtherDialects() {
        assertThat(tokens(Dialect.POSTGRESQL, "a $x$ b $y$")).containsExactly("WORD a", "UNKNOWN $x$ b $y$");
        assertThat(tokens(Dialect.MYSQL, "a 'b\\'")).containsExactly("WORD a", "UNKNOWN 'b\\'");
    }

    @Test
    void strayCharactersAreReadOneByOne() {
        assertThat(tokens(Dialect.SQL_SERVER, "a\0b \uD83D \uDC00 – \uD83D\uDE00"))
                .containsExactly(
                        "WORD a",
                        "UNKNOWN \0",
                        "WORD b",
                        "UNKNOWN \uD83D",
                        "UNKNOWN \uDC00",
                        "UNKNOWN –",
                        "UNKNOWN \uD83D\uDE00");
        assertThat(tokens(Dialect.POSTGRESQL, "größe")).containsExactly("WORD größe");
    }

    @Test
    void anyTextIsReadToItsEnd() {
        String alphabet = "aN_1.'\"`[](){}$@#:;,-/*!\\?<>=|&E\n\r\0\u00A0\uD83D\uDE00é${x}";
        for (Dialect dialect : Dialect.ALL) {
            for (int seed = 0; seed < 400; seed++) {
                Random random = new Random(seed);
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < 60; i++) {
                    text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                SourceText source = SourceText.of("f", text.toString());
                int behind = 0;
                for (Token token : new Lexer(dialect).tokens(source.whole())) {
                    assertThat(token.start()).isGreaterThanOrEqualTo(behind);
                    assertThat(token.end()).isGreaterThan(token.start());
                    assertThat(token.text()).isEqualTo(text.substring(token.start(), token.end()));
                    behind = token.end();
                }
            }
        }
    }

    private static List<String> tokens(Dialect dialect, String sql) {
        return new Lexer(dialect)
                .tokens(SourceText.of("f", sql).whole()).stream()
                        .map(token -> token.kind() + " " + token.text())
                        .toList();
    }

    private static List<String> texts(Dialect dialect, String sql) {
        return new Lexer(dialect)
                .tokens(SourceText.of("f", sql).whole()).stream()
                        .map(Token::text)
                        .toList();
    }
}
