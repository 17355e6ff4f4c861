package io.github.schemacompat.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.result.CheckResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that nobody should write: each is read right or reported, and nothing that stands beside it is lost. */
class HostileTextTest {
    private static final List<Dialect> ALL = Dialect.ALL;
    private static final String RELEASED = "CREATE TABLE t (a int, b int);";
    private static final String DROP = "ALTER TABLE t DROP COLUMN b;";

    @TempDir
    private Path base;

    private static List<String> check(Dialect dialect, String added) throws CannotCheckException {
        return lines(SchemaCompat.check(CheckRequest.builder()
                .layout("flyway")
                .dialect(dialect.id())
                .script("V1__a.sql", RELEASED)
                .script("V2__b.sql", added)
                .baseline(Baseline.scripts("1.0", Map.of("V1__a.sql", RELEASED)))
                .build()));
    }

    private static List<String> lines(CheckResult result) {
        return result.findings().stream()
                // what DB2 wants after a drop is no matter here
                .filter(finding -> !finding.rule().id().equals("table-needs-reorg"))
                .map(finding -> finding.rule().id() + " at "
                        + (finding.location() == null
                                ? "-"
                                : finding.location().start().line()))
                .toList();
    }

    /** The bytes of a new script, in a project of its own. */
    private List<String> checkBytes(byte[] added, String encoding) throws IOException, CannotCheckException {
        Path folder = Files.createDirectories(base.resolve("db/migration"));
        Files.writeString(folder.resolve("V1__a.sql"), RELEASED);
        Files.write(folder.resolve("V2__b.sql"), added);
        CheckResult result = SchemaCompat.check(CheckRequest.builder()
                .baseDirectory(base)
                .scripts(List.of("db/migration"))
                .dialect("postgresql")
                .encoding(encoding)
                .baseline(Baseline.scripts("1.0", Map.of("V1__a.sql", RELEASED)))
                .build());
        return result.findings().stream()
                .map(finding -> finding.rule().id() + ": " + finding.fix())
                .toList();
    }

    // ---- quotes and comments

