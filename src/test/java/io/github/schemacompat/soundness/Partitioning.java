package io.github.schemacompat.soundness;

import io.github.schemacompat.fidelity.Names;
import io.github.schemacompat.fidelity.Names.Name;
import io.github.schemacompat.fidelity.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * How the rows of a table are spread by its key.
 *
 * @param clause what stands behind the table's CREATE
 * @param further the statements that make its partitions, where they are tables of their own
 * @param parts the names of its partitions; their types say which rows they hold
 */
record Partitioning(String clause, List<String> further, List<Name> parts) {
    static final Partitioning NONE = new Partitioning("", List.of(), List.of());

    /** What the grammar says of the types of keys: the table and its key in angle brackets. */
    static final String PRODUCTION = "partitioned";

    static Partitioning of(Vocabulary words, Random random, ReleasedTable table, Set<String> taken) {
        ReleasedColumn key = table.columns().get(0);
        Names given = new Names(taken.stream()
                .map(name -> new Name("taken", name, null, null, name, null))
                .toList());
        Sentence.Said said = words.said(PRODUCTION + "." + key.type(), given, random);
        List<String> statements = said.statements().stream()
                .map(statement -> statement
                        .replace("<table>", words.quote(table.name()))
                        .replace("<key>", words.quote(key.name())))
                .toList();
        return new Partitioning(" " + statements.get(0), statements.subList(1, statements.size()), said.made());
    }

    /** The statements that make the table and its partitions. */
    List<String> applied(String create) {
        List<String> statements = new ArrayList<>(List.of(create + clause));
        statements.addAll(further);
        return statements;
    }
}
