package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DB2 for Linux, UNIX and Windows. */
final class Db2 extends Dialect {
    private static final Db2Types TYPES = new Db2Types();
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Z@#$][A-Z0-9_@#$]*");

    Db2() {
        super("db2", "DB2", IdentifierCase.UPPER);
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.DB2;
    }

    @Override
    public Separation separation() {
        return Separation.TERMINATORS;
    }

    /** It is the user's own, whose name no script says. */
    @Override
    public @Nullable String defaultSchema() {
        return null;
    }

    /** Functions by the types of their arguments, procedures by their number. */
    @Override
    public boolean overloadsRoutines() {
        return true;
    }

    @Override
    public boolean overloadsProceduresByCount() {
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
        return false;
    }

    @Override
    public boolean indexesNamedPerTable() {
        return false;
    }

    /** Of indexes; columns of a unique constraint can't be NULL. */
    @Override
    public boolean nullsEqualInUnique() {
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
        return ViewStar.FROZEN;
    }

    @Override
    public boolean viewsFollowRenames() {
        return false;
    }

    @Override
    public boolean replacedViewsOnlyAppend() {
        return false;
    }

    /** ALTER COLUMN changes what it names. */
    @Override
    public boolean redefinitionKeeps(ColumnProperty property) {
        return true;
    }

    /** DROP COLUMN is CASCADE where nothing is said. */
    @Override
    public DropColumnEffect dropColumnEffect(ColumnDependent dependent) {
        return dependent == ColumnDependent.VIEW ? DropColumnEffect.LEFT_BROKEN : DropColumnEffect.DROPPED;
    }

    /** {@code SQL090801123456789}: made from the time. */
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
        return ReservedWords.DB2.needsQuotes(catalogName, PLAIN_NAME);
    }

    @Override
    public FixSql fixSql() {
        return new Db2FixSql(this);
    }
}
