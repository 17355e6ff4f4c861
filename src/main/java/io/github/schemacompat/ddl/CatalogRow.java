package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The row that a catalog query looks for: what is said of it in each of the views, and how they are joined. */
final class CatalogRow {
    private final Language language;
    private final List<CatalogSource> sources;
    private final Map<CatalogSource, CatalogFacts> facts = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();

    CatalogRow(Language language, List<CatalogSource> sources) {
        this.language = language;
        this.sources = sources;
        sources.forEach(each -> facts.put(each, new CatalogFacts(unsaid())));
    }

    /** Two columns that a condition says to be equal. */
    record Link(CatalogColumns.Reference one, CatalogColumns.Reference other) {
        boolean joins(CatalogSource source, Catalog.Role role) {
            return one.source() == source && other.source() != source && other.role() == role
                    || other.source() == source && one.source() != source && one.role() == role;
        }

        /** A column and its default. */
        boolean joinsDefault(CatalogSource columns) {
            return isDefault(columns, one, other) || isDefault(columns, other, one);
        }

        private static boolean isDefault(
                CatalogSource columns, CatalogColumns.Reference column, CatalogColumns.Reference constraint) {
            return column.source() == columns
                    && CatalogColumns.holdsDefault(column.column())
                    && constraint.role() == Catalog.Role.ID;
        }
    }

    List<CatalogSource> sources() {
        return sources;
    }

    List<Link> links() {
        return links;
    }

    /** Whether more is asked than names and tables. */
    boolean isDescribed() {
        return facts.values().stream().anyMatch(CatalogFacts::describes);
    }

    CatalogFacts of(CatalogSource each) {
        CatalogFacts known = facts.get(each);
        return known == null ? new CatalogFacts(unsaid()) : known;
    }

    /** Where OBJECT_ID finds what is in the default schema, a condition on a name finds it in any. */
    @Nullable
    String unsaid() {
        return language.is(Grammar.SQL_SERVER) ? Guard.ANY_SCHEMA : null;
    }

    /** The most special of the views: what the others have belongs to its rows. */
    @Nullable
    CatalogSource main() {
        CatalogSource found = null;
        for (CatalogSource each : sources) {
            if (each.catalog().member() && (found == null || !found.catalog().member())) {
                found = each;
            } else if (!each.catalog().member()
                    && (found == null || found.isSchema() && !found.catalog().member())) {
                found = each;
            }
        }
        return found;
    }

    /** Whether its rows are members of tables other than columns. */
    boolean isMember(CatalogSource each) {
        List<ObjectKind> kinds = of(each).kinds.isEmpty() ? each.catalog().kinds() : of(each).kinds;
        return !kinds.isEmpty() && kinds.stream().allMatch(GuardReader::isConstraintOrIndex);
    }

    boolean linked(CatalogSource source, Catalog.Role role) {
        return links.stream().anyMatch(link -> link.joins(source, role));
    }
}
