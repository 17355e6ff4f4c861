package io.github.schemacompat.audit;

import io.github.schemacompat.change.SchemaChange;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.SchemaElement;
import io.github.schemacompat.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a step does to the schema, a plain sentence for each object. */
final class ChangeWords {
    private ChangeWords() {}

    static List<String> of(List<SchemaChange> changes) {
        Map<ObjectPath, SchemaChange> first = new LinkedHashMap<>();
        Map<ObjectPath, SchemaChange> last = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        Set<ObjectPath> made = new LinkedHashSet<>();
        for (SchemaChange change : changes) {
            if (change instanceof SchemaChange.Created
                    || change instanceof SchemaChange.Dropped
                    || change instanceof SchemaChange.Altered) {
                ObjectPath path = change.path();
                boolean ownerIsNew = path.member() != null && made.contains(ObjectPath.table(path.owner()));
                if (!ownerIsNew) {
                    first.putIfAbsent(path, change);
                    last.put(path, change);
                }
                if (change instanceof SchemaChange.Created) {
                    made.add(path);
                }
            } else if (change instanceof SchemaChange.Renamed renamed) {
                others.add(name(renamed.path()) + " is renamed to " + plain(renamed.newPath()));
            } else if (change instanceof SchemaChange.Truncated) {
                others.add(name(change.path()) + " is emptied");
            } else if (change instanceof SchemaChange.RowsChanged rows) {
                others.add(rows(rows));
            }
        }
        Set<String> sentences = new LinkedHashSet<>();
        first.forEach((path, change) -> {
            String sentence = sentence(change, last.get(path));
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        });
        sentences.addAll(others);
        return List.copyOf(sentences);
    }

    private static String rows(SchemaChange.RowsChanged rows) {
        String some = (rows.filtered() ? "Some rows" : "All rows") + " of " + plain(rows.path());
        return switch (rows.verb()) {
            case "insert", "replace" -> "Rows are added to " + plain(rows.path());
            case "merge" -> "Rows are merged into " + plain(rows.path());
            case "delete" -> some + " are deleted";
            default -> some + " are updated";
        };
    }

    private static String sentence(SchemaChange first, SchemaChange last) {
        ObjectPath path = first.path();
        boolean wasThere = !(first instanceof SchemaChange.Created);
        boolean isThere = !(last instanceof SchemaChange.Dropped);
        if (!wasThere) {
            return isThere ? name(path) + " is new" + shape(after(last)) : "";
        }
        if (!isThere) {
            // what falls with its table is said of the table
            return ((SchemaChange.Dropped) last).cause() == null ? name(path) + " is dropped" : "";
        }
        SchemaElement before = before(first);
        SchemaElement after = after(last);
        if (before instanceof Column old && after instanceof Column now) {
            return column(path, old, now);
        }
        if (before instanceof Table old && after instanceof Table now) {
            return old.marks().equals(now.marks())
                    ? ""
                    : marks(path, now.marks().deprecated());
        }
        return before != null && before.equals(after) ? "" : name(path) + " is changed";
    }

    private static String column(ObjectPath path, Column old, Column now) {
        List<String> parts = new ArrayList<>();
        if (!old.type().equals(now.type())) {
            parts.add("is " + now.type() + " instead of " + old.type());
        }
        if (old.nullable() != now.nullable()) {
            parts.add(now.nullable() ? "can be NULL" : "is NOT NULL");
        }
        if (!old.marks().equals(now.marks())) {
            String because = now.marks().deprecated();
            if (because != null && old.marks().deprecated() == null) {
                parts.add("is deprecated (" + because + ")");
            } else if (now.marks().populated() != null && old.marks().populated() == null) {
                parts.add("is always filled by the application");
            }
        }
        if (parts.isEmpty()) {
            return old.equals(now) ? "" : name(path) + " is changed";
        }
        return name(path) + " " + String.join(", ", parts);
    }

    private static String marks(ObjectPath path, @Nullable String deprecated) {
        return deprecated == null ? "" : name(path) + " is deprecated (" + deprecated + ")";
    }

    private static String shape(@Nullable SchemaElement element) {
        if (element instanceof Column column) {
            return " (" + column.type() + (column.nullable() ? ", can be NULL" : ", NOT NULL") + ")";
        }
        if (element instanceof Table table) {
            int columns = table.columns().size();
            return " (" + columns + (columns == 1 ? " column)" : " columns)");
        }
        return "";
    }

    private static @Nullable SchemaElement before(SchemaChange change) {
        return change instanceof SchemaChange.Altered altered
                ? altered.before()
                : change instanceof SchemaChange.Dropped dropped ? dropped.before() : null;
    }

    private static @Nullable SchemaElement after(SchemaChange change) {
        return change instanceof SchemaChange.Altered altered
                ? altered.after()
                : change instanceof SchemaChange.Created created ? created.after() : null;
    }

    private static String name(ObjectPath path) {
        String label = path.kind().label();
        return Character.toUpperCase(label.charAt(0)) + label.substring(1) + " " + plain(path);
    }

    private static String plain(ObjectPath path) {
        return path.member() == null || path.kind() == ObjectKind.PRIMARY_KEY
                ? path.owner()
                : path.owner() + "." + path.member();
    }
}
