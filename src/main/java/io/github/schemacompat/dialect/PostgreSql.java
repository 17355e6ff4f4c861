package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PostgreSQL. */
final class PostgreSql extends Dialect {
    private static final PostgreSqlTypes TYPES = new PostgreSqlTypes();
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]*");

    PostgreSql() {
        super("postgresql", "PostgreSQL", IdentifierCase.LOWER);
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.POSTGRESQL;
    }

    @Override
    public Separation separation() {
        return Separation.SEMICOLONS;
    }

    @Override
    public @Nullable String defaultSchema() {
        return "public";
    }

    @Override
    public String catalogName(String text, boolean quoted) {
        return MadeUpNames.limited(quoted ? text : text.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean overloadsRoutines() {
        return true;
    }

    @Override
    public boolean callsNameParameters() {
        return true;
    }

    @Override
    public boolean callsLeaveOutDefaults(String routineKind) {
        return true;
    }

    @Override
    public boolean triggersNamedPerTable() {
        return true;
    }

    @Override
    public boolean indexesNamedPerTable() {
        return false;
    }

    @Override
    public boolean fillsUpShortRows() {
        return true;
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
        return true;
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public ViewStar viewStar() {
        return ViewStar.FROZEN;
    }

    @Override
    public boolean viewsFollowRenames() {
        return true;
    }

    @Override
    public boolean replacedViewsOnlyAppend() {
        return true;
    }

    @Override
    public boolean redefinitionKeeps(ColumnProperty property) {
        return property != ColumnProperty.COLLATION;
    }

    @Override
    public DropColumnEffect dropColumnEffect(ColumnDependent dependent) {
        return switch (dependent) {
            case INDEX, EXPRESSION_INDEX, PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, CHECK_OF_SEVERAL, DEFAULT ->
                DropColumnEffect.DROPPED;
            case REFERENCING_FOREIGN_KEY, GENERATED_COLUMN, VIEW -> DropColumnEffect.REFUSED;
        };
    }

    @Override
    public @Nullable String madeUpName(ObjectKind kind, String table, List<String> columns, Predicate<String> taken) {
        return MadeUpNames.postgreSql(kind, table, columns, taken);
    }

    @Override
    public ColumnType canonical(ColumnType written) {
        return TYPES.canonical(written);
    }

    @Override
    Values values(Column column) {
        return TYPES.values(column);
    }

    @Override
    boolean needsQuotes(String catalogName) {
        return ReservedWords.POSTGRESQL.needsQuotes(catalogName, PLAIN_NAME);
    }

    @Override
    public FixSql fixSql() {
        return new PostgreSqlFixSql(this);
    }
}
