package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.source.Span;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenCursor;
import io.github.schemacompat.sql.TokenKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a statement on rows touches. What its expressions say is not looked at here. */
final class DataReader {
    private static final Set<String> NO_ALIAS = Set.of(
            ("where set join on inner left right full cross group order union using limit having with when output "
                            + "option for natural straight_join values value select returning window offset fetch except "
                            + "intersect tablesample outer default and from into partition use force ignore pivot unpivot "
                            + "exec execute overriding as lateral only")
                    .split(" "));

    /** {@code EXTRACT(epoch FROM x)} names no table. */
    private static final Set<String> FUNCTIONS_WITH_FROM =
            Set.of("extract", "trim", "substring", "overlay", "position", "ltrim", "rtrim");

    private final Language language;

    DataReader(Language language) {
        this.language = language;
    }

    /** Reads the whole statement. */
    List<Operation> read(TokenCursor cursor) {
        int from = cursor.index();
        List<Token> all = cursor.rest();
        Span span = cursor.spanFrom(from);
        List<Operation> operations = new ArrayList<>();
        Set<String> local = new HashSet<>();
        // through an expression its first table is written
        Map<String, QualifiedName> written = new HashMap<>();
        TokenCursor at = new TokenCursor(cursor.source(), all);
        if (at.accept("with")) {
            at.accept("recursive");
            expressions(at, span, local, written, operations);
        }
        while (at.accept("(")) {
            // a bracketed SELECT
        }
        List<Token> main = at.rest();
        if (main.isEmpty()) {
            throw Expected.at(at, "a statement behind WITH");
        }
        Sources sources = sources(cursor, all, local);
        sources.aliases()
                .replaceAll((alias, name) -> name.schema() == null
                        ? written.getOrDefault(name.name().toLowerCase(Locale.ROOT), name)
                        : name);
        written.forEach(sources.aliases()::putIfAbsent);
        operations.add(statement(span, new TokenCursor(cursor.source(), main), sources, local));
        output(span, new TokenCursor(cursor.source(), main), operations);
        return operations;
    }

    /** WITH a AS (…), b AS (…): statements that write are operations of their own. */
    private void expressions(
            TokenCursor at,
            Span span,
            Set<String> local,
            Map<String, QualifiedName> tables,
            List<Operation> operations) {
        do {
            String name = language.simpleName(at).toLowerCase(Locale.ROOT);
            local.add(name);
            at.acceptParentheses();
            Expected.next(at, "as");
            at.accept("not");
            at.accept("materialized");
            List<Token> body = at.acceptParentheses();
            if (body.size() < 2) {
                throw Expected.at(at, "(");
            }
            List<Token> inner = body.subList(1, body.size() - 1);
            List<QualifiedName> within = sources(at, inner, local).names(local);
            if (!within.isEmpty()) {
                tables.put(name, within.get(0));
            }
            if (!inner.isEmpty() && inner.get(0).isAny("insert", "update", "delete", "merge")) {
                operations.addAll(read(new TokenCursor(at.source(), inner)));
            }
        } while (at.accept(","));
    }

    /** OUTPUT … INTO t fills a second table. */
    private void output(Span span, TokenCursor at, List<Operation> operations) {
        if (!language.is(Grammar.SQL_SERVER) || at.peek().isAny("select", "values")) {
            return;
        }
        boolean output = false;
        while (!at.atEnd()) {
            if (at.accept("output")) {
                output = true;
            } else if (output && at.accept("into")) {
                QualifiedName target = nameOrNull(at);
                if (target != null) {
                    operations.add(new Operation.Data(span, "insert", target, List.of(), false, columns(at)));
                }
                return;
            } else if (at.acceptParentheses().isEmpty()) {
                at.next();
            }
        }
    }

    private Operation statement(Span span, TokenCursor at, Sources sources, Set<String> local) {
        String verb = Language.lower(at.next());
        switch (verb) {
            case "insert", "replace":
                return insert(span, verb, at, sources);
            case "update":
                return update(span, at, sources);
            case "delete":
                return delete(span, at, sources);
            case "merge":
                words(at);
                at.accept("into");
                return new Operation.Data(
                        span, verb, sources.resolve(nameOrNull(at)), sources.names(local), true, List.of());
            case "select", "values", "table", "perform":
                return new Operation.Data(span, "select", null, sources.names(local), where(at), List.of());
            default:
                at.reset(0);
                throw Expected.at(at, "a statement on rows");
        }
    }

