package io.github.schemacompat.audit;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.result.AuditedHistory.DeprecatedObject;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.ObjectPath;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What releases said that they no longer use, and when it may go: once every supported release has the mark. */
final class DeprecationRegister {
    private final List<Link> links;
    private final Dialect dialect;
    private final int window;

    private DeprecationRegister(List<Link> links, Dialect dialect, int window) {
        this.links = links;
        this.dialect = dialect;
        this.window = window;
    }

    /** An object that is deprecated now. */
    private record Marked(String name, String because) {}

    static List<DeprecatedObject> of(List<Link> links, Dialect dialect, int window) {
        return new DeprecationRegister(links, dialect, window).objects();
    }

    private List<DeprecatedObject> objects() {
        Map<ObjectPath, Integer> since = new LinkedHashMap<>();
        Map<ObjectPath, Marked> marked = new LinkedHashMap<>();
        List<DeprecatedObject> objects = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            Schema schema = links.get(i).release().schema();
            Map<ObjectPath, Marked> now = marked(schema);
            for (ObjectPath known : List.copyOf(since.keySet())) {
                if (!now.containsKey(known)) {
                    if (!exists(schema, known)) {
                        objects.add(object(known, marked.get(known), since.get(known), i));
                    }
                    since.remove(known);
                }
            }
            for (Map.Entry<ObjectPath, Marked> entry : now.entrySet()) {
                since.putIfAbsent(entry.getKey(), i);
                marked.put(entry.getKey(), entry.getValue());
            }
        }
        since.forEach((path, first) -> objects.add(object(path, marked.get(path), first, null)));
        return objects;
    }

    private DeprecatedObject object(ObjectPath path, @Nullable Marked marked, int since, @Nullable Integer gone) {
        int canGo = since + window;
        int after = Math.max(0, canGo - links.size());
        boolean out = canGo < links.size() && !links.get(canGo).built();
        return new DeprecatedObject(
                marked == null ? path.owner() : marked.name(),
                path.kind().label(),
                name(since),
                marked == null ? "" : marked.because(),
                canGo < links.size() ? name(canGo) : null,
                after,
                gone == null ? null : name(gone),
                gone == null && out);
    }

    private String name(int release) {
        return links.get(release).release().name();
    }

    private Map<ObjectPath, Marked> marked(Schema schema) {
        Map<ObjectPath, Marked> marked = new TreeMap<>(java.util.Comparator.comparing(ObjectPath::toString));
        schema.tables().forEach((key, table) -> {
            note(marked, ObjectPath.table(key), table.name(), table.marks());
            for (Column column : table.columns()) {
                String because = column.marks().deprecated();
                if (because != null) {
                    marked.put(
                            ObjectPath.column(key, dialect.key(column.name())),
                            new Marked(written(table.name()) + "." + column.name(), because));
                }
            }
        });
        schema.views().forEach((key, each) -> note(marked, of(ObjectKind.VIEW, key), each.name(), each.marks()));
        schema.routines().forEach((key, each) -> note(marked, of(ObjectKind.ROUTINE, key), each.name(), each.marks()));
        schema.sequences()
                .forEach((key, each) -> note(marked, of(ObjectKind.SEQUENCE, key), each.name(), each.marks()));
        schema.types().forEach((key, each) -> note(marked, of(ObjectKind.TYPE, key), each.name(), each.marks()));
        schema.synonyms().forEach((key, each) -> note(marked, of(ObjectKind.SYNONYM, key), each.name(), each.marks()));
        return marked;
    }

    private static ObjectPath of(ObjectKind kind, String key) {
        return ObjectPath.of(kind, key);
    }

    private void note(Map<ObjectPath, Marked> marked, ObjectPath path, QualifiedName name, Marks marks) {
        String because = marks.deprecated();
        if (because != null) {
            marked.put(path, new Marked(written(name), because));
        }
    }

    /** As messages write it. */
    private String written(QualifiedName name) {
        boolean left = dialect.is(Dialect.POSTGRESQL) && dialect.defaultSchema().equals(name.schema());
        return (left ? name.withSchema(null) : name).toString();
    }

    private boolean exists(Schema schema, ObjectPath path) {
        String key = path.owner();
        Table table = schema.tables().get(key);
        return switch (path.kind()) {
            case TABLE -> table != null;
            case COLUMN ->
                table != null
                        && table.columns().stream()
                                .anyMatch(column -> dialect.key(column.name()).equals(path.member()));
            case VIEW -> schema.views().containsKey(key);
            case ROUTINE -> schema.routines().containsKey(key);
            case SEQUENCE -> schema.sequences().containsKey(key);
            case TYPE -> schema.types().containsKey(key);
            default -> schema.synonyms().containsKey(key);
        };
    }
}
