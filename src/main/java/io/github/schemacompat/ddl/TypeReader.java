package io.github.schemacompat.ddl;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.StringLiterals;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads a data type into its canonical form and stops behind it. */
final class TypeReader {
    /** Types of several words; of two that begin alike the longer comes first. */
    private static final List<List<String>> PHRASES = List.of(
            List.of("national", "character", "varying"),
            List.of("national", "char", "varying"),
            List.of("national", "character"),
            List.of("national", "char"),
            List.of("national", "varchar"),
            List.of("character", "large", "object"),
            List.of("character", "varying"),
            List.of("char", "large", "object"),
            List.of("char", "varying"),
            List.of("char", "byte"),
            List.of("nchar", "varying"),
            List.of("nchar", "varchar"),
            List.of("binary", "varying"),
            List.of("binary", "large", "object"),
            List.of("bit", "varying"),
            List.of("double", "precision"),
            List.of("long", "varchar"),
            List.of("long", "vargraphic"),
            List.of("long", "raw"),
            List.of("long", "varbinary"));

    /** MySQL and MariaDB know no user types: what is not here is a typing error. */
    private static final WordList MYSQL_TYPES = WordList.of("""
            bit bool boolean tinyint smallint mediumint int integer int1 int2 int3 int4 int8 middleint bigint serial
            decimal dec numeric fixed number float float4 float8 double real date time datetime timestamp year char
            character nchar varchar varcharacter nvarchar varchar2 binary varbinary tinyblob blob mediumblob longblob
            tinytext text mediumtext longtext long clob raw enum set json geometry point linestring polygon multipoint
            multilinestring multipolygon geometrycollection geomcollection uuid inet4 inet6 vector xmltype national
            """);

    /** Words that follow a column's name only where its type was left out. */
    private static final WordList NO_TYPES = WordList.of("""
            not null default primary unique references check constraint collate generated as identity auto_increment
            on using from to add drop alter first after before with without where for in is and or
            """);

    /** With these a constraint of a column begins in SQLite. */
    static final WordList BEHIND_ANY_TYPE =
            WordList.of("constraint primary not null unique check default collate references as on");

    /** Of PostgreSQL; without the quotes it is another type. */
    private static final String SINGLE_BYTE = "\"char\"";

    private static final WordList INTERVAL_FIELDS = WordList.of("year month day hour minute second to");

    private final Dialect dialect;
    private final Grammar grammar;
    private final NameReader names;

    TypeReader(Dialect dialect) {
        this.dialect = dialect;
        this.grammar = Grammar.of(dialect);
        this.names = new NameReader(dialect);
    }

    /**
     * A type with its arguments and what belongs to it: {@code timestamp(3) with time zone}, {@code int unsigned},
     * {@code SETOF t}, {@code t.c%TYPE}.
     *
     * @throws Expected if no type comes next
     */
    ColumnType read(TokenCursor cursor) {
        if (grammar == Grammar.ORACLE && cursor.at("interval")) {
            return interval(cursor);
        }
        if (grammar == Grammar.ORACLE && cursor.at("ref") && cursor.peek(1).isName()) {
            cursor.next();
            return ColumnType.of("ref " + name(cursor));
        }
        if (grammar == Grammar.POSTGRESQL && cursor.accept("setof")) {
            ColumnType element = read(cursor);
            return new ColumnType("setof " + element.name(), element.arguments());
        }
        StringBuilder name = new StringBuilder(name(cursor));
        if (grammar != Grammar.SQL_SERVER && name.toString().equalsIgnoreCase("interval")) {
            intervalFields(cursor, name);
        }
        List<String> arguments = arguments(cursor);
        if (arguments.isEmpty()
                && grammar == Grammar.MYSQL
                && (name.toString().equals("enum") || name.toString().equals("set"))) {
            throw Expected.at(cursor, "the labels of the type");
        }
        suffix(cursor, name);
        return dialect.canonical(new ColumnType(name.toString(), arguments));
    }

    private String name(TokenCursor cursor) {
        Token first = cursor.peek();
        boolean word = first.kind() == TokenKind.WORD;
        if (!first.isName() || NO_TYPES.holds(first)) {
            throw Expected.at(cursor, "a data type");
        }
        if (grammar == Grammar.SQLITE) {
            return anyWords(cursor);
        }
        if (word && !cursor.peek(1).is(".")) {
            for (List<String> phrase : PHRASES) {
                if (cursor.accept(phrase.toArray(String[]::new))) {
                    return String.join(" ", phrase);
                }
            }
        }
        if (grammar == Grammar.MYSQL) {
            if (!MYSQL_TYPES.holds(first)) {
                throw Expected.at(cursor, "a data type of " + dialect.displayName());
            }
            return Language.lower(cursor.next());
        }
        if (grammar == Grammar.POSTGRESQL
                && first.text().equals(SINGLE_BYTE)
                && !cursor.peek(1).is(".")) {
            return cursor.next().text();
        }
        List<String> parts = names.parts(cursor);
        boolean anchored = grammar == Grammar.POSTGRESQL || grammar == Grammar.ORACLE;
        if (anchored && cursor.at("%") && cursor.peek(1).isAny("type", "rowtype")) {
            cursor.next();
            return String.join(".", parts) + "%" + Language.lower(cursor.next());
        }
        QualifiedName qualified = names.qualified(parts);
        String schema = qualified.schema();
        if (schema != null && (schema.equalsIgnoreCase("sys") || schema.equals("pg_catalog"))) {
            qualified = qualified.withSchema(null);
        }
        return dialect.key(qualified, dialect.defaultSchema());
    }

