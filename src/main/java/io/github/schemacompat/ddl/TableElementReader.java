package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads the columns, constraints, indexes and LIKEs of a CREATE TABLE or of a table type. */
final class TableElementReader {
    private static final WordList LIKE_OPTIONS = WordList.of(
            "all comments compression constraints defaults generated identity indexes statist" + "ics storage");

    private final Grammar grammar;
    private final NameReader names;
    private final ColumnDefinitionReader columns;
    private final ConstraintReader constraints;
    private final IndexReader indexes;
    private final ExpressionReader expressions;

    TableElementReader(Dialect dialect) {
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
        this.columns = new ColumnDefinitionReader(dialect);
        this.constraints = new ConstraintReader(dialect);
        this.indexes = new IndexReader(dialect);
        this.expressions = new ExpressionReader(dialect);
    }

    /**
     * Everything between a pair of parentheses, with them.
     *
     * @throws Expected if an element can't be read
     */
    TableElements read(TokenCursor cursor) {
        TableElements elements = new TableElements();
        Expected.next(cursor, "(");
        if ((grammar == Grammar.POSTGRESQL || grammar == Grammar.H2) && cursor.accept(")")) {
            return elements;
        }
        do {
            element(cursor, elements);
        } while (goesOn(cursor));
        if (!cursor.accept(")")) {
            throw Expected.at(cursor, "a comma or the closing parenthesis");
        }
        elements.columns.replaceAll(
                column -> elements.notNull.contains(column.name()) ? column.withNullable(false) : column);
        return elements;
    }

    /** SQL Server lets out the comma before a constraint, and takes one too many at the end. */
    private boolean goesOn(TokenCursor cursor) {
        boolean sqlServer = grammar == Grammar.SQL_SERVER;
        if (cursor.accept(",")) {
            boolean oneTooMany = sqlServer || grammar == Grammar.HSQLDB || grammar == Grammar.H2;
            return !(oneTooMany && cursor.at(")"));
        }
        return (sqlServer || grammar == Grammar.SQLITE) && (constraints.at(cursor) || indexes.at(cursor));
    }

    private void element(TokenCursor cursor, TableElements elements) {
        int named = cursor.at("constraint") ? 2 : 0;
        if (grammar == Grammar.POSTGRESQL
                && cursor.peek(named).is("not")
                && cursor.peek(named + 1).is("null")) {
            elements.notNull.add(constraints.notNull(cursor));
        } else if (constraints.at(cursor)) {
            elements.constraints.add(constraints.read(cursor));
        } else if (indexes.at(cursor)) {
            elements.indexes.add(indexes.element(cursor, null));
        } else if (grammar != Grammar.POSTGRESQL && cursor.accept("period", "for")) {
            names.simple(cursor);
            names.list(cursor);
        } else if (grammar == Grammar.ORACLE && cursor.accept("supplemental", "log")) {
            while (!cursor.peek().isAny(",", ")") && !cursor.atEnd()) {
                if (cursor.acceptParentheses().isEmpty()) {
                    cursor.next();
                }
            }
        } else if (grammar != Grammar.SQL_SERVER && grammar != Grammar.SQLITE && cursor.accept("like")) {
            elements.like.add(like(cursor, elements.columns.size()));
        } else {
            elements.columns.add(columns.read(cursor, elements.indexes));
            if (grammar == Grammar.POSTGRESQL && cursor.accept("options")) {
                expressions.parentheses(cursor);
            }
        }
    }

    /** From behind the word LIKE on. */
    Operation.Like like(TokenCursor cursor, int at) {
        QualifiedName table = names.read(cursor);
        if (grammar == Grammar.MYSQL) {
            return new Operation.Like(table, List.of("all"), List.of(), at);
        }
        List<String> including = new ArrayList<>();
        List<String> excluding = new ArrayList<>();
        while (cursor.acceptAny("including", "excluding")) {
            List<String> said = cursor.previous().is("including") ? including : excluding;
            if (!LIKE_OPTIONS.accept(cursor)) {
                throw Expected.at(cursor, "what LIKE includes");
            }
            said.add(Language.lower(cursor.previous()));
        }
        return new Operation.Like(table, including, excluding, at);
    }
}
