package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.StringLiterals;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Oracle's DBMS_RLS: a call adds a policy to a table, drops it, or switches it on and off. */
final class RowPolicyCall {
    /** Where the argument stands that says whether the policy is on, counted from zero. */
    private static final Map<String, Integer> PLACE_OF_ENABLE = Map.of("add_policy", 7, "enable_policy", 3);

    private static final Set<String> PROCEDURES = Set.of("add_policy", "drop_policy", "enable_policy");

    private final Language language;
    private final List<List<Token>> arguments;

    private RowPolicyCall(Language language, List<List<Token>> arguments) {
        this.language = language;
        this.arguments = arguments;
    }

    static boolean is(QualifiedName routine) {
        return "dbms_rls".equalsIgnoreCase(routine.schema())
                && PROCEDURES.contains(routine.name().toLowerCase(Locale.ROOT));
    }

    static List<Operation> read(Language language, Span span, QualifiedName routine, List<List<Token>> arguments) {
        String procedure = routine.name().toLowerCase(Locale.ROOT);
        return List.of(new RowPolicyCall(language, arguments).read(span, procedure));
    }

    private Operation read(Span span, String procedure) {
        Token table = argument("object_name", 1);
        if (table == null || table.kind() != TokenKind.STRING) {
            return new Operation.NotUnderstood(span, "the table of the policy is not written out");
        }
        Integer place = PLACE_OF_ENABLE.get(procedure);
        Token enable = place == null ? null : argument("enable", place);
        boolean enabled = place != null && (enable == null || !enable.is("false"));
        if (procedure.equals("add_policy") && !enabled) {
            return new Operation.NoSchemaEffect(span, "policy that is switched off");
        }
        TableAction action = new TableAction.RowSecurity(span, enabled);
        return new Operation.AlterTable(span, name(argument("object_schema", 0), table), false, List.of(action));
    }

    private QualifiedName name(@Nullable Token schema, Token table) {
        String own = folded(table);
        return schema != null && schema.kind() == TokenKind.STRING
                ? new QualifiedName(folded(schema), own)
                : QualifiedName.of(own);
    }

    /** The package folds names as a statement would. */
    private String folded(Token literal) {
        String text = StringLiterals.value(literal, language.dialect().lexicalRules());
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted
                ? text.substring(1, text.length() - 1)
                : language.dialect().catalogName(text, false);
    }

    private @Nullable Token argument(String name, int place) {
        for (List<Token> argument : arguments) {
            if (argument.size() > 2
                    && argument.get(1).is("=>")
                    && argument.get(0).is(name)) {
                return argument.get(2);
            }
        }
        List<Token> positional = place < arguments.size() ? arguments.get(place) : List.of();
        return positional.isEmpty()
                        || positional.size() > 1 && positional.get(1).is("=>")
                ? null
                : positional.get(0);
    }
}
