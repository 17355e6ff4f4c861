package io.github.schemacompat.soundness;

/**
 * What some of the trials have beside the rest: every so many, so that all others are what they are without it.
 *
 * @param partitions whether tables of the release are in partitions
 */
record Setting(boolean partitions) {
    private static final int PARTITIONS_IN = 8;
    private static final int PARTITIONS_AT = 5;

    static Setting of(Vocabulary words, long seed) {
        return new Setting(words.has("repartition") && seed % PARTITIONS_IN == PARTITIONS_AT);
    }
}
