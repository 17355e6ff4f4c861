package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What queries in DDL read and give out. */
final class Queries {
    private final Dialect dialect;
    private final Workspace workspace;
    private final Names names;
    private final Lookup lookup;
    private final Expressions expressions;
    private final boolean resolving;

    Queries(
            Dialect dialect,
            Workspace workspace,
            Names names,
            Lookup lookup,
            Expressions expressions,
            boolean resolving) {
        this.dialect = dialect;
        this.workspace = workspace;
        this.names = names;
        this.lookup = lookup;
        this.expressions = expressions;
        this.resolving = resolving;
    }

    /** The tables and views that a view's query names, as they are now. */
    ViewState.Capture capture(Span query, List<String> columns) {
        Map<String, Relation> relations = new HashMap<>();
        for (QualifiedName name : named(query)) {
            ObjectPath path = lookup.relation(name);
            if (path != null) {
                String owner = path.owner();
                relations.put(names.key(name), new Relation(owner, workspace.table(owner), workspace.view(owner)));
            }
        }
        return new ViewState.Capture(query, columns, names.current(), relations);
    }

    /** Everything in a query that could be the name of a relation. */
    private List<QualifiedName> named(Span query) {
        List<Token> tokens = expressions.tokens(query);
        List<QualifiedName> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).isName()) {
                continue;
            }
            String name = expressions.catalogName(tokens.get(i));
            if (i >= 2 && tokens.get(i - 1).is(".") && tokens.get(i - 2).isName()) {
                found.add(new QualifiedName(expressions.catalogName(tokens.get(i - 2)), name));
            } else {
                found.add(QualifiedName.of(name));
            }
        }
        return found;
    }

    /** The tables and views behind FROM and JOIN. */
    List<QualifiedName> sources(Span query) {
        return named(query).stream()
                .filter(name -> lookup.relation(name) != null)
                .distinct()
                .toList();
    }

    /** The columns of a table that is made from a query, or none where they can't be told. */
    List<Column> outputColumns(Span query) {
        return List.of();
    }

    /** Reads every view that has not been read. */
    void resolveAll() {
        for (String key : Workspace.sortedKeys(workspace.views())) {
            ViewState state = workspace.view(key);
            if (state != null) {
                resolved(state);
            }
        }
    }

    /** The view with its columns and what it uses, as far as they can be told. */
    View resolved(ViewState state) {
        return state.view();
    }
}
