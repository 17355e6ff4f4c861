package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The row that is looked for, as the question whether an object, a member or a property exists. */
final class CatalogAnswer {
    private final CatalogRow row;
    private final CatalogDescription search;

    CatalogAnswer(CatalogRow row, CatalogDescription search) {
        this.row = row;
        this.search = search;
    }

    @Nullable
    Guard answer() {
        if (row.isDescribed()) {
            CatalogSearch.Wanted wanted = search.wanted();
            return wanted == null ? null : new Guard.Finds(new CatalogSearch(List.of(wanted)));
        }
        CatalogSource main = row.main();
        if (main == null) {
            return null;
        }
        CatalogFacts own = row.of(main);
        boolean enumLabel = main.view().endsWith("pg_enum");
        for (CatalogSource other : row.sources()) {
            if (other != main && !merge(main, own, other, row.of(other))) {
                return null;
            }
        }
        return main.catalog().member()
                ? enumLabel ? label(own) : member(main.catalog(), own)
                : object(main.catalog(), own);
    }

    private boolean merge(CatalogSource main, CatalogFacts own, CatalogSource other, CatalogFacts others) {
        if (other.isSchema()) {
            if (main.catalog().member()) {
                own.parentSchema = others.name;
            } else {
                own.schema = others.name;
            }
            return others.properties.isEmpty();
        }
        boolean standard = main.view().startsWith("information_schema.")
                && other.view().startsWith("information_schema.")
                && main.catalog().member()
                && other.catalog().member()
                && !main.catalog().kinds().contains(ObjectKind.COLUMN)
                && !other.catalog().kinds().contains(ObjectKind.COLUMN);
        if (standard) {
            own.mergeSameRow(others);
            return true;
        }
        if (main.isColumn() && other.view().equals("sys.types")) {
            return others.name != null && own.property("type", "=", others.name.toLowerCase(Locale.ROOT));
        }
        boolean defaultOfColumn =
                main.view().equals("sys.default_constraints") && other.view().equals("sys.columns") && own.name == null;
        if (defaultOfColumn) {
            own.column = others.name;
            own.parent = own.parent == null ? others.parent : own.parent;
            return others.properties.isEmpty();
        }
        if (!main.catalog().member() || other.catalog().member()) {
            return false;
        }
        if (own.parentName == null) {
            own.parentName = others.name;
        }
        if (others.schema != null) {
            own.parentSchema = others.schema;
        }
        if (own.parent == null) {
            own.parent = others.id;
        }
        return others.properties.isEmpty();
    }

    private @Nullable Guard label(CatalogFacts own) {
        QualifiedName type = own.owner();
        if (type == null) {
            return null;
        }
        return own.name == null
                ? new Guard.ObjectExists(List.of(ObjectKind.TYPE), type)
                : new Guard.LabelExists(type, own.name);
    }

    private @Nullable Guard member(Catalog catalog, CatalogFacts own) {
        List<ObjectKind> kinds = own.kinds.isEmpty() ? catalog.kinds() : own.kinds;
        QualifiedName table = own.owner();
        String id = own.id == null ? null : own.id.name();
        String name = own.name != null ? own.name : id;
        if (own.column != null) {
            return table == null ? null : new Guard.ColumnProperty(table, own.column, "default", "=", "true");
        }
        if (kinds.isEmpty()) {
            return null;
        }
        if (name == null) {
            boolean any = table != null && own.properties.isEmpty() && kinds.size() == 1;
            return any ? new Guard.HasAny(kinds.get(0), table) : null;
        }
        Guard there = new Guard.MemberExists(kinds, table, name);
        if (own.properties.isEmpty()) {
            return there;
        }
        if (table == null || !kinds.contains(ObjectKind.COLUMN)) {
            return null;
        }
        List<Guard> all = new ArrayList<>(List.of(there));
        for (CatalogFacts.Property property : own.properties) {
            all.add(new Guard.ColumnProperty(table, name, property.name(), property.operator(), property.value()));
        }
        return new Guard.And(all);
    }

    private @Nullable Guard object(Catalog catalog, CatalogFacts own) {
        List<ObjectKind> kinds = own.kinds.isEmpty() ? catalog.kinds() : own.kinds;
        QualifiedName name = own.name != null
                ? new QualifiedName(own.schema == null ? row.unsaid() : own.schema, own.name)
                : own.id == null || own.schema == null ? own.id : own.id.withSchema(own.schema);
        if (name == null || !own.properties.isEmpty()) {
            return null;
        }
        QualifiedName parent = own.parent;
        if (parent != null && kinds.isEmpty()) {
            return new Guard.MemberExists(
                    List.of(
                            ObjectKind.PRIMARY_KEY,
                            ObjectKind.UNIQUE,
                            ObjectKind.FOREIGN_KEY,
                            ObjectKind.CHECK,
                            ObjectKind.TRIGGER,
                            ObjectKind.OTHER),
                    parent,
                    name.name());
        }
        return GuardReader.named(kinds, parent, name);
    }
}
