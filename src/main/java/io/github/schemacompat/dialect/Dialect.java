package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.TextDefault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to an engine and needs no parsing: its lexical rules, its names, its types, and the SQL that fixes
 * offer.
 */
public abstract class Dialect {
    public static final Dialect SQL_SERVER = new SqlServer();
    public static final Dialect POSTGRESQL = new PostgreSql();
    public static final Dialect MYSQL = new MySql(null);
    public static final Dialect MARIADB = new MariaDb(null);
    public static final Dialect ORACLE = new Oracle();
    public static final Dialect DB2 = new Db2();
    public static final Dialect H2 = new H2();
    public static final Dialect HSQLDB = new Hsqldb();
    public static final Dialect SQLITE = new Sqlite();

    /** Every dialect, in the order in which documentation lists them. */
    public static final List<Dialect> ALL =
            List.of(SQL_SERVER, POSTGRESQL, MYSQL, MARIADB, ORACLE, H2, HSQLDB, SQLITE, DB2);

    private final String id;
    private final String displayName;
    private final IdentifierCase identifierCase;

    Dialect(String id, String displayName, IdentifierCase identifierCase) {
        this.id = id;
        this.displayName = displayName;
        this.identifierCase = identifierCase;
    }

    /** The dialect of that id, as the parameter {@code dialect} takes it; upper and lower case are one. */
    public static Optional<Dialect> byId(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        return ALL.stream().filter(dialect -> dialect.id.equals(wanted)).findFirst();
    }

    /** {@code sqlserver}, {@code postgresql} …: the value of the parameter {@code dialect}. */
    public final String id() {
        return id;
    }

    /** The engine's name in sentences: SQL Server, PostgreSQL … */
    public final String displayName() {
        return displayName;
    }

    /** Whether it is that engine, whatever its servers make of the case of names. */
    public final boolean is(Dialect engine) {
        return id.equals(engine.id);
    }

    /** What the case of names means here. */
    public final IdentifierCase identifierCase() {
        return identifierCase;
    }

    /** What servers of this engine can be set to make of the case of names, the engine's own default first. */
    public List<IdentifierCase> identifierCases() {
        return List.of(identifierCase);
    }

    /**
     * The same engine on a server that is set to this.
     *
     * @param wanted one of {@link #identifierCases}
     * @throws IllegalArgumentException if no server can be set to it
     */
    public final Dialect with(IdentifierCase wanted) {
        if (!identifierCases().contains(wanted)) {
            throw new IllegalArgumentException(displayName + " can't be set to " + wanted.id());
        }
        return setTo(wanted);
    }

    /** The same engine, set to one of {@link #identifierCases}. */
    Dialect setTo(IdentifierCase wanted) {
        return this;
    }

    public abstract LexicalRules lexicalRules();

    public abstract Separation separation();

    /** The schema of names that are written without one, or null where there is none until a script says USE. */
    public abstract @Nullable String defaultSchema();

    /** The name as the catalog holds it: an unquoted name folded as the engine folds it. */
    public String catalogName(String text, boolean quoted) {
        return quoted ? text : text.toUpperCase(Locale.ROOT);
    }

    /** What two names must have in common to be one name. */
    public String key(String catalogName) {
        return catalogName;
    }

    /** The same for a table, view, trigger or another object that is no routine, where it differs. */
    String objectKey(String catalogName) {
        return key(catalogName);
    }

    /** Folded qualified name, the default schema left out; for routines see {@link #routineKey}. */
    public final String key(QualifiedName name, @Nullable String defaultSchema) {
        return key(name.schema(), objectKey(name.name()), defaultSchema);
    }

    /** {@link #key(QualifiedName, String)} for a procedure or function. */
    public final String routineKey(QualifiedName name, @Nullable String defaultSchema) {
        return key(name.schema(), key(name.name()), defaultSchema);
    }

    private String key(@Nullable String schema, String ownKey, @Nullable String defaultSchema) {
        String own = QualifiedName.quoted(ownKey);
        if (schema == null || defaultSchema != null && key(schema).equals(key(defaultSchema))) {
            return own;
        }
        return QualifiedName.quoted(key(schema)) + "." + own;
    }

