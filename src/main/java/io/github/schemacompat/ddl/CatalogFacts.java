package io.github.schemacompat.ddl;

import io.github.schemacompat.schema.ObjectKind;
import io.github.schemacompat.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What conditions say of the row of one catalog view. */
final class CatalogFacts {
    record Property(String name, String operator, String value) {}

    @Nullable
    String name;

    @Nullable
    String schema;

    @Nullable
    QualifiedName id;

    @Nullable
    QualifiedName parent;

    @Nullable
    String parentName;

    @Nullable
    String parentSchema;

    /** Of the column that a default belongs to. */
    @Nullable
    String column;

    /** All of these are among the columns of what is looked for. */
    final Set<String> columns = new LinkedHashSet<>();

    boolean only;

    @Nullable
    QualifiedName references;

    @Nullable
    String referencedColumn;

    final List<CatalogSearch.Filter> filters = new ArrayList<>();
    List<ObjectKind> kinds = List.of();
    final List<Property> properties = new ArrayList<>();

    /** The schema of what is only named. */
    private final @Nullable String unsaid;

    CatalogFacts(@Nullable String unsaid) {
        this.unsaid = unsaid;
    }

    boolean property(String property, String operator, String value) {
        properties.add(new Property(property, operator, value));
        return true;
    }

    /** Whether more is asked than the name and the table. */
    boolean describes() {
        return !columns.isEmpty() || !filters.isEmpty() || only || references != null || referencedColumn != null;
    }

    @Nullable
    QualifiedName owner() {
        if (parent != null) {
            return parentSchema != null && parent.schema() == null ? parent.withSchema(parentSchema) : parent;
        }
        return parentName == null ? null : new QualifiedName(parentSchema == null ? unsaid : parentSchema, parentName);
    }

    void mergeSameRow(CatalogFacts other) {
        name = name == null ? other.name : name;
        parentName = parentName == null ? other.parentName : parentName;
        parentSchema = parentSchema == null ? other.parentSchema : parentSchema;
        kinds = kinds.isEmpty() ? other.kinds : kinds;
    }
}
