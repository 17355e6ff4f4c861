package io.github.schemacompat.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.query.QueryReader;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.TokenCursor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what the readers of the table side make of statements, in a text in which only what was said stands. */
final class Readings {
    private final Dialect dialect;

    Readings(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Checks statements against what they have to say.
     *
     * @param cases a statement, then a line that begins with {@code =>} for each operation, then the next statement; a
     *     line that begins with a blank goes on with the one before it
     */
    void agree(String cases) {
        List<String> expected =
                Arrays.asList(cases.strip().replaceAll("\n +", " ").split("\n"));
        List<String> actual = new ArrayList<>();
        List<String> sql = new ArrayList<>();
        for (String line : expected) {
            if (!line.startsWith("=>")) {
                if (!sql.isEmpty() && actual.get(actual.size() - 1).startsWith("=>")) {
                    sql.clear();
                }
                sql.add(line);
                actual.add(line);
            } else if (!actual.get(actual.size() - 1).startsWith("=>")) {
                String statement = String.join("\n", sql);
                List<Operation> operations = read(statement);
                operations.forEach(operation -> actual.add("=> " + text(operation)));
                refusesWhatIsLeftOver(statement, operations);
                isReadAlike(statement, operations);
            }
        }
        assertThat(actual).containsExactlyElementsOf(expected);
    }

    /** No reader may stop before the end of a statement, as if nothing came behind; only a query is read by others. */
    private void refusesWhatIsLeftOver(String statement, List<Operation> operations) {
        boolean query = operations.stream()
                .anyMatch(operation -> operation instanceof Operation.SelectInto
                        || operation instanceof Operation.CreateTable table && table.query() != null);
        if (!query && !text(operations).contains("NotUnderstood")) {
            assertThat(text(read(statement + " zzz zzz"))).as(statement).contains("NotUnderstood");
        }
    }

    /** Two readers that don't know each other have to agree. */
    private void isReadAlike(String statement, List<Operation> operations) {
        try (QueryReader second = new QueryReader(dialect)) {
            Span span = SourceText.of("test.sql", statement).whole();
            assertThat(second.contradiction(span, operations)).as(statement).isEmpty();
        }
    }

    TokenCursor cursor(String sql) {
        SourceText source = SourceText.of("test.sql", sql);
        return new TokenCursor(source, new Lexer(dialect).tokens(source.whole()));
    }

    List<Operation> read(String sql) {
        TokenCursor cursor = cursor(sql);
        if (new CreateTableReader(dialect).at(cursor)) {
            return new CreateTableReader(dialect).read(cursor);
        }
        if (new AlterTableReader(dialect).at(cursor)) {
            return new AlterTableReader(dialect).read(cursor);
        }
        if (new IndexStatementReader(dialect).at(cursor)) {
            return new IndexStatementReader(dialect).read(cursor);
        }
        if (new SelectIntoReader(dialect).at(cursor)) {
            return new SelectIntoReader(dialect).read(cursor);
        }
        assertThat(new TableStatementReader(dialect).at(cursor)).as(sql).isTrue();
        return new TableStatementReader(dialect).read(cursor);
    }

    /** The clause of each action of the only operation. */
    List<String> clauses(String sql) {
        Operation.AlterTable alter = (Operation.AlterTable) read(sql).get(0);
        return alter.actions().stream().map(action -> action.span().text()).toList();
    }

    /** A record with its components, without spans and without what wasn't said. */
    static String text(Object value) {
        if (value instanceof QualifiedName || value instanceof ColumnType || value instanceof String) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Readings::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Span span) {
            return span.text();
        }
        if (!(value instanceof Record)) {
            return value.toString();
        }
        List<String> said = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = get(component, value);
            if (!component.getName().equals("span") && wasSaid(component, part)) {
                said.add(
                        part.equals(true) && component.getType() == boolean.class
                                ? component.getName()
                                : component.getName() + "=" + text(part));
            }
        }
        return value.getClass().getSimpleName() + "[" + String.join(", ", said) + "]";
    }

    private static boolean wasSaid(RecordComponent component, Object part) {
        boolean empty = part == null
                || part instanceof Collection<?> list && list.isEmpty()
                || part instanceof Map<?, ?> map && map.isEmpty();
        boolean usual = component.getType() == boolean.class
                        && part.equals(component.getName().equals("enforced"))
                || part == Identity.NONE
                || part == CreateMode.CREATE
                || part == ColumnPlace.UNSAID
                || "no action".equals(part)
                || "btree".equals(part);
        return !empty && !usual;
    }

    private static Object get(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
