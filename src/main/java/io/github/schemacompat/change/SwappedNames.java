package io.github.schemacompat.change;

import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.dialect.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Columns or indexes that take each other's names in one statement. MySQL means the names from before the statement by all
 * of them; applied one after the other, those that would be in the way step aside first.
 */
final class SwappedNames {
    private static final String ASIDE = " stepped aside";

    private final Dialect dialect;

    SwappedNames(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The same actions, which can be applied one after the other. */
    List<TableAction> apart(List<TableAction> actions) {
        Map<String, Integer> leaving = new HashMap<>();
        for (int i = 0; i < actions.size(); i++) {
            String from = from(actions.get(i));
            if (from != null) {
                leaving.put(from, i);
            }
        }
        List<TableAction> apart = new ArrayList<>();
        List<TableAction> following = new ArrayList<>(actions);
        for (int i = 0; i < actions.size(); i++) {
            Integer inTheWay = leaving.get(to(actions.get(i)));
            if (inTheWay != null && inTheWay > i) {
                TableAction later = actions.get(inTheWay);
                apart.add(aside(later));
                following.set(inTheWay, fromAside(later));
            }
        }
        apart.addAll(following);
        return apart;
    }

    private @Nullable String from(TableAction action) {
        if (action instanceof TableAction.RenameColumn rename) {
            return column(rename.from());
        }
        if (action instanceof TableAction.RedefineColumn change) {
            String from = column(change.column());
            return from.equals(column(change.definition().name())) ? null : from;
        }
        return action instanceof TableAction.RenameIndex rename ? index(rename.from()) : null;
    }

    private @Nullable String to(TableAction action) {
        if (action instanceof TableAction.RenameColumn rename) {
            return column(rename.to());
        }
        if (action instanceof TableAction.RedefineColumn change) {
            return column(change.definition().name());
        }
        return action instanceof TableAction.RenameIndex rename ? index(rename.to()) : null;
    }

    private String column(String name) {
        return "column " + dialect.key(name);
    }

    private String index(String name) {
        return "index " + dialect.key(name);
    }

    private static TableAction aside(TableAction action) {
        if (action instanceof TableAction.RenameIndex rename) {
            return new TableAction.RenameIndex(rename.span(), rename.from(), rename.from() + ASIDE);
        }
        if (action instanceof TableAction.RenameColumn rename) {
            return new TableAction.RenameColumn(rename.span(), rename.from(), rename.from() + ASIDE, false);
        }
        TableAction.RedefineColumn change = (TableAction.RedefineColumn) action;
        return new TableAction.RenameColumn(change.span(), change.column(), change.column() + ASIDE, false);
    }

    private static TableAction fromAside(TableAction action) {
        if (action instanceof TableAction.RenameIndex rename) {
            return new TableAction.RenameIndex(rename.span(), rename.from() + ASIDE, rename.to());
        }
        if (action instanceof TableAction.RenameColumn rename) {
            return new TableAction.RenameColumn(rename.span(), rename.from() + ASIDE, rename.to(), rename.ifExists());
        }
        TableAction.RedefineColumn change = (TableAction.RedefineColumn) action;
        return new TableAction.RedefineColumn(
                change.span(), change.column() + ASIDE, change.definition(), change.place(), change.ifExists());
    }
}
