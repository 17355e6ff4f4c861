package io.github.schemacompat.query;

import io.github.schemacompat.ddl.ColumnDefinition;
import io.github.schemacompat.ddl.ConstraintDefinition;
import io.github.schemacompat.ddl.CreateMode;
import io.github.schemacompat.ddl.IndexDefinition;
import io.github.schemacompat.ddl.Operation;
import io.github.schemacompat.ddl.SqliteKeys;
import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.alter.Alter;
import net.sf.jsqlparser.statement.alter.RenameTableStatement;
import net.sf.jsqlparser.statement.create.index.CreateIndex;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.table.Index;
import net.sf.jsqlparser.statement.create.table.TableElement;
import net.sf.jsqlparser.statement.drop.Drop;
import org.jspecify.annotations.Nullable;

/**
 * Reads DDL a second time, by JSqlParser: two readers that don't know each other have to agree. JSqlParser is believed
 * only where it can be: it has lost no word, has a form for every part, and has made none of its known mistakes.
 */
final class SecondReading {
    private static final Map<String, ObjectKind> DROPPED = Map.of(
            "TABLE", ObjectKind.TABLE,
            "VIEW", ObjectKind.VIEW,
            "SEQUENCE", ObjectKind.SEQUENCE,
            "PROCEDURE", ObjectKind.ROUTINE,
            "FUNCTION", ObjectKind.ROUTINE,
            "SCHEMA", ObjectKind.SCHEMA);

    private final QueryReader reader;
    private final DdlNames names;
    private final boolean sqlServer;
    private final boolean sqlite;
    private final boolean rowsAreTemporary;
    private final Dialect dialect;

    SecondReading(QueryReader reader, Dialect dialect) {
        this.reader = reader;
        this.names = new DdlNames(dialect);
        this.sqlServer = dialect.id().equals("sqlserver");
        this.rowsAreTemporary = Set.of("oracle", "db2").contains(dialect.id());
        this.sqlite = dialect.id().equals("sqlite");
        this.dialect = dialect;
    }

    /** Whether JSqlParser has forms for what the statement says. */
    static boolean covers(List<Operation> first) {
        return !first.isEmpty()
                && first.stream()
                        .allMatch(operation -> operation instanceof Operation.CreateTable
                                || operation instanceof Operation.AlterTable alter
                                        && alter.actions().stream()
                                                .noneMatch(TableAction.NotUnderstood.class::isInstance)
                                || operation instanceof Operation.CreateIndex
                                || operation instanceof Operation.DropIndex
                                || operation instanceof Operation.RenameObject
                                || operation instanceof Operation.DropObject drop
                                        && DROPPED.containsValue(drop.kind()));
    }

    /**
     * What JSqlParser says of a statement.
     *
     * @return empty if it can't read it, or can't be believed
     */
    Optional<List<Operation>> read(Span statement) {
        List<Token> tokens = reader.tokens(statement);
        if (impliesKeys(tokens)) {
            return Optional.empty();
        }
        Statement tree = reader.parse(tokens, NamePlaces.in(tokens)).statement();
        if (tree == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(operations(tree, statement));
        } catch (NotTrusted cannotBeBelieved) {
            return Optional.empty();
        }
    }

    /** That IDENTITY makes a key in H2 and HSQLDB is known to the first reading only. */
    private boolean impliesKeys(List<Token> tokens) {
        return (dialect.is(Dialect.H2) || dialect.is(Dialect.HSQLDB))
                && tokens.stream().anyMatch(token -> token.is("identity"));
    }

    private List<Operation> operations(Statement tree, Span span) {
        if (tree instanceof CreateTable table) {
            return List.of(createTable(table, span));
        }
        if (tree instanceof Alter alter) {
            return List.of(new Operation.AlterTable(
                    span,
                    names.object(alter.getTable()),
                    alter.isUseTableIfExists(),
                    new AlterWalk(names, span, sqlServer).actions(alter.getAlterExpressions())));
        }
        if (tree instanceof CreateIndex index) {
            return List.of(createIndex(index, span));
        }
        if (tree instanceof Drop drop) {
            return drop(drop, span);
        }
        if (tree instanceof RenameTableStatement rename) {
            return rename.getTableNames().stream()
                    .map(entry -> (Operation) new Operation.RenameObject(
                            span,
                            ObjectKind.TABLE,
                            null,
                            names.object(entry.getKey()),
                            null,
                            names.object(entry.getValue()),
                            rename.isUsingIfExistsKeyword()))
                    .toList();
        }
        throw new NotTrusted("no DDL");
    }

