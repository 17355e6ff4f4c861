package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.engine.Database;
import io.github.schemacompat.source.SourceText;
import io.github.schemacompat.sql.CatalogNames;
import io.github.schemacompat.sql.Lexer;
import io.github.schemacompat.sql.NormalForm;
import io.github.schemacompat.sql.Token;
import io.github.schemacompat.sql.TokenKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the pragmas of an SQLite say of its database. What they don't tell (checks, filters, triggers) is looked for in the
 * statements that the engine keeps, word by word and without the project's own reader.
 */
final class SqliteCatalog {
    private static final Lexer LEXER = new Lexer(Dialect.SQLITE);

    private final Database database;
    private final Facts facts = new Facts();

    private SqliteCatalog(Database database) {
        this.database = database;
    }

    static Facts of(Database database) throws SQLException {
        SqliteCatalog catalog = new SqliteCatalog(database);
        for (CatalogRow row : catalog.rows("SELECT s.type, s.name, s.tbl_name, s.sql, l.type FROM sqlite_schema s"
                + " LEFT JOIN pragma_table_list l ON l.name = s.name AND l.schema = 'main'"
                + " WHERE s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND l.type IS NOT 'shadow'")) {
            switch (row.text(0)) {
                case "table" -> catalog.table(row);
                case "index" -> catalog.index(row);
                case "view" -> catalog.view(row);
                default -> catalog.trigger(row);
            }
        }
        return catalog.facts;
    }

    private List<CatalogRow> rows(String query) throws SQLException {
        return CatalogRow.of(database, Dialect.SQLITE, query);
    }

    private static String key(String name) {
        return CatalogRow.quoted(Dialect.SQLITE.key(name));
    }

    private static String literal(String name) {
        return "'" + name.replace("'", "''") + "'";
    }

    private static List<Token> tokens(@Nullable String sql) {
        return LEXER.tokens(SourceText.of("catalog", sql == null ? "" : sql).whole());
    }

    private static @Nullable String normal(@Nullable String expression) {
        return expression == null ? null : NormalForm.of(Dialect.SQLITE, tokens(expression));
    }

    private void table(CatalogRow row) throws SQLException {
        String table = key(row.text(1));
        boolean virtual = row.text(4).equals("virtual");
        facts.put("table " + table, "partition", false);
        columns(table, row, virtual);
        if (!virtual) {
            keys(table, row.text(1));
            foreignKeys(table, row.text(1));
            checks(table, row.text(1), tokens(row.get(3)));
        }
    }

    private void columns(String table, CatalogRow row, boolean virtual) throws SQLException {
        boolean rowid =
                rows("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = " + literal(row.text(1)))
                        .stream()
                        .noneMatch(each -> each.flag(0));
        List<CatalogRow> columns = rows("SELECT cid + 1, name, type, \"notnull\", dflt_value, pk, hidden FROM"
                + " pragma_table_xinfo(" + literal(row.text(1)) + ", 'main')");
        long keys = columns.stream().filter(each -> each.number(5) > 0).count();
        boolean strict = rows(
                        "SELECT strict FROM pragma_table_list WHERE schema = 'main' AND name = " + literal(row.text(1)))
                .stream()
                .anyMatch(each -> each.flag(0));
        for (CatalogRow column : columns) {
            if (column.number(6) == 1) {
                // the virtual table's own hidden columns
                continue;
            }
            String path = "column " + table + "." + column.get(1);
            boolean key = column.number(5) > 0;
            boolean rowNumber = rowid
                    && key
                    && keys == 1
                    && column.text(2).equalsIgnoreCase("integer")
                    && !hasKeyIndex(row.text(1));
            facts.put(path, "place", column.get(0));
            facts.put(path, "type", virtual ? "" : type(column.text(2)));
            facts.put(path, "nullable", !(column.flag(3) || rowNumber || key && (strict || !rowid)));
            String value = normal(column.get(4));
            facts.put(path, "default", "null".equals(value) ? null : value);
            facts.put(path, "identity", rowNumber ? "BY_DEFAULT" : "NONE");
            facts.put(path, "generated", column.number(6) > 1 ? Facts.UNTOLD : null);
            facts.put(path, "collation", Facts.UNTOLD);
        }
    }