    @ParameterizedTest
    @FieldSource("ALL")
    void anUnclosedStringIsTold(Dialect dialect) throws CannotCheckException {
        assertThat(check(dialect, DROP + "\nINSERT INTO t (a) VALUES ('it''s);\n" + DROP))
                .containsExactly("column-dropped at 1", "statement-not-understood at 2");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void anUnclosedCommentIsTold(Dialect dialect) throws CannotCheckException {
        assertThat(check(dialect, DROP + "\n/* the rest\n" + DROP))
                .containsExactly("column-dropped at 1", "statement-not-understood at 2");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void anUnclosedNameIsTold(Dialect dialect) throws CannotCheckException {
        String quote = dialect.id().equals("mysql") || dialect.id().equals("mariadb") ? "`" : "\"";
        assertThat(check(dialect, DROP + "\nDROP TABLE " + quote + "u;\n" + DROP))
                .containsExactly("column-dropped at 1", "statement-not-understood at 2");
    }

    @Test
    void goInAStringOrACommentEndsNothing() throws CannotCheckException {
        assertThat(check(
                        Dialect.SQL_SERVER,
                        "INSERT INTO t (a) VALUES ('\nGO\n');\n/*\nGO\n*/\nCREATE PROCEDURE p AS\nPRINT '\nGO\n'\nDROP TABLE t\nGO\n"
                                + DROP))
                .containsExactly("column-dropped at 13");
    }

    @Test
    void commentsNestWhereTheEngineNestsThem() throws CannotCheckException {
        String nested = "/* a /* b */ " + DROP + " */\nALTER TABLE t DROP COLUMN a;";
        assertThat(check(Dialect.SQL_SERVER, nested)).containsExactly("column-dropped at 2");
        assertThat(check(Dialect.POSTGRESQL, nested)).containsExactly("column-dropped at 2");
        assertThat(check(Dialect.MYSQL, nested)).containsExactly("column-dropped at 1", "column-dropped at 2");
    }

    // ---- a great deal of it

    @Tag("slow")
    @ParameterizedTest
    @FieldSource("ALL")
    void tenThousandColumns(Dialect dialect) throws CannotCheckException {
        String columns =
                IntStream.range(0, 10_000).mapToObj(i -> "c" + i + " int").collect(Collectors.joining(", "));
        assertThat(check(dialect, "CREATE TABLE wide (" + columns + ");\nALTER TABLE wide DROP COLUMN c9999;\n" + DROP))
                .containsExactly("column-dropped at 3");
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("deeplyNested")
    void fiveThousandNestedParentheses(Dialect dialect, String statement) throws CannotCheckException {
        boolean module = dialect.is(Dialect.SQL_SERVER) && statement.startsWith("CREATE VIEW");
        List<String> found = check(dialect, statement + "\n" + (module ? "GO " : "") + "\n" + DROP);

        assertThat(found).contains("column-dropped at 3");
        assertThat(found.subList(0, found.size() - 1))
                .allMatch(each -> each.equals("statement-not-understood at 1") || each.equals("check-added at 1"));
    }

    private static Stream<Arguments> deeplyNested() {
        String deep = "(".repeat(5_000) + "a" + ")".repeat(5_000);
        Map<String, String> statements = new TreeMap<>(Map.of(
                "a check", "ALTER TABLE t ADD CONSTRAINT c CHECK (" + deep + " > 0);",
                "a new table",
                        "CREATE TABLE u (a int DEFAULT " + deep.replace('a', '1') + ", CHECK (" + deep + " > 0));",
                "a view's column", "CREATE VIEW v AS SELECT " + deep + " AS x FROM t;",
                "a view's condition", "CREATE VIEW v AS SELECT a FROM t WHERE " + deep + " = 1;",
                "an update", "UPDATE t SET a = " + deep + " WHERE a = 1;",
                "a table of nothing", "CREATE TABLE u " + deep + ";",
                "an index", "CREATE INDEX i ON t " + deep + ";",
                "a row", "INSERT INTO t (a) VALUES (" + deep.replace('a', '1') + ");"));
        statements.put(
                "CASE", "SELECT " + "CASE WHEN a = 1 THEN ".repeat(2_000) + "1 " + "END ".repeat(2_000) + "FROM t;");
        statements.put("NOT", "SELECT a FROM t WHERE " + "NOT ".repeat(5_000) + "a = 1;");
        statements.put("minus", "SELECT " + "- ".repeat(5_000) + "1;");
        statements.put("UNION", "SELECT a FROM t " + "UNION SELECT a FROM t ".repeat(3_000) + ";");
        return ALL.stream()
                .flatMap(dialect -> statements.entrySet().stream()
                        .map(each -> Arguments.of(dialect, Named.of(each.getKey(), each.getValue()))));
    }

    @Tag("slow")
    @Test
    void manyBlocksInsideEachOther() throws CannotCheckException {
        assertThat(check(Dialect.SQL_SERVER, "BEGIN ".repeat(5_000) + DROP + " END".repeat(5_000) + "\nGO\n" + DROP))
                .containsExactly("statement-not-understood at 1", "column-dropped at 3");
        assertThat(check(Dialect.SQL_SERVER, "IF 1 = 1 ".repeat(5_000) + DROP + "\nGO\n" + DROP))
                .containsExactly("statement-not-understood at 1", "column-dropped at 3");
        assertThat(check(
                        Dialect.POSTGRESQL,
                        "DO $$ " + "BEGIN ".repeat(5_000) + DROP + " END;".repeat(5_000) + " $$;\n" + DROP))
                .containsExactly("statement-not-understood at 1", "column-dropped at 2");
    }

    @Tag("slow")
    @Test
    void aConditionOfManyParts() throws CannotCheckException {
        String many = "OBJECT_ID('x') IS NULL AND ".repeat(3_000) + "1 = 1";
        assertThat(check(Dialect.SQL_SERVER, "IF " + many + "\n" + DROP)).containsExactly("column-dropped at 2");
        assertThat(check(Dialect.SQL_SERVER, "IF " + "(".repeat(5_000) + many + ")".repeat(5_000) + "\n" + DROP))
                .containsExactly("column-dropped at 2");
        assertThat(check(
                        Dialect.SQL_SERVER, "DECLARE @s nvarchar(max) = '" + "'+'".repeat(3_000) + DROP + "' EXEC(@s)"))
                .containsExactly("column-dropped at 1");
    }

    // ---- characters

    @Test
    void nulCharactersAreToldOf() throws IOException, CannotCheckException {
        assertThat(checkBytes((DROP + "\0").getBytes(StandardCharsets.UTF_8), "UTF-8"))
                .singleElement()
                .asString()
                .contains("script-not-readable: ", "The content is binary (it holds NUL characters)");
        for (Dialect dialect : ALL) {
            assertThat(check(dialect, "SELECT 1 \0;\n" + DROP)).containsExactly("script-not-readable at 1");
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aLoneSurrogateIsNoCharacter(Dialect dialect) throws CannotCheckException {
        assertThat(check(dialect, "INSERT INTO t (a) VALUES ('\uD83D');\n" + DROP))
                .containsExactly("column-dropped at 2");
        assertThat(check(dialect, "ALTER TABLE t ADD \uD83D int;\n" + DROP))
                .containsExactly("statement-not-understood at 1", "column-dropped at 2");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void linesMayEndWithACarriageReturn(Dialect dialect) throws CannotCheckException {
        assertThat(check(dialect, "-- a comment\r-- another\rALTER TABLE t\r  DROP COLUMN b;\r"))
                .containsExactly("column-dropped at 4");
    }

    @Test
    void goAndOtherLinesToo() throws CannotCheckException {
        assertThat(check(Dialect.SQL_SERVER, "PRINT 1\rGO\r" + DROP + "\rGO\rALTER TABLE t DROP COLUMN a"))
                .containsExactly("column-dropped at 3", "column-dropped at 5");
        assertThat(check(Dialect.MYSQL, "DELIMITER //\r" + DROP.replace(";", "//") + "\rDELIMITER ;\rDROP TABLE t;"))
                .contains("table-dropped at 4");
    }

    @Test
    void latin1InAUtf8ProjectIsToldWithItsLine() throws IOException, CannotCheckException {
        byte[] latin =
                ("SELECT 1;\nCOMMENT ON TABLE t IS 'gr\u00fc\u00df';\n" + DROP).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(checkBytes(latin, "UTF-8"))
                .singleElement()
                .asString()
                .contains(
                        "script-not-readable: ", "The byte 0xFC is not valid in UTF-8; save the file as UTF-8, or set");
        assertThat(checkBytes(latin, "ISO-8859-1")).singleElement().asString().startsWith("column-dropped");
    }
}
