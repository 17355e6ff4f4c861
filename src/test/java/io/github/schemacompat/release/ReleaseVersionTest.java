package io.github.schemacompat.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseVersionTest {
    private static ReleaseVersion version(String text) {
        return ReleaseVersion.parse(text).orElseThrow();
    }

    @Test
    void versionsAreOrderedAsPeopleRelease() {
        List<String> ordered = List.of(
                "1.9",
                "2.0-alpha",
                "2.0-beta.2",
                "2.0-beta.10",
                "2.0-M1",
                "2.0-rc.1",
                "2.0-rc.2",
                "2.0",
                "2.0-sp1",
                "2.0.1",
                "2.10",
                "2024.1.2");
        List<ReleaseVersion> shuffled = new ArrayList<>(
                ordered.stream().map(ReleaseVersionTest::version).toList());
        Collections.shuffle(shuffled, new Random(7));
        Collections.sort(shuffled);
        assertThat(shuffled).extracting(ReleaseVersion::text).containsExactlyElementsOf(ordered);
    }

    @Test
    void trailingZerosAndWordsForTheReleaseItselfMakeNoDifference() {
        assertThat(version("2.0")).isEqualByComparingTo(version("2.0.0"));
        assertThat(version("2.0.Final")).isEqualByComparingTo(version("2.0"));
        assertThat(version("2.0-RELEASE")).isEqualByComparingTo(version("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0-rc.1", "1.0-RC1", "1.0.beta2", "1.0-alpha", "1.0-M3", "1.0b1", "1.0-SNAPSHOT"})
    void preReleasesAreKnownByTheirQualifier(String text) {
        assertThat(version(text).isPreRelease()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.0-GA", "1.0-jre", "1.0-sp2", "1.0+build.5", "1.0-1", "1.0-hotfix"})
    void otherQualifiersAreReleases(String text) {
        assertThat(version(text).isPreRelease()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "v1.0", "-1"})
    void whatDoesntBeginWithANumberIsNoVersion(String text) {
        assertThat(ReleaseVersion.parse(text)).isEmpty();
    }
}
