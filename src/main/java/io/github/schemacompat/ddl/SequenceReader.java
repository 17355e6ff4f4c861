package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads CREATE SEQUENCE and the options of ALTER SEQUENCE. */
final class SequenceReader {
    private final Language language;
    private final SequenceOptions sequenceOptions;

    SequenceReader(Language language) {
        this.language = language;
        this.sequenceOptions = SequenceOptions.ofSequence(language.dialect());
    }

    List<Operation> create(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        cursor.accept("unlogged");
        Expected.next(cursor, "sequence");
        CreateMode mode = head.orIfNotExists(cursor);
        QualifiedName name = language.name(cursor);
        Options options = options(cursor);
        boolean temporary = head.words().contains("temp") || head.words().contains("temporary");
        return List.of(new Operation.CreateSequence(
                cursor.spanFrom(head.from()),
                name,
                mode,
                temporary,
                options.values,
                options.ownedByTable,
                options.ownedByColumn));
    }

    /** What follows the name in ALTER SEQUENCE. */
    Operation alter(TokenCursor cursor, int from, QualifiedName name, boolean ifExists) {
        Options options = options(cursor);
        Span span = cursor.spanFrom(from);
        return new Operation.AlterSequence(
                span, name, ifExists, options.values, options.ownedByTable, options.ownedByColumn, options.ownedByNone);
    }

    private static final class Options {
        private final Map<String, String> values = new TreeMap<>();
        private @Nullable QualifiedName ownedByTable;
        private @Nullable String ownedByColumn;
        private boolean ownedByNone;
    }

    private Options options(TokenCursor cursor) {
        Options options = new Options();
        while (!cursor.atEnd() && !cursor.at(";")) {
            if (cursor.accept("owned", "by")) {
                ownedBy(cursor, options);
            } else if (cursor.accept("engine")) {
                cursor.accept("=");
                cursor.next();
            } else if (!sequenceOptions.accept(cursor, options.values)) {
                throw Expected.at(cursor, "an option of a sequence");
            }
        }
        return options;
    }

    private void ownedBy(TokenCursor cursor, Options options) {
        options.ownedByNone = cursor.accept("none");
        if (!options.ownedByNone) {
            List<String> parts = new ArrayList<>(language.nameParts(cursor));
            if (parts.size() < 2) {
                throw Expected.at(cursor, "table.column");
            }
            options.ownedByColumn = parts.remove(parts.size() - 1);
            options.ownedByTable = language.qualified(parts);
        }
    }
}
