package io.github.schemacompat.release;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.dialect.IdentifierCase;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ColumnType;
import io.github.schemacompat.schema.DisabledKey;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.Marks;
import io.github.schemacompat.schema.Parameter;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.TextDefault;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.TriggerEffect;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import io.github.schemacompat.script.CannotReadException;
import io.github.schemacompat.script.MigrationVersion;
import io.github.schemacompat.script.ScriptKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SnapshotWriter} writes, and refuses everything else. */
final class SnapshotReader {
    static final String CODE = "snapshot-unreadable";
    static final String REMEDY =
            "Restore the file, or write it anew with the goal 'snapshot' on the sources of that release.";

    private SnapshotReader() {}

    /**
     * @param text the file's content
     * @param file as it is shown
     * @throws CannotReadException if it is no snapshot of a format that is known
     */
    static Snapshot read(String text, String file) {
        JsonObjectNode root = new JsonSource(file, CODE, REMEDY).parse(text);
        int format = root.integer("format");
        if (format > SnapshotWriter.FORMAT) {
            throw new CannotReadException(
                    "snapshot-newer",
                    file + " has format " + format + ", which a newer version of this plugin wrote; this one reads up"
                            + " to format " + SnapshotWriter.FORMAT + ".",
                    "Use the version of the plugin that wrote it, or a newer one.",
                    file,
                    null);
        }
        if (format < 1) {
            throw root.problem("has the format " + format + ", which there never was");
        }
        return root.read(SnapshotReader::snapshot);
    }

    private static Snapshot snapshot(JsonObjectNode node) {
        String release = node.string("release");
        String id = node.string("dialect");
        Optional<Dialect> dialect = Dialect.byId(id);
        if (dialect.isEmpty()) {
            throw node.problem("is of the dialect '" + id + "', which this version of the plugin doesn't know");
        }
        List<ReleasedScript> scripts = node.objects("scripts", SnapshotReader::script);
        JsonObjectNode schema = node.optionalObject("schema");
        if (schema == null) {
            throw node.problem("lacks the field 'schema'");
        }
        return new Snapshot(
                release,
                named(node, dialect.get()),
                scripts,
                schema.read(SnapshotReader::schema),
                node.strings("notUnderstood"));
    }

    private static Dialect named(JsonObjectNode node, Dialect dialect) {
        String id = node.optionalString("identifierCase");
        if (id == null) {
            return dialect;
        }
        return IdentifierCase.byId(id)
                .filter(dialect.identifierCases()::contains)
                .map(dialect::with)
                .orElseThrow(() -> node.problem("has the identifierCase '" + id + "', which this version of the plugin"
                        + " doesn't know of " + dialect.displayName()));
    }

    private static ReleasedScript script(JsonObjectNode node) {
        String path = node.string("path");
        ScriptKind kind = ScriptKind.valueOf(node.string("kind", "versioned").toUpperCase(Locale.ROOT));
        String version = node.optionalString("version");
        return new ReleasedScript(
                path, kind, version == null ? null : MigrationVersion.of(version), node.string("sha256"));
    }

    private static Schema schema(JsonObjectNode node) {
        return new Schema(
                        node.objectsByName("tables", SnapshotReader::table),
                        node.objectsByName("views", SnapshotReader::view),
                        node.objectsByName("routines", SnapshotReader::routine),
                        node.objectsByName("triggers", SnapshotReader::trigger),
                        node.objectsByName("sequences", SnapshotReader::sequence),
                        node.objectsByName("types", SnapshotReader::userType),
                        node.objectsByName("synonyms", SnapshotReader::synonym),
                        new TreeSet<>(node.strings("namespaces")))
                .withGrants(new TreeSet<>(node.strings("grants")))
                .withRowPolicies(new TreeSet<>(node.strings("rowPolicies")));
    }

    private static Table table(JsonObjectNode node) {
        return new Table(
                name(node, "name"),
                node.objects("columns", SnapshotReader::column),
                primaryKey(node),
                node.objects("unique", SnapshotReader::uniqueKey),
                node.objects("foreignKeys", SnapshotReader::foreignKey),
                node.objects("checks", SnapshotReader::check),
                indexes(node),
                node.bool("partition", false),
                node.bool("assumed", false),
                node.strings("parents"),
                node.strings("ownColumns"),
                new TextDefault(node.optionalString("charset"), node.optionalString("collation")),
                node.objects("disabledKeys", SnapshotReader::disabledKey),
                marks(node));
    }

    private static DisabledKey disabledKey(JsonObjectNode node) {
        String name = node.optionalString("name");
        List<String> columns = node.strings("columns");
        boolean primary = node.bool("primary", false);
        JsonObjectNode index = node.optionalObject("index");
        return new DisabledKey(
                name, columns, primary, index == null ? null : index(Objects.requireNonNullElse(name, ""), index));
    }

    private static Column column(JsonObjectNode node) {
        boolean nullable = node.bool("nullable");
        return new Column(
                node.string("name"),
                type(node, "type"),
                nullable,
                node.bool("nullableItself", nullable),
                node.optionalString("default"),
                node.optionalString("defaultName"),
                identity(node),
                node.optionalString("generated"),
                node.optionalString("onUpdate"),
                node.optionalString("charset"),
                node.optionalString("collation"),
                node.bool("invisible", false),
                marks(node));
    }

