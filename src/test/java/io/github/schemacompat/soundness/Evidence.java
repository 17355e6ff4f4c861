package io.github.schemacompat.soundness;

import io.github.schemacompat.rule.Finding;
import io.github.schemacompat.script.Phase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an engine can't show of the rules, and what breaks although no error says so, each with the reason. */
final class Evidence {
    /** Errors of which each must break something on the engine. */
    static final Set<String> SHOWN = new TreeSet<>(List.of(
            "check-added",
            "column-default-dropped",
            "column-dropped",
            "column-made-generated",
            "column-made-plain",
            "column-made-required",
            "column-renamed",
            "column-reordered",
            "column-type-changed",
            "column-type-narrowed",
            "dependent-invalidated",
            "deprecated-still-required",
            "deprecated-too-late",
            "domain-constraint-added",
            "enum-value-removed",
            "enum-value-renamed",
            "exclusion-added",
            "foreign-key-added",
            "identity-changed",
            "partition-dropped",
            "post-in-pre",
            "required-column-added",
            "routine-dropped",
            "routine-overload-ambiguous",
            "routine-renamed",
            "routine-signature-changed",
            "rows-deleted",
            "schema-dropped",
            "schema-renamed",
            "sequence-dropped",
            "synonym-dropped",
            "synonym-retargeted",
            "table-dropped",
            "table-renamed",
            "table-truncated",
            "type-dropped",
            "type-edited",
            "unique-added",
            "version-retired-early",
            "view-dropped",
            "view-renamed"));

    /** Errors that are right although an engine takes what the application does, with the reason. */
    static final Map<String, String> NOT_SHOWN = new TreeMap<>(
            Map.ofEntries(
                    Map.entry(
                            "column-collation-changed",
                            "in a key: only words that the two collations order or compare otherwise show it"),
                    Map.entry("grants-lost", "the owner of the database needs no rights"),
                    Map.entry(
                            "primary-key-dropped",
                            "where nothing upserts on it: duplicates come in unseen, and replication stops"),
                    Map.entry("routine-edited", "a convention (policy `routineEdits`), as for views"),
                    Map.entry("row-security-added", "the owner of the database sees all rows"),
                    Map.entry(
                            "sequence-changed",
                            "only when so many numbers were given out, or by pools that hand them out twice"),
                    Map.entry("table-needs-reorg", "DB2 can't be started in a test"),
                    Map.entry(
                            "view-edited",
                            "a convention (policy `viewEdits`): what is edited in place gives old readers other rows, or a restarted old instance edits it back")));

