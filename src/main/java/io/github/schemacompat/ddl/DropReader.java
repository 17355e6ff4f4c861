package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads DROP of everything but indexes: the words of the kind, IF EXISTS, a list of names, CASCADE. */
final class DropReader {
    private final Language language;
    private final PostgreSqlRoutineReader arguments;

    DropReader(Language language) {
        this.language = language;
        this.arguments = new PostgreSqlRoutineReader(language);
    }

    /** @param words between DROP and the names */
    StatementForm of(ObjectKind kind, String words) {
        return cursor -> read(cursor, kind, words.split(" "));
    }

    private List<Operation> read(TokenCursor cursor, ObjectKind kind, String... words) {
        int from = cursor.index();
        Expected.next(cursor, "drop");
        Expected.next(cursor, words);
        boolean ifExists = language.acceptIfExists(cursor);
        List<Item> items = new ArrayList<>();
        do {
            items.add(item(cursor, kind));
        } while (cursor.accept(","));
        ifExists |= language.acceptIfExists(cursor);
        boolean cascade = end(cursor);
        ifExists |= language.acceptIfExists(cursor);
        List<Operation> operations = new ArrayList<>();
        for (Item item : items) {
            Span span = items.size() == 1 ? cursor.spanFrom(from) : item.span();
            operations.add(new Operation.DropObject(
                    span, kind, item.name(), item.arguments(), item.table(), ifExists, cascade));
        }
        return operations;
    }

    private record Item(
            Span span,
            QualifiedName name,
            @Nullable List<ColumnType> arguments,
            @Nullable QualifiedName table) {}

    private Item item(TokenCursor cursor, ObjectKind kind) {
        int from = cursor.index();
        QualifiedName name = language.name(cursor);
        List<ColumnType> types = null;
        QualifiedName table = null;
        if (kind == ObjectKind.ROUTINE && language.is(Grammar.DB2) && cursor.at("(")) {
            types = typeList(cursor);
        } else if (kind == ObjectKind.SYNONYM && language.is(Grammar.DB2) && cursor.accept("for")) {
            cursor.acceptAny("table", "sequence", "module");
        } else if (kind == ObjectKind.ROUTINE && language.is(Grammar.POSTGRESQL) && cursor.at("(")) {
            types = argumentTypes(cursor);
        } else if (kind == ObjectKind.ROUTINE && language.is(Grammar.SQL_SERVER) && cursor.accept(";")) {
            cursor.next();
        }
        boolean named = language.is(Grammar.POSTGRESQL)
                && (kind == ObjectKind.TRIGGER || kind == ObjectKind.OTHER)
                && cursor.accept("on");
        if (named) {
            table = language.name(cursor);
        }
        return new Item(cursor.spanFrom(from), name, types, table);
    }

    /** The types of a routine's IN arguments, as a DROP or ALTER names them. */
    List<ColumnType> argumentTypes(TokenCursor cursor) {
        return arguments.parameters(cursor).stream()
                .filter(parameter -> !parameter.mode().equals("out"))
                .map(ParameterDefinition::type)
                .toList();
    }

    private List<ColumnType> typeList(TokenCursor cursor) {
        List<ColumnType> types = new ArrayList<>();
        Expected.next(cursor, "(");
        while (!cursor.at(")")) {
            types.add(language.type(cursor));
            cursor.accept(",");
        }
        Expected.next(cursor, ")");
        return types;
    }

    private boolean end(TokenCursor cursor) {
        if (language.is(Grammar.SQL_SERVER) && cursor.accept("on")) {
            if (!cursor.accept("database") && !cursor.accept("all", "server")) {
                throw Expected.at(cursor, "DATABASE or ALL SERVER");
            }
        }
        boolean cascade = cursor.accept("cascade");
        if (cascade) {
            cursor.accept("constraints");
        } else {
            cursor.accept("restrict");
        }
        if (language.is(Grammar.ORACLE)) {
            while (cursor.acceptAny("purge", "force", "validate", "preserve", "table", "including", "keep")) {
                // what becomes of the room that it took, and of what needs it
            }
        }
        if (cursor.acceptAny("wait", "nowait") && cursor.previous().is("wait")) {
            cursor.next();
        }
        return cascade;
    }
}
