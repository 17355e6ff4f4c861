package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads packages of Oracle and their bodies: each procedure and function in them is a routine of its own. */
final class OraclePackageReader implements StatementForm {
    private final Language language;
    private final OracleRoutineReader routines;

    OraclePackageReader(Language language) {
        this.language = language;
        this.routines = new OracleRoutineReader(language);
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        Expected.next(cursor, "package");
        boolean body = cursor.accept("body");
        CreateMode mode = head.orIfNotExists(cursor);
        QualifiedName name = language.name(cursor);
        Span span = cursor.spanFrom(head.from());
        List<Token> rest = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.peek().isAny("is", "as", ";")) {
            rest.addAll(cursor.acceptParentheses());
            if (!cursor.peek().isAny("is", "as")) {
                rest.add(cursor.next());
            }
        }
        if (!cursor.acceptAny("is", "as")) {
            throw Expected.at(cursor, "IS or AS");
        }
        List<Token> tokens = cursor.rest();
        List<Operation.CreateRoutine> members = new ArrayList<>();
        for (PlSqlSubprograms.Declaration declaration : PlSqlSubprograms.of(tokens)) {
            if (declaration.isSubprogram()) {
                TokenCursor member = new TokenCursor(cursor.source(), declaration.tokens());
                members.add(routines.routine(member, 0, CreateMode.OR_REPLACE, name.name()));
            } else {
                rest.addAll(declaration.tokens());
            }
        }
        rest.addAll(withoutName(tokens.subList(PlSqlSubprograms.length(tokens), tokens.size())));
        return List.of(new Operation.CreatePackage(span, name, mode, body, members, language.definition(rest)));
    }

    /** The name behind the last END may stand there or not. */
    private static List<Token> withoutName(List<Token> end) {
        int size = end.size();
        while (size > 0 && end.get(size - 1).is(";")) {
            size--;
        }
        boolean named =
                size > 1 && end.get(size - 2).is("end") && end.get(size - 1).isName();
        return end.subList(0, named ? size - 1 : size);
    }
}
