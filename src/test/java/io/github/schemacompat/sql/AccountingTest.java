package io.github.schemacompat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccountingTest {
    private static final List<String> WORDS = List.of(
            "CREATE",
            "ALTER",
            "DROP",
            "TABLE",
            "PROCEDURE",
            "TRIGGER",
            "ROW",
            "VIEW",
            "IF",
            "EXISTS",
            "NOT",
            "BEGIN",
            "END",
            "ELSE",
            "ELSEIF",
            "THEN",
            "CASE",
            "WHEN",
            "LOOP",
            "WHILE",
            "DO",
            "REPEAT",
            "UNTIL",
            "FOR",
            "DECLARE",
            "HANDLER",
            "EXIT",
            "EXCEPTION",
            "TRY",
            "CATCH",
            "ATOMIC",
            "WITH",
            "AS",
            "SELECT",
            "INSERT",
            "UPDATE",
            "SET",
            "ON",
            "GRANT",
            "COPY",
            "FROM",
            "STDIN",
            "\n\\.\n",
            "\nGO\n",
            "\nDELIMITER $$\n",
            "\nDELIMITER ;\n",
            "$$",
            "\n:r x\n",
            "\n/\n",
            "@\n",
            "\nPROMPT it's\n",
            "\n--#SET TERMINATOR #\n",
            "#",
            "PACKAGE",
            "BODY",
            "IS",
            "\n\\x\n",
            "a",
            "[b]",
            "`c`",
            "\"d\"",
            "'e'",
            "l:",
            "<<m>>",
            "@v",
            "1",
            "(",
            ")",
            ",",
            ".",
            "=",
            ";",
            ";",
            "\n",
            "-- c\n",
            "/* d */",
            "/*! ",
            " */",
            "'",
            "\0",
            "\uD83D");

    @Test
    void everyTokenOfAnyTextStandsInOneStatement() {
        for (Dialect dialect : Dialect.ALL) {
            for (int seed = 0; seed < 3_000; seed++) {
                Random random = new Random(seed);
                StringBuilder text = new StringBuilder();
                int length = random.nextInt(80);
                for (int i = 0; i < length; i++) {
                    text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(6) == 0 ? "" : " ");
                }
                Span section = SourceText.of("f", text.toString()).whole();
                StatementSplitter splitter = new StatementSplitter(dialect);

                assertThat(Accounting.unaccounted(dialect, section, splitter.statements(section)))
                        .describedAs("%s as a script of %s, seed %s", text, dialect, seed)
                        .isEmpty();
                assertThat(Accounting.unaccounted(dialect, section, splitter.body(section)))
                        .describedAs("%s as a body of %s, seed %s", text, dialect, seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void whatIsLeftOutIsNamed() {
        Span section = SourceText.of("f", "PRINT 1; DROP TABLE a; PRINT 2").whole();
        List<Statement> statements = List.of(
                new Statement.Simple(section.source().span(0, 7)),
                new Statement.Simple(section.source().span(23, 30)));

        assertThat(Accounting.unaccounted(Dialect.SQL_SERVER, section, statements.iterator()))
                .extracting(Token::text)
                .containsExactly("DROP", "TABLE", "a");
    }

    @Test
    void whatIsLeftOutInsideABlockIsNamed() {
        Span section = SourceText.of("f", "IF 1 = 1 DROP TABLE a").whole();
        List<Statement> statements =
                List.of(new Statement.If(section, section.source().span(3, 8), List.of(), List.of()));

        assertThat(Accounting.unaccounted(Dialect.SQL_SERVER, section, statements.iterator()))
                .extracting(Token::text)
                .containsExactly("DROP", "TABLE", "a");
    }

    @Test
    void whatIsThereTwiceIsNamed() {
        Span section = SourceText.of("f", "PRINT 1").whole();
        List<Statement> statements = List.of(
                new Statement.Simple(section),
                new Statement.Simple(section.source().span(6, 7)));

        assertThat(Accounting.unaccounted(Dialect.SQL_SERVER, section, statements.iterator()))
                .isNotEmpty();
    }
}
