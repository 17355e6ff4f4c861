package io.github.schemacompat.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.Phase;
import io.github.schemacompat.script.ScriptKind;
import io.github.schemacompat.script.Section;
import io.github.schemacompat.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Replays SQL texts, each a script of its own, and says what came of them in words. */
final class Replaying {
    private final Dialect dialect;
    private final Schema start;
    private final ReplayOptions options;
    private final Replayed replayed;

    private Replaying(Dialect dialect, Schema start, ReplayOptions options, List<String> scripts) {
        this.dialect = dialect;
        this.start = start;
        this.options = options;
        List<MigrationScript> read = new ArrayList<>();
        for (String sql : scripts) {
            read.add(script((read.size() + 1) + ".sql", sql, Phase.PRE));
        }
        this.replayed = History.replay(start, read, dialect, options.withSecondReading(true));
        assertThat(replayed.problems())
                .as("two readers that don't know each other have to agree")
                .noneMatch(problem -> problem.kind() == ReadingProblem.Kind.READINGS_DIFFER);
    }

    static Replaying of(Dialect dialect, String... scripts) {
        return new Replaying(dialect, Schema.EMPTY, ReplayOptions.DEFAULT, List.of(scripts));
    }

    static Replaying of(Dialect dialect, ReplayOptions options, String... scripts) {
        return new Replaying(dialect, Schema.EMPTY, options, List.of(scripts));
    }

    /** New scripts on what these left. */
    Replaying then(String... scripts) {
        return new Replaying(dialect, schema(), options, List.of(scripts));
    }

    static MigrationScript script(String path, String sql, Phase phase) {
        SourceText source = SourceText.of(path, sql);
        return new MigrationScript(
                path, ScriptKind.VERSIONED, null, phase, "", source, List.of(new Section("", source.whole())));
    }

    Schema start() {
        return start;
    }

    Replayed replayed() {
        return replayed;
    }

    Schema schema() {
        return replayed.schema();
    }

    Table table(String key) {
        return Objects.requireNonNull(
                schema().tables().get(key),
                () -> "no " + key + " in " + schema().tables().keySet());
    }

    /** {@code Name type [not null] [default x] [identity] [as expression]} of each column. */
    List<String> columns(String tableKey) {
        return table(tableKey).columns().stream().map(Replaying::words).toList();
    }

    private static String words(Column column) {
        StringBuilder words = new StringBuilder(column.name() + " " + column.type());
        words.append(column.nullable() ? "" : " not null");
        words.append(column.defaultValue() == null ? "" : " default " + column.defaultValue());
        words.append(column.defaultName() == null ? "" : " named " + column.defaultName());
        words.append(
                switch (column.identity()) {
                    case NONE -> "";
                    case ALWAYS -> " identity";
                    case BY_DEFAULT -> " identity by default";
                });
        words.append(column.generated() == null ? "" : " as " + column.generated());
        words.append(column.onUpdate() == null ? "" : " on update " + column.onUpdate());
        return words.toString();
    }

    /** Keys, constraints and indexes of a table, each in a line. */
    List<String> keys(String tableKey) {
        Table table = table(tableKey);
        List<String> lines = new ArrayList<>();
        if (table.primaryKey() != null) {
            lines.add("primary key " + table.primaryKey().name() + " "
                    + table.primaryKey().columns());
        }
        table.uniqueKeys().forEach(key -> lines.add("unique " + key.name() + " " + key.columns()));
        table.foreignKeys()
                .forEach(key -> lines.add("foreign key " + key.name() + " " + key.columns() + " to " + key.references()
                        + " " + key.referencedColumns() + (key.enforced() ? "" : " not enforced")));
        table.checks()
                .forEach(check -> lines.add(check.kind().label().replace(" constraint", "") + " " + check.name() + " "
                        + check.expression() + " over " + check.columns() + (check.enforced() ? "" : " not enforced")));
        table.indexes()
                .forEach(index -> lines.add((index.unique() ? "unique index " : "index ") + index.name() + " "
                        + index.columns() + (index.where() == null ? "" : " where " + index.where())));
        return lines;
    }

    /** {@code created table t}, {@code dropped index t.i because of column t.c} … */
    List<String> changes() {
        return replayed.checkpoints().stream()
                .flatMap(checkpoint -> checkpoint.changes().stream())
                .map(Replaying::words)
                .toList();
    }

    private static String words(SchemaChange change) {
        String words;
        if (change instanceof SchemaChange.Dropped dropped) {
            words = "dropped " + change.path() + (dropped.cause() == null ? "" : " because of " + dropped.cause());
        } else if (change instanceof SchemaChange.Renamed renamed) {
            words = "renamed " + change.path() + " to " + renamed.newPath();
        } else if (change instanceof SchemaChange.RowsCopied copied) {
            words = "rows copied to " + change.path() + " from " + copied.from();
        } else if (change instanceof SchemaChange.RowsChanged rows) {
            words = rows.verb() + " " + change.path() + (rows.filtered() ? " filtered " : " unfiltered ")
                    + rows.setColumns();
        } else if (change instanceof SchemaChange.PartitionDropped partition) {
            words = "partition " + partition.partition() + " dropped of " + change.path();
        } else if (change instanceof SchemaChange.PrivilegeChanged privilege) {
            words = privilege.verb() + " " + privilege.privileges() + " on " + change.path() + " "
                    + privilege.grantees();
        } else if (change instanceof SchemaChange.RowSecurityChanged security) {
            words = "row security of " + change.path() + " " + security.enabled();
        } else {
            words = change.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + " " + change.path();
        }
        return words + (change.origin().conditional() ? " maybe" : "");
    }

    /** {@code line:column KIND message}, the file before it from the second script on. */
    List<String> problems() {
        return replayed.problems().stream()
                .map(problem -> problem.origin().span() + " " + problem.kind() + " " + problem.message())
                .toList();
    }
}
