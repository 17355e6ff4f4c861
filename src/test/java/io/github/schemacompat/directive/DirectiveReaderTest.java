package io.github.schemacompat.directive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which comments are directives, and what they say. */
class DirectiveReaderTest {
    private static List<Directive> read(Dialect dialect, String text) {
        return new DirectiveReader(dialect)
                .read(new Section("", SourceText.of("V1.sql", text).whole()));
    }

    private static Directive one(String text) {
        List<Directive> directives = read(Dialect.SQL_SERVER, text);
        assertThat(directives).as(text).hasSize(1);
        return directives.get(0);
    }

    @Test
    void deprecatesAnObjectForAReason() {
        Directive directive = one("-- schema-compat: deprecate dbo.[Customers].LastName because it's SurName now\n");
        assertThat(directive).isInstanceOfSatisfying(Directive.Deprecate.class, mark -> {
            assertThat(mark.object().parts()).containsExactly("dbo", "Customers", "LastName");
            assertThat(mark.object().written()).isEqualTo("dbo.[Customers].LastName");
            assertThat(mark.readsOnly()).isFalse();
            assertThat(mark.reason()).isEqualTo("it's SurName now");
            assertThat(mark.span().startPosition().column()).isEqualTo(19);
        });
    }

    @Test
    void readsAloneCanBeDeprecatedAndSoCanATableOfThatName() {
        assertThat(one("-- schema-compat: deprecate reads a.b because x"))
                .isInstanceOfSatisfying(
                        Directive.Deprecate.class,
                        mark -> assertThat(mark.readsOnly()).isTrue());
        assertThat(one("-- schema-compat: deprecate reads because x"))
                .isInstanceOfSatisfying(Directive.Deprecate.class, mark -> {
                    assertThat(mark.readsOnly()).isFalse();
                    assertThat(mark.object().parts()).containsExactly("reads");
                });
    }

    @Test
    void aListIsOneMarkForEachObject() {
        assertThat(read(Dialect.POSTGRESQL, "/* schema-compat: deprecate a, find(bigint, varchar(5)) because x\n y */"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(((Directive.Mark) each).reason()).isEqualTo("x y"))
                .last()
                .satisfies(each ->
                        assertThat(((Directive.Mark) each).object().arguments()).hasSize(2));
    }

    @Test
    void populateHonorsAndWithdraw() {
        assertThat(one("-- schema-compat: populate Customers.SurName because both are written"))
                .isInstanceOf(Directive.Populate.class);
        assertThat(one("-- schema-compat: honors foreign key Orders(CustomerId, [Line No]) because x"))
                .isInstanceOfSatisfying(Directive.Honors.class, mark -> {
                    assertThat(mark.kind()).isEqualTo(HonoredKind.FOREIGN_KEY);
                    assertThat(mark.columns()).containsExactly("CustomerId", "Line No");
                });
        assertThat(one("-- schema-compat: withdraw deprecate reads Customers.LastName"))
                .isInstanceOfSatisfying(
                        Directive.Withdraw.class,
                        withdraw -> assertThat(withdraw.mark())
                                .isInstanceOfSatisfying(
                                        Directive.Deprecate.class,
                                        mark -> assertThat(mark.readsOnly()).isTrue()));
    }

    @Test
    void allowNamesRulesAnObjectAndAnEnd() {
        assertThat(one("-- schema-compat: allow column-dropped, table-dropped on dbo.T until 2.0.1 because x"))
                .isInstanceOfSatisfying(Directive.Allow.class, allow -> {
                    assertThat(allow.rules()).containsExactly("column-dropped", "table-dropped");
                    assertThat(allow.object()).hasToString("dbo.T");
                    assertThat(allow.until()).isEqualTo("2.0.1");
                });
        assertThat(one("-- schema-compat: allow column-dropped until 2027-01-31 because x"))
                .isInstanceOfSatisfying(Directive.Allow.class, allow -> {
                    assertThat(allow.object()).isNull();
                    assertThat(allow.until()).isEqualTo("2027-01-31");
                });
    }

    @Test
    void thePhaseOfAScript() {
        assertThat(one("-- schema-compat: phase post"))
                .isInstanceOfSatisfying(
                        Directive.InPhase.class,
                        phase -> assertThat(phase.phase()).isEqualTo(Phase.POST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deprecated a because x | Did you mean deprecate?",
                "deprecate a | The reason is missing",
                "deprecate a because | The reason is missing",
                "deprecate because x | The name is missing",
                "populate a.b.c.d because x | three parts at most",
                "honors primary t(a) because x | no kind of constraint",
                "honors unique t because x | columns are missing",
                "withdraw populated t.a | Did you mean populate?",
                "phase past | phase pre or phase post",
                "allow because x | The rule that is allowed is missing",
                "allow column-dropped | The reason is missing",
                "deprecate a b because x | 'b' is not expected here",
            })
    void whatIsWrongIsSaidWithTheRightSpelling(String words, String message) {
        assertThat(one("-- schema-compat: " + words))
                .isInstanceOfSatisfying(
                        Directive.Invalid.class,
                        invalid -> assertThat(invalid.message()).contains(message));
    }

    @Test
    void theBeginningIsMindedToo() {
        assertThat(one("-- schema-compat allow column-dropped because x")).isInstanceOf(Directive.Invalid.class);
        assertThat(one("-- schema_compat: allow column-dropped because x")).isInstanceOf(Directive.Invalid.class);
        assertThat(one("-- schema-compat:")).isInstanceOf(Directive.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '-- schema-compat: deprecate a because x';",
                "-- see schema-compat: deprecate a because x",
                "-- schema-compat is what checks this",
                "-- schema compatibility: we care",
                "CREATE PROCEDURE p AS\nBEGIN\n  -- schema-compat: deprecate a because x\n  SELECT 1\nEND\n",
            })
    void whatIsNoDirective(String text) {
        assertThat(read(Dialect.SQL_SERVER, text)).isEmpty();
    }

    @Test
    void bodiesAreStringsOrBlocks() {
        assertThat(
                        read(
                                Dialect.POSTGRESQL,
                                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$\n-- schema-compat: phase post\nSELECT 1 $$;"))
                .isEmpty();
        assertThat(read(
                        Dialect.MYSQL,
                        "CREATE PROCEDURE p()\nBEGIN\n  -- schema-compat: phase post\n  SELECT 1;\nEND;\n"))
                .isEmpty();
    }

    @Test
    void aDirectiveInATableOrAGuardCounts() {
        assertThat(read(
                        Dialect.SQL_SERVER,
                        "IF 1 = 1\nBEGIN\n  CREATE TABLE t (\n    a int, -- schema-compat: deprecate t.a because x\n"
                                + "    b int)\nEND\n"))
                .hasSize(1);
    }
}
