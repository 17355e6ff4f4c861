package io.github.schemacompat.query;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import java.util.List;

/**
 * Names as JSqlParser gives them: with their quotes.
 *
 * @param dialect how they are folded
 */
record Names(Dialect dialect) {
    /** As the catalog would hold it. */
    String catalogName(String written) {
        if (written.length() > 1) {
            char first = written.charAt(0);
            char last = written.charAt(written.length() - 1);
            String inner = ParserText.restored(written.substring(1, written.length() - 1));
            if (first == '[' && last == ']') {
                return dialect.catalogName(inner.replace("]]", "]"), true);
            }
            if (first == last && (first == '"' || first == '`' || first == '\'')) {
                String quote = String.valueOf(first);
                return dialect.catalogName(inner.replace(quote + quote, quote), true);
            }
        }
        return dialect.catalogName(written, false);
    }

    /** From the parts of a name, the object's own one last. */
    QualifiedName qualified(List<String> parts) {
        String own = catalogName(parts.get(parts.size() - 1));
        boolean alone = parts.size() < 2 || parts.get(parts.size() - 2).isEmpty();
        return alone ? QualifiedName.of(own) : new QualifiedName(catalogName(parts.get(parts.size() - 2)), own);
    }

    String key(String catalogName) {
        return dialect.key(catalogName);
    }

    String keyOfWritten(String written) {
        return key(catalogName(written));
    }

    /** Whether the engine goes by the text of a view, and not by what that meant when the view was made. */
    boolean readsViewsAnew() {
        return dialect.is(Dialect.H2) || dialect.is(Dialect.SQLITE);
    }
}
