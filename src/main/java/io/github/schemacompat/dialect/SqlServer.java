package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL Server. */
final class SqlServer extends Dialect {
    private static final SqlServerTypes TYPES = new SqlServerTypes();
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_@$#]*");

    /** The rows of a trigger and of OUTPUT, whatever the collation. */
    private static final Set<String> ROWS = Set.of("inserted", "deleted");

    SqlServer() {
        this(IdentifierCase.INSENSITIVE);
    }

    private SqlServer(IdentifierCase identifierCase) {
        super("sqlserver", "SQL Server", identifierCase);
    }

    /** As the collation of the database has it. */
    @Override
    public List<IdentifierCase> identifierCases() {
        return List.of(IdentifierCase.INSENSITIVE, IdentifierCase.SENSITIVE);
    }

    @Override
    Dialect setTo(IdentifierCase wanted) {
        return new SqlServer(wanted);
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.SQL_SERVER;
    }

    @Override
    public Separation separation() {
        return Separation.GO_BATCHES;
    }

    @Override
    public @Nullable String defaultSchema() {
        return "dbo";
    }

    @Override
    public String catalogName(String text, boolean quoted) {
        return text;
    }

    @Override
    public String key(String catalogName) {
        String folded = catalogName.toLowerCase(Locale.ROOT);
        return identifierCase() == IdentifierCase.SENSITIVE && !ROWS.contains(folded) ? catalogName : folded;
    }

    @Override
    public boolean overloadsRoutines() {
        return false;
    }

    @Override
    public boolean callsNameParameters() {
        return true;
    }

    /** Functions are called with every argument or the word DEFAULT. */
    @Override
    public boolean callsLeaveOutDefaults(String routineKind) {
        return routineKind.equals("procedure");
    }

    @Override
    public boolean triggersNamedPerTable() {
        return false;
    }

    @Override
    public boolean indexesNamedPerTable() {
        return true;
    }

    @Override
    public boolean nullsEqualInUnique() {
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
        return ViewStar.FROZEN_UNTIL_REFRESH;
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

    /** A column that doesn't say NULL or NOT NULL is nullable under the ANSI defaults that every driver sets. */
    @Override
    public boolean redefinitionKeeps(ColumnProperty property) {
        return property != ColumnProperty.NULLABILITY && property != ColumnProperty.COLLATION;
    }

    @Override
    public DropColumnEffect dropColumnEffect(ColumnDependent dependent) {
        return dependent == ColumnDependent.VIEW ? DropColumnEffect.LEFT_BROKEN : DropColumnEffect.REFUSED;
    }

    /** They end in random digits. */
    @Override
    public @Nullable String madeUpName(ObjectKind kind, String table, List<String> columns, Predicate<String> taken) {
        return null;
    }

    @Override
    public ColumnType canonical(ColumnType written) {
        return TYPES.canonical(written);
    }

    @Override
    public boolean readsAlike(ColumnType before, ColumnType after) {
        return TYPES.readsAlike(before, after);
    }

    @Override
    Values values(Column column) {
        return TYPES.values(column);
    }

    @Override
    boolean needsQuotes(String catalogName) {
        return ReservedWords.SQL_SERVER.needsQuotes(catalogName, PLAIN_NAME);
    }

    @Override
    String inQuotes(String catalogName) {
        return "[" + catalogName.replace("]", "]]") + "]";
    }

    @Override
    public FixSql fixSql() {
        return new SqlServerFixSql(this);
    }
}
