package io.github.schemacompat.dialect;

/**
 * Texts, binary values and bit strings of limited length.
 *
 * @param content what they are made of
 * @param family types of one family differ in their length only, and readers see them as one type
 * @param length how many characters (bytes, bits) at most
 * @param bytesNeeded how many bytes the longest one may take
 * @param bytesHeld how many bytes fit, where the engine limits bytes; else {@link Long#MAX_VALUE}
 * @param fixed whether shorter values are filled up to the length and readers see that
 * @param repertoire which characters they can have
 */
record Strings(
        Content content,
        String family,
        long length,
        long bytesNeeded,
        long bytesHeld,
        boolean fixed,
        Repertoire repertoire)
        implements Values {
    static final long UNLIMITED = Long.MAX_VALUE;

    enum Content {
        CHARACTERS,
        BYTES,
        BITS
    }

    /**
     * A set of characters.
     *
     * @param rank a set holds every set of a lower rank
     * @param name tells sets of one rank apart
     */
    record Repertoire(int rank, String name) {
        /** Not told by the script: nothing is said about what fits. */
        static final Repertoire UNKNOWN = new Repertoire(0, "");

        static final Repertoire ASCII = new Repertoire(1, "ascii");
        static final Repertoire BASIC_PLANE = new Repertoire(3, "basic plane");
        static final Repertoire UNICODE = new Repertoire(4, "unicode");

        static Repertoire codePage(String name) {
            return new Repertoire(2, name);
        }

        boolean holds(Repertoire other) {
            return equals(UNKNOWN) || other.equals(UNKNOWN) || rank > other.rank || equals(other);
        }
    }

    static Strings of(Content content, String family, long length, boolean fixed) {
        return new Strings(content, family, length, 0, UNLIMITED, fixed, Repertoire.UNKNOWN);
    }

    Strings inBytes(long needed, long held) {
        return new Strings(content, family, length, needed, held, fixed, repertoire);
    }

    Strings withRepertoire(Repertoire newRepertoire) {
        return new Strings(content, family, length, bytesNeeded, bytesHeld, fixed, newRepertoire);
    }

    @Override
    public TypeChange changeTo(Values after) {
        if (after instanceof Labels) {
            return TypeChange.NARROWED;
        }
        if (!(after instanceof Strings other) || other.content != content) {
            return TypeChange.CHANGED;
        }
        if (other.length < length || other.bytesHeld < bytesNeeded || !other.repertoire.holds(repertoire)) {
            return TypeChange.NARROWED;
        }
        if (!family.equals(other.family)) {
            return fixed != other.fixed || fixed && length != other.length ? TypeChange.CHANGED : TypeChange.WIDENED;
        }
        if (length == other.length) {
            return other.bytesHeld > bytesHeld ? TypeChange.LONGER : TypeChange.SAME;
        }
        return fixed ? TypeChange.CHANGED : TypeChange.LONGER;
    }
}
