package io.github.schemacompat.dialect;

/** How SQLite keeps the values of a column; lengths say nothing. */
enum Affinity implements Values {
    INTEGER,
    TEXT,
    /** Kept as they come. */
    BLOB,
    REAL,
    NUMERIC;

    /** By the rules of the engine, in their order. */
    static Affinity of(String type) {
        if (type.contains("int")) {
            return INTEGER;
        }
        if (type.contains("char") || type.contains("clob") || type.contains("text")) {
            return TEXT;
        }
        // as in a STRICT table; nobody writes it elsewhere
        if (type.isEmpty() || type.contains("blob") || type.equals("any")) {
            return BLOB;
        }
        return type.contains("real") || type.contains("floa") || type.contains("doub") ? REAL : NUMERIC;
    }

    /** What is kept as an integer is one for NUMERIC as well, and BLOB leaves every value as it is. */
    @Override
    public TypeChange changeTo(Values after) {
        boolean kept = after == BLOB || this == INTEGER && after == NUMERIC || this == REAL && after == NUMERIC;
        return kept ? TypeChange.WIDENED : TypeChange.CHANGED;
    }
}
