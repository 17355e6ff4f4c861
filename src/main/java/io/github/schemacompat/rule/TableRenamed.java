package io.github.schemacompat.rule;

import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.CatalogNames;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A released table goes by another name, or lies in another schema. */
final class TableRenamed implements DifferenceRule {
    private static final RuleInfo INFO = new RuleInfo(
                    "table-renamed",
                    Family.COMPAT,
                    Severity.ERROR,
                    "A table that a supported release uses gets another name or moves to another schema.",
                    "The release that is still running knows the old name only: each of its statements on the table fails.",
                    "Keep the name, or let the old name live on as a synonym or an updatable view until no supported release uses it.")
            .silentWhen(
                    "At the end of the phase a synonym, or a view through which this engine can write, has the old name and all old columns (a warning where rights are not given on the view again, and in H2, where a synonym qualifies no columns).",
                    "Only the case changes, and the engine doesn't mind the case.",
                    "It is renamed there and back.");

    private static final String THROUGH_A_VIEW =
            "Leave the name as it is, or let a view of the old name have all its columns and rows and pass on writes.";

    private static final List<String> CONDENSING = List.of(
            "distinct",
            "group",
            "having",
            "union",
            "intersect",
            "except",
            "minus",
            "limit",
            "top",
            "offset",
            "fetch",
            "window",
            "over");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Optional<Verdict> judge(Difference difference, Situation situation) {
        List<Break> breaks = situation.breaks(difference.path(), Users.READERS_AND_WRITERS);
        ObjectPath newPath = difference.newPath();
        if (breaks.isEmpty()
                || newPath == null
                || !(difference.before() instanceof Table before)
                || !(difference.after() instanceof Table after)) {
            return Optional.empty();
        }
        if (oldNameLivesOn(before, newPath, difference, situation)) {
            return situation.dialect().is(Dialect.H2)
                    ? Optional.of(byItsOtherName(difference, breaks))
                    : withoutRights(difference, situation, breaks);
        }
        List<String> columns = before.columns().stream()
                .map(column -> situation.currentName(difference.path().owner(), column))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return Optional.of(new Verdict(
                INFO.severity(),
                difference.sentence() + " to " + situation.written(after.name()),
                "Queries and writes of " + Users.releases(breaks) + " on " + difference.name() + " fail.",
                newPath.equals(difference.path())
                        ? "Leave the name as it is: on most servers the case of a table's name counts."
                        : situation
                                        .state()
                                        .views()
                                        .containsKey(difference.path().owner())
                                ? THROUGH_A_VIEW
                                : situation
                                        .dialect()
                                        .fixSql()
                                        .keepOldName(before.name(), after.name(), columns)
                                        .map(sql -> Fix.of(
                                                "Leave the name as it is, or let the old name live on until no supported release uses it:",
                                                sql))
                                        .orElse(THROUGH_A_VIEW),
                breaks));
    }

    /** Below a synonym of H2 columns are qualified by the table's own name. */
    private static Verdict byItsOtherName(Difference difference, List<Break> breaks) {
        String name = difference.name();
        return new Verdict(
                Severity.WARNING,
                difference.sentence() + ", and its old name is a synonym, which qualifies no columns",
                "Statements of " + Users.releases(breaks) + " that write " + name
                        + " before a column fail, and so do views that do, also those that were made of SELECT *.",
                "Where such statements run, leave the name as it is.",
                breaks);
    }

