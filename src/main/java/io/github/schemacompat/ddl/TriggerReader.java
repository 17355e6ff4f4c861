package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads CREATE and ALTER TRIGGER with a whole definition. */
final class TriggerReader implements StatementForm {
    private final Language language;

    TriggerReader(Language language) {
        this.language = language;
    }

    @Override
    public List<Operation> read(TokenCursor cursor) {
        ModuleHead head = ModuleHead.read(cursor);
        Expected.next(cursor, "trigger");
        CreateMode mode = head.orIfNotExists(cursor);
        QualifiedName name = language.name(cursor);
        Trigger trigger = new Trigger(cursor.spanFrom(head.from()), name, mode, cursor.index());
        if (language.is(Grammar.SQL_SERVER)) {
            sqlServer(cursor, trigger);
        } else if (language.is(Grammar.POSTGRESQL)) {
            if (head.words().contains("event")) {
                event(cursor, trigger);
            } else {
                postgreSql(cursor, trigger);
            }
        } else if (language.is(Grammar.ORACLE)) {
            oracle(cursor, trigger);
        } else if (language.is(Grammar.DB2)) {
            db2(cursor, trigger);
        } else if (language.is(Grammar.MYSQL)) {
            mySql(cursor, trigger);
        } else {
            standard(cursor, trigger);
        }
        List<Operation> operations = new ArrayList<>();
        operations.add(new Operation.CreateTrigger(
                trigger.span,
                trigger.name,
                trigger.table,
                trigger.mode,
                trigger.timing,
                trigger.events,
                trigger.function,
                trigger.body,
                trigger.newRow,
                trigger.rowNames,
                trigger.condition,
                language.definition(cursor.between(trigger.afterName, cursor.index()))));
        if (trigger.disabled) {
            operations.add(new Operation.SetTriggerEnabled(trigger.span, trigger.name, null, false));
        }
        return operations;
    }

    private static final class Trigger {
        private final Span span;
        private final QualifiedName name;
        private final CreateMode mode;
        private final int afterName;
        private @Nullable QualifiedName table;
        private String timing = "after";
        private final List<String> events = new ArrayList<>();
        private @Nullable QualifiedName function;
        private @Nullable Span body;
        private @Nullable String newRow;
        private final List<String> rowNames = new ArrayList<>();
        private @Nullable Span condition;
        /** Oracle makes triggers that wait to be enabled. */
        private boolean disabled;

        Trigger(Span span, QualifiedName name, CreateMode mode, int afterName) {
            this.span = span;
            this.name = name;
            this.mode = mode;
            this.afterName = afterName;
        }
    }

    private void sqlServer(TokenCursor cursor, Trigger trigger) {
        Expected.next(cursor, "on");
        if (!cursor.accept("database") && !cursor.accept("all", "server")) {
            trigger.table = language.name(cursor);
        }
        if (cursor.accept("with")) {
            while (!cursor.atEnd() && !cursor.peek().isAny("for", "after", "instead")) {
                cursor.next();
            }
        }
        if (cursor.accept("instead", "of")) {
            trigger.timing = "instead of";
        } else if (!cursor.acceptAny("for", "after")) {
            throw Expected.at(cursor, "FOR, AFTER or INSTEAD OF");
        }
        do {
            trigger.events.add(language.simpleName(cursor).toLowerCase(Locale.ROOT));
        } while (cursor.accept(","));
        cursor.accept("with", "append");
        cursor.accept("not", "for", "replication");
        Expected.next(cursor, "as");
        if (!cursor.atEnd()) {
            trigger.body = Language.span(cursor.source(), cursor.rest());
        }
    }

    private void postgreSql(TokenCursor cursor, Trigger trigger) {
        timing(cursor, trigger);
        do {
            if (!cursor.acceptAny("insert", "update", "delete", "truncate")) {
                throw Expected.at(cursor, "INSERT, UPDATE, DELETE or TRUNCATE");
            }
            trigger.events.add(Language.lower(cursor.previous()));
            if (cursor.accept("of")) {
                do {
                    language.simpleName(cursor);
                } while (cursor.accept(","));
            }
        } while (cursor.accept("or"));
        Expected.next(cursor, "on");
        trigger.table = language.name(cursor);
        while (!cursor.atEnd() && !cursor.at("execute")) {
            if (!referencing(cursor, trigger) && !when(cursor, trigger)) {
                cursor.next();
            }
        }
        run(cursor, trigger);
    }

    private void event(TokenCursor cursor, Trigger trigger) {
        Expected.next(cursor, "on");
        trigger.events.add(language.simpleName(cursor));
        while (!cursor.atEnd() && !cursor.at("execute")) {
            cursor.next();
        }
        run(cursor, trigger);
    }

    private void run(TokenCursor cursor, Trigger trigger) {
        Expected.next(cursor, "execute");
        if (!cursor.acceptAny("function", "procedure")) {
            throw Expected.at(cursor, "FUNCTION");
        }
        trigger.function = language.name(cursor);
        if (cursor.acceptParentheses().isEmpty()) {
            throw Expected.at(cursor, "(");
        }
    }

    private void mySql(TokenCursor cursor, Trigger trigger) {
        timing(cursor, trigger);
        do {
            if (!cursor.acceptAny("insert", "update", "delete")) {
                throw Expected.at(cursor, "INSERT, UPDATE or DELETE");
            }
            trigger.events.add(Language.lower(cursor.previous()));
        } while (cursor.accept("or"));
        Expected.next(cursor, "on");
        trigger.table = language.name(cursor);
        Expected.next(cursor, "for", "each", "row");
        if (cursor.acceptAny("follows", "precedes")) {
            language.name(cursor);
        }
        if (cursor.atEnd()) {
            throw Expected.at(cursor, "the body of the trigger");
        }
        trigger.body = Language.span(cursor.source(), cursor.rest());
    }

