package io.github.schemacompat.dialect;

import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** H2. */
final class H2 extends Dialect {
    private static final H2Types TYPES = new H2Types();
    private static final Pattern UPPER_NAME = Pattern.compile("[A-Z_][A-Z0-9_]*");
    private static final Pattern LOWER_NAME = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern ANY_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    H2() {
        this(IdentifierCase.UPPER);
    }

    private H2(IdentifierCase identifierCase) {
        super("h2", "H2", identifierCase);
    }

    /** {@code DATABASE_TO_LOWER=TRUE}, {@code CASE_INSENSITIVE_IDENTIFIERS=TRUE}, {@code DATABASE_TO_UPPER=FALSE}. */
    @Override
    public List<IdentifierCase> identifierCases() {
        return List.of(
                IdentifierCase.UPPER, IdentifierCase.LOWER, IdentifierCase.INSENSITIVE, IdentifierCase.SENSITIVE);
    }

    @Override
    Dialect setTo(IdentifierCase wanted) {
        return new H2(wanted);
    }

    @Override
    public LexicalRules lexicalRules() {
        return LexicalRules.H2;
    }

    @Override
    public Separation separation() {
        return Separation.COMPOUND_STATEMENTS;
    }

    @Override
    public @Nullable String defaultSchema() {
        return identifierCase() == IdentifierCase.LOWER ? "public" : "PUBLIC";
    }

    @Override
    public String catalogName(String text, boolean quoted) {
        return switch (identifierCase()) {
            case UPPER, INSENSITIVE -> quoted ? text : text.toUpperCase(Locale.ROOT);
            case LOWER -> quoted ? text : text.toLowerCase(Locale.ROOT);
            case SENSITIVE -> text;
        };
    }

    @Override
    public String key(String catalogName) {
        return identifierCase() == IdentifierCase.INSENSITIVE ? catalogName.toUpperCase(Locale.ROOT) : catalogName;
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
    public boolean writesThroughViews() {
        return false;
    }

    @Override
    public boolean viewsFollowRenames() {
        return true;
    }

    @Override
    public boolean viewsKeepOldNames() {
        return true;
    }

    @Override
    public boolean replacedViewsOnlyAppend() {
        return false;
    }

    @Override
    public boolean redefinitionKeeps(ColumnProperty property) {
        return switch (property) {
            case NULLABILITY, POSITION -> true;
            default -> false;
        };
    }

    @Override
    public DropColumnEffect dropColumnEffect(ColumnDependent dependent) {
        return switch (dependent) {
            case INDEX, EXPRESSION_INDEX, PRIMARY_KEY, UNIQUE, FOREIGN_KEY, REFERENCING_FOREIGN_KEY, CHECK, DEFAULT ->
                DropColumnEffect.DROPPED;
            case CHECK_OF_SEVERAL, GENERATED_COLUMN, VIEW -> DropColumnEffect.REFUSED;
        };
    }

    @Override
    public @Nullable String madeUpName(ObjectKind kind, String table, List<String> columns, Predicate<String> taken) {
        return MadeUpNames.h2(kind, table, taken);
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
        return ReservedWords.H2.needsQuotes(catalogName, plainName());
    }

    private Pattern plainName() {
        return switch (identifierCase()) {
            case UPPER -> UPPER_NAME;
            case LOWER -> LOWER_NAME;
            case INSENSITIVE, SENSITIVE -> ANY_NAME;
        };
    }

    @Override
    public FixSql fixSql() {
        return new StandardFixSql(this, false);
    }
}
