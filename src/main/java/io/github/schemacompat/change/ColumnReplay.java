package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ColumnDefinition;
import io.github.schemacompat.ddl.TableAction;
import io.github.schemacompat.ddl.TableAction.ColumnChange;
import io.github.schemacompat.dialect.ColumnProperty;
import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Identity;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.source.Span;
import java.util.List;
import java.util.Objects;

/** The columns of a table: new ones, dropped and renamed ones, what ALTER TABLE makes of them. */
final class ColumnReplay {
    private final Dialect dialect;
    private final Engine engine;
    private final TableEdits edits;
    private final Lookup lookup;
    private final Journal journal;
    private final Definitions definitions;
    private final Falling falling;
    private final Renaming renaming;
    private final LiveViews liveViews;
    private final Inheritance inheritance;
    private final NumberingReplay numbering;

    ColumnReplay(ReplayParts parts, Inheritance inheritance) {
        this.dialect = parts.dialect();
        this.engine = Engine.of(parts.dialect());
        this.edits = parts.edits();
        this.lookup = parts.lookup();
        this.journal = parts.journal();
        this.definitions = parts.definitions();
        this.falling = parts.falling();
        this.renaming = parts.renaming();
        this.liveViews = parts.liveViews();
        this.inheritance = inheritance;
        this.numbering = new NumberingReplay(parts);
    }

    void add(String key, TableAction.AddColumn action) {
        ColumnDefinition definition = action.column();
        Table table = edits.table(key);
        if (edits.column(table, definition.name()) != null) {
            if (!action.ifNotExists()) {
                lookup.columnExists(action.span(), table, definition.name());
            }
            return;
        }
        List<Check> before = table.checks();
        addNew(key, action);
        liveViews.takeColumns(key, action.span());
        liveViews.takeTypes(key, action.span());
        // a serial column draws from the parent's sequence
        Column made = Objects.requireNonNull(edits.column(edits.table(key), definition.name()));
        Column inherited = definitions.column(definition).withDefault(made.defaultValue(), made.defaultName());
        inheritance.addColumn(key, action.span(), inherited, action.place());
        inheritance.addChecks(key, action.span(), before);
    }

    private void addNew(String key, TableAction.AddColumn action) {
        ColumnDefinition definition = action.column();
        List<SchemaChange> numbered = journal.collect(() -> {
            Column column = edits.table(key).textDefault().complete(definitions.column(definition));
            edits.addColumn(key, action.span(), column, action.place());
            definitions.number(key, definition);
        });
        Column made = Objects.requireNonNull(edits.column(edits.table(key), definition.name()));
        journal.created(action.span(), edits.paths().of(key, made), made);
        numbered.stream().skip(1).forEach(journal::add);
        definitions.inOrder(List.of(definition), List.of()).forEach(constraint -> definitions.add(key, constraint));
    }

    void drop(String key, TableAction.DropColumn action) {
        Column column = lookup.columnToChange(key, action.span(), action.column(), action.ifExists());
        if (column == null) {
            return;
        }
        falling.dropColumn(key, column, action.span(), action.cascade(), null);
        liveViews.takeColumns(key, action.span());
        liveViews.takeTypes(key, action.span());
        inheritance.dropColumn(key, column, action.span(), action.cascade());
    }

    void rename(String key, TableAction.RenameColumn action) {
        Column column = lookup.columnToChange(key, action.span(), action.from(), action.ifExists());
        if (column == null) {
            return;
        }
        renaming.columns().rename(key, action.span(), column, action.to());
        inheritance.eachHaving(
                key,
                action.from(),
                (child, inherited) -> renaming.columns().rename(child, action.span(), inherited, action.to()));
    }

    void redefine(String key, TableAction.RedefineColumn action) {
        Column old = lookup.columnToChange(key, action.span(), action.column(), action.ifExists());
        if (old == null) {
            return;
        }
        ColumnDefinition definition = action.definition();
        if (!edits.same(old.name(), definition.name())) {
            renaming.columns().rename(key, action.span(), old, definition.name());
        }
        Column before = edits.column(edits.table(key), definition.name());
        if (before == null) {
            return;
        }
        Column after = redefined(edits.table(key), before, definition);
        edits.alterColumn(key, action.span(), before, after);
        if (engine != Engine.H2 || !WidenedInPlace.is(before, after)) {
            liveViews.takeTypes(key, action.span());
        }
        edits.moveColumn(key, action.span(), after, action.place());
        for (Check check : edits.table(key).checks()) {
            if (edits.same(check.ofColumn(), after.name())) {
                edits.dropCheck(key, action.span(), check, null);
            }
        }
        definitions.inOrder(List.of(definition), List.of()).forEach(constraint -> definitions.add(key, constraint));
    }

