package io.github.schemacompat.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a server makes of upper and lower case in names. */
public enum IdentifierCase {
    /** Names without quotes become upper case; those in quotes stay what they are. */
    UPPER,
    /** Names without quotes become lower case; those in quotes stay what they are. */
    LOWER,
    /** Names that differ in case only are one name. */
    INSENSITIVE,
    /** Names stay as they are written, and those that differ in case only are two. */
    SENSITIVE;

    /** {@code upper}, {@code lower} …: the value of the parameter {@code identifierCase}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that id, as the parameter takes it; upper and lower case are one. */
    public static Optional<IdentifierCase> byId(String id) {
        String wanted = id.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> each.id().equals(wanted)).findFirst();
    }
}
