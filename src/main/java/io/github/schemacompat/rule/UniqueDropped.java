package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Duplicates come in where old releases expect none. */
final class UniqueDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "unique-dropped",
                    Family.COMPAT,
                    Severity.WARNING,
                    "A unique constraint or unique index of a table that a supported release writes is dropped.",
                    "ON CONFLICT, MERGE and ON DUPLICATE KEY of the release that is still running rely on it.",
                    "Keep it until no supported release relies on it.")
            .silentWhen("Another key over the same columns stays, or comes in the same phase.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.WRITERS);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        List<String> upserting = upserting(difference, situation);
        if (!upserting.isEmpty()) {
            return Optional.of(new Verdict(
                    Severity.ERROR,
                    difference.sentence(),
                    "Upserts of " + Users.list(upserting) + ", which " + Users.releases(breaks)
                            + " may call, fail or write duplicates.",
                    "Keep a key over the same columns until no supported release relies on it.",
                    breaks));
        }
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence(),
                "Upserts of " + Users.releases(breaks) + " over these columns fail or write duplicates.",
                "Keep a key over the same columns until no supported release relies on it.",
                breaks));
    }

    /** The released routines, still as they were, that upsert over the columns of the key. */
    private static List<String> upserting(Difference difference, Situation situation) {
        String table = situation.provenance().currentTable(difference.path().owner());
        List<String> columns = columns(difference.before());
        if (table == null) {
            return List.of();
        }
        String keys = columns.stream()
                .map(situation.dialect()::key)
                .map(QualifiedName::quoted)
                .sorted()
                .collect(Collectors.joining(","));
        List<String> names = new ArrayList<>();
        situation.released().routines().forEach((key, routine) -> {
            Routine now = situation.state().routines().get(key);
            boolean same = now != null && now.definition().equals(routine.definition());
            boolean relies =
                    routine.uses().contains(table + ".!") || routine.uses().contains(table + ".!" + keys);
            if (same && relies) {
                names.add(routine.routineKind() + " " + situation.written(routine.name()));
            }
        });
        return names;
    }

    private static List<String> columns(@Nullable SchemaElement key) {
        if (key instanceof UniqueKey unique) {
            return unique.columns();
        }
        return key instanceof Index index ? index.columns() : List.of();
    }
}
