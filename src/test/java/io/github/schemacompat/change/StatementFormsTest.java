package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every form in which teams write DDL, one by one: {@code src/test/resources/forms/<dialect>.sql} holds a script for each,
 * and behind it, line by line, the whole schema that the engine has when it has run.
 */
class StatementFormsTest {
    private static final String FORM = "-- @form ";
    private static final String IS = "-- @is ";

    private record Form(String title, String sql, List<String> expected) {}

    @TestFactory
    Stream<DynamicTest> sqlServer() throws IOException {
        return tests(Dialect.SQL_SERVER);
    }

    @TestFactory
    Stream<DynamicTest> postgreSql() throws IOException {
        return tests(Dialect.POSTGRESQL);
    }

    @TestFactory
    Stream<DynamicTest> mySql() throws IOException {
        return tests(Dialect.MYSQL);
    }

    @TestFactory
    Stream<DynamicTest> oracle() throws IOException {
        return tests(Dialect.ORACLE);
    }

    @TestFactory
    Stream<DynamicTest> db2() throws IOException {
        return tests(Dialect.DB2);
    }

    private static Stream<DynamicTest> tests(Dialect dialect) throws IOException {
        List<Form> forms = forms(Path.of("src/test/resources/forms", dialect.id() + ".sql"));
        assertThat(forms)
                .hasSizeGreaterThan(10)
                .allMatch(form -> !form.expected().isEmpty());
        return forms.stream()
                .map(form -> DynamicTest.dynamicTest(
                        form.title(),
                        () -> assertThat(SchemaLines.of(Replaying.of(dialect, form.sql())))
                                .containsExactlyElementsOf(form.expected())));
    }

    private static List<Form> forms(Path file) throws IOException {
        List<Form> forms = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(FORM)) {
                forms.add(new Form(line.substring(FORM.length()), "", new ArrayList<>()));
                continue;
            }
            Form form = forms.get(forms.size() - 1);
            if (line.startsWith(IS)) {
                form.expected().add(line.substring(IS.length()));
            } else {
                forms.set(forms.size() - 1, new Form(form.title(), form.sql() + line + "\n", form.expected()));
            }
        }
        return forms;
    }
}
