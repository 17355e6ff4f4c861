package io.github.schemacompat.ddl;

import io.github.schemacompat.ddl.ConstraintDefinition.CheckDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.DefaultDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.ForeignKeyDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.PrimaryKeyDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition.UniqueDefinition;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads constraints: those of a table, and those that stand at a column. */
final class ConstraintReader {
    private final boolean ofMariaDb;
    private final Grammar grammar;
    private final NameReader names;
    private final ExpressionReader expressions;
    private final IndexReader indexes;
    private final StorageOptions storage;
    private final PhysicalOptions physical;

    ConstraintReader(Dialect dialect) {
        this.ofMariaDb = dialect.is(Dialect.MARIADB);
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.expressions = new ExpressionReader(dialect);
        this.indexes = new IndexReader(dialect);
        this.storage = new StorageOptions(dialect);
        this.physical = new PhysicalOptions(grammar, expressions);
    }

    /** Whether a constraint of a table stands here, with or without a name. */
    boolean at(TokenCursor cursor) {
        return cursor.at("constraint") || atBody(cursor, 0);
    }

    private boolean atBody(TokenCursor cursor, int ahead) {
        Token token = cursor.peek(ahead);
        Token next = cursor.peek(ahead + 1);
        if (token.isAny("primary", "foreign")) {
            return next.is("key");
        }
        if (token.is("exclude")) {
            return grammar == Grammar.POSTGRESQL && next.isAny("using", "(");
        }
        return token.isAny("unique", "check")
                || token.is("default") && grammar == Grammar.SQL_SERVER
                || token.is("connection") && next.is("(") && grammar == Grammar.SQL_SERVER;
    }

    /** {@code CONNECTION (node TO node, …)}: it refuses edges between other nodes. */
    private ConstraintDefinition connection(TokenCursor cursor, int from, @Nullable String name) {
        int begin = cursor.index();
        Expected.next(cursor, "connection");
        expressions.parentheses(cursor);
        if (cursor.accept("on", "delete") && !cursor.accept("cascade")) {
            Expected.next(cursor, "no", "action");
        }
        String said = expressions.normal(cursor.between(begin, cursor.index()));
        return new CheckDefinition(cursor.spanFrom(from), name, said, List.of(), false, true);
    }

    /**
     * Whether SQL Server's constraint of a table stands here, behind a column that no comma ends: it has its own list of
     * columns.
     */
    boolean atBehindColumn(TokenCursor cursor) {
        if (grammar != Grammar.SQL_SERVER) {
            return false;
        }
        int i = cursor.at("constraint") ? 2 : 0;
        Token token = cursor.peek(i);
        if (!token.isAny("primary", "foreign", "unique")) {
            return false;
        }
        i += token.is("unique") ? 1 : 2;
        while (cursor.peek(i).isAny("clustered", "nonclustered", "hash")) {
            i++;
        }
        return cursor.peek(i).is("(");
    }

    /**
     * A constraint of a table: {@code [CONSTRAINT name] PRIMARY KEY (…)} and the like.
     *
     * @throws Expected if it can't be read
     */
    ConstraintDefinition read(TokenCursor cursor) {
        int from = cursor.index();
        String name = name(cursor);
        if (cursor.accept("primary", "key")) {
            return primaryKey(cursor, from, name);
        }
        if (cursor.accept("unique")) {
            return unique(cursor, from, name);
        }
        if (cursor.accept("foreign", "key")) {
            String index = null;
            if (grammar == Grammar.MYSQL) {
                cursor.accept("if", "not", "exists");
                if (cursor.peek().isName()) {
                    String said = names.simple(cursor);
                    // the name of the constraint is that of the index, too
                    index = name == null && !ofMariaDb ? said : null;
                    name = name == null && ofMariaDb ? said : name;
                }
            }
            return references(cursor, from, name, names.list(cursor), index);
        }
        if (cursor.accept("check")) {
            return check(cursor, from, name, null);
        }
        if (grammar == Grammar.POSTGRESQL && cursor.at("exclude")) {
            return exclusion(cursor, from, name);
        }
        if (grammar == Grammar.SQL_SERVER && cursor.accept("default")) {
            return defaultFor(cursor, from, name);
        }
        if (grammar == Grammar.SQL_SERVER && cursor.at("connection")) {
            return connection(cursor, from, name);
        }
        throw Expected.at(cursor, "a constraint");
    }

