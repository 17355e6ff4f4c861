package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HSQLDB. */
final class Hsqldb extends Dialect {
    private static final HsqldbTypes TYPES = new HsqldbTypes();
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Z][A-Z0-9_]*");

    Hsqldb() {
        super("hsqldb", "HSQLDB", IdentifierCase.UPPER);
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.HSQLDB;
    }

    @Override
    public Separation separation() {
        return Separation.COMPOUND_STATEMENTS;
    }

    @Override
    public @Nullable String defaultSchema() {
        return "PUBLIC";
    }

    @Override
    public boolean overloadsRoutines() {
        return true;
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
    public boolean dropIsRestricted() {
        return true;
    }

    @Override
    public boolean transactionalDdl() {
        return false;
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
    public boolean bodiesKeepTheirMeaning() {
        return true;
    }

    @Override
    public boolean replacedViewsOnlyAppend() {
        return false;
    }

    /** A column that is written anew is numbered no longer. */
    @Override
    public boolean redefinitionKeeps(ColumnProperty property) {
        return property != ColumnProperty.IDENTITY;
    }

    @Override
    public DropColumnEffect dropColumnEffect(ColumnDependent dependent) {
        return switch (dependent) {
            case INDEX, EXPRESSION_INDEX, PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, DEFAULT -> DropColumnEffect.DROPPED;
            case CHECK_OF_SEVERAL, REFERENCING_FOREIGN_KEY, GENERATED_COLUMN, VIEW -> DropColumnEffect.REFUSED;
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

    @Override
    Values values(Column column) {
        return TYPES.values(column);
    }

    @Override
    boolean needsQuotes(String catalogName) {
        return ReservedWords.HSQLDB.needsQuotes(catalogName, PLAIN_NAME);
    }

    @Override
    public FixSql fixSql() {
        return new StandardFixSql(this, true);
    }
}