    private static Identity identity(JsonObjectNode node) {
        Object value = node.any("identity");
        if (value == null || value.equals(false)) {
            return Identity.NONE;
        }
        if (value.equals("always")) {
            return Identity.ALWAYS;
        }
        if (value.equals("by default")) {
            return Identity.BY_DEFAULT;
        }
        throw node.problem("has an 'identity' that is not false, \"always\" or \"by default\"");
    }

    private static ColumnType type(JsonObjectNode node, String field) {
        ColumnType type = optionalType(node, field);
        if (type == null) {
            throw node.problem("lacks the field '" + field + "'");
        }
        return type;
    }

    private static @Nullable ColumnType optionalType(JsonObjectNode node, String field) {
        Object value = node.any(field);
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return ColumnType.parse(text);
        }
        if (value instanceof JsonObjectNode parts) {
            return parts.read(each -> new ColumnType(each.string("name"), each.strings("arguments")));
        }
        throw node.problem("has a '" + field + "' that is no type");
    }

    private static @Nullable PrimaryKey primaryKey(JsonObjectNode node) {
        String name = node.optionalString("primaryKeyName");
        List<String> columns = node.strings("primaryKey");
        return columns.isEmpty() ? null : new PrimaryKey(name, columns);
    }

    private static UniqueKey uniqueKey(JsonObjectNode node) {
        return new UniqueKey(node.optionalString("name"), node.strings("columns"), node.bool("nullsEqual", false));
    }

    private static ForeignKey foreignKey(JsonObjectNode node) {
        return new ForeignKey(
                node.optionalString("name"),
                node.strings("columns"),
                node.string("references"),
                node.strings("referencedColumns"),
                node.string("onDelete", "no action"),
                node.string("onUpdate", "no action"),
                node.bool("enforced", true));
    }

    private static Check check(JsonObjectNode node) {
        return new Check(
                node.optionalString("name"),
                node.string("expression"),
                node.strings("columns"),
                node.bool("exclusion", false),
                node.bool("enforced", true),
                node.bool("noInherit", false),
                node.optionalString("ofColumn"));
    }

    private static List<Index> indexes(JsonObjectNode node) {
        return new ArrayList<>(
                node.objectsByName("indexes", SnapshotReader::index).values());
    }

    private static Index index(String name, JsonObjectNode node) {
        return new Index(
                name,
                node.strings("columns"),
                node.strings("included"),
                node.bool("unique"),
                node.bool("nullsEqual", false),
                node.optionalString("where"),
                node.string("method", "btree"));
    }

    private static View view(JsonObjectNode node) {
        // absent and empty are two things here: null says that the columns could not be resolved
        boolean resolved = node.isList("columns");
        List<ViewColumn> columns = node.objects(
                "columns",
                each -> new ViewColumn(
                        each.string("name"),
                        optionalType(each, "type"),
                        each.optionalString("star"),
                        each.optionalString("follows"),
                        each.bool("ownName", true)));
        return new View(
                name(node, "name"),
                resolved ? columns : null,
                node.string("definition"),
                new TreeSet<>(node.strings("uses")),
                node.bool("materialized", false),
                indexes(node),
                marks(node));
    }

    private static Routine routine(JsonObjectNode node) {
        return new Routine(
                name(node, "name"),
                node.string("kind"),
                node.objects("parameters", SnapshotReader::parameter),
                node.optionalString("returns"),
                node.string("definition"),
                new TreeSet<>(node.strings("uses")),
                marks(node));
    }

    private static Parameter parameter(JsonObjectNode node) {
        return new Parameter(
                node.optionalString("name"), type(node, "type"), node.bool("default"), node.string("mode"));
    }

    private static Trigger trigger(JsonObjectNode node) {
        return new Trigger(
                name(node, "name"),
                node.optionalString("table"),
                node.string("timing"),
                node.strings("events"),
                node.bool("enabled", true),
                node.optionalString("function"),
                node.string("definition"),
                new TriggerEffect(new TreeSet<>(node.strings("sets")), new TreeSet<>(node.strings("fills"))),
                new TreeSet<>(node.strings("uses")));
    }

    private static Sequence sequence(JsonObjectNode node) {
        return new Sequence(
                name(node, "name"), node.stringsByName("options"), node.optionalString("ownedBy"), marks(node));
    }

    private static UserType userType(JsonObjectNode node) {
        return new UserType(
                name(node, "name"),
                node.string("kind"),
                node.strings("labels"),
                node.objects("columns", SnapshotReader::column),
                optionalType(node, "baseType"),
                node.bool("notNull", false),
                node.optionalString("default"),
                node.objects("checks", SnapshotReader::check),
                node.string("definition", ""),
                marks(node));
    }

    private static Synonym synonym(JsonObjectNode node) {
        return new Synonym(name(node, "name"), name(node, "target"), node.optionalString("database"), marks(node));
    }

    private static Marks marks(JsonObjectNode node) {
        JsonObjectNode marks = node.optionalObject("marks");
        return marks == null
                ? Marks.NONE
                : marks.read(each -> new Marks(
                        each.optionalString("deprecated"),
                        each.optionalString("readsDeprecated"),
                        each.optionalString("populated"),
                        each.strings("honors")));
    }

    private static QualifiedName name(JsonObjectNode node, String field) {
        return QualifiedName.parse(node.string(field));
    }
}