    /** The number of a row needs no index for its key. */
    private boolean hasKeyIndex(String table) throws SQLException {
        return !rows("SELECT 1 FROM pragma_index_list(" + literal(table) + ", 'main') WHERE origin = 'pk'")
                .isEmpty();
    }

    /** The engine keeps the comments between the words. */
    private static String type(String declared) {
        String words = tokens(declared).stream()
                .map(token -> token.kind() == TokenKind.QUOTED ? CatalogNames.of(token, Dialect.SQLITE) : token.text())
                .collect(Collectors.joining(" "));
        // what is computed is a part of the type where no word of the type stands behind it
        return words.toLowerCase(Locale.ROOT).replaceAll(" ?([(),]) ?", "$1").replaceAll(" ?generated( always)?$", "");
    }

    private void keys(String table, String name) throws SQLException {
        TreeMap<Integer, String> primary = new TreeMap<>();
        for (CatalogRow column :
                rows("SELECT pk, name FROM pragma_table_info(" + literal(name) + ", 'main') WHERE pk > 0")) {
            primary.put(column.number(0), column.text(1));
        }
        if (!primary.isEmpty()) {
            facts.put("primary key of " + table, "name", null);
            facts.put("primary key of " + table, "columns", List.copyOf(primary.values()));
        }
        for (CatalogRow index : rows("SELECT name FROM pragma_index_list(" + literal(name)
                + ", 'main') WHERE origin = 'u' ORDER BY seq DESC")) {
            List<String> columns = database.column(
                    "SELECT name FROM pragma_index_info(" + literal(index.text(0)) + ", 'main') ORDER BY seqno");
            facts.put("unique " + table + "." + columns, "columns", columns);
            facts.put("unique " + table + "." + columns, "nulls equal", false);
        }
    }

    private void foreignKeys(String table, String name) throws SQLException {
        TreeMap<Integer, List<CatalogRow>> keys = new TreeMap<>();
        for (CatalogRow row : rows("SELECT id, \"table\", \"from\", \"to\", on_update, on_delete FROM"
                + " pragma_foreign_key_list(" + literal(name) + ", 'main') ORDER BY id, seq")) {
            keys.computeIfAbsent(-row.number(0), id -> new ArrayList<>()).add(row);
        }
        for (List<CatalogRow> rows : keys.values()) {
            CatalogRow first = rows.get(0);
            List<String> columns = rows.stream().map(row -> row.text(2)).toList();
            String path = "foreign key " + table + "." + columns;
            List<String> referenced = first.get(3) == null
                    ? database.column("SELECT name FROM pragma_table_info(" + literal(first.text(1))
                            + ", 'main') WHERE pk > 0 ORDER BY pk")
                    : rows.stream().map(row -> row.text(3)).toList();
            facts.put(path, "columns", columns);
            facts.put(path, "references", key(first.text(1)));
            // without its table the engine can't tell the columns of the key that it names
            facts.put(path, "referenced columns", referenced.isEmpty() ? Facts.UNTOLD : referenced);
            facts.put(path, "on delete", first.text(5).toLowerCase(Locale.ROOT));
            facts.put(path, "on update", first.text(4).toLowerCase(Locale.ROOT));
            facts.put(path, "enforced", true);
        }
    }

    private void checks(String table, String name, List<Token> statement) throws SQLException {
        List<String> columns = database.column("SELECT name FROM pragma_table_xinfo(" + literal(name) + ", 'main')");
        for (int i = 0; i < statement.size() - 1; i++) {
            if (!statement.get(i).is("check") || !statement.get(i + 1).is("(")) {
                continue;
            }
            int end = closing(statement, i + 1);
            List<Token> condition = statement.subList(i + 1, end + 1);
            List<String> mentioned = columns.stream()
                    .filter(column -> condition.stream()
                            .anyMatch(token -> token.isName()
                                    && CatalogNames.of(token, Dialect.SQLITE).equalsIgnoreCase(column)))
                    .toList();
            boolean named = i >= 2 && statement.get(i - 2).is("constraint");
            String called = named ? CatalogNames.of(statement.get(i - 1), Dialect.SQLITE) : mentioned.toString();
            String path = "check " + table + "." + called;
            facts.put(path, "columns", mentioned);
            facts.put(path, "enforced", true);
            facts.put(path, "exclusion", false);
            facts.put(path, "condition", NormalForm.of(Dialect.SQLITE, condition));
        }
    }

