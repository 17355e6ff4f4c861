package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.schema.QualifiedName;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionedNamesTest {
    @Test
    void theNextFreeNameIsInTheStyleOfItsSiblings() {
        assertThat(next("find", "find")).isEqualTo("find_2");
        assertThat(next("find", "find", "find_2")).isEqualTo("find_3");
        assertThat(next("find_2", "find", "find_2")).isEqualTo("find_3");
        assertThat(next("find_2", "find", "find_2", "find_7")).isEqualTo("find_8");
        assertThat(next("find", "find", "find_v2")).isEqualTo("find_v3");
        assertThat(next("find", "find", "find_V09")).isEqualTo("find_V10");
        assertThat(next("find_3", "find_2", "find_3")).isEqualTo("find_4");
    }

    /** The first version is one by the project's own pattern. */
    @Test
    void theFirstVersionIsInTheStyleOfThePattern() {
        assertThat(first("(?<base>.+?)V(?<version>\\d+)")).isEqualTo("AddThingV2");
        assertThat(first("(?<base>.+?)_v(?<version>\\d+)")).isEqualTo("AddThing_v2");
        assertThat(first("(?<base>.+?)__(?<version>\\d+)")).isEqualTo("AddThing__2");
        assertThat(first("(?<base>.+?)(?<version>\\d+)")).isEqualTo("AddThing2");
    }

    private static String first(String pattern) {
        QualifiedName name = QualifiedName.of("AddThing");
        return new VersionedNames(Pattern.compile(pattern), List.of(name))
                .next(name)
                .toString();
    }

    @Test
    void aNumberInANameIsAVersionOnlyIfTheOtherVersionsAreThere() {
        assertThat(next("fn_sha_256", "fn_sha_256")).isEqualTo("fn_sha_256_2");
        assertThat(versions("fn_sha_256").skipped(QualifiedName.of("fn_sha_256")))
                .isNull();
    }

    @Test
    void aGapIsTold() {
        assertThat(versions("find", "find_4").skipped(QualifiedName.of("find_4")))
                .hasToString("find_2");
        assertThat(versions("find", "find_2", "find_3").skipped(QualifiedName.of("find_3")))
                .isNull();
        assertThat(versions("find_2", "find_3").skipped(QualifiedName.of("find_3")))
                .isNull();
    }

    @Test
    void theSuccessorIsTheHighestLaterVersionThatIsThere() {
        assertThat(successor("find", "find", "find_2", "find_3")).hasToString("find_3");
        assertThat(successor("find_2", "find_2", "find_3")).hasToString("find_3");
        assertThat(successor("find_3", "find", "find_2", "find_3")).isNull();
        assertThat(successor("fn_sha_256", "fn_sha_256", "fn_sha_512")).isNull();
        assertThat(successor("fn_sha_256", "fn_sha_256", "fn_sha_256_2")).hasToString("fn_sha_256_2");
    }

    private static @Nullable QualifiedName successor(String name, String... names) {
        return versions(names)
                .successor(
                        QualifiedName.of(name),
                        Stream.of(names).map(QualifiedName::of).toList());
    }

    private static String next(String name, String... names) {
        return versions(names).next(QualifiedName.of(name)).toString();
    }

    private static VersionedNames versions(String... names) {
        return new VersionedNames(
                RulePolicy.VERSIONED_NAME,
                Stream.of(names).map(QualifiedName::of).toList());
    }
}
