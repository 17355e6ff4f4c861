package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.TokenCursor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads single phrases of a dialect, as another reader has cut them out of a statement: what it calls a name, a column
 * with its type, a value. Each is empty if the text is no such phrase from its first to its last token.
 */
public final class Phrases {
    private final Lexer lexer;
    private final NameReader names;
    private final ColumnDefinitionReader columns;
    private final IndexReader indexes;
    private final ExpressionReader expressions;

    /** @throws IllegalArgumentException if no reader was written for the dialect */
    public Phrases(Dialect dialect) {
        this.lexer = new Lexer(dialect);
        this.names = new NameReader(dialect);
        this.columns = new ColumnDefinitionReader(dialect);
        this.indexes = new IndexReader(dialect);
        this.expressions = new ExpressionReader(dialect);
    }

    /** The name of an object, perhaps with its schema. */
    public Optional<QualifiedName> name(String text) {
        return whole(text, names::read);
    }

    /** A name of one part. */
    public Optional<String> simpleName(String text) {
        return whole(text, names::simple);
    }

    /** A column's name with its type. */
    public Optional<ColumnDefinition> column(String text) {
        return whole(text, columns::read);
    }

    /** A key of an index, as {@link IndexDefinition#columns} has it. */
    public Optional<String> key(String text) {
        return whole("(" + text + ")", indexes::keys)
                .filter(keys -> keys.size() == 1)
                .map(keys -> keys.get(0));
    }

    /** The normal form of what may stand behind DEFAULT. */
    public Optional<String> value(String text) {
        return whole(text, expressions::read);
    }

    /** The normal form of a condition. */
    public Optional<String> condition(String text) {
        return whole("(" + text + ")", expressions::parenthesised);
    }

    /** The names in a list, the way columns are listed. */
    public Optional<List<String>> nameList(String text) {
        return whole(text, names::list);
    }

    private <P> Optional<P> whole(String text, Function<TokenCursor, P> phrase) {
        SourceText source = SourceText.of("phrase", text);
        TokenCursor cursor = new TokenCursor(source, lexer.tokens(source.whole()));
        try {
            P read = phrase.apply(cursor);
            return cursor.atEnd() ? Optional.of(read) : Optional.empty();
        } catch (Expected other) {
            return Optional.empty();
        }
    }
}
