package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the SQL that fixes offer, ready to be put into a migration script. Each answer is a whole statement with its
 * semicolon, or several with a line each. Values and conditions are taken as SQL text; names are quoted where they must be.
 */
public abstract class FixSql {
    /** How a column's default begins that is an object of its own (SQL Server's sp_bindefault). */
    public static final String BOUND_DEFAULT = "bound to ";

    private static final Pattern SIMPLE_VALUE =
            Pattern.compile("[+-]?[0-9.]+|[nN]?'(?:[^']|'')*'|(?i:null|true|false|current_timestamp(?:\\([0-9]*\\))?)");

    private final Dialect dialect;

    FixSql(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds a column as it is: type, nullability, default. */
    public final String addColumn(QualifiedName table, Column column) {
        return alter(table) + addKeyword() + columnDefinition(table, column) + ";";
    }

    /** Adds a column that old writers may leave out: nullable, without its default. */
    public final String addNullableColumn(QualifiedName table, Column column) {
        return addColumn(table, column.withNullable(true).withDefault(null, null));
    }

    /** Adds a NOT NULL column with a default, so that old writers may leave it out. */
    public final String addColumnWithDefault(QualifiedName table, Column column, String value) {
        return addColumn(table, column.withNullable(false).withDefault(value, column.defaultName()));
    }

    /** Gives a column that has no default one; empty where the engine can't. */
    public abstract Optional<String> setDefault(QualifiedName table, Column column, String value);

    /** Makes a column nullable, the rest of it as it is. */
    public abstract String makeNullable(QualifiedName table, Column column);

    /** Copies one column to another where that has no value yet. */
    public final String copyColumn(QualifiedName table, String from, String to) {
        return "UPDATE " + name(table) + " SET " + name(to) + " = " + name(from) + " WHERE " + name(to) + " IS NULL;";
    }

    /**
     * Adds a nullable column with the values of another one.
     *
     * @param column the new one
     * @param from the name of the old one
     */
    public final String addCopyOfColumn(QualifiedName table, Column column, String from) {
        return addNullableColumn(table, column) + "\n" + batchEnd() + copyColumn(table, from, column.name());
    }

    /** The line that a statement needs behind it before the next one can use what it made; empty for none. */
    String batchEnd() {
        return "";
    }

    /**
     * Lets the old name of a renamed table live on: a synonym where the engine has them, else a view that can be written
     * through; empty where neither is to be had.
     *
     * @param columns the columns that old releases know, in their order
     */
    public abstract Optional<String> keepOldName(QualifiedName oldName, QualifiedName newName, List<String> columns);

    /**
     * The beginning of a CREATE statement for a new version of an object; its definition goes behind it.
     *
     * @param kind {@code view}, {@code procedure}, {@code function} …
     */
    public final String createHead(String kind, QualifiedName newName) {
        return "CREATE " + kind.toUpperCase(Locale.ROOT) + " " + name(newName);
    }

    /** A unique index that lets rows pass which leave all of these columns NULL. */
    public String addUniqueForValues(QualifiedName table, String index, List<String> columns) {
        return "CREATE UNIQUE INDEX " + name(index) + " ON " + name(table) + " " + names(columns) + ";";
    }

    /** A check that old writers don't notice; empty where the engine has no such thing. */
    public Optional<String> addCheckNotEnforced(QualifiedName table, String constraint, String condition) {
        return Optional.empty();
    }

    /** A foreign key that old writers don't notice; empty where the engine has no such thing. */
    public Optional<String> addForeignKeyNotEnforced(
            QualifiedName table,
            String constraint,
            List<String> columns,
            QualifiedName references,
            List<String> referencedColumns) {
        return Optional.empty();
    }

    /** What adds a column. */
    String addKeyword() {
        return "ADD COLUMN ";
    }

    /** Whether NULL is written for nullable columns: some settings of some engines take none for NOT NULL. */
    boolean writesNull() {
        return false;
    }

    /** Whether a column's default has to stand before its NOT NULL. */
    boolean defaultComesFirst() {
        return false;
    }

    /** What stands before the word DEFAULT. */
    String defaultPrefix(QualifiedName table, Column column) {
        return "";
    }

    /** The type with what belongs to it. */
    String type(Column column) {
        String collation = column.collation();
        return collation == null ? column.type().toString() : column.type() + " COLLATE " + collation;
    }

    final String columnDefinition(QualifiedName table, Column column) {
        String head = name(column.name()) + " " + type(column);
        String nullability = !column.nullable() ? " NOT NULL" : writesNull() ? " NULL" : "";
        String value = column.defaultValue();
        String byDefault = value == null ? "" : " " + defaultPrefix(table, column) + "DEFAULT " + value(value);
        return defaultComesFirst() ? head + byDefault + nullability : head + nullability + byDefault;
    }

    /** In parentheses unless it is a plain literal. */
    final String value(String value) {
        boolean simple = SIMPLE_VALUE.matcher(value).matches() || value.startsWith("(") && value.endsWith(")");
        return simple ? value : "(" + value + ")";
    }

    final String alter(QualifiedName table) {
        return "ALTER TABLE " + name(table) + " ";
    }

    final String alterColumn(QualifiedName table, Column column, String action) {
        return alter(table) + "ALTER COLUMN " + name(column.name()) + " " + action + ";";
    }

    final String name(QualifiedName name) {
        return dialect.quote(name);
    }

    final String name(String name) {
        return dialect.quote(name);
    }

    final String names(List<String> names) {
        return names.stream().map(this::name).collect(Collectors.joining(", ", "(", ")"));
    }

    final String check(String constraint, String condition) {
        return "ADD CONSTRAINT " + name(constraint) + " CHECK (" + condition + ")";
    }

    final String foreignKey(
            String constraint, List<String> columns, QualifiedName references, List<String> referencedColumns) {
        String target = referencedColumns.isEmpty() ? "" : " " + names(referencedColumns);
        return "ADD CONSTRAINT " + name(constraint) + " FOREIGN KEY " + names(columns) + " REFERENCES "
                + name(references) + target;
    }

    final String view(QualifiedName name, QualifiedName table, List<String> columns) {
        String list = columns.stream().map(this::name).collect(Collectors.joining(", "));
        return "CREATE VIEW " + name(name) + " AS SELECT " + list + " FROM " + name(table) + ";";
    }
}
