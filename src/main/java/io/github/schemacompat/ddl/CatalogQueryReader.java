package io.github.schemacompat.ddl;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a query over an engine's catalog as the question whether an object, a member or a property exists. */
final class CatalogQueryReader {
    private final Language language;
    private final GuardReader guards;

    CatalogQueryReader(Language language, GuardReader guards) {
        this.language = language;
        this.guards = guards;
    }

    /** Whether the query finds a row, or null if it can't be told from a schema. */
    @Nullable
    Guard read(SourceText source, List<Token> select) {
        List<List<Token>> unions = Condition.split(select, "union");
        if (unions.size() > 1) {
            List<Guard> parts = new ArrayList<>();
            for (List<Token> union : unions) {
                boolean all = !union.isEmpty() && union.get(0).is("all");
                Guard part = read(source, all ? union.subList(1, union.size()) : union);
                if (part == null) {
                    return null;
                }
                parts.add(part);
            }
            return new Guard.Or(parts);
        }
        return answerOrNull(source, select, null);
    }

    /** A single value that the query finds, compared with a constant. */
    @Nullable
    Guard value(SourceText source, List<Token> select, String operator, List<Token> right) {
        List<Token> output = new ArrayList<>();
        for (Token token : select.subList(1, select.size())) {
            if (token.is("from")) {
                break;
            }
            if (!(output.isEmpty() && token.is("distinct"))) {
                output.add(token);
            }
        }
        // the value of no row is NULL, which this can't tell from the value of a row
        return operator.startsWith("is")
                ? null
                : answerOrNull(source, select, new Condition.Comparison(output, operator, right));
    }

    /** What isn't even a query is answered by nobody. */
    private @Nullable Guard answerOrNull(SourceText source, List<Token> select, Condition.@Nullable Comparison more) {
        try {
            return answer(source, select, more);
        } catch (Expected noQuery) {
            return null;
        }
    }

    /** What a query looks for among the members of tables, and an output of it in terms of what is found. */
    record Found(CatalogSearch search, List<Token> output) {}

    /** Null if what the query finds is not determined by a table and a description. */
    @Nullable
    Found search(SourceText source, List<Token> select, List<Token> output) {
        try {
            CatalogQuestion question = CatalogQuestion.of(language, source, select, null);
            Set<CatalogSearch.Wanted> wanted = new LinkedHashSet<>();
            List<Token> told = null;
            for (List<Condition> alternative :
                    question == null ? List.<List<Condition>>of() : question.alternatives()) {
                Parts parts = new Parts(source, question.sources());
                CatalogSearch.Wanted one = parts.conditions.take(alternative) ? parts.description.wanted(output) : null;
                if (one == null) {
                    return null;
                }
                wanted.add(one);
                told = parts.output().told(output);
            }
            return told == null ? null : new Found(new CatalogSearch(List.copyOf(wanted)), told);
        } catch (Expected noQuery) {
            return null;
        }
    }

    private @Nullable Guard answer(SourceText source, List<Token> select, Condition.@Nullable Comparison more) {
        CatalogQuestion question = CatalogQuestion.of(language, source, select, more);
        if (question == null) {
            return null;
        }
        Set<Guard> found = new LinkedHashSet<>();
        for (List<Condition> alternative : question.alternatives()) {
            Guard guard = new Parts(source, question.sources()).answer(alternative);
            if (guard == null) {
                return null;
            }
            found.add(guard);
        }
        return found.size() == 1 ? found.iterator().next() : new Guard.Or(List.copyOf(found));
    }

    /** What reads one alternative. */
    private final class Parts {
        private final CatalogRow row;
        private final CatalogColumns columns;
        private final CatalogConditions conditions;
        private final CatalogDescription description;

        Parts(SourceText source, List<CatalogSource> sources) {
            this.row = new CatalogRow(language, sources);
            this.columns = new CatalogColumns(language, source, sources);
            CatalogIds ids = new CatalogIds(guards, CatalogQueryReader.this, source, columns);
            this.conditions = new CatalogConditions(language, guards, row, columns, ids);
            this.description = new CatalogDescription(language, row, columns);
        }

        @Nullable
        Guard answer(List<Condition> alternative) {
            return conditions.take(alternative) ? new CatalogAnswer(row, description).answer() : null;
        }

        CatalogOutput output() {
            return new CatalogOutput(row, columns);
        }
    }
}
