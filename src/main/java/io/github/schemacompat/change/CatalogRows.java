package io.github.schemacompat.change;

import io.github.schemacompat.ddl.CatalogSearch;
import io.github.schemacompat.ddl.CatalogSearch.Filter;
import io.github.schemacompat.ddl.CatalogSearch.Wanted;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What catalog queries would find, told from the model. */
final class CatalogRows {
    private final Workspace workspace;
    private final Lookup lookup;
    private final TableEdits edits;
    private final Engine engine;

    CatalogRows(ReplayParts parts) {
        this.workspace = parts.workspace();
        this.lookup = parts.lookup();
        this.edits = parts.edits();
        this.engine = Engine.of(parts.dialect());
    }

    record Row(String name, QualifiedName table) {}

    /** In the order of the model, or null if it can't be told. */
    @Nullable
    List<Row> of(CatalogSearch search) {
        Set<Row> rows = new LinkedHashSet<>();
        for (Wanted wanted : search.any()) {
            List<Row> found = of(wanted);
            if (found == null) {
                return null;
            }
            rows.addAll(found);
        }
        return List.copyOf(rows);
    }

    private @Nullable List<Row> of(Wanted wanted) {
        QualifiedName named = lookup.placed(wanted.table());
        String key = lookup.tableKey(named);
        Table table = key == null ? null : workspace.table(key);
        if (key == null || table == null) {
            return lookup.external(named) ? null : List.of();
        }
        if (table.assumed()) {
            return null;
        }
        List<Row> rows = new ArrayList<>();
        for (TableMembers.Member member : TableMembers.of(table)) {
            Boolean found = isWanted(member, wanted);
            if (found == null) {
                return null;
            }
            if (found) {
                rows.add(new Row(member.name(), table.name()));
            }
        }
        if (wanted.kinds().contains(ObjectKind.TRIGGER)) {
            for (String each : workspace.triggersOf(key)) {
                Trigger trigger = workspace.trigger(each);
                boolean plain = wanted.columns().isEmpty() && wanted.filters().isEmpty();
                if (trigger != null && plain) {
                    rows.add(new Row(trigger.name().name(), table.name()));
                }
            }
        }
        return rows;
    }

    private @Nullable Boolean isWanted(TableMembers.Member member, Wanted wanted) {
        if (!ofKind(member, wanted.kinds()) || !overColumns(member, wanted) || !points(member, wanted)) {
            return false;
        }
        boolean unknown = false;
        for (Filter filter : wanted.filters()) {
            Boolean passed = passes(member, filter);
            if (passed == null) {
                unknown = true;
            } else if (!passed) {
                return false;
            }
        }
        return unknown ? null : true;
    }

    private boolean ofKind(TableMembers.Member member, List<ObjectKind> kinds) {
        boolean uniqueIndex = engine.uniqueIsIndex()
                && kinds.contains(ObjectKind.UNIQUE)
                && member.element() instanceof Index index
                && index.unique();
        return kinds.contains(member.kind()) || uniqueIndex;
    }

    private boolean overColumns(TableMembers.Member member, Wanted wanted) {
        return wanted.columns().stream().allMatch(column -> edits.holds(member.columns(), column))
                && (!wanted.onlyThese()
                        || member.columns().size() == wanted.columns().size());
    }

    private boolean points(TableMembers.Member member, Wanted wanted) {
        QualifiedName references = wanted.references();
        String column = wanted.referencedColumn();
        if (references == null && column == null) {
            return true;
        }
        return member.element() instanceof ForeignKey foreignKey
                && (references == null || foreignKey.references().equals(lookup.tableKey(lookup.placed(references))))
                && (column == null || edits.holds(foreignKey.referencedColumns(), column));
    }

    /** Null where the engine may write the definition in another way than the script. */
    private @Nullable Boolean passes(TableMembers.Member member, Filter filter) {
        if (!filter.definition()) {
            boolean like = filter.operator().endsWith("like");
            boolean equal = like
                    ? like(filter.value()).matcher(member.name()).matches()
                    : edits.same(member.name(), filter.value());
            boolean wanted = filter.operator().equals("=") || filter.operator().equals("like");
            return equal == wanted;
        }
        if (!filter.operator().endsWith("like")) {
            return null;
        }
        boolean found = like(filter.value()).matcher(member.definition()).matches();
        boolean word = filter.value().matches("%?\\w+%?");
        if (!found && !word) {
            return null;
        }
        return found == filter.operator().equals("like");
    }

    private static Pattern like(String pattern) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escaped = c == '\\' && i + 1 < pattern.length();
            boolean bracket = c == '[' && i + 2 < pattern.length() && pattern.charAt(i + 2) == ']';
            if (c == '%') {
                expression.append(".*");
            } else if (c == '_') {
                expression.append('.');
            } else if (escaped || bracket) {
                expression.append(Pattern.quote(String.valueOf(pattern.charAt(i + 1))));
                i += bracket ? 2 : 1;
            } else {
                expression.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