    /** What the new definition does not repeat is kept or lost as the engine has it. */
    private Column redefined(Table table, Column before, ColumnDefinition definition) {
        Column after = definitions.column(definition);
        after = after.withMarks(Deprecation.in(definition.comment(), before.marks()));
        if (definition.type() == null) {
            after = after.withType(before.type());
        }
        if (definition.nullable() == null && dialect.redefinitionKeeps(ColumnProperty.NULLABILITY)) {
            after = after.withNullable(before.nullable(), before.nullableItself());
        }
        if (definition.defaultValue() == null && dialect.redefinitionKeeps(ColumnProperty.DEFAULT)) {
            after = after.withDefault(before.defaultValue(), before.defaultName());
        }
        if (definition.identity() == Identity.NONE && dialect.redefinitionKeeps(ColumnProperty.IDENTITY)) {
            after = after.withIdentity(before.identity());
        }
        if (definition.generated() == null && dialect.redefinitionKeeps(ColumnProperty.GENERATED)) {
            after = after.withGenerated(before.generated());
        }
        if (definition.onUpdate() == null && dialect.redefinitionKeeps(ColumnProperty.ON_UPDATE)) {
            after = after.withOnUpdate(before.onUpdate());
        }
        if (!definition.invisible() && dialect.redefinitionKeeps(ColumnProperty.INVISIBLE)) {
            after = after.withInvisible(before.invisible());
        }
        if (definition.collation() == null && dialect.redefinitionKeeps(ColumnProperty.COLLATION)) {
            after = after.withCharset(before.charset(), before.collation());
        }
        after = settled(table, table.textDefault().complete(after));
        boolean itself = engine.notNullGoesWithNumbering() && after.nullableItself();
        return after.identity() == Identity.NONE ? after : after.withNullable(false, itself);
    }

    /** After all had a say whether NULL can be stored. */
    private Column settled(Table table, Column column) {
        PrimaryKey primaryKey = table.primaryKey();
        boolean inKey = primaryKey != null
                && engine.primaryKeyRefusesNull()
                && edits.holds(primaryKey.columns(), column.name());
        Column settled = definitions.settled(column);
        return inKey ? edits.required(settled) : settled;
    }

    void alter(String key, TableAction.AlterColumn action) {
        Column column = lookup.columnToChange(key, action.span(), action.column(), action.ifExists());
        if (column == null) {
            return;
        }
        alter(key, action.span(), column, action.change());
        if (!(action.change() instanceof ColumnChange.SetIdentity)) {
            inheritance.eachHaving(
                    key,
                    action.column(),
                    (child, inherited) -> alter(child, action.span(), inherited, action.change()));
        }
    }

    private void alter(String key, Span span, Column column, ColumnChange change) {
        if (change instanceof ColumnChange.SetType type) {
            Column after = settled(
                    edits.table(key), column.withType(type.type()).withCharset(column.charset(), type.collation()));
            edits.alterColumn(key, span, column, after);
            if (engine != Engine.H2 || !WidenedInPlace.is(column, after)) {
                liveViews.takeTypes(key, span);
            }
            if (engine.numberingHasSequence() && after.identity() != Identity.NONE) {
                numbering.takeType(key, span, after);
            }
        } else if (change instanceof ColumnChange.SetNullable nullable) {
            edits.alterColumn(key, span, column, settled(edits.table(key), column.withNullable(nullable.nullable())));
        } else if (change instanceof ColumnChange.SetDefault value) {
            edits.alterColumn(key, span, column, column.withDefault(definitions.real(value.value()), null));
            if (column.defaultValue() == null && value.value() == null && engine.nullIsADefault()) {
                edits.noteColumn(key, span, column);
            }
        } else if (change instanceof ColumnChange.SetIdentity identity) {
            edits.alterColumn(key, span, column, settled(edits.table(key), column.withIdentity(identity.identity())));
            numbering.set(key, span, column, identity);
        } else if (change instanceof ColumnChange.SetNumbering counting) {
            numbering.count(key, span, column, counting.sequenceOptions());
        } else if (change instanceof ColumnChange.SetGenerated generated) {
            edits.alterColumn(key, span, column, column.withGenerated(generated.expression()));
        } else if (change instanceof ColumnChange.SetOnUpdate value) {
            edits.alterColumn(key, span, column, column.withOnUpdate(value.value()));
        } else if (change instanceof ColumnChange.SetInvisible invisible) {
            edits.alterColumn(key, span, column, column.withInvisible(invisible.invisible()));
        } else if (change instanceof ColumnChange.RestartIdentity restart) {
            numbering.restart(key, span, column, restart.value());
        }
    }
}