    /** {@code [CONSTRAINT name] NOT NULL column [NO INHERIT | NOT VALID]}, new in version 18; says the column. */
    String notNull(TokenCursor cursor) {
        name(cursor);
        Expected.next(cursor, "not", "null");
        String column = names.simple(cursor);
        if (!cursor.accept("no", "inherit")) {
            cursor.accept("not", "valid");
        }
        return column;
    }

    /** {@code CONSTRAINT name}, or null. MySQL lets the name out, also behind CONSTRAINT. */
    @Nullable
    String name(TokenCursor cursor) {
        if (!cursor.accept("constraint")) {
            return null;
        }
        if (grammar == Grammar.SQL_SERVER) {
            return names.simple(cursor);
        }
        cursor.accept("if", "not", "exists");
        if (grammar == Grammar.MYSQL && atBody(cursor, 0)) {
            return null;
        }
        return names.read(cursor).name();
    }

    /**
     * The constraint that stands at a column, its name read before.
     *
     * @param from where it begins
     * @return empty if none stands here
     */
    Optional<ConstraintDefinition> atColumn(TokenCursor cursor, int from, @Nullable String name, String column) {
        List<String> columns = List.of(column);
        if (cursor.accept("primary", "key") || grammar == Grammar.MYSQL && cursor.accept("key")) {
            keyStorage(cursor);
            boolean disabled = !attributes(cursor);
            return Optional.of(new PrimaryKeyDefinition(cursor.spanFrom(from), name, columns, null, disabled));
        }
        if (cursor.accept("unique")) {
            if (grammar == Grammar.MYSQL) {
                cursor.accept("key");
            }
            Boolean nullsEqual = nullsDistinct(cursor);
            keyStorage(cursor);
            boolean disabled = !attributes(cursor);
            return Optional.of(new UniqueDefinition(cursor.spanFrom(from), name, columns, nullsEqual, null, disabled));
        }
        if (cursor.at("references") || grammar == Grammar.SQL_SERVER && cursor.accept("foreign", "key")) {
            return Optional.of(references(cursor, from, name, columns, null));
        }
        if (cursor.accept("check")) {
            boolean ofColumn = name == null && ofMariaDb;
            return Optional.of(check(cursor, from, ofColumn ? column : name, ofColumn ? column : null));
        }
        return Optional.empty();
    }

    private ConstraintDefinition primaryKey(TokenCursor cursor, int from, @Nullable String name) {
        String usingIndex = usingIndex(cursor);
        List<String> columns = usingIndex == null ? keyColumns(cursor, true).columns : List.of();
        boolean disabled = !attributes(cursor);
        return new PrimaryKeyDefinition(cursor.spanFrom(from), name, columns, usingIndex, disabled);
    }

    private ConstraintDefinition unique(TokenCursor cursor, int from, @Nullable String name) {
        String usingIndex = usingIndex(cursor);
        if (usingIndex != null) {
            boolean disabled = !attributes(cursor);
            return new UniqueDefinition(cursor.spanFrom(from), name, List.of(), null, usingIndex, disabled);
        }
        if (grammar == Grammar.MYSQL || grammar == Grammar.H2) {
            cursor.acceptAny("index", "key");
            cursor.accept("if", "not", "exists");
        }
        Boolean nullsEqual = nullsDistinct(cursor);
        Key key = keyColumns(cursor, false);
        String chosen = key.name == null ? name : key.name;
        boolean disabled = !attributes(cursor);
        return new UniqueDefinition(cursor.spanFrom(from), chosen, key.columns, nullsEqual, null, disabled);
    }

    private @Nullable String usingIndex(TokenCursor cursor) {
        boolean using = grammar == Grammar.POSTGRESQL
                && cursor.atSequence("using", "index")
                && !cursor.peek(2).is("tablespace");
        if (!using) {
            return null;
        }
        Expected.next(cursor, "using", "index");
        return names.simple(cursor);
    }

    private @Nullable Boolean nullsDistinct(TokenCursor cursor) {
        if (grammar != Grammar.POSTGRESQL && grammar != Grammar.H2) {
            return null;
        }
        if (cursor.accept("nulls", "not", "distinct")) {
            return true;
        }
        boolean distinct = cursor.accept("nulls", "distinct") || cursor.accept("nulls", "all", "distinct");
        return distinct ? Boolean.FALSE : null;
    }

    private record Key(@Nullable String name, List<String> columns) {}

