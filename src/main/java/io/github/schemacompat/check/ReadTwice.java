package io.github.schemacompat.check;

/** Which scripts JSqlParser reads as well. */
enum ReadTwice {
    /** Those that the last release doesn't have; none where there is no release. */
    NEW,
    ALL,
    OFF;

    static ReadTwice of(String id) throws CannotCheckException {
        return switch (id.strip()) {
            case "new" -> NEW;
            case "all" -> ALL;
            case "off" -> OFF;
            default -> throw Settings.wrong("secondReading", "'" + id + "' is not known", "Use new, all or off.");
        };
    }
}
