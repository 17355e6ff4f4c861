package io.github.schemacompat.rule;

import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A released sequence, or the numbering of a released table, can give out numbers twice or runs dry earlier. */
final class SequenceChanged implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "sequence-changed",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A sequence or identity column that a supported release draws numbers from starts again, goes in smaller steps, runs in a circle or ends earlier.",
                    "Numbers are given out twice, or none is left: INSERTs of the release that is still running fail. One that keeps a pool of numbers counts on the size of the step.",
                    "Leave the sequence as it is, or let it go on at a higher number.")
            .silentWhen("A higher restart or maximum, another cache or owner.");

    /** A number that is worked out from the highest one there is. */
    private static final Pattern HIGHEST = Pattern.compile("(?i)\\bMAX\\b");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.WRITERS);
        String how = breaks.isEmpty() ? null : how(difference);
        if (how == null) {
            return Optional.empty();
        }
        boolean ofTable = difference.path().kind() == ObjectKind.TABLE;
        return Optional.of(new Verdict(
                INFO.severity(),
                (ofTable ? "The numbering of table " + difference.name() : "Sequence " + difference.name()) + " " + how,
                "INSERTs of " + Users.releases(breaks) + " can get a number that was given out, or none.",
                "Leave it as it is, or let it go on at a higher number.",
                breaks));
    }

    /** What makes it unsafe, or null. */
    private static @Nullable String how(Difference difference) {
        if (!difference.trail().isEmpty()
                && difference.trail().get(0) instanceof SchemaChange.NumberingRestarted restarted) {
            // the table's rows are not known: only what begins at the beginning is surely too low
            boolean behindTheRows = HIGHEST.matcher(restarted.value()).find();
            return number(restarted.value(), 0) <= 1 && !behindTheRows ? "starts again at " + restarted.value() : null;
        }
        if (difference.before() instanceof Sequence before && difference.after() instanceof Sequence after) {
            return how(before, after, difference);
        }
        return null;
    }

    private static @Nullable String how(Sequence before, Sequence after, Difference difference) {
        long oldStep = number(before.options().get("increment"), 1);
        long step = number(after.options().get("increment"), 1);
        if (Long.signum(oldStep) != Long.signum(step) || Math.abs(step) < Math.abs(oldStep)) {
            return "goes in steps of " + step + " instead of " + oldStep;
        }
        if ("true".equals(after.options().get("cycle"))
                && !"true".equals(before.options().get("cycle"))) {
            return "begins again when it has come to its end (CYCLE)";
        }
        boolean up = step > 0;
        String limit = up ? "maxvalue" : "minvalue";
        long oldEnd = number(before.options().get(limit), up ? Long.MAX_VALUE : Long.MIN_VALUE);
        long end = number(after.options().get(limit), up ? Long.MAX_VALUE : Long.MIN_VALUE);
        if (up ? end < oldEnd : end > oldEnd) {
            return "ends at " + end;
        }
        return restarted(before, after, up, difference);
    }

    private static @Nullable String restarted(Sequence before, Sequence after, boolean up, Difference difference) {
        long start = number(before.options().get("start"), 1);
        long known = number(before.options().get("restart"), start);
        boolean madeAnew = before.ownedBy() == null
                && after.ownedBy() == null
                && difference.trail().stream().anyMatch(SchemaChange.Dropped.class::isInstance);
        if (madeAnew) {
            long first = number(after.options().get("start"), 1);
            return (up ? first > known : first < known) ? null : "is made anew and starts again at " + first;
        }
        String restart = after.options().get("restart");
        if (restart == null || restart.equals(before.options().get("restart"))) {
            return null;
        }
        long next = number(restart, start);
        return (up ? next > known : next < known) ? null : "starts again at " + next;
    }

    /** What the text says, or the other number if it says none. */
    private static long number(@Nullable String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
