package io.github.schemacompat.query;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a query that JSqlParser can't read uses, by its words alone: the tables and views where they are expected, and those
 * columns of them whose names stand anywhere. Rather one too many than a break that nobody sees.
 */
final class NameSearch {
    private final Relations relations;
    private final Names names;

    NameSearch(Relations relations, Names names) {
        this.relations = relations;
        this.names = names;
    }

    /** Keys of what the words may mean. */
    SortedSet<String> uses(List<Token> tokens) {
        SortedSet<String> uses = new TreeSet<>();
        List<Relations.Relation> found = new ArrayList<>();
        Set<String> words = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isName()) {
                words.add(names.keyOfWritten(token.text()));
                boolean source = i > 0
                        && tokens.get(i - 1)
                                .isAny("from", "join", "into", "update", "using", "only", "apply", "(", ",");
                if (source) {
                    relations.relation(name(tokens, i)).ifPresent(found::add);
                }
            }
        }
        for (Relations.Relation relation : found) {
            uses.add(relation.key());
            List<ViewColumn> shown = relation.columns();
            Stream.concat(shown == null ? Stream.of() : shown.stream(), relation.invisible().stream())
                    .map(column -> names.key(column.name()))
                    .filter(words::contains)
                    .forEach(column -> uses.add(relation.key() + "." + QualifiedName.quoted(column)));
        }
        return uses;
    }

    private QualifiedName name(List<Token> tokens, int at) {
        List<String> parts = new ArrayList<>();
        int i = at;
        parts.add(tokens.get(i).text());
        while (i + 2 < tokens.size()
                && tokens.get(i + 1).is(".")
                && tokens.get(i + 2).isName()) {
            i += 2;
            parts.add(tokens.get(i).text());
        }
        return names.qualified(parts);
    }
}
