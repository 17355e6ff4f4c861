package io.github.schemacompat.fidelity;

import io.github.schemacompat.schema.Check;
import io.github.schemacompat.schema.Column;
import io.github.schemacompat.schema.Index;
import io.github.schemacompat.schema.Sequence;
import io.github.schemacompat.schema.Table;
import io.github.schemacompat.schema.UserType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the model's SQL is written so that it can be compared with the other side's. */
interface Spelling extends AutoCloseable {
    /** Of two models: the normal form itself. */
    Spelling NORMAL_FORM = new Spelling() {};

    default @Nullable String defaultValue(String tableKey, Column column) {
        return column.defaultValue();
    }

    default @Nullable String generated(String tableKey, Column column) {
        return column.generated();
    }

    default String check(String tableKey, Table table, Check check) {
        return check.expression();
    }

    default List<String> keys(String relationKey, Index index) {
        return index.columns();
    }

    default @Nullable String where(String relationKey, Index index) {
        return index.where();
    }

    default @Nullable String domainDefault(UserType domain) {
        return domain.defaultValue();
    }

    default String domainCheck(UserType domain, Check check) {
        return check.expression();
    }

    default Map<String, String> options(Sequence sequence) {
        return sequence.options();
    }

    /** The name of a key or foreign key where the catalog keeps it. */
    default @Nullable String constraintName(@Nullable String name) {
        return name;
    }

    /** Whether columns have an order; scripts that add columns later than others do end in another one. */
    default boolean comparesPlaces() {
        return false;
    }

    /** Whether definitions (hashes of the normal form) are told apart; an engine keeps none. */
    default boolean comparesDefinitions() {
        return true;
    }

    default @Nullable String collation(String tableKey, Column column) {
        return column.collation();
    }

    default @Nullable String onUpdate(String tableKey, Column column) {
        return column.onUpdate();
    }

    /** What a foreign key does, in the words of the catalog. */
    default String action(String action) {
        return action;
    }

    /** Whether the engine makes no difference between a unique constraint and a unique index. */
    default boolean uniqueKeysAreIndexes() {
        return false;
    }

    /** Whether both sides tell of such an index. */
    default boolean comparesIndex(Table table, Index index) {
        return true;
    }

    /** Whether the catalog tells the types that a view's columns had when it was made. */
    default boolean comparesTypesOfViews() {
        return true;
    }

    /** Takes away what was made for asking the engine. */
    @Override
    default void close() {}
}
