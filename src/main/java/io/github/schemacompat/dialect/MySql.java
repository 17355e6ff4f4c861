package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.TextDefault;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MySQL, and what MariaDB has in common with it. */
class MySql extends Dialect {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    /** What MySQL leaves of a column's name where it has to put a number behind it. */
    private static final int NUMBERED_BYTES = 30;

    private final MySqlTypes types;
    private final ReservedWords reservedWords;
    private final boolean notEnforcedChecks;

    /** Null where the project doesn't say it, so that it may be either. */
    private final @Nullable IdentifierCase said;

    MySql(@Nullable IdentifierCase said) {
        this("mysql", "MySQL", new MySqlTypes(false), ReservedWords.MYSQL, true, said);
    }

    MySql(
            String id,
            String displayName,
            MySqlTypes types,
            ReservedWords reservedWords,
            boolean notEnforcedChecks,
            @Nullable IdentifierCase said) {
        super(id, displayName, said == null ? IdentifierCase.INSENSITIVE : said);
        this.said = said;
        this.types = types;
        this.reservedWords = reservedWords;
        this.notEnforcedChecks = notEnforcedChecks;
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.MYSQL;
    }

    @Override
    public Separation separation() {
        return Separation.DELIMITERS;
    }

    @Override
    public @Nullable String defaultSchema() {
        return null;
    }

    @Override
    public String catalogName(String text, boolean quoted) {
        return text;
    }

    @Override
    public String key(String catalogName) {
        return catalogName.toLowerCase(Locale.ROOT);
    }

    /** {@code lower_case_table_names} is 1 or 2, or 0, as by default on Linux. */
    @Override
    public List<IdentifierCase> identifierCases() {
        return List.of(IdentifierCase.INSENSITIVE, IdentifierCase.SENSITIVE);
    }

    @Override
    Dialect setTo(IdentifierCase wanted) {
        return new MySql(wanted);
    }

    /** Columns, indexes and routines are told without case on every server. */
    @Override
    String objectKey(String catalogName) {
        return identifierCase() == IdentifierCase.SENSITIVE ? catalogName : key(catalogName);
    }

    @Override
    public boolean serversMindCaseOfTables() {
        return said == null;
    }

    @Override
    public Column converted(Column column, TextDefault to) {
        return types.converted(column, to);
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
        return true;
    }

    @Override
    public boolean nullsEqualInUnique() {
        return false;
    }

    @Override
    public boolean dropIsRestricted() {
        return false;
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    /** All character sets do by default but for the binary one. */
    @Override
    public boolean ignoresCase(Column column) {
        String collation = column.collation();
        return collation == null ? !"binary".equals(column.charset()) : collation.endsWith("_ci");
    }

    @Override
    public ViewStar viewStar() {
        return ViewStar.FROZEN;
    }

    @Override
    public boolean cascadesFireTriggers() {
        return false;
    }

    @Override
    public boolean viewsFollowRenames() {
        return false;
    }

    @Override
    public boolean replacedViewsOnlyAppend() {
        return false;
    }

    /** MODIFY and CHANGE write the whole column. */
    @Override
    public boolean redefinitionKeeps(ColumnProperty property) {
        return property == ColumnProperty.POSITION;
    }

    @Override
    public DropColumnEffect dropColumnEffect(ColumnDependent dependent) {
        return switch (dependent) {
            case INDEX, PRIMARY_KEY, UNIQUE -> DropColumnEffect.SHRUNK;
            case CHECK, DEFAULT -> DropColumnEffect.DROPPED;
            case VIEW -> DropColumnEffect.LEFT_BROKEN;
            case EXPRESSION_INDEX, FOREIGN_KEY, REFERENCING_FOREIGN_KEY, CHECK_OF_SEVERAL, GENERATED_COLUMN ->
                DropColumnEffect.REFUSED;
        };
    }

    @Override
    public @Nullable String madeUpName(ObjectKind kind, String table, List<String> columns, Predicate<String> taken) {
        return MadeUpNames.mySql(kind, table, columns, table + "_chk_", NUMBERED_BYTES, taken);
    }

    @Override
    public @Nullable Pattern renamedWithTable(String table) {
        return Pattern.compile(Pattern.quote(table) + "_(ibfk|chk)_\\d+");
    }

    @Override
    public ColumnType canonical(ColumnType written) {
        return types.canonical(written);
    }

    @Override
    Values values(Column column) {
        return types.values(column);
    }

    @Override
    boolean needsQuotes(String catalogName) {
        return reservedWords.needsQuotes(catalogName, PLAIN_NAME);
    }

    @Override
    String inQuotes(String catalogName) {
        return "`" + catalogName.replace("`", "``") + "`";
    }

    @Override
    public FixSql fixSql() {
        return new MySqlFixSql(this, notEnforcedChecks);
    }
}
