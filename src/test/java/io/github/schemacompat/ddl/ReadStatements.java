package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Statement;
import java.util.List;

/** Reads single statements for tests. */
final class ReadStatements {
    private final Dialect dialect;

    ReadStatements(Dialect dialect) {
        this.dialect = dialect;
    }

    List<Operation> all(String sql) {
        Span span = SourceText.of("V1__test.sql", sql).whole();
        return new DdlReader(dialect).read(new Statement.Simple(span));
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
}
