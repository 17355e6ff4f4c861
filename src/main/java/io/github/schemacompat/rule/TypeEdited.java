package io.github.schemacompat.rule;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A released type is something else. */
final class TypeEdited implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "type-edited",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A table, composite or user type that a supported release names changes.",
                    "The release that is still running passes values of the old form: those calls fail.",
                    "Create a new type beside it, under the next versioned name (IdList_2).")
            .silentWhen("A relaxed domain.", "Only white space, comments or case differ.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks =
                situation.breaks(difference.path(), TypeUsers.of(difference.before(), situation.dialect()));
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        QualifiedName name = VersionedNames.of(difference.before());
        QualifiedName next =
                name == null ? null : situation.versions(ObjectKind.TYPE).next(name);
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "Statements of " + Users.releases(breaks) + " that pass values of the old form fail.",
                "Leave the type as it is and create " + (next == null ? "a new one" : situation.written(next))
                        + " beside it.",
                breaks));
    }
}
