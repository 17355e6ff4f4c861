package io.github.schemacompat.release;

/**
 * Who asks a database. Shown nowhere.
 *
 * @param user the name, or empty where the address says it or none is needed
 * @param password the password, or empty
 */
public record DatabaseLogin(String user, String password) {
    /** For databases that ask for none. */
    public static final DatabaseLogin NONE = new DatabaseLogin("", "");

    @Override
    public String toString() {
        return "a login";
    }
}