    /** Warnings and notes that may be about a break, with the reason why it is no error. */
    static final Map<String, String> WARNED = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "column-collation-changed",
                    "the database's own character set, which scripts don't tell, may hold more than the new one"),
            Map.entry("column-default-changed", "old writers get another value, which is a value all the same"),
            Map.entry(
                    "column-default-dropped",
                    "old writers get NULL where that is allowed, or MySQL's first label of an ENUM"),
            Map.entry("column-expression-changed", "old readers get another value, which is a value all the same"),
            Map.entry("column-inserted", "only who goes by position minds"),
            Map.entry(
                    "column-made-nullable",
                    "it takes a newer release that writes NULL; MySQL's ENUM gets NULL where it got its first label"),
            Map.entry("column-type-widened", "every old value fits, and most drivers convert"),
            Map.entry("constraint-dropped", "only who relies on what it did to rows that refer to others minds"),
            Map.entry(
                    "dependent-invalidated",
                    "a view shows a column wider that its release has deprecated: as `column-type-widened`"),
            Map.entry("enum-values-reordered", "only who goes by the order minds"),
            Map.entry("rows-overwritten", "who changes rows does it on purpose"),
            Map.entry("table-renamed", "a synonym of H2 has the old name, and only who qualifies columns by it minds"),
            Map.entry("trigger-added", "nobody can tell what a trigger does to a row"),
            Map.entry("trigger-dropped", "nobody can tell what a trigger did to a row"),
            Map.entry("trigger-edited", "nobody can tell what a trigger does to a row"),
            Map.entry("unique-dropped", "only who upserts on it minds, and scripts don't show who does")));

    /** Warnings and notes about what breaks nothing by itself, with the reason. */
    static final Map<String, String> HARMLESS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "briefly-missing",
                    "the trials run the application before and behind the scripts, not between them"),
            Map.entry("delete-restricted", "it takes a newer release that writes the new table"),
            Map.entry("enum-value-added", "it takes a newer release that writes the label"),
            Map.entry("index-dropped", "the same rows, later"),
            Map.entry("privilege-revoked", "the owner of the database needs no rights"),
            Map.entry("transiently-broken", "as `briefly-missing`"),
            Map.entry("version-gap", "about names"),
            Map.entry("version-superseded", "about the audit"),
            Map.entry("version-unused", "about the audit")));

    /** What changes answers without a word: statements of a migration, with the reason. */
    private static final Map<Pattern, String> SILENT = Map.of(
            Pattern.compile("(?is).*\\bSET DEFAULT\\b.*"),
            "who left the column out got NULL before, or an error",
            Pattern.compile("(?is)UPDATE\\b.*"),
            "who changes rows does it on purpose",
            Pattern.compile("(?is).*\\bSET REFERENTIAL_INTEGRITY FALSE\\b.*"),
            "H2 forgets it when it starts again");

    private static final Pattern READS_LATER =
            Pattern.compile("CREATE (OR REPLACE )?(FUNCTION|PROCEDURE|MATERIALIZED VIEW) ");

    /** What a view shows of rows that nobody writes any longer: those that are there were padded, and stay so. */
    private static final Pattern NO_LONGER_PADDED = Pattern.compile(
            "View .* which is (character varying|varchar)\\b.* instead of (char|character|bpchar)\\b(?! varying).*");

    private static final Pattern DEPRECATED_TABLE =
            Pattern.compile("-- schema-compat: deprecate (?:\"[^\"]*\"|`[^`]*`|[^.\"`\\s]+) because .*");

    private static final Pattern MARKED_COLUMN =
            Pattern.compile("-- schema-compat: deprecate (?:reads )?(`[^`]*`|[^.`\\s]+)\\.\\S+ ");

    private static final Pattern DEFAULT_PARENT = Pattern.compile("(?is)ALTER TABLE.* ADD .* DEFAULT .* REFERENCES .*");

    private static final Pattern USED_WITH_ANOTHER_TYPE =
            Pattern.compile(".* no longer works: it uses column .*, which is .* instead of .*");

    private static final Pattern ANOTHER_TYPE =
            Pattern.compile("View .* shows column .* or computes with it, which is .* instead of .*");

    private static final Pattern GOES_BY_POSITION =
            Pattern.compile("Table .* changes the order of its columns|Column .* is made invisible");

    private static final Pattern NARROWER_CHARACTER_SET =
            Pattern.compile("Column .* gets a narrower type: (.*) (?:utf8mb3|latin1|ascii|ucs2) instead of \\w+");

    /** Not a copy of rows: what that leaves out is lost. */
    private static final Pattern INSERT = Pattern.compile("(?is)INSERT\\b(?!.*\\bSELECT\\b).*");

    /** What {@link #NOT_SHOWN} says of rules, as `post-in-pre` tells it. */
    private static final Pattern NOT_SHOWN_IN_PRE = Pattern.compile(
            "Primary key .* is dropped.*|Table .* gets row level security.*|(Sequence|The numbering of table) .*");

    private static final Pattern NEW_PARTITIONS =
            Pattern.compile(".* (PARTITION (OF|BY)|(ADD|REMOVE|REORGANIZE) PARTITION(ING)?) .*|.* REMOVE PARTITIONING");

    private static final Pattern REFUSED_ROW =
            Pattern.compile("(?i)constraint|NULL not allowed|cannot be null|duplicate");

    private static final String MERGE_THROUGH_A_VIEW =
            "HSQLDB writes NULL into a computed column when it merges through a view";

    /** Why a break of these statements is no finding by design, or null. */
    static @Nullable String silentReason(Disagreements.Break broken, List<String> migration) {
        if (broken.use().kind() == Use.Kind.WRITE_BY_POSITION && isTooFewValues(broken.what())) {
            return "INSERT without names into a table that grew";
        }
        if (broken.use().kind() == Use.Kind.CALL
                && broken.use().about().matches("(?is).*\\b(UPDATE|INSERT|DELETE)\\b.*")
                && REFUSED_ROW.matcher(broken.what()).find()) {
            return "a routine of a release writes what that has promised not to write";
        }
        if (broken.use().kind() == Use.Kind.WRITE
                && broken.use().about().matches("(?is).*\\bCREATE TRIGGER\\b.*\\bSET\\b[^;]*= NULL\\b.*")
                && REFUSED_ROW.matcher(broken.what()).find()) {
            return "a trigger of a release writes what that has promised not to write";
        }
        if ((broken.what().contains("no partition for value")
                        || broken.use().steps().get(0).startsWith("INSERT IGNORE"))
                && migration.stream()
                        .anyMatch(statement -> NEW_PARTITIONS.matcher(statement).matches())) {
            return "partitions that a migration makes have no room for a value that nobody had written yet";
        }
        if (!broken.what().startsWith("the row")) {
            return null;
        }
        if (broken.use().steps().get(0).startsWith("MERGE")
                && migration.stream().anyMatch(statement -> statement.startsWith("CREATE VIEW"))) {
            return MERGE_THROUGH_A_VIEW;
        }
        if (broken.use().kind() == Use.Kind.CALL
                && migration.stream()
                        .anyMatch(statement -> INSERT.matcher(statement).matches())) {
            return "who counts rows, or takes the highest value, sees those that a migration adds";
        }
        return SILENT.entrySet().stream()
                .filter(each -> migration.stream()
                        .anyMatch(statement -> each.getKey().matcher(statement).matches()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private Evidence() {}

    /** Whether an error is right although nothing of the application is refused. */
    static boolean isNotShown(Finding finding, List<String> released, List<String> migration) {
        String rule = finding.rule().id();
        return NOT_SHOWN.containsKey(rule)
                // the literals of who only writes a column fit many types, which a driver's values don't
                || rule.startsWith("column-type-") && finding.breaks().stream().noneMatch(each -> each.readers())
                // two types of numbers are one to the trials; drivers tell them apart
                || rule.equals("routine-signature-changed") && finding.message().contains("it returns ")
                // what was new before the last old instance had stopped is in use by the new ones, which are not tried
                || finding.phase() == Phase.POST
                        && migration.stream().anyMatch(statement -> makes(statement, finding.object()))
                // nobody can tell whether a routine reads the rows, and a materialized view has them until it is
                // refreshed
                || Set.of("rows-deleted", "table-truncated").contains(rule)
                        && released.stream()
                                .anyMatch(statement ->
                                        READS_LATER.matcher(statement).lookingAt()
                                                && names(statement, finding.object()))
                || rule.equals("dependent-invalidated")
                        && NO_LONGER_PADDED.matcher(finding.message()).matches()
                || isAboutUnusedPartition(finding, released, migration)
                // a comment without @deprecated withdraws a mark: known, and the safe side
                || migration.stream()
                        .anyMatch(statement -> statement.startsWith("COMMENT ON ")
                                && Stream.of(finding.object().split("\\."))
                                        .anyMatch(part -> namesWord(statement, part)))
                // who has deprecated a column of the table is not tried by position
                || GOES_BY_POSITION.matcher(finding.message()).matches()
                        && released.stream().anyMatch(statement -> marksAColumn(statement, finding.object()))
                // the row that a default refers to is there in the trials
                || rule.equals("foreign-key-added")
                        && migration.stream()
                                .anyMatch(statement ->
                                        DEFAULT_PARENT.matcher(statement).matches())
                // a view's column that shows a deprecated one is not asked for
                || rule.equals("dependent-invalidated")
                        && ANOTHER_TYPE.matcher(finding.message()).matches()
                        && released.stream().anyMatch(statement -> marksAColumn(statement, finding.message()))
                // NULL fits every type, and a routine may write nothing else
                || rule.equals("dependent-invalidated")
                        && USED_WITH_ANOTHER_TYPE.matcher(finding.message()).matches()
                // only letters that the new character set lacks show it
                || rule.equals("column-type-narrowed")
                        && NARROWER_CHARACTER_SET.matcher(finding.message()).matches()
                || rule.equals("post-in-pre")
                        && NOT_SHOWN_IN_PRE.matcher(finding.message()).matches()
                || Set.of("foreign-key-added", "deprecated-still-required").contains(rule)
                        && migration.stream().anyMatch(statement -> statement.endsWith("REFERENTIAL_INTEGRITY FALSE"));
    }

    /** A partition may have no rows, and none that the application writes; and another may take its place. */
    private static boolean isAboutUnusedPartition(Finding finding, List<String> released, List<String> migration) {
        if (finding.rule().id().equals("partition-dropped")) {
            return migration.stream()
                            .anyMatch(statement ->
                                    NEW_PARTITIONS.matcher(statement).matches())
                    // of a deprecated table nobody but a view shows what was in it, if anything was
                    || released.stream()
                            .anyMatch(statement ->
                                    DEPRECATED_TABLE.matcher(statement).matches());
        }
        if (finding.rule().id().equals("table-truncated")
                && migration.stream().anyMatch(statement -> statement.contains(" TRUNCATE PARTITION "))) {
            return true;
        }
        String name = finding.object().replaceFirst("\\..*", "").replace("\"", "");
        Pattern made = Pattern.compile(
                "CREATE TABLE \"?" + Pattern.quote(name) + "\"? PARTITION OF .*", Pattern.CASE_INSENSITIVE);
        return released.stream().anyMatch(statement -> made.matcher(statement).matches());
    }

    private static boolean names(String statement, String object) {
        return namesWord(statement, object.substring(object.lastIndexOf('.') + 1));
    }

    private static boolean namesWord(String text, String name) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }

    private static boolean marksAColumn(String statement, String object) {
        Matcher mark = MARKED_COLUMN.matcher(statement);
        return mark.lookingAt() && namesWord(object, mark.group(1).replace("`", ""));
    }

    private static boolean makes(String statement, String object) {
        String name = object.substring(object.lastIndexOf('.') + 1);
        return Pattern.compile(
                        "(CREATE (OR REPLACE )?\\w+|.* RENAME TO) [\"`]?" + Pattern.quote(name) + "(?!\\w).*",
                        Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
                .matcher(statement)
                .matches();
    }

    /** Whether the engine has lost its own way: H2 says so of indexes that it made anew over rows in use. */
    static boolean isFaultOfTheEngine(Disagreements.Break broken) {
        return broken.what().startsWith("General error: \"java.")
                || broken.what().startsWith("Unique index or primary key violation: \"PRIMARY KEY ON");
    }

    /** RULES: a new column that may be left out is silent by design, although an INSERT without names then fails. */
    private static boolean isTooFewValues(String refusal) {
        return refusal.matches("(?i).*(column count|more target columns|values for|columns but).*");
    }
}
