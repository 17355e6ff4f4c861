package io.github.schemacompat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.directive.DirectiveReader;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.SourceText;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is said to the plugin in comments: it is understood or told, and only a comment says something. */
class DirectivesFuzzTest {
    private static final String TABLE = "CREATE TABLE customers (id int PRIMARY KEY, name varchar(20));\n";

    static Stream<Arguments> seeds() {
        return Stream.of(
                        "phase post",
                        "allow column-dropped because it is gone until 2.0",
                        "allow column-dropped customers.name because it is gone until 2026-12-31",
                        "deprecate customers.name because renamed",
                        "populate customers.name because always set",
                        "honors unique customers(name) because it is",
                        "reads-deprecated customers.name because old",
                        "external other because of an extension")
                .map(directive -> Seeds.seed(1, directive));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void aDirectiveIsUnderstoodOrTold(byte[] data) throws CannotCheckException {
        if (data.length == 0) {
            return;
        }
        Dialect dialect = Seeds.dialect(data);
        String added = "-- schema-compat: " + Seeds.text(data) + "\nALTER TABLE customers DROP COLUMN name;\n";
        SourceText source = SourceText.of("V2__b.sql", added);
        assertThat(new DirectiveReader(dialect).read(new Section("", source.whole())))
                .allMatch(directive -> directive.span().start() < directive.span().end());
        assertThat(SchemaCompat.check(CheckRequest.builder()
                                .layout("flyway")
                                .dialect(dialect.id())
                                .secondReading("off")
                                .script("V1__a.sql", TABLE)
                                .script("V2__b.sql", added)
                                .baseline(Baseline.scripts("1.0", Map.of("V1__a.sql", TABLE)))
                                .build())
                        .findings())
                .allMatch(finding -> !finding.message().isEmpty());
    }
}