    /** {@code INSERT OR IGNORE}, {@code UPDATE OR REPLACE} of SQLite. */
    private static void onConflict(TokenCursor at) {
        if (at.accept("or")) {
            at.next();
        }
    }

    private Operation insert(Span span, String verb, TokenCursor at, Sources sources) {
        onConflict(at);
        if (language.is(Grammar.ORACLE) && at.acceptAny("all", "first")) {
            // into several tables: the first is told
            while (!at.atEnd() && !at.at("into")) {
                at.next();
            }
        }
        words(at);
        at.acceptAny("into", "overwrite");
        QualifiedName target = nameOrNull(at);
        if (at.accept("partition")) {
            at.acceptParentheses();
        }
        at.accept("as");
        alias(at);
        List<String> columns = columns(at);
        if (at.at("set")) {
            at.next();
            columns = assigned(at);
        }
        boolean filtered = where(at);
        return new Operation.Data(span, verb, target, sources.names(Set.of()), filtered, columns);
    }

    private Operation update(Span span, TokenCursor at, Sources sources) {
        onConflict(at);
        words(at);
        at.accept("only");
        QualifiedName target = nameOrNull(at);
        while (!at.atEnd() && !at.at("set")) {
            if (at.acceptParentheses().isEmpty()) {
                at.next();
            }
        }
        at.accept("set");
        List<String> columns = assigned(at);
        return new Operation.Data(span, "update", sources.resolve(target), sources.names(Set.of()), where(at), columns);
    }

    private Operation delete(Span span, TokenCursor at, Sources sources) {
        words(at);
        at.accept("from");
        at.accept("only");
        QualifiedName target = nameOrNull(at);
        return new Operation.Data(
                span, "delete", sources.resolve(target), sources.names(Set.of()), where(at), List.of());
    }

    /** What may stand between the verb and the table. */
    private void words(TokenCursor at) {
        if (language.is(Grammar.SQLITE) && at.accept("or")) {
            // IGNORE, REPLACE and the like say what becomes of rows that are refused
            at.next();
        }
        while (at.acceptAny("low_priority", "high_priority", "delayed", "quick", "ignore", "top", "percent")) {
            at.acceptParentheses();
        }
        if (at.previous().is("top")) {
            at.next();
        }
        at.accept("percent");
    }

