package io.github.schemacompat.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.rule.Family;
import io.github.schemacompat.rule.Rule;
import io.github.schemacompat.rule.RuleInfo;
import io.github.schemacompat.rule.Rules;
import io.github.schemacompat.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule about a schema is held against engines, or there is a reason why it isn't. */
class EvidenceTest {
    private static final Set<Family> ABOUT_SCRIPTS = Set.of(Family.SCRIPTS, Family.SUPPRESSIONS);

    @Test
    void eachErrorIsShownOrHasAReasonWhyItCannotBe() {
        assertThat(Stream.concat(Evidence.SHOWN.stream(), Evidence.NOT_SHOWN.keySet().stream()))
                .doesNotHaveDuplicates()
                .containsAll(ids(rule -> rule.severity() == Severity.ERROR));
    }

    @Test
    void eachWarningHasAReasonWhyItIsNoError() {
        assertThat(Stream.concat(Evidence.WARNED.keySet().stream(), Evidence.HARMLESS.keySet().stream()))
                .doesNotHaveDuplicates()
                .containsAll(ids(rule -> rule.severity() != Severity.ERROR));
    }

    @Test
    void nothingElseIsListed() {
        Set<String> known = Set.copyOf(ids(rule -> true));
        assertThat(known).containsAll(Evidence.SHOWN);
        for (Map<String, String> list : List.of(Evidence.NOT_SHOWN, Evidence.WARNED, Evidence.HARMLESS)) {
            assertThat(known).containsAll(list.keySet());
        }
    }

    @Test
    void thePageShowsTheLists() throws IOException {
        String page = Files.readString(Path.of("docs/soundness.md"));
        assertThat(page)
                .contains(Evidence.SHOWN.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", ")));
        for (Map<String, String> list : List.of(Evidence.NOT_SHOWN, Evidence.WARNED, Evidence.HARMLESS)) {
            assertThat(page)
                    .contains(list.entrySet().stream()
                            .map(each -> "| `" + each.getKey() + "` | " + each.getValue() + " |\n")
                            .collect(Collectors.joining()));
        }
    }

    private static List<String> ids(Predicate<RuleInfo> which) {
        return Rules.ALL.stream()
                .map(Rule::info)
                .filter(rule -> !ABOUT_SCRIPTS.contains(rule.family()))
                .filter(which)
                .map(RuleInfo::id)
                .toList();
    }
}
