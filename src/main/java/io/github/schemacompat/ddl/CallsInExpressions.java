package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the calls in the expressions of a statement, in dialects whose functions can change a schema. */
final class CallsInExpressions {
    private static final WordList DEFINE = WordList.of("create alter drop comment grant revoke copy");

    /** Words that stand before a bracket in any statement, and functions that every script uses. */
    private static final WordList WORDS = WordList.of("""
            values in and or not exists from select where on as key any all using over then else when by array
            format concat coalesce nullif quote_ident quote_literal cast count min max sum now nextval setval lower upper
            trim length replace substring unnest array_agg string_agg json_build_object jsonb_build_object to_char
            to_date varchar varchar2 char numeric decimal number
            """);

    private final Language language;

    CallsInExpressions(Language language) {
        this.language = language;
    }

    /** @param tokens a statement, a condition or the head of a loop */
    Optional<Operation> in(Span span, SourceText source, List<Token> tokens) {
        boolean changesSchema = language.is(Grammar.POSTGRESQL) || language.is(Grammar.ORACLE);
        if (!changesSchema || tokens.isEmpty() || DEFINE.holds(tokens.get(0))) {
            return Optional.empty();
        }
        List<Operation.ExpressionCall> calls = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            Token name = tokens.get(i - 1);
            if (tokens.get(i).is("(") && name.isName() && !WORDS.holds(name)) {
                int first = i - 1;
                while (first > 1
                        && tokens.get(first - 1).is(".")
                        && tokens.get(first - 2).isName()) {
                    first -= 2;
                }
                boolean filled = first > 0 && tokens.get(first - 1).is("into");
                QualifiedName routine = filled ? null : name(new TokenCursor(source, tokens.subList(first, i)));
                if (routine != null) {
                    calls.add(new Operation.ExpressionCall(routine, i));
                }
            }
        }
        return calls.isEmpty()
                ? Optional.empty()
                : Optional.of(new Operation.CallsInExpressions(span, new Fragment(source, tokens), calls));
    }

    private @Nullable QualifiedName name(TokenCursor cursor) {
        try {
            return language.name(cursor);
        } catch (Expected keyword) {
            return null;
        }
    }
}
