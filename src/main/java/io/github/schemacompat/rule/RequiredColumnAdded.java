package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.FixSql;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.UserType;
import java.util.List;
import java.util.Optional;

/** A released table gets a column that old releases would have to fill. */
final class RequiredColumnAdded implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "required-column-added",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A table that a supported release writes gets a NOT NULL column that has no default.",
                    "The release that is still running doesn't know the column, so its INSERTs leave it out and are refused.",
                    "Add the column nullable or with a default; make it NOT NULL in a later release, when every supported release fills it.")
            .silentWhen(
                    "The column is nullable, or has a default (`DEFAULT NULL` is none).",
                    "The engine makes a value: an identity, a sequence, a generated column, NEWID(), a trigger that fills it before the INSERT.",
                    "The table is new.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        ObjectPath table = ObjectPath.table(difference.path().owner());
        String member = difference.path().member();
        if (!(difference.after() instanceof Column column)
                || member == null
                || !OmittedValue.isDemanded(
                        column, situation.dialect(), situation.state().types())) {
            return Optional.empty();
        }
        if (situation.isFilled(table.owner(), situation.dialect().key(column.name()), "insert")) {
            return Optional.empty();
        }
        List<Break> breaks =
                situation.breaks(table, Users.WRITERS, contract -> !contract.knowsColumn(table.owner(), member));
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        QualifiedName name = situation.tableName(table.owner());
        FixSql sql = situation.dialect().fixSql();
        boolean typeRefusesNull = refusesNull(column.type().name(), situation);
        return Optional.of(new Verdict(
                INFO.severity(),
                "Column " + difference.name() + (difference.before() == null ? " is added" : " is made")
                        + " NOT NULL without a default",
                "INSERTs of " + Users.releases(breaks) + " don't name it and are refused.",
                typeRefusesNull
                        ? "Give it a default, or a type that allows NULL until every supported release fills it."
                        : Fix.of(
                                "Give it a default ("
                                        + sql.addColumnWithDefault(name, column, SampleValue.of(column.type()))
                                        + "), or let it be nullable until every supported release fills it:",
                                sql.addNullableColumn(name, column)),
                breaks));
    }

    /** A domain or alias type that is NOT NULL by itself. */
    private static boolean refusesNull(String type, Situation situation) {
        String key = situation.dialect().key(type);
        return situation.state().types().values().stream()
                .filter(UserType::notNull)
                .anyMatch(own -> key.equals(situation.dialect().key(own.name().name()))
                        || key.equals(situation.dialect().key(own.name().toString())));
    }
}
