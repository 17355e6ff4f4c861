package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import io.github.schemacompat.sql.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row that is looked for, described by its table, its columns and what it points to. */
final class CatalogDescription {
    private final Language language;
    private final CatalogRow row;
    private final CatalogColumns columns;

    CatalogDescription(Language language, CatalogRow row, CatalogColumns columns) {
        this.language = language;
        this.row = row;
        this.columns = columns;
    }

    /** Null if what is found is not determined by a table and a description. */
    CatalogSearch.@Nullable Wanted wanted(List<Token> output) {
        return row.sources().stream().anyMatch(row::isMember) ? wanted() : defaultIn(output);
    }

    private static CatalogSearch.Wanted wanted(
            List<ObjectKind> kinds, QualifiedName table, List<String> columns, CatalogFacts own) {
        List<CatalogSearch.Filter> filters = new ArrayList<>(own.filters);
        if (own.name != null) {
            filters.add(new CatalogSearch.Filter(false, "=", own.name));
        } else if (own.id != null) {
            filters.add(new CatalogSearch.Filter(false, "=", own.id.name()));
        }
        return new CatalogSearch.Wanted(kinds, table, columns, own.only, own.references, own.referencedColumn, filters);
    }

    CatalogSearch.@Nullable Wanted wanted() {
        CatalogSource main = null;
        for (CatalogSource each : row.sources()) {
            if (row.isMember(each) && (main == null || rank(each) < rank(main))) {
                main = each;
            }
        }
        if (main == null) {
            return null;
        }
        CatalogFacts own = row.of(main);
        for (CatalogSource other : row.sources()) {
            if (other != main && !describe(own, other, row.of(other))) {
                return null;
            }
        }
        QualifiedName table = own.owner();
        if (table == null || !own.properties.isEmpty() || own.only && own.columns.isEmpty()) {
            return null;
        }
        List<ObjectKind> kinds =
                new ArrayList<>(own.kinds.isEmpty() ? main.catalog().kinds() : own.kinds);
        if (saysWhatIsReferenced(main)) {
            kinds.remove(ObjectKind.FOREIGN_KEY);
        }
        return wanted(kinds, table, List.copyOf(own.columns), own);
    }

    /** {@code SELECT OBJECT_NAME(default_object_id) FROM sys.columns WHERE …}. */
    private CatalogSearch.@Nullable Wanted defaultIn(List<Token> output) {
        CatalogSource main = row.main();
        CatalogFacts own = main == null ? new CatalogFacts(row.unsaid()) : row.of(main);
        QualifiedName table = own.owner();
        boolean named = output.stream().anyMatch(columns::namesDefault);
        return !named || table == null || own.name == null || row.sources().size() > 1 || !own.properties.isEmpty()
                ? null
                : wanted(List.of(ObjectKind.OTHER), table, List.of(own.name), new CatalogFacts(row.unsaid()));
    }

    /** A view that names its rows tells more than one that only joins. */
    private int rank(CatalogSource each) {
        boolean named = each.catalog().columns().containsValue(Catalog.Role.NAME);
        return (named ? 0 : 2) + (each.view().endsWith("constraint_column_usage") ? 1 : 0);
    }

    /** PostgreSQL lists the columns that a foreign key points to there. */
    private boolean saysWhatIsReferenced(CatalogSource each) {
        return language.is(Grammar.POSTGRESQL) && each.view().endsWith("constraint_column_usage");
    }

    private boolean describe(CatalogFacts own, CatalogSource other, CatalogFacts others) {
        if (!others.properties.isEmpty()) {
            return false;
        }
        if (other.isSchema()) {
            own.parentSchema = own.parentSchema == null ? others.name : own.parentSchema;
            return true;
        }
        if (other.isColumn()) {
            return describeColumn(own, other, others);
        }
        if (row.isMember(other) || other.catalog().member()) {
            return describeSameRow(own, other, others);
        }
        QualifiedName table = others.name == null
                ? others.id
                : new QualifiedName(others.schema == null ? row.unsaid() : others.schema, others.name);
        if (row.linked(other, Catalog.Role.REFERENCED)) {
            own.references = table == null ? own.references : table;
        } else if (own.owner() == null && table != null) {
            own.parent = table;
        } else if (others.schema != null && own.parentSchema == null) {
            own.parentSchema = others.schema;
        }
        return true;
    }

    private boolean describeColumn(CatalogFacts own, CatalogSource other, CatalogFacts others) {
        boolean target = row.linked(other, Catalog.Role.REFERENCED_COLUMN);
        boolean column = row.linked(other, Catalog.Role.PARENT_COLUMN)
                || row.linked(other, Catalog.Role.COLUMN_IDS)
                || row.links().stream().anyMatch(link -> link.joinsDefault(other));
        if (target) {
            own.referencedColumn = others.name;
            own.references = own.references == null ? others.owner() : own.references;
            return true;
        }
        if (own.owner() == null) {
            own.parent = others.owner();
        }
        return others.name == null || column && own.columns.add(others.name);
    }

    private boolean describeSameRow(CatalogFacts own, CatalogSource other, CatalogFacts others) {
        boolean target = saysWhatIsReferenced(other) && own.kinds.equals(List.of(ObjectKind.FOREIGN_KEY));
        own.filters.addAll(others.filters);
        own.name = own.name == null ? others.name : own.name;
        own.id = own.id == null ? others.id : own.id;
        own.kinds = own.kinds.isEmpty() ? others.kinds : own.kinds;
        if (target) {
            own.references = others.owner();
            own.referencedColumn =
                    others.columns.isEmpty() ? null : others.columns.iterator().next();
            return others.columns.size() < 2;
        }
        own.columns.addAll(others.columns);
        own.only |= others.only;
        own.parent = own.owner() == null ? others.owner() : own.parent;
        own.references = own.references == null ? others.references : own.references;
        own.referencedColumn = own.referencedColumn == null ? others.referencedColumn : own.referencedColumn;
        return true;
    }
}