    /** H2, HSQLDB and SQLite. */
    private void standard(TokenCursor cursor, Trigger trigger) {
        if (cursor.peek().isAny("instead", "before", "after")) {
            timing(cursor, trigger);
        } else {
            trigger.timing = "before";
        }
        do {
            if (!cursor.acceptAny("insert", "update", "delete", "select", "rollback")) {
                throw Expected.at(cursor, "INSERT, UPDATE or DELETE");
            }
            trigger.events.add(Language.lower(cursor.previous()));
            if (cursor.accept("of")) {
                do {
                    language.simpleName(cursor);
                } while (cursor.accept(","));
            }
        } while (cursor.accept("or") || cursor.accept(","));
        Expected.next(cursor, "on");
        trigger.table = language.name(cursor);
        while (cursor.peek().isAny("referencing", "for", "when")) {
            if (cursor.accept("for", "each")) {
                cursor.acceptAny("row", "statement");
            } else if (!referencing(cursor, trigger) && !when(cursor, trigger)) {
                throw Expected.at(cursor, "when the trigger fires");
            }
        }
        body(cursor, trigger);
    }

    /** {@code REFERENCING OLD ROW AS o NEW ROW AS n}: the names are only heard in the body. */
    private boolean referencing(TokenCursor cursor, Trigger trigger) {
        if (!cursor.accept("referencing")) {
            return false;
        }
        while (cursor.acceptAny("new", "old", "new_table", "old_table", "parent")) {
            boolean row = cursor.previous().is("new") && !cursor.at("table");
            cursor.acceptAny("row", "table");
            cursor.accept("as");
            String name = language.simpleName(cursor).toLowerCase(Locale.ROOT);
            trigger.newRow = row ? name : trigger.newRow;
            trigger.rowNames.add(name);
        }
        return true;
    }

    /** The condition stands in parentheses, but for SQLite's. */
    private boolean when(TokenCursor cursor, Trigger trigger) {
        if (!cursor.accept("when")) {
            return false;
        }
        List<Token> condition = cursor.acceptParentheses();
        if (condition.isEmpty() || language.is(Grammar.SQLITE) && !cursor.at("begin")) {
            int from = cursor.index();
            while (!cursor.atEnd() && !cursor.at("begin")) {
                cursor.next();
            }
            condition = cursor.between(from, cursor.index());
        }
        trigger.condition = condition.isEmpty() ? null : Language.span(cursor.source(), condition);
        return true;
    }

    private void oracle(TokenCursor cursor, Trigger trigger) {
        if (cursor.accept("for")) {
            trigger.timing = "compound";
        } else {
            timing(cursor, trigger);
        }
        do {
            trigger.events.add(language.simpleName(cursor).toLowerCase(Locale.ROOT));
            if (cursor.accept("of")) {
                language.nameList(cursor);
            }
        } while (cursor.accept("or"));
        Expected.next(cursor, "on");
        if (cursor.accept("nested", "table")) {
            language.simpleName(cursor);
            Expected.next(cursor, "of");
        }
        boolean system = cursor.acceptAny("database", "schema") || cursor.accept("pluggable", "database");
        if (!system) {
            trigger.table = language.name(cursor);
            // SCHEMA may follow the name of one
            if (cursor.accept(".")) {
                cursor.next();
            }
        }
        while (!cursor.atEnd() && !cursor.peek().isAny("declare", "begin", "call", "compound", "<<")) {
            trigger.disabled |= cursor.at("disable");
            if (!referencing(cursor, trigger) && !when(cursor, trigger)) {
                cursor.next();
            }
        }
        body(cursor, trigger);
    }

    private void db2(TokenCursor cursor, Trigger trigger) {
        if (cursor.accept("no", "cascade")) {
            // it fires no other triggers
        }
        timing(cursor, trigger);
        do {
            if (!cursor.acceptAny("insert", "update", "delete")) {
                throw Expected.at(cursor, "INSERT, UPDATE or DELETE");
            }
            trigger.events.add(Language.lower(cursor.previous()));
            if (cursor.accept("of")) {
                language.nameList(cursor);
            }
        } while (cursor.accept("or"));
        Expected.next(cursor, "on");
        trigger.table = language.name(cursor);
        while (!cursor.atEnd() && !cursor.accept("for", "each")) {
            if (!referencing(cursor, trigger)) {
                cursor.next();
            }
        }
        cursor.acceptAny("row", "statement");
        if (cursor.accept("mode")) {
            cursor.next();
        }
        while (cursor.acceptAny("not", "secured")) {
            // what row permissions make of it
        }
        when(cursor, trigger);
        body(cursor, trigger);
    }

    private static void body(TokenCursor cursor, Trigger trigger) {
        if (cursor.atEnd()) {
            throw Expected.at(cursor, "the body of the trigger");
        }
        trigger.body = Language.span(cursor.source(), cursor.rest());
    }

    private static void timing(TokenCursor cursor, Trigger trigger) {
        if (cursor.accept("instead", "of")) {
            trigger.timing = "instead of";
        } else if (cursor.acceptAny("before", "after")) {
            trigger.timing = Language.lower(cursor.previous());
        } else {
            throw Expected.at(cursor, "BEFORE, AFTER or INSTEAD OF");
        }
    }
}