    /** The columns of a key, with the name that MySQL lets stand before them. */
    private Key keyColumns(TokenCursor cursor, boolean primary) {
        String name = null;
        if (grammar == Grammar.SQL_SERVER) {
            cursor.acceptAny("clustered", "nonclustered");
            cursor.accept("hash");
        } else if (grammar == Grammar.MYSQL) {
            boolean saysMethod =
                    cursor.at("using") || cursor.at("type") && !cursor.peek(1).is("(");
            if (cursor.peek().isName() && !saysMethod) {
                String index = names.simple(cursor);
                name = primary ? null : index;
            }
            if (cursor.acceptAny("using", "type")) {
                storage.mysqlMethod(cursor);
            }
        } else if (grammar == Grammar.H2) {
            cursor.accept("hash");
            if (!primary && cursor.peek().isName()) {
                name = names.simple(cursor);
            }
        }
        List<String> columns = new ArrayList<>();
        for (String key : grammar == Grammar.POSTGRESQL ? names.list(cursor) : indexes.keys(cursor)) {
            columns.add(key.endsWith(" desc") ? key.substring(0, key.length() - 5) : key);
        }
        if (grammar == Grammar.POSTGRESQL && cursor.accept("include")) {
            names.list(cursor);
        }
        keyStorage(cursor);
        if (grammar == Grammar.MYSQL) {
            storage.mysqlTail(cursor);
        }
        return new Key(name, columns);
    }

    private void keyStorage(TokenCursor cursor) {
        switch (grammar) {
            case SQL_SERVER -> {
                cursor.acceptAny("clustered", "nonclustered");
                cursor.accept("hash");
                boolean beforeStorage = cursor.accept("not", "enforced");
                storage.sqlServerTail(cursor);
                if (!beforeStorage) {
                    cursor.accept("not", "enforced");
                }
            }
            case POSTGRESQL -> storage.postgresqlTail(cursor);
            case SQLITE -> {
                cursor.acceptAny("asc", "desc");
                StorageOptions.onConflict(cursor);
            }
            case H2 -> cursor.acceptAny("hash", "key");
            default -> {
                // a key at a column has no options of its own, what follows is the column's
            }
        }
    }

    private ConstraintDefinition references(
            TokenCursor cursor, int from, @Nullable String name, List<String> columns, @Nullable String index) {
        Expected.next(cursor, "references");
        QualifiedName table = names.read(cursor);
        List<String> referenced = cursor.at("(") ? names.list(cursor) : List.of();
        String onDelete = "no action";
        String onUpdate = "no action";
        while (true) {
            if (cursor.accept("match")) {
                if (grammar == Grammar.SQLITE) {
                    names.simple(cursor);
                } else if (!cursor.acceptAny("full", "partial", "simple")) {
                    throw Expected.at(cursor, "FULL, PARTIAL or SIMPLE");
                }
            } else if (cursor.accept("on", "delete")) {
                onDelete = referentialAction(cursor);
            } else if (cursor.accept("on", "update")) {
                onUpdate = referentialAction(cursor);
            } else if (grammar != Grammar.SQL_SERVER || !cursor.accept("not", "for", "replication")) {
                break;
            }
        }
        if (grammar == Grammar.H2) {
            // whether the rows that are there are looked at
            cursor.acceptAny("check", "nocheck");
        }
        boolean enforced = attributes(cursor);
        return new ForeignKeyDefinition(
                cursor.spanFrom(from), name, columns, table, referenced, onDelete, onUpdate, enforced, index);
    }

    private String referentialAction(TokenCursor cursor) {
        if (cursor.accept("no", "action")) {
            return "no action";
        }
        if (cursor.accept("set", "null") || cursor.accept("set", "default")) {
            String action = "set " + Language.lower(cursor.previous());
            if (grammar == Grammar.POSTGRESQL && cursor.at("(")) {
                names.list(cursor);
            }
            return action;
        }
        if (cursor.acceptAny("cascade", "restrict")) {
            return Language.lower(cursor.previous());
        }
        throw Expected.at(cursor, "NO ACTION, CASCADE, RESTRICT, SET NULL or SET DEFAULT");
    }

