package io.github.schemacompat.query;

import io.github.schemacompat.ddl.ColumnDefinition;
import io.github.schemacompat.ddl.Phrases;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.schema.Table;

/** What JSqlParser calls a name, a type or an expression, read; it is trusted only where it is one. */
final class DdlNames {
    private final Dialect dialect;
    private final Phrases phrases;

    DdlNames(Dialect dialect) {
        this.dialect = dialect;
        this.phrases = new Phrases(dialect);
    }

    /** Whether a default keeps the name that it is given: other engines take {@code CONSTRAINT x DEFAULT} and forget it. */
    boolean keepsNamesOfDefaults() {
        return dialect.is(Dialect.SQL_SERVER);
    }

    QualifiedName object(Table table) {
        return object(table.getFullyQualifiedName());
    }

    QualifiedName object(String text) {
        return trusted(phrases.name(ParserText.restored(text)), text);
    }

    String simple(String text) {
        return trusted(phrases.simpleName(ParserText.restored(text)), text);
    }

    List<String> simple(List<String> texts) {
        return texts.stream().map(this::simple).toList();
    }

    ColumnDefinition column(String text) {
        return trusted(phrases.column(ParserText.restored(text)), text);
    }

    String key(String text) {
        return trusted(phrases.key(ParserText.restored(text)), text);
    }

    String value(String text) {
        return trusted(phrases.value(ParserText.restored(text)), text);
    }

    String condition(String text) {
        return trusted(phrases.condition(ParserText.restored(text)), text);
    }

    private static <P> P trusted(Optional<P> phrase, String text) {
        return phrase.orElseThrow(() -> new NotTrusted(text));
    }
}