    private Operation createTable(CreateTable table, Span span) {
        if (table.getLikeTable() != null || table.getTrailingLikeTable() != null || table.getOfType() != null) {
            throw new NotTrusted("a table that is like another one");
        }
        if (table.getColumns() != null && !table.getColumns().isEmpty()) {
            throw new NotTrusted("names for the columns of a query");
        }
        ConstraintWalk walk = new ConstraintWalk(names, span);
        List<ColumnDefinition> columns = new ArrayList<>();
        List<ConstraintDefinition> constraints = new ArrayList<>();
        List<IndexDefinition> indexes = new ArrayList<>();
        List<TableElement> elements = table.getTableElements();
        for (TableElement element : elements == null ? List.<TableElement>of() : elements) {
            if (element instanceof net.sf.jsqlparser.statement.create.table.ColumnDefinition column) {
                columns.add(ColumnWalk.read(column, walk, names, span).column());
            } else if (element instanceof Index index && ConstraintWalk.isIndex(index)) {
                indexes.add(walk.index(index));
            } else if (element instanceof Index index) {
                constraints.add(walk.constraint(index));
            } else {
                throw new NotTrusted("an element of a table that is not known");
            }
        }
        QualifiedName name = names.object(table.getTable());
        String kind = options(table.getCreateOptionsStrings());
        boolean temporary = kind.contains("temp") && !(rowsAreTemporary && kind.contains("global"))
                || sqlServer && name.name().startsWith("#");
        Table parent = table.getPartitionOf();
        String ending = options(table.getTableOptionsStrings());
        return new Operation.CreateTable(
                span,
                name,
                table.isIfNotExists()
                        ? CreateMode.IF_NOT_EXISTS
                        : table.isOrReplace() ? CreateMode.OR_REPLACE : CreateMode.CREATE,
                temporary,
                sqlite
                        ? SqliteKeys.meant(columns, constraints, ending.contains("rowid"), ending.contains("strict"))
                        : columns,
                constraints,
                indexes,
                List.of(),
                List.of(),
                parent == null ? null : names.object(parent),
                table.getSelect() == null ? null : span,
                null,
                null,
                null);
    }

    private Operation createIndex(CreateIndex statement, Span span) {
        ConstraintWalk walk = new ConstraintWalk(names, span);
        IndexDefinition index = walk.index(statement.getIndex());
        List<String> included =
                statement.getIncludeColumns() == null ? List.of() : names.simple(statement.getIncludeColumns());
        String where = statement.getWhere() == null
                ? null
                : names.condition(statement.getWhere().toString());
        return new Operation.CreateIndex(
                span,
                names.object(statement.getTable()),
                new IndexDefinition(
                        span,
                        index.name(),
                        index.columns(),
                        included,
                        index.unique(),
                        index.nullsEqual(),
                        where,
                        index.method()),
                statement.isUsingIfNotExists() ? CreateMode.IF_NOT_EXISTS : CreateMode.CREATE);
    }

    private List<Operation> drop(Drop drop, Span span) {
        String type = drop.getType().toUpperCase(Locale.ROOT);
        List<String> parameters = drop.getParameters() == null ? List.of() : drop.getParameters();
        boolean cascade = parameters.stream().anyMatch("cascade"::equalsIgnoreCase);
        List<Operation> operations = new ArrayList<>();
        for (Table name : drop.getNames()) {
            if (type.equals("INDEX")) {
                operations.add(dropIndex(drop, name, parameters, cascade, span));
            } else if (DROPPED.containsKey(type)) {
                operations.add(new Operation.DropObject(
                        span, DROPPED.get(type), names.object(name), null, null, drop.isIfExists(), cascade));
            } else {
                throw new NotTrusted("a DROP of " + type);
            }
        }
        return operations;
    }

    /** Where SQL Server's statement has no ON, what stands before the index's name is its table. */
    private Operation dropIndex(Drop drop, Table name, List<String> parameters, boolean cascade, Span span) {
        QualifiedName table = indexedTable(parameters);
        QualifiedName index = names.object(name);
        if (index.name().equalsIgnoreCase("primary")) {
            throw new NotTrusted("MySQL's primary key as an index");
        }
        String written = name.getFullyQualifiedName();
        int own = written.length() - name.getName().length() - 1;
        if (sqlServer && table == null && own > 0) {
            index = names.object(name.getName());
            table = names.object(written.substring(0, own));
        }
        return new Operation.DropIndex(span, index, table, drop.isIfExists(), cascade);
    }

    private @Nullable QualifiedName indexedTable(List<String> parameters) {
        if (parameters.isEmpty() || !parameters.get(0).equalsIgnoreCase("on")) {
            return null;
        }
        if (parameters.size() != 2) {
            throw new NotTrusted("a DROP INDEX with more than a table");
        }
        return names.object(parameters.get(1));
    }

    private static String options(@Nullable List<String> words) {
        return words == null
                ? ""
                : words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.joining(" "));
    }
}