    /** A view has rights of its own, but in MySQL, where they belong to the name. */
    private static Optional<Verdict> withoutRights(Difference difference, Situation situation, List<Break> breaks) {
        String key = difference.path().owner();
        boolean byName =
                situation.dialect().is(Dialect.MYSQL) || situation.dialect().is(Dialect.MARIADB);
        if (byName || !situation.state().views().containsKey(key)) {
            return Optional.empty();
        }
        String table = difference.path() + ": ";
        String view = ObjectPath.of(ObjectKind.VIEW, key) + ": ";
        List<String> missing = situation.released().grants().stream()
                .filter(line -> line.startsWith(table))
                .map(line -> line.substring(table.length()))
                .filter(right -> !situation.state().grants().contains(view + right))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Severity.WARNING,
                        difference.sentence() + ", and the view of its old name lacks rights: " + Users.list(missing),
                        "Statements of " + Users.releases(breaks) + " that need the rights are refused.",
                        "Give the rights on the view too.",
                        breaks));
    }

    private static boolean oldNameLivesOn(
            Table before, ObjectPath newPath, Difference difference, Situation situation) {
        String key = difference.path().owner();
        Synonym synonym = situation.state().synonyms().get(key);
        if (synonym != null) {
            String target = situation
                    .dialect()
                    .key(synonym.target(), situation.dialect().defaultSchema());
            return target.equals(newPath.owner()) && hasColumns(before, difference, situation);
        }
        View view = situation.state().views().get(key);
        List<ViewColumn> columns = view == null ? null : view.columns();
        if (view == null || columns == null || view.materialized()) {
            return false;
        }
        if (hidesRows(before, key, situation)
                || !triggersWrite(key, situation) && !isWrittenThrough(view, key, newPath, situation)) {
            return false;
        }
        return before.columns().stream()
                .allMatch(column -> columns.stream()
                        .anyMatch(shown -> shown.type() != null
                                && situation
                                        .dialect()
                                        .key(shown.name())
                                        .equals(situation.dialect().key(column.name()))));
    }

    /** Whether triggers do everything that is written to a view. */
    private static boolean triggersWrite(String key, Situation situation) {
        Set<String> events = new TreeSet<>();
        situation.state().triggers().values().stream()
                .filter(trigger -> key.equals(trigger.table())
                        && trigger.enabled()
                        && trigger.timing().equals("instead of"))
                .forEach(trigger -> events.addAll(trigger.events()));
        return events.containsAll(List.of("insert", "update", "delete"));
    }

    /** Where the engine can, it writes through a view over this one table whose columns are plain columns. */
    private static boolean isWrittenThrough(View view, String key, ObjectPath table, Situation situation) {
        if (!situation.dialect().writesThroughViews() || isCondensed(key, situation)) {
            return false;
        }
        Set<String> relations = new TreeSet<>(view.uses());
        // a table in a schema that is called like this table is written like a column
        relations.removeIf(used -> used.startsWith(table.owner() + ".")
                && !situation.state().tables().containsKey(used)
                && !situation.state().views().containsKey(used));
        return relations.equals(Set.of(table.owner()));
    }

    /** Whether the view's rows are not the table's rows: then no engine writes through it. */
    private static boolean isCondensed(String key, Situation situation) {
        return definitions(key, situation).stream()
                .flatMap(List::stream)
                .anyMatch(token -> token.kind() == TokenKind.WORD
                        && CONDENSING.contains(token.text().toLowerCase(Locale.ROOT)));
    }

    /** Whether the view chooses among rows by what releases wrote into them; what only new columns say hides none of theirs. */
    private static boolean hidesRows(Table before, String key, Situation situation) {
        Dialect dialect = situation.dialect();
        Set<String> columns = before.columns().stream()
                .map(column -> dialect.key(column.name()))
                .collect(Collectors.toSet());
        return definitions(key, situation).stream()
                .anyMatch(tokens -> tokens.stream()
                        .dropWhile(token -> !token.is("where"))
                        .anyMatch(token ->
                                token.isName() && columns.contains(dialect.key(CatalogNames.of(token, dialect)))));
    }

    /** The statements that make the view. Their spans may be their heads only. */
    private static List<List<Token>> definitions(String key, Situation situation) {
        Lexer lexer = new Lexer(situation.dialect());
        List<List<Token>> definitions = new ArrayList<>();
        for (SchemaChange change : situation.provenance().touching(ObjectPath.of(ObjectKind.VIEW, key))) {
            SourceText source = change.origin().span().source();
            Span rest =
                    source.span(change.origin().span().start(), source.text().length());
            definitions.add(lexer.tokens(rest).stream()
                    .takeWhile(token -> !token.is(";") && !token.is("go"))
                    .toList());
        }
        return definitions;
    }

    private static boolean hasColumns(Table before, Difference difference, Situation situation) {
        return before.columns().stream().allMatch(column -> {
            String now = situation.currentName(difference.path().owner(), column);
            return now != null
                    && situation.dialect().key(now).equals(situation.dialect().key(column.name()));
        });
    }
}
