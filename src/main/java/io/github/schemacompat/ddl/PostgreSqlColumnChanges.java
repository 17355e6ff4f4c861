package io.github.schemacompat.ddl;

import io.github.schemacompat.ddl.TableAction.ColumnChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands behind PostgreSQL's ALTER COLUMN and the column's name. */
final class PostgreSqlColumnChanges {
    private final NameReader names;
    private final TypeReader types;
    private final ExpressionReader expressions;
    private final SequenceOptions sequenceOptions;
    private final StorageOptions storage;

    PostgreSqlColumnChanges(Dialect dialect) {
        this.names = new NameReader(dialect);
        this.types = new TypeReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.sequenceOptions = SequenceOptions.ofColumn(dialect);
        this.storage = new StorageOptions(dialect);
    }

    /**
     * One change, or several of an identity.
     *
     * @throws Expected if it can't be read
     */
    List<ColumnChange> read(TokenCursor cursor) {
        if (cursor.accept("type") || cursor.accept("set", "data", "type")) {
            return List.of(type(cursor));
        }
        if (cursor.accept("drop")) {
            return List.of(drop(cursor));
        }
        if (cursor.accept("add", "generated")) {
            Identity identity = identity(cursor);
            Expected.next(cursor, "as", "identity");
            Map<String, String> options = Map.of();
            if (cursor.accept("(")) {
                options = sequenceOptions.read(cursor);
                Expected.next(cursor, ")");
            }
            return List.of(new ColumnChange.SetIdentity(identity, options));
        }
        if (cursor.accept("reset")) {
            storage.postgresql(cursor);
            return List.of(new ColumnChange.NoEffect("storage option"));
        }
        if (cursor.at("restart")) {
            return identityChanges(cursor);
        }
        if (cursor.at("set")) {
            ColumnChange change = set(cursor);
            return change == null ? identityChanges(cursor) : List.of(change);
        }
        throw Expected.at(cursor, "what ALTER COLUMN changes");
    }

    private ColumnChange type(TokenCursor cursor) {
        ColumnType type = types.read(cursor);
        String collation = cursor.accept("collate") ? String.join(".", names.parts(cursor)) : null;
        String using = cursor.accept("using") ? expressions.condition(cursor) : null;
        return new ColumnChange.SetType(type, collation, using);
    }

    private static ColumnChange drop(TokenCursor cursor) {
        if (cursor.accept("not", "null")) {
            return new ColumnChange.SetNullable(true);
        }
        if (cursor.accept("default")) {
            return new ColumnChange.SetDefault(null);
        }
        if (cursor.accept("expression")) {
            cursor.accept("if", "exists");
            return new ColumnChange.SetGenerated(null);
        }
        if (cursor.accept("identity")) {
            cursor.accept("if", "exists");
            return new ColumnChange.SetIdentity(Identity.NONE, Map.of());
        }
        throw Expected.at(cursor, "NOT NULL, DEFAULT, EXPRESSION or IDENTITY");
    }

    /** What SET says, or null with the cursor unmoved if it is about an identity. */
    private @Nullable ColumnChange set(TokenCursor cursor) {
        int from = cursor.index();
        cursor.next();
        if (cursor.accept("not", "null")) {
            return new ColumnChange.SetNullable(false);
        }
        if (cursor.accept("default")) {
            return new ColumnChange.SetDefault(expressions.condition(cursor));
        }
        if (cursor.accept("expression", "as")) {
            return new ColumnChange.SetGenerated(expressions.parenthesised(cursor));
        }
        if (cursor.accept("statistics")) {
            cursor.accept("-");
            if (cursor.peek().kind() != TokenKind.NUMBER && !cursor.at("default")) {
                throw Expected.at(cursor, "a number");
            }
            cursor.next();
            return new ColumnChange.NoEffect("statistics");
        }
        if (cursor.accept("storage") || cursor.accept("compression")) {
            names.simple(cursor);
            return new ColumnChange.NoEffect("storage option");
        }
        if (cursor.at("(")) {
            storage.postgresql(cursor);
            return new ColumnChange.NoEffect("storage option");
        }
        cursor.reset(from);
        return null;
    }

    /** {@code SET GENERATED …}, {@code SET START WITH n}, {@code RESTART …}, one behind the other. */
    private List<ColumnChange> identityChanges(TokenCursor cursor) {
        List<ColumnChange> changes = new ArrayList<>();
        while (cursor.peek().isAny("set", "restart")) {
            if (cursor.accept("set", "generated")) {
                changes.add(new ColumnChange.SetIdentity(identity(cursor), Map.of()));
                continue;
            }
            cursor.accept("set");
            Map<String, String> options = sequenceOptions.readSome(cursor, "what ALTER COLUMN can set");
            ColumnChange restart = SequenceOptions.restart(options);
            changes.add(restart == null ? new ColumnChange.SetNumbering(options) : restart);
        }
        return changes;
    }

    private static Identity identity(TokenCursor cursor) {
        if (cursor.accept("always")) {
            return Identity.ALWAYS;
        }
        Expected.next(cursor, "by", "default");
        return Identity.BY_DEFAULT;
    }
}
