package io.github.schemacompat.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a project decides for itself.
 *
 * @param routineEdits how a released routine may get a new definition
 * @param viewEdits how a released view may
 * @param versionedName matches a versioned name; has the groups {@code base} and {@code version}
 * @param severities severity by rule id, where it isn't the rule's own
 * @param ignoredObjects patterns of objects that are in no contract: names with {@code *}, with or without schema
 */
public record RulePolicy(
        EditPolicy routineEdits,
        EditPolicy viewEdits,
        Pattern versionedName,
        Map<String, Severity> severities,
        List<String> ignoredObjects) {
    /** {@code name_2}, {@code name_v2}, {@code name_V2}. */
    public static final Pattern VERSIONED_NAME = Pattern.compile("(?<base>.+?)_[vV]?(?<version>\\d+)");

    /** The tables in which migration tools keep their history. */
    public static final List<String> HISTORY_TABLES = List.of(
            "flyway_schema_history",
            "schema_version",
            "databasechangelog",
            "databasechangeloglock",
            "_prisma_migrations",
            "__diesel_schema_migrations",
            "schema_migrations",
            "__efmigrationshistory");

    public static final RulePolicy DEFAULT =
            new RulePolicy(EditPolicy.VERSIONED, EditPolicy.VERSIONED, VERSIONED_NAME, Map.of(), HISTORY_TABLES);

    /** @throws UnknownRuleException if a severity is given for a rule that doesn't exist */
    public RulePolicy {
        severities.keySet().stream().sorted().forEach(Rules::byId);
        severities = java.util.Collections.unmodifiableMap(new TreeMap<>(severities));
        ignoredObjects = List.copyOf(ignoredObjects);
    }

    public RulePolicy withRoutineEdits(EditPolicy value) {
        return new RulePolicy(value, viewEdits, versionedName, severities, ignoredObjects);
    }

    public RulePolicy withViewEdits(EditPolicy value) {
        return new RulePolicy(routineEdits, value, versionedName, severities, ignoredObjects);
    }

    public RulePolicy withVersionedName(Pattern value) {
        return new RulePolicy(routineEdits, viewEdits, value, severities, ignoredObjects);
    }

    public RulePolicy withSeverities(Map<String, Severity> value) {
        return new RulePolicy(routineEdits, viewEdits, versionedName, value, ignoredObjects);
    }

    public RulePolicy withIgnoredObjects(List<String> value) {
        return new RulePolicy(routineEdits, viewEdits, versionedName, severities, value);
    }
}
