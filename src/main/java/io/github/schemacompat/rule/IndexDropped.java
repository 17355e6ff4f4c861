package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A released table is searched without an index. */
final class IndexDropped implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "index-dropped",
                    Family.COMPAT,
                    Severity.INFO,
                    "An index on a table that a supported release reads is dropped.",
                    "Queries of the release that is still running may become slow; full-text queries, and views and routines that ask for the index by name, fail.",
                    "Keep the index until no supported release needs it.")
            .silentWhen(
                    "Another index over the same columns is there at the end of the phase, and nothing asks for the old one by name.",
                    "No release has the index.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS);
        if (breaks.isEmpty()) {
            return Optional.empty();
        }
        List<String> asking = asking(difference, situation);
        if (!asking.isEmpty()) {
            return Optional.of(new Verdict(
                    Severity.ERROR,
                    difference.sentence(),
                    Users.capitalized(Users.list(asking)) + ", which " + Users.releases(breaks)
                            + " may use, asks for the index by name and fails without it.",
                    "Keep the index, by its name, until no supported release uses what asks for it.",
                    breaks));
        }
        if (difference.kind() == DifferenceKind.INDEX_REPLACED) {
            return Optional.empty();
        }
        boolean fulltext =
                difference.before() instanceof Index index && index.method().equals("fulltext");
        return Optional.of(new Verdict(
                fulltext ? Severity.ERROR : INFO.severity(),
                difference.sentence(),
                (fulltext
                        ? "Full-text queries of " + Users.releases(breaks) + " fail."
                        : "Queries of " + Users.releases(breaks) + " may become slow."),
                "Keep the index until no supported release needs it.",
                breaks));
    }

    /** What is there, as it was released, and names the index in a hint. */
    private static List<String> asking(Difference difference, Situation situation) {
        String table = situation.provenance().currentTable(difference.path().owner());
        if (table == null || !(difference.before() instanceof Index index)) {
            return List.of();
        }
        String hint = "#" + QualifiedName.quoted(situation.dialect().key(index.name()));
        List<String> names = new ArrayList<>();
        Schema state = situation.state();
        state.views().forEach((key, view) -> {
            if (situation.released().views().containsKey(key) && asks(view.uses(), hint, table)) {
                names.add("view " + ObjectNames.written(view.name(), situation.dialect()));
            }
        });
        state.routines().forEach((key, routine) -> {
            if (situation.released().routines().containsKey(key) && asks(routine.uses(), hint, table)) {
                names.add(routine.routineKind() + " " + ObjectNames.written(routine.name(), situation.dialect()));
            }
        });
        state.triggers().forEach((key, trigger) -> {
            boolean released = situation.released().triggers().containsKey(key);
            if (released && asks(trigger.uses(), hint, table)) {
                names.add("trigger " + ObjectNames.written(trigger.name(), situation.dialect()));
            }
        });
        return names;
    }

    private static boolean asks(SortedSet<String> uses, String hint, String table) {
        return uses.contains(hint) && uses.contains(table);
    }
}
