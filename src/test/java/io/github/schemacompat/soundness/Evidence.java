package io.github.schemacompat.soundness;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an engine can't show of the rules, and what breaks although no error says so, each with the reason. */
final class Evidence {
    /** Errors that are right although an engine takes what the application does. */
    static final Map<String, String> NOT_SHOWN = Map.of(
            "view-edited",
            "a convention: what is edited in place gives old readers other rows, or a restarted old instance edits it back",
            "routine-edited",
            "a convention, as for views",
            "row-security-added",
            "the owner of the database sees all rows",
            "column-collation-changed",
            "only words that the two collations order or compare otherwise show it",
            "primary-key-dropped",
            "where nothing upserts on it: duplicates come in unseen, and replication stops",
            "sequence-changed",
            "only when so many numbers were given out, or by pools that hand them out twice");

    /** Warnings and notes that may be about a break. */
    static final Map<String, String> WARNED = Map.of(
            "column-inserted",
            "only who goes by position minds",
            "column-default-changed",
            "old writers get another value, which is a value all the same",
            "column-default-dropped",
            "old writers get NULL where that is allowed",
            "column-type-widened",
            "every old value fits, and most drivers convert",
            "rows-overwritten",
            "who changes rows does it on purpose",
            "trigger-added",
            "nobody can tell what a trigger does to a row",
            "trigger-edited",
            "nobody can tell what a trigger does to a row",
            "trigger-dropped",
            "nobody can tell what a trigger did to a row",
            "unique-dropped",
            "only who upserts on it minds, and scripts don't show who does");

    /** What changes answers without a word: statements of a migration, with the reason. */
    private static final Map<Pattern, String> SILENT = Map.of(
            Pattern.compile("(?is).*\\bSET DEFAULT\\b.*"), "who left the column out got NULL before, or an error");

    private static final String MERGE_THROUGH_A_VIEW =
            "HSQLDB writes NULL into a computed column when it merges through a view";

    /** Why a break of these statements is no finding by design, or null. */
    static @Nullable String silentReason(Disagreements.Break broken, List<String> migration) {
        if (broken.use().kind() == Use.Kind.WRITE_BY_POSITION && isTooFewValues(broken.what())) {
            return "INSERT without names into a table that grew";
        }
        if (!broken.what().startsWith("the row")) {
            return null;
        }
        if (broken.use().steps().get(0).startsWith("MERGE")
                && migration.stream().anyMatch(statement -> statement.startsWith("CREATE VIEW"))) {
            return MERGE_THROUGH_A_VIEW;
        }
        return SILENT.entrySet().stream()
                .filter(each -> migration.stream()
                        .anyMatch(statement -> each.getKey().matcher(statement).matches()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private Evidence() {}

    /** RULES: a new column that may be left out is silent by design, although an INSERT without names then fails. */
    private static boolean isTooFewValues(String refusal) {
        return refusal.matches("(?i).*(column count|more target columns|values for|columns but).*");
    }
}
