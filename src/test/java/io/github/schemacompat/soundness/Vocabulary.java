package io.github.schemacompat.soundness;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.fidelity.Grammar;
import io.github.schemacompat.fidelity.Names;
import io.github.schemacompat.fidelity.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How an engine says what releases, applications and migrations are made of: {@code src/test/resources/soundness}. Of a type
 * {@code x} of columns it has
 *
 * <ul>
 *   <li>{@code type.x}: how it is written; {@code before.x}: the statement that makes it;
 *   <li>{@code values.x}: a few ordinary values, the first three of them those of the rows 1 to 3; {@code edges.x}: values
 *       that just fit; {@code nth.x}: any number of different ones, the number at {@code @};
 *   <li>{@code numbers.x}: values for an identity column that just fit, where the engine doesn't go on counting from them;
 *   <li>{@code default.x}, {@code check.x}, {@code generated.x}, {@code identity.x}: clauses, the column at {@code @}.
 * </ul>
 *
 * {@code object} are further objects, each with what an application does with it behind {@code use}; {@code migration} is
 * what new scripts do; {@code upsert} and {@code merge} have their parts in angle brackets.
 */
record Vocabulary(Dialect dialect, Grammar grammar, Map<String, List<String>> alternatives) {
    private static final Path FOLDER = Path.of("src/test/resources/soundness");

    static Vocabulary of(Dialect dialect) {
        return new Vocabulary(dialect, Grammar.read(file(dialect), dialect), new ConcurrentHashMap<>());
    }

    private static Path file(Dialect dialect) {
        return FOLDER.resolve(dialect.id() + ".grammar");
    }

    /** The types of columns for which the grammar says this of them. */
    List<String> types(String what) {
        return grammar.productions().keySet().stream()
                .filter(each -> each.startsWith(what + "."))
                .map(each -> each.substring(what.length() + 1))
                .toList();
    }

    boolean has(String what) {
        return grammar.has(what);
    }

    /** All alternatives of a production, those in braces one by one. */
    List<String> all(String production) {
        return alternatives.computeIfAbsent(production, this::read);
    }

    private List<String> read(String production) {
        if (!grammar.has(production)) {
            return List.of();
        }
        return grammar.productions().get(production).stream()
                .map(Grammar.Text::text)
                .flatMap(text -> text.startsWith("{") && text.endsWith("}")
                        ? Sentence.alternatives(text.substring(1, text.length() - 1)).stream()
                        : List.of(text).stream())
                .toList();
    }

    /** One of them. */
    String one(String production, Random random) {
        List<String> all = all(production);
        return all.get(random.nextInt(all.size()));
    }

    /** The value of a column in a row of the release, or of a new row of a higher number. */
    String value(ReleasedColumn column, int row) {
        if (column.parent() != null) {
            ReleasedTable parent = column.parent();
            ReleasedColumn key = parent.column(parent.keys().get(0).get(0));
            return nth(key.type(), 1 + (row - 1) % ReleasedTable.REFERRED_ROWS);
        }
        if (column.distinct()) {
            return nth(column.type(), row);
        }
        if (column.holdsNull() && row == ReleasedTable.REFERRED_ROWS) {
            return "NULL";
        }
        List<String> values = all("values." + column.type());
        return values.get((row - 1) % values.size());
    }

    /** One of any number of different values. */
    String nth(String type, int number) {
        return all("nth." + type).get(0).replace("@", Integer.toString(number));
    }

    /** MySQL calls a function by a keyword, as STATUS or LEVEL, only if that is quoted. */
    String callable(String use) {
        return dialect.is(Dialect.MYSQL) || dialect.is(Dialect.MARIADB)
                ? use.replaceFirst("^SELECT (?!NEXTVAL)(\\w+)\\(", "SELECT `$1`(")
                : use;
    }

    String quote(String name) {
        return dialect.quote(name);
    }

    Sentence.Said said(String production, Names names, Random random) {
        return Sentence.said(grammar, production, names, random);
    }
}
