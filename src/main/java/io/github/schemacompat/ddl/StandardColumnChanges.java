package io.github.schemacompat.ddl;

import io.github.schemacompat.ddl.TableAction.ColumnChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands behind the column's name in the standard's ALTER COLUMN, as H2, HSQLDB and SQLite have it. */
final class StandardColumnChanges {
    private final TypeReader types;
    private final ExpressionReader expressions;
    private final SequenceOptions sequenceOptions;
    private final GeneratedClause generated;

    StandardColumnChanges(Dialect dialect) {
        this.types = new TypeReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.sequenceOptions = SequenceOptions.ofColumn(dialect);
        this.generated = new GeneratedClause(dialect);
    }

    /**
     * Reads one change.
     *
     * @return empty if none begins here; then the cursor has not moved
     * @throws Expected if one begins here and can't be read
     */
    List<ColumnChange> read(TokenCursor cursor) {
        if (cursor.accept("set", "data", "type") || cursor.at("type") && cursor.accept("type")) {
            return List.of(type(cursor));
        }
        if (cursor.accept("set")) {
            return set(cursor);
        }
        if (cursor.accept("drop")) {
            return List.of(drop(cursor));
        }
        if (cursor.at("restart")) {
            return List.of(SequenceOptions.numbering(sequenceOptions.read(cursor)));
        }
        if (cursor.accept("selectivity")) {
            cursor.next();
            return List.of(new ColumnChange.NoEffect("statistics"));
        }
        return List.of();
    }

    private ColumnChange type(TokenCursor cursor) {
        var type = types.read(cursor);
        @Nullable String using = cursor.accept("using") ? expressions.read(cursor) : null;
        return new ColumnChange.SetType(type, null, using);
    }

    private List<ColumnChange> set(TokenCursor cursor) {
        if (cursor.accept("default", "on", "null")) {
            return List.of(new ColumnChange.NoEffect("NULL becomes the default"));
        }
        if (cursor.accept("default")) {
            return List.of(new ColumnChange.SetDefault(expressions.read(cursor)));
        }
        if (cursor.accept("not", "null")) {
            return List.of(new ColumnChange.SetNullable(false));
        }
        if (cursor.accept("null")) {
            return List.of(new ColumnChange.SetNullable(true));
        }
        if (cursor.accept("on", "update")) {
            return List.of(new ColumnChange.SetOnUpdate(expressions.read(cursor)));
        }
        if (cursor.acceptAny("visible", "invisible")) {
            return List.of(new ColumnChange.SetInvisible(cursor.previous().is("invisible")));
        }
        if (cursor.accept("generated")) {
            return numbered(cursor);
        }
        return List.of(SequenceOptions.numbering(sequenceOptions.readSome(cursor, "what ALTER COLUMN can set")));
    }

    private List<ColumnChange> numbered(TokenCursor cursor) {
        boolean always = cursor.accept("always");
        if (!always) {
            Expected.next(cursor, "by", "default");
        }
        Map<String, String> options = new TreeMap<>();
        if (cursor.accept("as", "identity")) {
            options.putAll(generated.options(cursor));
        }
        List<ColumnChange> changes = new ArrayList<>();
        changes.add(new ColumnChange.SetIdentity(always ? Identity.ALWAYS : Identity.BY_DEFAULT, options));
        while (cursor.accept("set") || cursor.at("restart")) {
            changes.add(SequenceOptions.numbering(sequenceOptions.readSome(cursor, "an option of the numbering")));
        }
        return changes;
    }

    private ColumnChange drop(TokenCursor cursor) {
        if (cursor.accept("default", "on", "null")) {
            return new ColumnChange.NoEffect("NULL becomes the default");
        }
        if (cursor.accept("default")) {
            return new ColumnChange.SetDefault(null);
        }
        if (cursor.accept("not", "null")) {
            return new ColumnChange.SetNullable(true);
        }
        if (cursor.accept("on", "update")) {
            return new ColumnChange.SetOnUpdate(null);
        }
        if (cursor.acceptAny("identity", "generated")) {
            return new ColumnChange.SetIdentity(Identity.NONE, Map.of());
        }
        if (cursor.accept("expression")) {
            return new ColumnChange.SetGenerated(null);
        }
        throw Expected.at(cursor, "what ALTER COLUMN can drop");
    }
}