    /** Whether several routines of one name can live side by side, told apart by argument types. */
    public abstract boolean overloadsRoutines();

    /** Whether a call may say which parameter an argument is for, so that their names are part of the signature. */
    public boolean callsNameParameters() {
        return false;
    }

    /**
     * Whether a call may leave out a parameter with a default.
     *
     * @param routineKind {@code procedure}, {@code function} …
     */
    public boolean callsLeaveOutDefaults(String routineKind) {
        return false;
    }

    /** Whether procedures that share a name are told apart by the number of their parameters, whatever their types. */
    public boolean overloadsProceduresByCount() {
        return false;
    }

    /** Whether a trigger's name belongs to its table and not to its schema. */
    public abstract boolean triggersNamedPerTable();

    /** Whether an index's name belongs to its table and not to its schema. */
    public abstract boolean indexesNamedPerTable();

    /** Whether an INSERT that names no columns may give fewer values than the table has columns. */
    public boolean fillsUpShortRows() {
        return false;
    }

    /** Whether a unique index or constraint takes two NULLs for duplicates unless told otherwise. */
    public abstract boolean nullsEqualInUnique();

    /** Whether a unique key takes NULLs for equal beside other columns that have a value, and lets rows pass that have none. */
    public boolean nullsEqualBesideValues() {
        return false;
    }

    /** Whether an empty string is NULL. */
    public boolean emptyStringIsNull() {
        return false;
    }

    /** Whether {@code DROP VIEW/TABLE/COLUMN} is refused while other objects need it, unless CASCADE is said. */
    public abstract boolean dropIsRestricted();

    /**
     * The column after the whole table was converted to another character set.
     *
     * @param to what the table has from now on
     */
    public Column converted(Column column, TextDefault to) {
        return column.withCharset(to.charset(), to.collation());
    }

    /**
     * Whether most servers tell tables by the case of their names, although scripts of the same engine are written for others
     * too, and the project doesn't say which: {@link #key} doesn't mind it, but a table that changes it is another one to who
     * runs there.
     */
    public boolean serversMindCaseOfTables() {
        return false;
    }

    /** Whether a script's DDL is undone if its transaction fails or is rolled back. */
    public abstract boolean transactionalDdl();

    /** When a view's {@code SELECT *} becomes columns. */
    public abstract ViewStar viewStar();

    /** Whether views name tables and columns by their identity; a rename leaves them working, unless they keep old names. */
    public abstract boolean viewsFollowRenames();

    /**
     * Whether the text of a view, which is read anew each time, keeps the old names of what it follows: after a rename it
     * fails until something has the old name, although it still falls with the renamed table.
     */
    public boolean viewsKeepOldNames() {
        return false;
    }

    /**
     * Whether what the bodies of routines and triggers name is what it was when they were made: it can't be dropped, and
     * columns that come later don't count.
     */
    public boolean bodiesKeepTheirMeaning() {
        return false;
    }

    /** Whether texts of the column that differ in their case only are the same to a key. */
    public boolean ignoresCase(Column column) {
        return false;
    }

    /** Whether a rename is carried into the text of triggers. */
    public boolean triggersFollowRenames() {
        return false;
    }

    /** Whether the triggers of a table fire for rows that go along with the row that they refer to. */
    public boolean cascadesFireTriggers() {
        return true;
    }

    /** Whether a view's names without a table are looked for in all its tables again whenever one of them has changed. */
    public boolean viewsLookNamesUpAgain() {
        return false;
    }

    /** Whether rows can be written through a simple view that has no trigger for that. */
    public boolean writesThroughViews() {
        return true;
    }

    /** Whether CREATE OR REPLACE VIEW is refused unless the old columns keep name, order and type. */
    public abstract boolean replacedViewsOnlyAppend();

