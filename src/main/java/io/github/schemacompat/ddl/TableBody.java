package io.github.schemacompat.ddl;

import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads a list of columns in parentheses outside of a CREATE TABLE: table types, composite types. */
final class TableBody {
    private final CreateTableReader tables;

    TableBody(Language language) {
        this.tables = new CreateTableReader(language.dialect());
    }

    /**
     * @param tokens the parentheses and what is between them
     * @throws Expected if they hold no list of columns and constraints
     */
    Operation.CreateTable read(SourceText source, List<Token> tokens) {
        Token first = tokens.get(0);
        List<Token> statement = new ArrayList<>();
        for (String word : List.of("create", "table", "t")) {
            statement.add(new Token(TokenKind.WORD, word, first.start(), first.start()));
        }
        statement.addAll(tokens);
        TokenCursor cursor = new TokenCursor(source, statement);
        List<Operation> operations = tables.read(cursor);
        if (operations.size() == 1 && operations.get(0) instanceof Operation.CreateTable table && cursor.atEnd()) {
            return table;
        }
        throw Expected.at(new TokenCursor(source, tokens), "a list of columns");
    }
}
