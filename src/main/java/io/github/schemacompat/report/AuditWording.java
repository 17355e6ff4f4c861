package io.github.schemacompat.report;

import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.AuditedHistory;
import io.github.schemacompat.result.Outcome;
import io.github.schemacompat.rule.Severity;

/** The sentences that the formats of an audit say alike. */
final class AuditWording {
    private AuditWording() {}

    /** How it ended. */
    static String verdict(AuditResult result) {
        if (result.outcome() == Outcome.NOT_CHECKED) {
            return "Not audited";
        }
        return result.count(Severity.ERROR) == 0
                ? "Every supported release runs on every database that it may meet"
                : "A supported release breaks on a database that it may meet";
    }

    /** How many of each kind of cell there are. */
    static String cells(AuditedHistory history) {
        int[] counts = new int[AuditedHistory.Verdict.values().length];
        for (AuditedHistory.Verdict[] row : history.matrix()) {
            for (AuditedHistory.Verdict cell : row) {
                counts[cell.ordinal()]++;
            }
        }
        return Wording.counted(history.releases().size(), "release") + " on "
                + Wording.counted(history.databases().size(), "database") + ": " + counts[0] + " run, " + counts[1]
                + " run with a warning, " + counts[2] + " break";
    }

    static String cell(AuditedHistory.Verdict verdict) {
        return switch (verdict) {
            case RUNS -> "runs";
            case WARNS -> "runs, watch";
            case BREAKS -> "breaks";
        };
    }

    /** When a deprecated object may go. */
    static String may(AuditedHistory.DeprecatedObject object) {
        if (object.goneIn() != null) {
            return "gone with " + object.goneIn();
        }
        if (object.canGoFrom() != null) {
            return "can go since " + object.canGoFrom() + (object.overdue() ? ", overdue" : "");
        }
        return object.after() == 0
                ? "can go with the next release"
                : "can go after " + Wording.counted(object.after(), "more release") + " with the mark";
    }
}
