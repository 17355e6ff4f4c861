package io.github.schemacompat.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import org.junit.jupiter.api.Test;

/** JSqlParser keeps some hundred words for itself that the engines take for names of columns. */
class KeywordColumnsTest {
    private static final Pattern WORD = Pattern.compile("<(?:K_)?([A-Z_]+)>|\"([A-Za-z_]+)\"");

    @Test
    void everyWordThatPostgreSqlTakesForAColumnIsOne() {
        assertThat(amiss(Dialect.POSTGRESQL)).containsExactly("current");
    }

    /** The two are values to the parser; nobody calls a column so. */
    @Test
    void everyWordThatSqlServerTakesForAColumnIsOne() {
        assertThat(amiss(Dialect.SQL_SERVER)).containsExactly("false", "true");
    }

    /** Words whose column isn't seen among the outputs and uses of a query, wherever it stands. */
    private static List<String> amiss(Dialect dialect) {
        List<String> amiss = new ArrayList<>();
        int tried = 0;
        try (QueryReader reader = new QueryReader(dialect)) {
            for (String word : words()) {
                boolean plain = dialect.quote(word).equals(word);
                if (plain) {
                    tried++;
                    if (!isSeen(word, dialect, reader)) {
                        amiss.add(word);
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(400);
        return amiss;
    }

    private static boolean isSeen(String word, Dialect dialect, QueryReader reader) {
        Relations relations =
                new TestRelations(dialect).table("t", "id int", word + " date").relations();
        String query = "SELECT id, " + word + " FROM t WHERE " + word + " > 1 AND COALESCE(" + word
                + ", 2) = 3 ORDER BY " + word;
        ViewReading reading = reader.view(SourceText.of("V1.sql", query).whole(), List.of(), relations);
        List<ViewColumn> columns = reading.columns();
        return columns != null
                && columns.size() == 2
                && columns.get(1).name().equals(word)
                && columns.get(1).type() != null
                && reading.uses().contains("t." + dialect.key(word));
    }

    private static Set<String> words() {
        Set<String> words = new TreeSet<>();
        for (String image : CCJSqlParserConstants.tokenImage) {
            Matcher word = WORD.matcher(image);
            if (word.matches()) {
                words.add((word.group(1) == null ? word.group(2) : word.group(1)).toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
