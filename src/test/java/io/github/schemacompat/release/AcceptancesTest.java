package io.github.schemacompat.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemacompat.script.CannotReadException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptancesTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 31);

    private static Acceptances parse(String entries) {
        return Acceptances.parse("{\"format\": 1,\n \"accepted\": [\n" + entries + "\n]}", "accepted.json");
    }

    private static CannotReadException problem(String text) {
        return assertThatExceptionOfType(CannotReadException.class)
                .isThrownBy(() -> Acceptances.parse(text, "accepted.json"))
                .actual();
    }

    @Test
    void anEntryHoldsForItsRuleScriptAndContentOnly() {
        Acceptances acceptances = parse(
                "{\"rule\": \"dynamic-sql\", \"script\": \"V1__a.sql\", \"hash\": \"ab\", \"reason\": \"looked at\"}");
        assertThat(acceptances.find("dynamic-sql", "V1__a.sql", "ab"))
                .contains(new Acceptance("dynamic-sql", "V1__a.sql", "ab", "looked at", null, 3));
        assertThat(acceptances.find("dynamic-sql", "V1__a.sql", "cd")).isEmpty();
        assertThat(acceptances.find("dynamic-sql", "V2__b.sql", "ab")).isEmpty();
        assertThat(acceptances.find("other", "V1__a.sql", "ab")).isEmpty();
    }

    @Test
    void theOfferedEntryCanBeReadOnceItsReasonIsThere() {
        String entry = Acceptance.entry("dynamic-sql", "a \"b\".sql", "ab");
        assertThat(parse(entry).find("dynamic-sql", "a \"b\".sql", "ab")).isPresent();
    }

    @Test
    void anEntryHoldsUntilItsDateOrVersion() {
        String entry = "{\"rule\": \"r\", \"script\": \"s\", \"hash\": \"h\", \"reason\": \"x\", \"until\": \"%s\"}";
        Acceptance date = parse(entry.formatted("2027-01-31")).accepted().get(0);
        assertThat(date.isExpired(null, TODAY)).isTrue();
        assertThat(date.isExpired("9.0", TODAY.minusDays(1))).isFalse();
        Acceptance version = parse(entry.formatted("2.0")).accepted().get(0);
        assertThat(version.isExpired("2.0", TODAY)).isTrue();
        assertThat(version.isExpired("1.9", TODAY)).isFalse();
        assertThat(version.isExpired(null, TODAY)).isFalse();
    }

    @Test
    void noFileIsNoExceptions(@TempDir Path base) {
        assertThat(Acceptances.read(base, "src/schema-compat/accepted.json").accepted())
                .isEmpty();
    }

    @Test
    void whatIsNotOfTheFormatIsRefusedWithItsLine() {
        String entry = "{\"format\": 1, \"accepted\": [\n{\"rule\": \"r\", \"script\": \"s\", \"hash\": \"h\"%s}]}";
        assertThat(problem(entry.formatted(""))).hasMessage("accepted.json lacks the field 'reason'.");
        assertThat(problem(entry.formatted("")).line()).isEqualTo(2);
        assertThat(problem(entry.formatted(", \"reason\": \" \"")))
                .hasMessage("accepted.json accepts a finding without a reason.");
        assertThat(problem(entry.formatted(", \"reason\": \"x\", \"until\": \"soon\"")))
                .hasMessage("accepted.json has an 'until' that is neither a version nor a date: soon.");
        assertThat(problem(entry.formatted(", \"reason\": \"x\", \"untill\": \"2.0\"")))
                .hasMessage("accepted.json has an unknown field 'untill'.");
        assertThat(problem("{\"format\": 2}")).hasMessageContaining("has format 2");
        assertThat(problem("not json").code()).isEqualTo("accepted-unreadable");
    }
}