    private List<String> columns(TokenCursor at) {
        if (!at.at("(") || at.peek(1).isAny("select", "values", "with", "(")) {
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        List<Token> parentheses = at.acceptParentheses();
        for (List<Token> entry : GuardReader.entries(parentheses)) {
            if (!entry.isEmpty() && entry.get(entry.size() - 1).isName()) {
                columns.add(simple(at, entry.get(entry.size() - 1)));
            }
        }
        return columns;
    }

    /** The columns of a SET list, up to where the list ends. */
    private List<String> assigned(TokenCursor at) {
        List<String> columns = new ArrayList<>();
        boolean name = true;
        Token last = TokenCursor.END;
        while (!at.atEnd() && !at.peek().isAny("from", "where", "output", "returning", "order", "limit", "option")) {
            Token token = at.peek();
            if (name && token.is("(")) {
                for (List<Token> entry : GuardReader.entries(at.acceptParentheses())) {
                    columns.add(simple(at, entry.get(entry.size() - 1)));
                }
                name = false;
            } else if (name && token.isAny("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", ":=", ".")) {
                if (!token.is(".")) {
                    if (last.isName()) {
                        columns.add(simple(at, last));
                    }
                    name = false;
                }
                at.next();
            } else if (token.is(",")) {
                name = true;
                at.next();
            } else if (at.acceptParentheses().isEmpty()) {
                at.next();
            }
            last = token;
        }
        return columns;
    }

    private String simple(TokenCursor at, Token token) {
        return token.isName() ? language.simpleName(new TokenCursor(at.source(), List.of(token))) : token.text();
    }

    /** Whether a condition chooses among the rows. */
    private static boolean where(TokenCursor at) {
        while (!at.atEnd()) {
            if (at.accept("where")) {
                return !isAlwaysTrue(at);
            }
            if (at.acceptParentheses().isEmpty()) {
                at.next();
            }
        }
        return false;
    }

    /** {@code WHERE TRUE}, {@code WHERE 1 = 1}: for those who guard against a WHERE that was forgotten. */
    private static boolean isAlwaysTrue(TokenCursor at) {
        List<Token> condition = at.rest();
        Token first = condition.isEmpty() ? null : condition.get(0);
        if (first == null || condition.size() == 1) {
            return first != null && first.isAny("true", "1");
        }
        boolean constant = first.kind() == TokenKind.NUMBER || first.kind() == TokenKind.STRING;
        return condition.size() == 3
                && constant
                && condition.get(1).is("=")
                && first.text().equals(condition.get(2).text());
    }

    private @Nullable QualifiedName nameOrNull(TokenCursor at) {
        int from = at.index();
        try {
            return at.peek().isName() || at.at(".") ? language.name(at) : null;
        } catch (Expected noName) {
            at.reset(from);
            return null;
        }
    }

    private @Nullable String alias(TokenCursor at) {
        Token token = at.peek();
        boolean alias = token.isName() && !(token.kind() == TokenKind.WORD && NO_ALIAS.contains(Language.lower(token)));
        return alias ? language.simpleName(at) : null;
    }

    /** Tables behind FROM, JOIN and USING, and the names that they have within the statement. */
    private record Sources(Set<QualifiedName> tables, Map<String, QualifiedName> aliases, Language language) {
        List<QualifiedName> names(Set<String> local) {
            return tables.stream()
                    .filter(name ->
                            name.schema() != null || !local.contains(name.name().toLowerCase(Locale.ROOT)))
                    .toList();
        }

        @Nullable
        QualifiedName resolve(@Nullable QualifiedName target) {
            if (target == null || target.schema() != null) {
                return target;
            }
            return aliases.getOrDefault(target.name().toLowerCase(Locale.ROOT), target);
        }
    }

    private Sources sources(TokenCursor cursor, List<Token> all, Set<String> local) {
        Sources sources = new Sources(new LinkedHashSet<>(), new HashMap<>(), language);
        TokenCursor at = new TokenCursor(cursor.source(), all);
        Deque<Boolean> functions = new ArrayDeque<>();
        boolean deletes = false;
        while (!at.atEnd()) {
            Token token = at.next();
            Token before = at.peek(-2);
            if (token.is("(")) {
                functions.push(FUNCTIONS_WITH_FROM.contains(Language.lower(before)));
            } else if (token.is(")") && !functions.isEmpty()) {
                functions.pop();
            } else if (token.isAny("from", "join", "using")
                    || token.is("update") && !before.isAny("on", "for", "after")) {
                boolean none = before.is("distinct") || !functions.isEmpty() && functions.peek();
                // the target of a DELETE is no source, but its alias counts
                boolean target = before.is("delete") && token.is("from") || token.is("update");
                if (!none) {
                    list(at, sources, !target, local);
                }
            }
        }
        return sources;
    }

    private void list(TokenCursor at, Sources sources, boolean source, Set<String> local) {
        do {
            at.accept("lateral");
            at.accept("only");
            QualifiedName name = nameOrNull(at);
            if (name == null || at.at("(") && !at.peek(1).is("nolock")) {
                return;
            }
            if (source && !(name.schema() == null && local.contains(name.name().toLowerCase(Locale.ROOT)))) {
                sources.tables().add(name);
            }
            int from = at.index();
            at.accept("as");
            String alias = alias(at);
            if (alias == null) {
                at.reset(from);
            } else {
                sources.aliases().put(alias.toLowerCase(Locale.ROOT), name);
            }
            if (at.atSequence("with", "(")) {
                at.next();
                at.acceptParentheses();
            }
        } while (at.accept(","));
    }
}
