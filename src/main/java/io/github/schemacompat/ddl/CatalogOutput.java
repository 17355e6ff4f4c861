package io.github.schemacompat.ddl;

import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An output of a catalog query in terms of what is found. */
final class CatalogOutput {
    private final CatalogRow row;
    private final CatalogColumns columns;

    CatalogOutput(CatalogRow row, CatalogColumns columns) {
        this.row = row;
        this.columns = columns;
    }

    /** An output in terms of what is found: variables stand for the name of the row, its table and its schema. */
    List<Token> told(List<Token> output) {
        List<Token> told = new ArrayList<>();
        int at = 0;
        while (at < output.size()) {
            int length = 0;
            String variable = null;
            for (int size = Math.min(8, output.size() - at); size > 0 && variable == null; size--) {
                variable = variableFor(output.subList(at, at + size));
                length = size;
            }
            Token first = output.get(at);
            if (variable == null) {
                told.add(first);
                at++;
            } else {
                told.add(new Token(TokenKind.VARIABLE, variable, first.start(), first.end()));
                at += length;
            }
        }
        return told;
    }

    private @Nullable String variableFor(List<Token> tokens) {
        boolean call = tokens.size() > 3 && Condition.enclosed(tokens.subList(1, tokens.size()));
        if (call) {
            CatalogColumns.Reference of = columns.column(tokens.subList(2, tokens.size() - 1));
            return of == null ? null : functionFor(Language.lower(tokens.get(0)), of);
        }
        int size = tokens.size();
        if (size > 2 && tokens.get(size - 2).is("::") && tokens.get(size - 1).is("regclass")) {
            CatalogColumns.Reference of = columns.column(tokens.subList(0, size - 2));
            return of != null && of.role() == Catalog.Role.PARENT ? TextExpression.PerRow.TABLE : null;
        }
        CatalogColumns.Reference of = size == 1 || size == 3 || size == 5 ? columns.column(tokens) : null;
        if (of == null) {
            return null;
        }
        switch (of.role()) {
            case NAME:
                if (of.source().isColumn()) {
                    return null;
                }
                if (of.source().isSchema()) {
                    return TextExpression.PerRow.SCHEMA;
                }
                boolean found = row.isMember(of.source());
                return found
                        ? TextExpression.PerRow.NAME
                        : row.linked(of.source(), Catalog.Role.REFERENCED) ? null : TextExpression.PerRow.TABLE;
            case PARENT_NAME:
                return TextExpression.PerRow.TABLE;
            case PARENT_SCHEMA:
                return TextExpression.PerRow.SCHEMA;
            default:
                return null;
        }
    }

    private @Nullable String functionFor(String function, CatalogColumns.Reference of) {
        boolean isDefault = CatalogColumns.holdsDefault(of.column());
        return switch (function) {
            case "object_name" ->
                of.role() == Catalog.Role.PARENT
                        ? TextExpression.PerRow.TABLE
                        : of.role() == Catalog.Role.ID || isDefault ? TextExpression.PerRow.NAME : null;
            case "object_schema_name" -> of.role() == Catalog.Role.PARENT ? TextExpression.PerRow.SCHEMA : null;
            case "schema_name" -> of.role() == Catalog.Role.SCHEMA ? TextExpression.PerRow.SCHEMA : null;
            default -> null;
        };
    }
}
