package io.github.schemacompat.rule;

import io.github.schemacompat.schema.Parameter;
import io.github.schemacompat.schema.Routine;
import java.util.List;
import java.util.Optional;

/** A new overload fits calls of a released routine as well as the routine itself does. */
final class RoutineOverloadAmbiguous implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "routine-overload-ambiguous",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A new overload with defaults fits calls of a routine that a supported release calls.",
                    "The engine can't choose between the two: calls of the release that is still running fail with 'is not unique'.",
                    "Give the new routine another name, or give its new parameters no default.")
            .silentWhen("The new overload has no defaults, or other types, so that no old call fits both.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        if (!situation.dialect().overloadsRoutines() || !(difference.after() instanceof Routine added)) {
            return Optional.empty();
        }
        for (Routine old : situation.released().routines().values()) {
            List<Break> breaks = situation.contracts().stream()
                    .filter(contract -> contract.routines().contains(old))
                    .map(contract -> Users.CALLERS.of(contract.release()))
                    .toList();
            if (!breaks.isEmpty()
                    && situation.state().routines().containsValue(old)
                    && isAmbiguous(old, added, situation)) {
                return Optional.of(new Verdict(
                        INFO.severity(),
                        "The new overload " + signature(added) + " fits calls of " + signature(old) + " too",
                        "Calls of " + Users.releases(breaks) + " fail: the engine can't choose between the two.",
                        "Give it another name, or no default where the old one has no parameter.",
                        breaks));
            }
        }
        return Optional.empty();
    }

    private static boolean isAmbiguous(Routine old, Routine added, Situation situation) {
        boolean sameName = situation
                .dialect()
                .key(old.name(), situation.dialect().defaultSchema())
                .equals(situation
                        .dialect()
                        .key(added.name(), situation.dialect().defaultSchema()));
        List<Parameter> one = inputs(old);
        List<Parameter> other = inputs(added);
        if (!sameName || !old.routineKind().equals(added.routineKind())) {
            return false;
        }
        for (int count = 0; count <= Math.min(one.size(), other.size()); count++) {
            if (canBeCalledWith(count, one) && canBeCalledWith(count, other) && sameTypes(count, one, other)) {
                return true;
            }
        }
        return false;
    }

    private static List<Parameter> inputs(Routine routine) {
        return routine.parameters().stream()
                .filter(parameter -> !parameter.mode().equals("out"))
                .toList();
    }

    private static boolean canBeCalledWith(int count, List<Parameter> parameters) {
        return parameters.stream().skip(count).allMatch(Parameter::hasDefault)
                && parameters.stream().noneMatch(parameter -> parameter.mode().equals("variadic"));
    }

    private static boolean sameTypes(int count, List<Parameter> one, List<Parameter> other) {
        for (int i = 0; i < count; i++) {
            if (!one.get(i).type().equals(other.get(i).type())) {
                return false;
            }
        }
        return true;
    }

    private static String signature(Routine routine) {
        return routine.name().name() + "("
                + String.join(
                        ", ",
                        inputs(routine).stream()
                                .map(each -> each.type() + (each.hasDefault() ? " DEFAULT …" : ""))
                                .toList())
                + ")";
    }
}
