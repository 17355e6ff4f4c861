package io.github.schemacompat.schema;

/** What kinds of things a schema holds; {@link #label} is the word for people and for JSON. */
public enum ObjectKind {
    SCHEMA("schema"),
    TABLE("table"),
    COLUMN("column"),
    PRIMARY_KEY("primary key"),
    UNIQUE("unique constraint"),
    FOREIGN_KEY("foreign key"),
    CHECK("check constraint"),
    EXCLUSION("exclusion constraint"),
    INDEX("index"),
    VIEW("view"),
    ROUTINE("routine"),
    TRIGGER("trigger"),
    SEQUENCE("sequence"),
    TYPE("type"),
    SYNONYM("synonym"),
    /** Things without a contract of their own that scripts create, name and drop: extensions, roles, policies … */
    OTHER("object");

    private final String label;

    ObjectKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
