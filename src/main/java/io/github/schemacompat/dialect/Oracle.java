package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Oracle. */
final class Oracle extends Dialect {
    private static final OracleTypes TYPES = new OracleTypes();
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Z][A-Z0-9_$#]*");

    Oracle() {
        super("oracle", "Oracle", IdentifierCase.UPPER);
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.ORACLE;
    }

    @Override
    public Separation separation() {
        return Separation.SLASH_LINES;
    }

    /** It is the user's own, whose name no script says. */
    @Override
    public @Nullable String defaultSchema() {
        return null;
    }

    /** Only within a package. */
    @Override
    public boolean overloadsRoutines() {
        return false;
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
    public boolean nullsEqualBesideValues() {
        return true;
    }

    @Override
    public boolean emptyStringIsNull() {
        return true;
    }

    @Override
    public boolean dropIsRestricted() {
        return false;
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
    public boolean viewsLookNamesUpAgain() {
        return true;
    }

    @Override
    public boolean viewsFollowRenames() {
        return false;
    }

    @Override
    public boolean replacedViewsOnlyAppend() {
        return false;
    }

    /** MODIFY changes what it names. */
    @Override
    public boolean redefinitionKeeps(ColumnProperty property) {
        return true;
    }

    /** A constraint over several columns has to go first, or with CASCADE CONSTRAINTS. */
    @Override
    public DropColumnEffect dropColumnEffect(ColumnDependent dependent) {
        return switch (dependent) {
            case INDEX, EXPRESSION_INDEX, PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, DEFAULT -> DropColumnEffect.DROPPED;
            case REFERENCING_FOREIGN_KEY, CHECK_OF_SEVERAL, GENERATED_COLUMN -> DropColumnEffect.REFUSED;
            case VIEW -> DropColumnEffect.LEFT_BROKEN;
        };
    }

    /** {@code SYS_C0012345}: the number is the engine's. */
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
        return ReservedWords.ORACLE.needsQuotes(catalogName, PLAIN_NAME);
    }

    @Override
    public FixSql fixSql() {
        return new OracleFixSql(this);
    }
}
