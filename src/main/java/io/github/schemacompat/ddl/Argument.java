package io.github.schemacompat.ddl;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call gives to a parameter.
 *
 * @param name of the parameter, or null where the place says which one
 * @param value what it is given
 */
public record Argument(@Nullable String name, TextExpression value) {
    /** {@code (a, b)}, {@code (x => a, y => b)}, {@code (x := a)}. */
    static List<Argument> read(TextExpressionReader texts, SourceText source, List<Token> parentheses) {
        List<Argument> arguments = new ArrayList<>();
        if (parentheses.size() > 2) {
            for (List<Token> argument : GuardReader.entries(parentheses)) {
                boolean named = argument.size() > 2 && argument.get(1).isAny("=>", ":=");
                List<Token> value = named ? argument.subList(2, argument.size()) : argument;
                arguments.add(new Argument(named ? Language.lower(argument.get(0)) : null, texts.read(source, value)));
            }
        }
        return arguments;
    }
}
