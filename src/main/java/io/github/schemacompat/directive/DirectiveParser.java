package io.github.schemacompat.directive;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.CatalogNames;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the words of one directive. */
final class DirectiveParser {
    static final List<String> VERBS = List.of("deprecate", "populate", "honors", "withdraw", "phase", "allow");

    private static final Pattern BECAUSE = Pattern.compile("(?is)(?<!\\S)because(?!\\S)");
    private static final int MOST_PARTS = 3;

    private final Dialect dialect;
    private final Span span;
    private final @Nullable String reason;
    private final TokenCursor cursor;

    /** @param span what stands behind {@code schema-compat:}, stripped */
    DirectiveParser(Dialect dialect, Span span) {
        this.dialect = dialect;
        this.span = span;
        Matcher because = BECAUSE.matcher(span.text());
        boolean reasoned = because.find();
        Span head = reasoned ? span.source().span(span.start(), span.start() + because.start()) : span;
        this.reason = reasoned ? span.text().substring(because.end()).strip().replaceAll("\\s+", " ") : null;
        this.cursor = new TokenCursor(span.source(), new Lexer(dialect).tokens(head));
    }

    /** Thrown where the words are no directive; its message goes to people. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message, null, false, false);
        }
    }

    /** The directives that the words make: one for each object of a list. */
    List<Directive> parse() {
        try {
            List<Directive> directives = directives();
            if (!cursor.atEnd()) {
                throw new Wrong("'" + cursor.peek().text() + "' is not expected here. " + form());
            }
            return directives;
        } catch (Wrong e) {
            return List.of(new Directive.Invalid(span, String.valueOf(e.getMessage())));
        }
    }

    private List<Directive> directives() throws Wrong {
        String verb = cursor.next().text().toLowerCase(Locale.ROOT);
        List<Directive> directives = new ArrayList<>();
        switch (verb) {
            case "deprecate", "populate", "honors" -> directives.addAll(marks(verb, requiredReason()));
            case "withdraw" -> {
                String mark = cursor.next().text().toLowerCase(Locale.ROOT);
                List<String> known = List.of("deprecate", "populate", "honors");
                if (!known.contains(mark)) {
                    throw new Wrong(
                            "'" + mark + "' is no mark that can be withdrawn; write withdraw deprecate, withdraw"
                                    + " populate or withdraw honors." + Spelling.hint(mark, known));
                }
                marks(mark, reason == null ? "" : reason)
                        .forEach(each -> directives.add(new Directive.Withdraw(span, each)));
            }
            case "phase" -> directives.add(new Directive.InPhase(span, phase()));
            case "allow" -> directives.add(allow());
            default ->
                throw new Wrong("'" + verb + "' is no word of a directive; the words are " + String.join(", ", VERBS)
                        + "." + Spelling.hint(verb, VERBS));
        }
        return directives;
    }

    private List<Directive.Mark> marks(String mark, String because) throws Wrong {
        List<Directive.Mark> marks = new ArrayList<>();
        if (mark.equals("honors")) {
            marks.add(honors(because));
            return marks;
        }
        boolean readsOnly =
                mark.equals("deprecate") && cursor.at("reads") && cursor.peek(1).isName();
        if (readsOnly) {
            cursor.next();
        }
        do {
            ObjectName object = object(mark.equals("populate") ? "a column, such as customers.email" : "an object");
            marks.add(
                    mark.equals("populate")
                            ? new Directive.Populate(span, object, because)
                            : new Directive.Deprecate(span, object, readsOnly, because));
        } while (cursor.accept(","));
        return marks;
    }