    private ConstraintDefinition check(TokenCursor cursor, int from, @Nullable String name, @Nullable String ofColumn) {
        cursor.accept("not", "for", "replication");
        List<Token> condition = condition(cursor);
        StorageOptions.onConflict(cursor);
        int attributes = cursor.index();
        boolean enforced = attributes(cursor);
        boolean noInherit = cursor.between(attributes, cursor.index()).stream().anyMatch(each -> each.is("inherit"));
        return new CheckDefinition(
                cursor.spanFrom(from),
                name,
                expressions.normal(condition),
                expressions.mentioned(condition),
                false,
                enforced,
                noInherit,
                ofColumn);
    }

    /** H2 wants no parentheses around it. */
    private List<Token> condition(TokenCursor cursor) {
        if (grammar != Grammar.H2 || cursor.at("(")) {
            return expressions.parentheses(cursor);
        }
        int from = cursor.index();
        expressions.condition(cursor);
        return cursor.between(from, cursor.index());
    }

    private ConstraintDefinition exclusion(TokenCursor cursor, int from, @Nullable String name) {
        int begin = cursor.index();
        Expected.next(cursor, "exclude");
        if (cursor.accept("using")) {
            names.simple(cursor);
        }
        List<Token> elements = expressions.parentheses(cursor);
        if (cursor.accept("include")) {
            names.list(cursor);
        }
        storage.postgresqlTail(cursor);
        if (cursor.accept("where")) {
            expressions.parentheses(cursor);
        }
        List<Token> clause = cursor.between(begin, cursor.index());
        boolean enforced = attributes(cursor);
        return new CheckDefinition(
                cursor.spanFrom(from),
                name,
                expressions.normal(clause),
                expressions.mentioned(elements),
                true,
                enforced);
    }

    private ConstraintDefinition defaultFor(TokenCursor cursor, int from, @Nullable String name) {
        String value = expressions.read(cursor);
        Expected.next(cursor, "for");
        String column = names.simple(cursor);
        cursor.accept("with", "values");
        return new DefaultDefinition(cursor.spanFrom(from), name, value, column);
    }

    /**
     * When and whether it is checked.
     *
     * @return false for what is not enforced
     */
    boolean state(TokenCursor cursor) {
        return grammar != Grammar.ORACLE || attributes(cursor);
    }

    private boolean oracleState(TokenCursor cursor) {
        boolean enforced = true;
        while (true) {
            if (cursor.atSequence("disable", "row") || cursor.atSequence("enable", "row")) {
                return enforced;
            }
            if (cursor.acceptAny("enable", "disable")) {
                enforced = cursor.previous().is("enable");
            } else if (cursor.accept("using", "index")) {
                usingIndexStorage(cursor);
            } else if (cursor.accept("exceptions", "into")) {
                names.read(cursor);
            } else if (!cursor.acceptAny("validate", "novalidate", "rely", "norely", "precheck", "noprecheck")
                    && !postgresqlAttribute(cursor)) {
                return enforced;
            }
        }
    }

    /** {@code USING INDEX name}, {@code USING INDEX (CREATE INDEX …)}, or how the index is stored. */
    private void usingIndexStorage(TokenCursor cursor) {
        if (cursor.at("(")) {
            expressions.parentheses(cursor);
        } else if (cursor.peek().isName()
                && !physical.at(cursor)
                && !cursor.peek()
                        .isAny("enable", "disable", "validate", "novalidate", "rely", "norely", "exceptions")) {
            names.read(cursor);
        }
        physical.read(cursor);
    }

    private boolean attributes(TokenCursor cursor) {
        if (grammar == Grammar.ORACLE) {
            return oracleState(cursor);
        }
        boolean enforced = true;
        while (grammar != Grammar.SQL_SERVER) {
            if (cursor.accept("not", "enforced")) {
                enforced = false;
            } else if (cursor.accept("enforced")) {
                enforced = true;
            } else if (grammar == Grammar.DB2) {
                boolean passed = cursor.accept("enable", "query", "optimization")
                        || cursor.accept("disable", "query", "optimization")
                        || cursor.accept("not", "trusted")
                        || cursor.accept("trusted");
                if (!passed) {
                    break;
                }
            } else if (grammar == Grammar.MYSQL || !postgresqlAttribute(cursor)) {
                break;
            }
        }
        return enforced;
    }

    private static boolean postgresqlAttribute(TokenCursor cursor) {
        return cursor.accept("not", "deferrable")
                || cursor.accept("deferrable")
                || cursor.accept("initially", "deferred")
                || cursor.accept("initially", "immediate")
                || cursor.accept("not", "valid")
                || cursor.accept("no", "inherit");
    }
}