    private static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private void index(CatalogRow row) throws SQLException {
        if (row.get(3) == null) {
            return;
        }
        List<Token> statement = tokens(row.get(3));
        int open = 0;
        while (!statement.get(open).is("(")) {
            open++;
        }
        int close = closing(statement, open);
        List<List<Token>> written = split(statement.subList(open + 1, close));
        List<String> keys = new ArrayList<>();
        for (CatalogRow key : rows("SELECT name, \"desc\", seqno FROM pragma_index_xinfo(" + literal(row.text(1))
                + ", 'main') WHERE key = 1 ORDER BY seqno")) {
            String name = key.get(0) == null ? expression(written.get(key.number(2))) : key.text(0);
            keys.add(name + (key.flag(1) ? " desc" : ""));
        }
        boolean filtered =
                close + 1 < statement.size() && statement.get(close + 1).is("where");
        String path = "index " + key(row.text(2)) + "." + row.get(1);
        facts.put(path, "keys", keys);
        facts.put(path, "included", List.of());
        facts.put(path, "unique", statement.get(1).is("unique"));
        facts.put(path, "nulls equal", false);
        facts.put(
                path,
                "where",
                filtered ? NormalForm.of(Dialect.SQLITE, statement.subList(close + 2, statement.size())) : null);
        facts.put(path, "method", "btree");
    }

    private static String expression(List<Token> key) {
        int end = key.size();
        while (end > 0 && key.get(end - 1).isAny("asc", "desc")) {
            end--;
        }
        if (end > 2 && key.get(end - 2).is("collate")) {
            end -= 2;
        }
        return "(" + NormalForm.of(Dialect.SQLITE, key.subList(0, end)) + ")";
    }

    private static List<List<Token>> split(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0 && tokens.get(i).is(",")) {
                parts.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        parts.add(tokens.subList(start, tokens.size()));
        return parts;
    }

    private void view(CatalogRow row) {
        facts.put("view " + key(row.text(1)), "materialized", false);
        facts.put("view " + key(row.text(1)), "columns", viewColumns(row.text(1)));
    }

    /**
     * A view whose table is gone has no columns, and the engine says so. What stands in quotes and names no column of the
     * table that is there today is a text, called after itself.
     */
    private String viewColumns(String name) {
        StringBuilder columns = new StringBuilder();
        try {
            for (CatalogRow column : rows("SELECT name, type FROM pragma_table_xinfo(" + literal(name) + ", 'main')")) {
                boolean text = column.text(0).startsWith("\"");
                columns.append(columns.isEmpty() ? "" : "\n")
                        .append(text ? Facts.UNTOLD : column.text(0) + " " + type(column.text(1)));
            }
        } catch (SQLException broken) {
            return Facts.UNTOLD;
        }
        return columns.toString();
    }

    private void trigger(CatalogRow row) {
        String timing = "before";
        List<String> events = new ArrayList<>();
        for (Token token : tokens(row.get(3))) {
            if (token.kind() == TokenKind.WORD && token.isAny("before", "after", "instead")) {
                timing = token.is("instead") ? "instead of" : token.text().toLowerCase(Locale.ROOT);
            } else if (token.kind() == TokenKind.WORD && token.isAny("insert", "update", "delete")) {
                events.add(token.text().toLowerCase(Locale.ROOT));
                break;
            }
        }
        String path = "trigger " + key(row.text(1));
        facts.put(path, "table", key(row.text(2)));
        facts.put(path, "timing", timing);
        facts.put(path, "events", events);
        facts.put(path, "enabled", true);
        facts.put(path, "function", null);
    }
}