    /** SQLite takes any words for a type, up to those with which a constraint of the column begins. */
    private static String anyWords(TokenCursor cursor) {
        StringBuilder name = new StringBuilder();
        while (cursor.peek().isName()
                && !BEHIND_ANY_TYPE.holds(cursor.peek())
                && !cursor.atSequence("generated", "always")) {
            Token word = cursor.next();
            String text = Language.lower(word);
            boolean quotes = word.kind() == TokenKind.QUOTED;
            name.append(name.isEmpty() ? "" : " ").append(quotes ? text.substring(1, text.length() - 1) : text);
        }
        return name.toString();
    }

    /** {@code INTERVAL DAY(2) TO SECOND(6)}: precisions are no part of what fits. */
    private ColumnType interval(TokenCursor cursor) {
        StringBuilder name = new StringBuilder(Language.lower(cursor.next()));
        while (INTERVAL_FIELDS.holds(cursor.peek())) {
            name.append(' ').append(Language.lower(cursor.next()));
            List<String> precision = arguments(cursor);
            if (!precision.isEmpty()) {
                name.append('(').append(precision.get(0)).append(')');
            }
        }
        return ColumnType.of(name.toString());
    }

    private static void intervalFields(TokenCursor cursor, StringBuilder name) {
        while (INTERVAL_FIELDS.holds(cursor.peek())) {
            name.append(' ').append(Language.lower(cursor.next()));
        }
    }

    private List<String> arguments(TokenCursor cursor) {
        if (!cursor.accept("(")) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>();
        do {
            arguments.add(argument(cursor));
        } while (cursor.accept(","));
        Expected.next(cursor, ")");
        return arguments;
    }

    private String argument(TokenCursor cursor) {
        Token token = cursor.peek();
        if (token.kind() == TokenKind.STRING) {
            String label = StringLiterals.value(cursor.next(), dialect.lexicalRules());
            return "'" + label.replace("'", "''") + "'";
        }
        StringBuilder argument = new StringBuilder();
        if (cursor.at("-") || cursor.at("*")) {
            argument.append(cursor.next().text());
        }
        boolean star = argument.toString().equals("*");
        while (cursor.peek().kind() == TokenKind.NUMBER || cursor.peek().isName()) {
            boolean blank = argument.length() > 0 && !argument.toString().equals("-");
            argument.append(blank ? " " : "").append(Language.lower(cursor.next()));
        }
        if (argument.length() == 0 || !star && argument.toString().equals("-")) {
            throw Expected.at(cursor, "an argument of the data type");
        }
        return argument.toString();
    }

    private void suffix(TokenCursor cursor, StringBuilder name) {
        if (grammar == Grammar.MYSQL || grammar == Grammar.H2) {
            while (cursor.peek().isAny("unsigned", "signed", "zerofill")) {
                name.append(' ').append(Language.lower(cursor.next()));
            }
        }
        if (grammar == Grammar.DB2) {
            if (cursor.accept("for", "bit", "data")) {
                name.append(" for bit data");
            } else if (!cursor.accept("for", "sbcs", "data")) {
                cursor.accept("for", "mixed", "data");
            }
            return;
        }
        if (grammar == Grammar.ORACLE) {
            if (cursor.accept("with", "local", "time", "zone")) {
                name.append(" with local time zone");
            } else if (cursor.accept("with", "time", "zone")) {
                name.append(" with time zone");
            }
            return;
        }
        if (grammar != Grammar.SQL_SERVER && grammar != Grammar.MYSQL) {
            boolean time =
                    name.toString().equalsIgnoreCase("time") || name.toString().equalsIgnoreCase("timestamp");
            if (time && (cursor.atSequence("with", "time", "zone") || cursor.atSequence("without", "time", "zone"))) {
                name.append(' ').append(Language.lower(cursor.next())).append(" time zone");
                cursor.next();
                cursor.next();
            }
            if (dimensions(cursor)) {
                name.append("[]");
            }
        }
    }

    /** PostgreSQL keeps neither the number of dimensions nor their sizes. */
    private static boolean dimensions(TokenCursor cursor) {
        boolean array = cursor.accept("array");
        while (cursor.accept("[")) {
            if (cursor.peek().kind() == TokenKind.NUMBER) {
                cursor.next();
            }
            Expected.next(cursor, "]");
            array = true;
        }
        return array;
    }
}
