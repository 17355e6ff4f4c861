package io.github.schemacompat.result;

import io.github.schemacompat.change.ReadingFigures;
import io.github.schemacompat.rule.Finding;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One history of scripts, audited. Indices count from zero.
 *
 * @param name null where there is only one
 * @param dialect its id
 * @param layout its id
 * @param baseline one line: where the releases were read from
 * @param detected what was guessed and from which hint, a line each
 * @param releases lowest first; the last one may be the one being built
 * @param databases the distinct schemas, in the order in which they came about
 * @param reasons why which release breaks, or has to be watched, on which databases
 * @param breaks what the reasons refer to
 * @param steps from each release to the next
 * @param deprecated the register of deprecated objects
 * @param suppressions everything that was accepted for a reason
 * @param scripts what was released, and whether it is unchanged
 */
public record AuditedHistory(
        @Nullable String name,
        String dialect,
        String layout,
        String baseline,
        List<String> detected,
        List<AuditedRelease> releases,
        List<Database> databases,
        List<Reason> reasons,
        List<Finding> breaks,
        List<Step> steps,
        List<DeprecatedObject> deprecated,
        List<Accepted> suppressions,
        List<Script> scripts) {
    public AuditedHistory {
        detected = List.copyOf(detected);
        releases = List.copyOf(releases);
        databases = List.copyOf(databases);
        reasons = List.copyOf(reasons);
        breaks = List.copyOf(breaks);
        steps = List.copyOf(steps);
        deprecated = List.copyOf(deprecated);
        suppressions = List.copyOf(suppressions);
        scripts = List.copyOf(scripts);
    }

    /**
     * An application release.
     *
     * @param database index of the database that it shipped with
     * @param supported whether it may still run
     * @param built whether it is the one being built, and not released yet
     * @param changes what it does to the schema, in plain words
     * @param figures how much of its own scripts was understood
     * @param notUnderstood what was not, a line each
     */
    public record AuditedRelease(
            String name,
            int database,
            boolean supported,
            boolean built,
            List<String> changes,
            ReadingFigures figures,
            List<String> notUnderstood) {
        public AuditedRelease {
            changes = List.copyOf(changes);
            notUnderstood = List.copyOf(notUnderstood);
        }
    }

    /**
     * A schema that databases have had.
     *
     * @param name the highest migration that ran before the deployment
     * @param afterScript path of the last script that ran
     * @param phase {@code pre} or {@code post}
     */
    public record Database(String name, String afterScript, String phase) {}

    /**
     * Why a release breaks on databases, or has to be watched there.
     *
     * @param release its index
     * @param from index of the first database
     * @param to index of the last one
     * @param finding index in {@link #breaks}
     * @param breaks whether it breaks, and is not only to be watched
     */
    public record Reason(int release, int from, int to, int finding, boolean breaks) {}

    /**
     * From a release to the next.
     *
     * @param rollback {@code safe}, {@code safe-until-post} or {@code unsafe}
     * @param script path of the first script that makes it so, or null where it is safe
     * @param finding index in {@link #breaks} of what that script does, or null
     */
    public record Step(
            String from,
            String to,
            String rollback,
            @Nullable String script,
            @Nullable Integer finding) {}

    /**
     * An object that a release said it no longer uses.
     *
     * @param object as people write it
     * @param kind what it is
     * @param since the release that said so first
     * @param because why
     * @param canGoFrom the first release whose scripts may drop it, or null if that release is still to come
     * @param after how many more releases have to carry the mark; 0 if it can go now
     * @param goneIn the release that dropped it, or null if it is still there
     * @param overdue whether it could have gone with a release that is out
     */
    public record DeprecatedObject(
            String object,
            String kind,
            String since,
            String because,
            @Nullable String canGoFrom,
            int after,
            @Nullable String goneIn,
            boolean overdue) {}

    /**
     * A finding that was accepted.
     *
     * @param rules which rules
     * @param target the object or the script that is meant, or null for whatever stands there
     * @param until its end as written, or null
     * @param state {@code live}, {@code past} (in a released script) or {@code expired}
     * @param file where it stands
     * @param line one-based
     */
    public record Accepted(
            List<String> rules,
            @Nullable String target,
            String because,
            @Nullable String until,
            String state,
            String file,
            int line) {
        public Accepted {
            rules = List.copyOf(rules);
        }
    }

    /**
     * A released script.
     *
     * @param path below the script root
     * @param release the first that had it
     * @param sha256 hash as it was released
     * @param unchanged whether it is there today as it was released
     * @param note what became of it, or null
     */
    public record Script(
            String path,
            String release,
            String sha256,
            boolean unchanged,
            @Nullable String note) {}

    /** How a release gets along with a database. */
    public enum Verdict {
        RUNS,
        /** It runs, but something has to be watched: {@code column-made-nullable}. */
        WARNS,
        BREAKS
    }

    /** Why a release breaks on databases, or has to be watched there; in the order in which it came about. */
    public List<Reason> reasonsOf(int release) {
        return reasons.stream().filter(reason -> reason.release() == release).toList();
    }

    /** Why a release breaks on a database, or has to be watched there. */
    public List<Reason> reasons(int release, int database) {
        return reasonsOf(release).stream()
                .filter(reason -> reason.from() <= database && database <= reason.to())
                .toList();
    }

    /** How each release gets along with each database: releases first. */
    public Verdict[][] matrix() {
        Verdict[][] cells = new Verdict[releases.size()][databases.size()];
        for (Verdict[] row : cells) {
            Arrays.fill(row, Verdict.RUNS);
        }
        for (Reason reason : reasons) {
            Verdict verdict = reason.breaks() ? Verdict.BREAKS : Verdict.WARNS;
            for (int database = reason.from(); database <= reason.to(); database++) {
                if (verdict.compareTo(cells[reason.release()][database]) > 0) {
                    cells[reason.release()][database] = verdict;
                }
            }
        }
        return cells;
    }
}
