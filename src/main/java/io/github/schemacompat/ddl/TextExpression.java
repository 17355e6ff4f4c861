package io.github.schemacompat.ddl;

import io.github.schemacompat.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A string that a script puts together to run it. */
public sealed interface TextExpression {
    /** Begins the names of the variables that stand for the columns of a cursor: {@code @@cursor c 0}. */
    String CURSOR = "@@cursor ";

    /** A literal; the span's text is what stands between the quotes, escapes resolved, with positions of the file. */
    record Literal(Span text) implements TextExpression {}

    record Null() implements TextExpression {}

    /** {@code DATABASE()}, {@code SCHEMA_NAME()}, {@code current_schema()}: where names without a schema belong. */
    record CurrentSchema() implements TextExpression {}

    /** {@code @v}, {@code v}, or the field {@code r.v} of a record. */
    record Variable(String name) implements TextExpression {}

    /** @param skipsNull whether NULL among the parts is an empty text; else it makes all of it NULL */
    record Concatenation(List<TextExpression> parts, boolean skipsNull) implements TextExpression {
        public Concatenation {
            parts = List.copyOf(parts);
        }

        public Concatenation(List<TextExpression> parts) {
            this(parts, false);
        }
    }

    /** {@code format('…%I…', a, b)}. */
    record Format(TextExpression template, List<TextExpression> arguments) implements TextExpression {
        public Format {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code REPLACE(text, what, with)}. */
    record Replaced(TextExpression text, TextExpression what, TextExpression with) implements TextExpression {}

    /** {@code UPPER(x)}, {@code LOWER(x)}. */
    record Cased(TextExpression text, boolean upper) implements TextExpression {}

    /** {@code QUOTENAME(x)}, {@code quote_ident(x)}. */
    record QuotedName(TextExpression name) implements TextExpression {}

    /** One or the other text, as the schema has it: {@code IF(COUNT(*) > 0, …, …)} over a catalog; a count is 1 or 0. */
    record Choice(Guard guard, TextExpression then, TextExpression otherwise) implements TextExpression {}

    /** {@code COALESCE(a, b)}, {@code ISNULL(a, b)}, {@code IFNULL(a, b)}. */
    record FirstOf(List<TextExpression> parts) implements TextExpression {
        public FirstOf {
            parts = List.copyOf(parts);
        }
    }

    /**
     * {@code SELECT 'ALTER TABLE t DROP CONSTRAINT ' + name FROM sys.default_constraints WHERE …}: a text for each row that a
     * catalog query finds; NULL if it finds none.
     *
     * @param value names what it takes from the row by the variables {@link #NAME}, {@link #TABLE}, {@link #SCHEMA}
     * @param separator what stands between the texts of all rows; null if it is the text of one row
     */
    record PerRow(
            CatalogSearch search,
            TextExpression value,
            @Nullable TextExpression separator) implements TextExpression {
        /** The name of what is found. */
        public static final String NAME = "@@row.name";
        /** The name of the table that it belongs to. */
        public static final String TABLE = "@@row.table";
        /** The schema of that table. */
        public static final String SCHEMA = "@@row.schema";
    }

    /** {@code ARRAY['a', 'b']}, {@code VALUES ('a'), ('b')}, {@code 1 .. 3}: one text for each pass of a loop. */
    record Each(List<TextExpression> values) implements TextExpression {
        public Each {
            values = List.copyOf(values);
        }
    }

    /**
     * Anything that only the running server knows.
     *
     * @param again what could be read once variables are known, or null
     * @param beginning what it begins with, or null
     */
    record Unknown(
            String text, @Nullable Fragment again, @Nullable TextExpression beginning) implements TextExpression {}
}
