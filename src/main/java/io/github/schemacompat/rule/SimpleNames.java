package io.github.schemacompat.rule;

import io.github.schemacompat.release.Release;
import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.ForeignKey;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.PrimaryKey;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.schema.Routine;
import io.github.schemacompat.schema.Schema;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Synonym;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.Trigger;
import io.github.schemacompat.schema.UniqueKey;
import io.github.schemacompat.schema.UserType;
import io.github.schemacompat.schema.View;
import io.github.schemacompat.schema.ViewColumn;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names, without those of owners, of everything that there is or was: what a name that somebody wrote may mean. */
final class SimpleNames {
    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private SimpleNames() {}

    static SimpleNames of(JudgeInput input) {
        SimpleNames all = new SimpleNames();
        for (Release release : input.supported()) {
            all.add(release.schema());
        }
        Release last = input.last();
        if (last != null) {
            all.add(last.schema());
        }
        all.add(input.replayed().pre().schema());
        all.add(input.replayed().post().schema());
        return all;
    }

    boolean hold(String name) {
        return names.contains(name);
    }

    Collection<String> all() {
        return names;
    }

    private void add(Schema schema) {
        names.addAll(schema.namespaces());
        schema.tables().values().forEach(this::add);
        qualified(schema.views().values(), View::name);
        qualified(schema.routines().values(), Routine::name);
        qualified(schema.triggers().values(), Trigger::name);
        qualified(schema.sequences().values(), Sequence::name);
        qualified(schema.types().values(), UserType::name);
        qualified(schema.synonyms().values(), Synonym::name);
        for (View view : schema.views().values()) {
            if (view.columns() != null) {
                members(view.columns(), ViewColumn::name);
            }
        }
    }

    private void add(Table table) {
        names.add(table.name().name());
        members(table.columns(), Column::name);
        PrimaryKey primaryKey = table.primaryKey();
        if (primaryKey != null) {
            add(primaryKey.name());
        }
        members(table.uniqueKeys(), UniqueKey::name);
        members(table.foreignKeys(), ForeignKey::name);
        members(table.checks(), Check::name);
        members(table.indexes(), Index::name);
    }

    private <T> void qualified(Collection<T> elements, Function<T, QualifiedName> name) {
        elements.forEach(each -> names.add(name.apply(each).name()));
    }

    private <T> void members(Collection<T> elements, Function<T, @Nullable String> name) {
        elements.forEach(each -> add(name.apply(each)));
    }

    private void add(@Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }
}
