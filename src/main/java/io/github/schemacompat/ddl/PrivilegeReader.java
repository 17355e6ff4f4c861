package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads GRANT, REVOKE and DENY. */
final class PrivilegeReader implements StatementForm {
    private final Language language;

    PrivilegeReader(Language language) {
        this.language = language;
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        int from = cursor.index();
        String verb = Language.lower(cursor.next());
        if (cursor.accept("grant", "option", "for")) {
            cursor.rest();
            return List.of(new Operation.NoSchemaEffect(cursor.spanFrom(from), "right to pass a right on"));
        }
        List<String> privileges = new ArrayList<>();
        for (List<Token> privilege : Condition.split(until(cursor, "on", "to", "from"), ",")) {
            if (privilege.isEmpty()) {
                throw Expected.at(cursor, "a privilege");
            }
            privileges.add(Language.shown(privilege).toLowerCase(Locale.ROOT));
        }
        ObjectKind kind = ObjectKind.OTHER;
        List<QualifiedName> objects = new ArrayList<>();
        if (cursor.accept("on")) {
            kind = kind(cursor);
            if (objects(cursor, objects)) {
                kind = ObjectKind.SCHEMA;
            }
        }
        if (!cursor.acceptAny("to", "from")) {
            throw Expected.at(cursor, "TO or FROM");
        }
        List<String> grantees = new ArrayList<>();
        for (List<Token> grantee : Condition.split(
                until(cursor, "with", "cascade", "restrict", "granted", "as", "require", "identified"), ",")) {
            grantees.add(Language.shown(grantee));
        }
        cursor.rest();
        return List.of(new Operation.Privilege(cursor.spanFrom(from), verb, privileges, kind, objects, grantees));
    }

    private static List<Token> until(TokenCursor cursor, String... words) {
        int from = cursor.index();
        while (!cursor.atEnd() && !cursor.peek().isAny(words)) {
            if (cursor.acceptParentheses().isEmpty()) {
                cursor.next();
            }
        }
        return cursor.between(from, cursor.index());
    }

    private static ObjectKind kind(TokenCursor cursor) {
        if (cursor.peek(1).is("::")) {
            ObjectKind kind = kindOf(Language.lower(cursor.next()));
            cursor.next();
            return kind;
        }
        cursor.accept("all");
        String word = Language.lower(cursor.peek());
        ObjectKind kind = kindOf(word);
        boolean named = cursor.peek(1).isName() && !cursor.peek(1).isAny("to", "from");
        if (!named) {
            return ObjectKind.TABLE;
        }
        cursor.next();
        cursor.acceptAny("data", "server", "object", "wrapper");
        return kind;
    }

    private static ObjectKind kindOf(String word) {
        return switch (word) {
            case "table", "tables", "view", "object" -> ObjectKind.TABLE;
            case "sequence", "sequences" -> ObjectKind.SEQUENCE;
            case "function", "functions", "procedure", "procedures", "routine", "routines" -> ObjectKind.ROUTINE;
            case "schema" -> ObjectKind.SCHEMA;
            case "type", "domain" -> ObjectKind.TYPE;
            default -> ObjectKind.OTHER;
        };
    }

    /** @return whether the names are those of schemas: everything in them is meant */
    private boolean objects(TokenCursor cursor, List<QualifiedName> objects) {
        boolean schemas = cursor.accept("in", "schema");
        do {
            if (cursor.at("*")) {
                until(cursor, "to", "from");
                return false;
            }
            if (cursor.peek(1).is(".") && cursor.peek(2).is("*")) {
                boolean all = cursor.accept("*");
                if (!all) {
                    objects.add(QualifiedName.of(language.simpleName(cursor)));
                }
                until(cursor, "to", "from");
                return !all;
            }
            objects.add(language.name(cursor));
            cursor.acceptParentheses();
        } while (cursor.accept(","));
        return schemas;
    }
}
