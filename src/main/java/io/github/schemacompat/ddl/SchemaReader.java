package io.github.schemacompat.ddl;

import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;

/** Reads CREATE SCHEMA with what it makes within. */
final class SchemaReader implements StatementForm {
    private final Language language;
    private final StatementForm elements;

    /** @param elements reads what CREATE SCHEMA holds */
    SchemaReader(Language language, StatementForm elements) {
        this.language = language;
        this.elements = elements;
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "create", "schema");
        CreateMode mode = language.acceptIfNotExists(cursor) ? CreateMode.IF_NOT_EXISTS : CreateMode.CREATE;
        String name = cursor.at("authorization") ? "" : language.simpleName(cursor);
        if (cursor.accept("authorization")) {
            String role = language.simpleName(cursor);
            name = name.isEmpty() ? role : name;
        }
        if (cursor.accept("default", "character", "set")) {
            language.name(cursor);
        }
        Span span = cursor.spanFrom(from);
        List<Operation> within = cursor.atEnd() || cursor.at(";") ? List.of() : elements.read(cursor);
        return List.of(new Operation.CreateSchema(span, name, mode, within));
    }
}
