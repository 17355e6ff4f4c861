package io.github.schemacompat.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.query.QueryReader;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Statement;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads single statements for tests. */
final class ReadStatements {
    private final Dialect dialect;

    ReadStatements(Dialect dialect) {
        this.dialect = dialect;
    }

    List<Operation> all(String sql) {
        Span span = SourceText.of("V1__test.sql", sql).whole();
        List<Operation> operations = new DdlReader(dialect).read(new Statement.Simple(span));
        try (QueryReader second = new QueryReader(dialect)) {
            assertThat(second.contradiction(span, operations)).as(sql).isEmpty();
        }
        return operations;
    }

    /** The statement's only operation. */
    Operation one(String sql) {
        List<Operation> operations = all(sql);
        if (operations.size() != 1) {
            throw new AssertionError("not one operation: " + operations);
        }
        return operations.get(0);
    }

    <T extends Operation> T one(String sql, Class<T> kind) {
        Operation operation = one(sql);
        if (operation instanceof Operation.NotUnderstood not) {
            throw new AssertionError(not.why() + " in: " + sql);
        }
        return kind.cast(operation);
    }

    /** A statement in a body, which stands in a string of the file. */
    Operation inBody(String sql) {
        SourceText file = SourceText.of("V1__test.sql", "$$" + sql + "$$");
        Span span = SourceText.within(file, sql, 2).whole();
        List<Operation> operations = new DdlReader(dialect).read(new Statement.Simple(span));
        if (operations.size() != 1) {
            throw new AssertionError("not one operation: " + operations);
        }
        return operations.get(0);
    }

    Guard guard(String condition) {
        Span span = SourceText.of("V1__test.sql", condition).whole();
        return new GuardReader(new Language(dialect)).read(span);
    }

    /** What a statement says, without its places: each operation with what is neither false, empty nor missing in it. */
    List<String> said(String sql) {
        return all(sql).stream().map(ReadStatements::shown).toList();
    }

    String saidInBody(String sql) {
        return shown(inBody(sql));
    }

    /**
     * Reads every statement of a text and says what it says.
     *
     * @param text statements at the beginning of a line, each with its operations on lines that are indented
     * @param body whether they stand in a body
     */
    String readAll(String text, boolean body) {
        StringBuilder read = new StringBuilder();
        for (String line : text.split("\n")) {
            if (!line.startsWith(" ")) {
                read.append(line).append('\n');
                List<String> said = body ? List.of(saidInBody(line)) : said(line);
                said.forEach(each -> read.append("    ").append(each).append('\n'));
            }
        }
        return read.toString();
    }

    static String shown(Object value) {
        if (value instanceof Span span) {
            return "«" + span.text() + "»";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ReadStatements::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(map).toString();
        }
        boolean plain = value instanceof QualifiedName || value instanceof ColumnType;
        if (!(value instanceof Record) || plain) {
            return String.valueOf(value);
        }
        StringBuilder text = new StringBuilder(value.getClass().getSimpleName());
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = part(value, component);
            boolean none = part == null
                    || part.equals(false)
                    || part.equals("")
                    || part.equals(List.of())
                    || part.equals(Map.of())
                    || component.getName().equals("span")
                    || component.getName().equals("tokens");
            if (!none) {
                text.append(' ').append(component.getName()).append('=').append(shown(part));
            }
        }
        return value instanceof Operation ? text.toString() : "(" + text + ")";
    }

    private static Object part(Object value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