    /**
     * Whether a column that is written anew keeps what the statement doesn't repeat. What it doesn't keep becomes what it
     * would be in a CREATE TABLE: nullable, without default, the table's or database's collation. For PostgreSQL it is what
     * {@code ALTER COLUMN … TYPE} keeps.
     */
    public abstract boolean redefinitionKeeps(ColumnProperty property);

    /** What DROP COLUMN without CASCADE does about something that hangs on the column. */
    public abstract DropColumnEffect dropColumnEffect(ColumnDependent dependent);

    /**
     * The name that the engine gives to a constraint, index or sequence that a script leaves unnamed.
     *
     * @param kind PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION, INDEX, or SEQUENCE for a serial or identity column
     * @param table the table's own name as the catalog holds it
     * @param columns names of its columns in their order; for a check, those that it names; for a key of an index that is
     *     an expression, {@code expr} or the function's name
     * @param taken whether a name is in use where this one has to be unique (PostgreSQL: relations of the schema for keys,
     *     indexes and sequences, constraints of the table for the others; MySQL: indexes of the table, foreign keys and
     *     checks of the schema)
     * @return null where it can't be foretold
     */
    public abstract @Nullable String madeUpName(
            ObjectKind kind, String table, List<String> columns, Predicate<String> taken);

    /** Whether a check that is written at a column is a part of it: it has the column's name and goes and changes with it. */
    public boolean columnsOwnChecks() {
        return false;
    }

    /**
     * Whether of two foreign keys over the same columns the older one acts first, so that one that cascades leaves nothing for
     * a newer one to refuse.
     */
    public boolean olderForeignKeysActFirst() {
        return false;
    }

    /** Whether no other index is made for a foreign key whose columns lead an index that has them in descending order. */
    public boolean descendingIndexServesForeignKey() {
        return false;
    }

    /** Whether a foreign key is lost without a word if no index serves it when its table is written anew. */
    public boolean losesForeignKeyWithoutIndex() {
        return false;
    }

    /** Which of the names that the engine made up for a table's constraints follow a rename of the table; null for none. */
    public @Nullable Pattern renamedWithTable(String table) {
        return null;
    }

    /** The type in the one spelling that this project uses for it: synonyms resolved, default arguments filled in. */
    public abstract ColumnType canonical(ColumnType written);

    /** The type that a column of {@code CREATE TABLE … AS} gets from the column or expression that is selected. */
    public ColumnType typeOfCopy(ColumnType selected) {
        return selected;
    }

    /**
     * What becomes of a column's values and of its users. For an inline ENUM or SET, labels that are gone are NARROWED; new
     * ones, or another order, are WIDENED.
     *
     * @param before the old column, its type canonical
     * @param after the new column, its type canonical
     */
    public final TypeChange typeChange(Column before, Column after) {
        if (before.type().isUnknown() || after.type().isUnknown()) {
            return TypeChange.SAME;
        }
        Values old = values(before);
        Values changed = values(after);
        return old.equals(changed) ? TypeChange.SAME : old.changeTo(changed);
    }

    /**
     * Whether drivers read values of a wider type by the call that reads the old one: SQL Server's {@code text} and
     * {@code varchar(max)}. Only statements that know nothing but the old type mind the change.
     *
     * @param before canonical
     * @param after canonical
     */
    public boolean readsAlike(ColumnType before, ColumnType after) {
        return false;
    }

    /** What a column can hold. */
    abstract Values values(Column column);

    /** The name as it must be written in a statement of this engine: quoted only where it has to be. */
    public final String quote(String catalogName) {
        return needsQuotes(catalogName) ? inQuotes(catalogName) : catalogName;
    }

    abstract boolean needsQuotes(String catalogName);

    String inQuotes(String catalogName) {
        return '"' + catalogName.replace("\"", "\"\"") + '"';
    }

    /** The writer of the SQL that fixes offer. */
    public abstract FixSql fixSql();

    public final String quote(QualifiedName name) {
        String schema = name.schema();
        return schema == null ? quote(name.name()) : quote(schema) + "." + quote(name.name());
    }

    @Override
    public final String toString() {
        return id;
    }
}
