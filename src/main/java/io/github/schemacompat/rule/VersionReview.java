package io.github.schemacompat.rule;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.release.Release;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.script.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the older versions of views, routines and types that have a successor. */
public final class VersionReview {
    private final RulePolicy policy;
    private final Dialect dialect;
    private final @Nullable String history;

    private VersionReview(RulePolicy policy, Dialect dialect, @Nullable String history) {
        this.policy = policy;
        this.dialect = dialect;
        this.history = history;
    }

    /**
     * @param last the release whose schema is looked at
     * @param supported the releases that may still run
     * @param history its name, or null where there is only one
     */
    public static List<Finding> of(
            Release last, List<Release> supported, RulePolicy policy, Dialect dialect, @Nullable String history) {
        VersionReview review = new VersionReview(policy, dialect, history);
        List<Finding> findings = new ArrayList<>();
        for (ObjectKind kind : List.of(ObjectKind.VIEW, ObjectKind.ROUTINE, ObjectKind.TYPE)) {
            List<QualifiedName> names = VersionedNames.of(kind, last.schema());
            VersionedNames versions = new VersionedNames(policy.versionedName(), names);
            names(kind, last.schema()).forEach((key, name) -> {
                QualifiedName successor = versions.successor(name, names);
                if (successor != null) {
                    review.add(findings, ObjectPath.of(kind, key), name, successor, last, supported);
                }
            });
        }
        return findings;
    }

    private static Map<String, QualifiedName> names(ObjectKind kind, Schema schema) {
        Map<String, QualifiedName> names = new LinkedHashMap<>();
        switch (kind) {
            case VIEW -> schema.views().forEach((key, view) -> names.put(key, view.name()));
            case ROUTINE -> schema.routines().forEach((key, routine) -> names.put(key, routine.name()));
            default -> schema.types().forEach((key, type) -> names.put(key, type.name()));
        }
        return names;
    }

    private void add(
            List<Finding> findings,
            ObjectPath path,
            QualifiedName name,
            QualifiedName successor,
            Release last,
            List<Release> supported) {
        boolean deprecated = isDeprecated(last, path);
        boolean unused = deprecated && supported.stream().allMatch(release -> isDeprecated(release, path));
        if (deprecated && !unused) {
            return;
        }
        RuleInfo rule = unused ? new VersionUnused().info() : new VersionSuperseded().info();
        Severity severity = Judge.severity(policy, rule, rule.severity());
        if (severity == Severity.OFF) {
            return;
        }
        String label = path.kind().label();
        String written = ObjectNames.written(name, dialect);
        findings.add(new Finding(
                rule,
                severity,
                history,
                written,
                path.kind(),
                Character.toUpperCase(label.charAt(0)) + label.substring(1) + " " + written + " has the newer version "
                        + ObjectNames.written(successor, dialect),
                rule.why(),
                rule.instead(),
                List.of(),
                Phase.PRE,
                false,
                null,
                List.of(),
                List.of(),
                Fingerprint.of(rule, history, written, ""),
                null,
                null));
    }

    /** A release that doesn't have the object doesn't use it. */
    private boolean isDeprecated(Release release, ObjectPath path) {
        Marks marks = ContractOf.marks(release.schema(), path, dialect);
        boolean there = names(path.kind(), release.schema()).containsKey(path.owner());
        return !there || marks.deprecated() != null;
    }
}
