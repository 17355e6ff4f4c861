package io.github.schemacompat.release;

/** {@code none}: nothing was released, by the word of the configuration. */
final class NoBaseline extends Baseline {
    @Override
    public FoundReleases find(BaselineRequest request) {
        return FoundReleases.none("none, as configured");
    }
}
