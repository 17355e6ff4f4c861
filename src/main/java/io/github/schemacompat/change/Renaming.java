package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;

/** New names and new schemas, and everything that goes along with the renamed object. */
record Renaming(
        TableRenaming tables,
        ColumnRenaming columns,
        MemberRenaming members,
        ObjectRenaming objects,
        UsesRenaming uses) {
    static Renaming of(
            Dialect dialect,
            Workspace workspace,
            Names names,
            Lookup lookup,
            Journal journal,
            TableEdits edits,
            Expressions expressions,
            Queries queries,
            Bodies bodies,
            LiveViews liveViews,
            Rebuilds rebuilds) {
        UsesRenaming uses = new UsesRenaming(dialect, workspace, names, edits, queries, bodies);
        ObjectRenaming objects = new ObjectRenaming(dialect, workspace, names, lookup, journal, edits, bodies, uses);
        return new Renaming(
                new TableRenaming(
                        dialect, workspace, names, lookup, journal, edits, liveViews, rebuilds, uses, objects),
                new ColumnRenaming(workspace, names, lookup, journal, edits, expressions, queries, uses),
                new MemberRenaming(dialect, workspace, journal, edits),
                objects,
                uses);
    }
}
