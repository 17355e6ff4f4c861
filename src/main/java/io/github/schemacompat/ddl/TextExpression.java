package io.github.schemacompat.ddl;

import io.github.schemacompat.source.Span;
import java.util.List;

/** A string that a script puts together to run it. */
public sealed interface TextExpression {
    /** A literal; the span's text is what stands between the quotes, escapes resolved, with positions of the file. */
    record Literal(Span text) implements TextExpression {}

    record Variable(String name) implements TextExpression {}

    record Concatenation(List<TextExpression> parts) implements TextExpression {
        public Concatenation {
            parts = List.copyOf(parts);
        }
    }

    /** {@code format('…%I…', a, b)}. */
    record Format(TextExpression template, List<TextExpression> arguments) implements TextExpression {
        public Format {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code QUOTENAME(x)}, {@code quote_ident(x)}. */
    record QuotedName(TextExpression name) implements TextExpression {}

    /** One or the other text, as the schema has it: {@code IF(COUNT(*) > 0, …, …)} over a catalog; a count is 1 or 0. */
    record Choice(Guard guard, TextExpression then, TextExpression otherwise) implements TextExpression {}

    /** Anything that only the running server knows. */
    record Unknown(String text) implements TextExpression {}
}
