package io.github.schemacompat.change;

import io.github.schemacompat.dialect.Dialect;

/** What an engine does by itself when a statement touches more than it names. */
enum Engine {
    SQL_SERVER,
    POSTGRESQL,
    MYSQL,
    ORACLE,
    DB2,
    H2,
    HSQLDB,
    SQLITE;

    /** @throws IllegalArgumentException if nothing is known of the dialect's engine */
    static Engine of(Dialect dialect) {
        return switch (dialect.id()) {
            case "sqlserver" -> SQL_SERVER;
            case "postgresql" -> POSTGRESQL;
            case "mysql", "mariadb" -> MYSQL;
            case "oracle" -> ORACLE;
            case "db2" -> DB2;
            case "h2" -> H2;
            case "hsqldb" -> HSQLDB;
            case "sqlite" -> SQLITE;
            default -> throw new IllegalArgumentException("no engine for " + dialect.id());
        };
    }

    /** A foreign key makes an index of its name if no other serves. */
    boolean foreignKeyMakesIndex() {
        return this == MYSQL;
    }

    /** serial and identity columns own a sequence that scripts can name. */
    boolean numberingHasSequence() {
        return this == POSTGRESQL;
    }

    /** A unique constraint is an index and can be dropped as one. */
    boolean uniqueIsIndex() {
        return this == MYSQL;
    }

    /** Keys have the names of their indexes. */
    boolean keysAreIndexes() {
        return this != H2 && this != HSQLDB && this != SQLITE;
    }

    /** The engine names unnamed constraints at random, so that no script can know the name. */
    boolean madeUpNamesAreRandom() {
        return this == SQL_SERVER;
    }

    /**
     * Foreign keys of other tables go with the table that they point to.
     *
     * @param cascade whether CASCADE or CASCADE CONSTRAINTS was said
     */
    boolean dropTableTakesReferences(boolean cascade) {
        return this == DB2 || cascade && (cascades() || this == ORACLE);
    }

    /**
     * Foreign keys that point to a key go with it.
     *
     * @param cascade whether CASCADE was said
     */
    boolean dropKeyTakesReferences(boolean cascade) {
        return cascade || this == DB2;
    }

    /** Some changes of a table have it wait for its reorganisation, and until then it refuses most statements. */
    boolean waitsForReorganization() {
        return this == DB2;
    }

    /** A NOT NULL is a constraint that scripts can name, and drop by that name; the model keeps no such name. */
    boolean notNullHasName() {
        return this == ORACLE || this == SQLITE;
    }

    /** A drop needs CASCADE to reach what depends on what is dropped. */
    boolean cascades() {
        return this == POSTGRESQL || this == H2 || this == HSQLDB;
    }

    /** DROP TABLE drops a view as well. */
    boolean dropTableTakesViews() {
        return this == H2 || this == HSQLDB;
    }

    /** CASCADE of a domain or a type takes no columns of it: they get the type that it was made of. */
    boolean leavesColumnsOfDroppedTypes() {
        return this == H2 || this == HSQLDB;
    }

    /** The columns of a primary key refuse NULL, whether the script says so or not. */
    boolean primaryKeyRefusesNull() {
        return this != SQLITE;
    }

    /** Who loses the primary key takes NULL again, unless the column itself says otherwise. */
    boolean notNullGoesWithKey() {
        return this == HSQLDB || this == ORACLE;
    }

    /** The same for numbering. */
    boolean notNullGoesWithNumbering() {
        return this == HSQLDB;
    }

    /** What a column's own NOT NULL is, and what its domain, key or numbering adds, are told apart. */
    boolean notNullComesAndGoes() {
        return this == HSQLDB || this == ORACLE || this == POSTGRESQL;
    }

    /** The name of a constraint stands for one in the whole schema. */
    boolean constraintsNamedPerSchema() {
        return this == H2 || this == HSQLDB;
    }

    /** A table has one constraint of a name at most. */
    boolean constraintNamesAreUnique() {
        return this != SQLITE;
    }

    /** Constraints are made, and named, in the order in which they are written; else keys come first. */
    boolean constraintsInWrittenOrder() {
        return this == H2;
    }

    /** In CREATE TABLE … AS the query adds its columns to those that are listed; else the list gives them names. */
    boolean queryAddsColumns() {
        return this == MYSQL;
    }

    /** LIKE in a CREATE TABLE copies no defaults, numbering and expressions unless told so. */
    boolean likeCopiesWhatIsSaid() {
        return this == POSTGRESQL || this == HSQLDB;
    }

    /** DROP DEFAULT takes the NULL away too that a column without a default gets where it is left out. */
    boolean nullIsADefault() {
        return this == MYSQL;
    }

    /** A view's column changes its type with the column that it is. */
    boolean viewsFollowTypes() {
        return this == H2 || this == SQLITE;
    }

    /** A view's column that reads one of a domain is of the domain; else of what the domain is made of. */
    boolean viewsKeepDomains() {
        return this != H2;
    }
}
