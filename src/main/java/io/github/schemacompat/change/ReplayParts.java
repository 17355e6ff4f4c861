package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Schema;

/** The parts that replay one history together. */
record ReplayParts(
        Dialect dialect,
        Workspace workspace,
        Names names,
        Journal journal,
        Lookup lookup,
        TableEdits edits,
        DisabledKeys disabledKeys,
        Definitions definitions,
        Falling falling,
        Renaming renaming,
        Queries queries,
        LiveViews liveViews,
        Bodies bodies,
        TriggerEffects effects,
        Rebuilds rebuilds) {
    static ReplayParts of(Schema start, Dialect dialect, ReplayOptions options) {
        Workspace workspace = new Workspace(dialect, start);
        Names names = new Names(dialect, options.defaultSchema());
        Journal journal = new Journal();
        Expressions expressions = new Expressions(dialect);
        Lookup lookup = new Lookup(dialect, workspace, names, journal, options.externalObjects());
        TableEdits edits = new TableEdits(dialect, workspace, journal);
        DisabledKeys disabledKeys = new DisabledKeys(workspace, edits);
        Queries queries = new Queries(dialect, workspace, names, lookup, expressions, options);
        Bodies bodies = new Bodies();
        Rebuilds rebuilds = new Rebuilds(workspace, names);
        LiveViews liveViews = new LiveViews(dialect, workspace, names, journal, queries);
        return new ReplayParts(
                dialect,
                workspace,
                names,
                journal,
                lookup,
                edits,
                disabledKeys,
                new Definitions(dialect, workspace, names, lookup, journal, edits, disabledKeys),
                new Falling(dialect, workspace, names, lookup, journal, edits, expressions, queries, rebuilds),
                Renaming.of(
                        dialect,
                        workspace,
                        names,
                        lookup,
                        journal,
                        edits,
                        expressions,
                        queries,
                        bodies,
                        liveViews,
                        rebuilds),
                queries,
                liveViews,
                bodies,
                new TriggerEffects(dialect, expressions),
                rebuilds);
    }
}