    private Directive.Honors honors(String because) throws Wrong {
        String form = "Write honors unique, honors foreign key or honors check, and then table(column, …).";
        HonoredKind kind;
        if (cursor.accept("unique")) {
            kind = HonoredKind.UNIQUE;
        } else if (cursor.accept("foreign", "key")) {
            kind = HonoredKind.FOREIGN_KEY;
        } else if (cursor.accept("check")) {
            kind = HonoredKind.CHECK;
        } else {
            throw new Wrong("'" + cursor.peek().text() + "' is no kind of constraint that can be honored. " + form);
        }
        int from = cursor.index();
        List<String> parts = parts("a table");
        ObjectName table = new ObjectName(cursor.spanFrom(from).text(), parts, null);
        List<String> columns = new ArrayList<>();
        if (!cursor.accept("(")) {
            throw new Wrong("The columns are missing. " + form);
        }
        do {
            columns.add(name("a column"));
        } while (cursor.accept(","));
        if (!cursor.accept(")")) {
            throw new Wrong("The columns are not closed by a parenthesis. " + form);
        }
        return new Directive.Honors(span, kind, table, columns, because);
    }

    private Phase phase() throws Wrong {
        String word = cursor.next().text().toLowerCase(Locale.ROOT);
        for (Phase phase : Phase.values()) {
            if (phase.id().equals(word)) {
                return phase;
            }
        }
        throw new Wrong("'" + word + "' is no phase; write phase pre or phase post.");
    }

    private Directive.Allow allow() throws Wrong {
        List<String> rules = new ArrayList<>();
        do {
            int from = cursor.index();
            while (!cursor.atEnd() && !cursor.peek().isAny(",", "on", "until")) {
                cursor.next();
            }
            if (cursor.index() == from) {
                throw new Wrong("The rule that is allowed is missing. " + form());
            }
            rules.add(cursor.spanFrom(from).text());
        } while (cursor.accept(","));
        ObjectName object = cursor.accept("on") ? object("an object") : null;
        String until = null;
        if (cursor.accept("until")) {
            int from = cursor.index();
            cursor.rest();
            until = cursor.index() == from ? "" : cursor.spanFrom(from).text();
        }
        return new Directive.Allow(span, rules, object, until, requiredReason());
    }

    private String requiredReason() throws Wrong {
        String given = reason;
        if (given == null || given.chars().noneMatch(Character::isLetterOrDigit)) {
            throw new Wrong("The reason is missing: end it with 'because' and why.");
        }
        return given;
    }

    private ObjectName object(String what) throws Wrong {
        int from = cursor.index();
        List<String> parts = parts(what);
        List<ColumnType> arguments = null;
        if (cursor.at("(")) {
            arguments = new ArrayList<>();
            List<Token> inside = cursor.acceptParentheses();
            int start = inside.get(0).end();
            int end = inside.get(inside.size() - 1).start();
            String types = end < start ? "" : span.source().text().substring(start, end);
            for (String type : types.split(",")) {
                if (!type.isBlank()) {
                    arguments.add(dialect.canonical(ColumnType.parse(type.strip())));
                }
            }
        }
        return new ObjectName(cursor.spanFrom(from).text(), parts, arguments);
    }

    private List<String> parts(String what) throws Wrong {
        List<String> parts = new ArrayList<>();
        do {
            parts.add(name(what));
        } while (cursor.accept("."));
        if (parts.size() > MOST_PARTS) {
            throw new Wrong("A name has three parts at most: schema, table and column.");
        }
        return parts;
    }

    private String name(String what) throws Wrong {
        if (!cursor.peek().isName()) {
            throw new Wrong((cursor.atEnd()
                            ? "The name is missing"
                            : "'" + cursor.peek().text() + "' is no name") + ": " + what + " is expected. " + form());
        }
        return CatalogNames.of(cursor.next(), dialect);
    }

    private static String form() {
        return "Forms: deprecate [reads] <object> because <reason>; populate <column> because <reason>; honors"
                + " unique|foreign key|check <table>(<columns>) because <reason>; withdraw <mark> <object>; phase"
                + " pre|post; allow <rule>[, <rule>] [on <object>] [until <version or date>] because <reason>.";
    }
}
