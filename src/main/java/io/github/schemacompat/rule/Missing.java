package io.github.schemacompat.rule;

import io.github.schemacompat.change.Origin;
import io.github.schemacompat.rule.StateJudge.Found;
import io.github.schemacompat.schema.Routine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for what a release misses in an older database: the same differences, told from the other end. */
final class Missing {
    private Missing() {}

    /** @param origin what brought it later, or null */
    static Finding finding(Found found, @Nullable Origin origin, @Nullable String history) {
        Difference difference = found.difference();
        Difference told = new Difference(
                difference.kind(),
                difference.path(),
                difference.name(),
                difference.before(),
                difference.after(),
                difference.newPath(),
                origin,
                List.of(),
                difference.phase(),
                difference.cause());
        String message = subject(difference) + " " + state(difference);
        String brought = origin == null
                ? "A later migration changes it."
                : origin.script().path() + " changes it, which this database has not run yet.";
        Verdict verdict = new Verdict(
                found.verdict().severity(),
                message,
                "The release counts on the schema that it shipped with. " + brought,
                "Migrate the database before this release starts, and don't go back to an older database while it runs.",
                found.verdict().breaks());
        return new Found(found.rule(), told, verdict, List.of())
                .finding(verdict.severity(), history, List.of(), null)
                .withoutAllow();
    }

    private static String subject(Difference difference) {
        String label = difference.before() instanceof Routine routine
                ? routine.routineKind()
                : difference.path().kind().label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1) + " " + difference.name();
    }

    private static String state(Difference difference) {
        if (difference.after() == null) {
            return "is not there yet";
        }
        if (difference.before() == null) {
            return switch (difference.kind()) {
                case COLUMN_ADDED, COLUMN_MADE_REQUIRED -> "is still there, and needs a value";
                case COLUMN_INSERTED, COLUMN_SHOWN -> "is still there, before columns that the release knows";
                default -> "is still there";
            };
        }
        return switch (difference.kind()) {
            case COLUMN_MADE_REQUIRED -> "is still NOT NULL";
            case COLUMN_MADE_NULLABLE -> "can still be NULL";
            case COLUMN_DEFAULT_DROPPED -> "has no default yet";
            case COLUMN_TYPE_NARROWED, COLUMN_TYPE_CHANGED, COLUMN_TYPE_WIDENED, COLUMN_TYPE_LONGER ->
                "still has its older type";
            case VIEW_EDITED, ROUTINE_EDITED, TRIGGER_EDITED, TRIGGER_FUNCTION_EDITED, TYPE_EDITED ->
                "still has its older definition";
            default -> "is still as it was";
        };
    }
}
