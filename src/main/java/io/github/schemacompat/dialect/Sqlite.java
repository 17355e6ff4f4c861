package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQLite. */
final class Sqlite extends Dialect {
    private static final SqliteTypes TYPES = new SqliteTypes();
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    Sqlite() {
        super("sqlite", "SQLite", IdentifierCase.INSENSITIVE);
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.SQLITE;
    }

    @Override
    public Separation separation() {
        return Separation.COMPOUND_STATEMENTS;
    }

    @Override
    public @Nullable String defaultSchema() {
        return "main";
    }

    @Override
    public String catalogName(String text, boolean quoted) {
        return text;
    }

    @Override
    public String key(String catalogName) {
        return catalogName.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean overloadsRoutines() {
        return false;
    }

    @Override
    public boolean triggersNamedPerTable() {
        return false;
    }

    @Override
    public boolean indexesNamedPerTable() {
        return false;
    }

    @Override
    public boolean nullsEqualInUnique() {
        return false;
    }

    @Override
    public boolean olderForeignKeysActFirst() {
        return true;
    }

    @Override
    public boolean dropIsRestricted() {
        return false;
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public ViewStar viewStar() {
        return ViewStar.LIVE;
    }

    @Override
    public boolean writesThroughViews() {
        return false;
    }

    @Override
    public boolean viewsLookNamesUpAgain() {
        return true;
    }

    @Override
    public boolean viewsFollowRenames() {
        return true;
    }

    @Override
    public boolean triggersFollowRenames() {
        return true;
    }

    @Override
    public boolean replacedViewsOnlyAppend() {
        return false;
    }

    @Override
    public boolean redefinitionKeeps(ColumnProperty property) {
        return true;
    }

    @Override
    public DropColumnEffect dropColumnEffect(ColumnDependent dependent) {
        return switch (dependent) {
            case CHECK, FOREIGN_KEY, DEFAULT -> DropColumnEffect.DROPPED;
            case REFERENCING_FOREIGN_KEY -> DropColumnEffect.LEFT_BROKEN;
            case INDEX, EXPRESSION_INDEX, PRIMARY_KEY, UNIQUE, CHECK_OF_SEVERAL, GENERATED_COLUMN, VIEW ->
                DropColumnEffect.REFUSED;
        };
    }

    @Override
    public @Nullable String madeUpName(ObjectKind kind, String table, List<String> columns, Predicate<String> taken) {
        return null;
    }

    @Override
    public ColumnType canonical(ColumnType written) {
        return TYPES.canonical(written);
    }

    /** One word for how the values are kept. */
    @Override
    public ColumnType typeOfCopy(ColumnType selected) {
        if (selected.isUnknown()) {
            return ColumnType.of("");
        }
        return ColumnType.of(
                switch (Affinity.of(selected.name())) {
                    case INTEGER -> "int";
                    case TEXT -> "text";
                    case REAL -> "real";
                    case NUMERIC -> "num";
                    case BLOB -> "";
                });
    }

    @Override
    Values values(Column column) {
        return TYPES.values(column);
    }

    @Override
    boolean needsQuotes(String catalogName) {
        return ReservedWords.SQLITE.needsQuotes(catalogName, PLAIN_NAME);
    }

    @Override
    public FixSql fixSql() {
        return new SqliteFixSql(this);
    }
}
