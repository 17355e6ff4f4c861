package io.github.schemacompat.ddl;

import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads EXECUTE IMMEDIATE, and PREPARE and EXECUTE of what was prepared. */
final class DynamicStatements {
    private final Language language;
    private final TextExpressionReader texts;

    DynamicStatements(Language language, TextExpressionReader texts) {
        this.language = language;
        this.texts = texts;
    }

    List<Operation> prepare(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "prepare");
        String name = language.simpleName(cursor).toLowerCase(Locale.ROOT);
        if (cursor.acceptAny("output", "input")) {
            while (!cursor.atEnd() && !cursor.at("from")) {
                cursor.next();
            }
        }
        Expected.next(cursor, "from");
        List<Token> text = cursor.rest();
        if (text.isEmpty()) {
            throw Expected.at(cursor, "the text to prepare");
        }
        return List.of(new Operation.Prepare(cursor.spanFrom(from), name, texts.read(cursor.source(), text)));
    }

    List<Operation> execute(TokenCursor cursor) {
        int from = cursor.index();
        Expected.next(cursor, "execute");
        if (cursor.accept("immediate")) {
            int first = cursor.index();
            while (!cursor.atEnd() && !cursor.peek().isAny("using", "into", "bulk", "returning", ";")) {
                if (cursor.acceptParentheses().isEmpty()) {
                    cursor.next();
                }
            }
            List<Token> text = cursor.between(first, cursor.index());
            if (text.isEmpty()) {
                throw Expected.at(cursor, "the text to run");
            }
            cursor.rest();
            return List.of(new Operation.Execute(cursor.spanFrom(from), texts.read(cursor.source(), text)));
        }
        String name = language.simpleName(cursor).toLowerCase(Locale.ROOT);
        if (cursor.acceptAny("using", "into")) {
            List<Token> arguments = new ArrayList<>();
            while (cursor.peek().kind() == TokenKind.VARIABLE || cursor.peek().isName() || cursor.at(",")) {
                arguments.add(cursor.next());
            }
        }
        return List.of(new Operation.ExecutePrepared(cursor.spanFrom(from), name));
    }
}
