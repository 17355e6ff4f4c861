package io.github.schemacompat.check;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.result.CheckResult;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the clock one thing is asked, once: the day, which ends exceptions that have a date. */
class ClockTest {
    private static final Set<String> ASKS = Set.of(
            "java.time.Clock",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.ZonedDateTime");

    private static List<String> found(LocalDate today) throws CannotCheckException {
        String released = "CREATE TABLE customers (id int PRIMARY KEY, phone text);\n";
        CheckResult result = SchemaCompat.check(CheckRequest.builder()
                .layout("flyway")
                .dialect("postgresql")
                .today(today)
                .script("V1__a.sql", released)
                .script(
                        "V2__b.sql",
                        "-- schema-compat: allow column-dropped until 2027-01-31 because nobody calls\n"
                                + "ALTER TABLE customers DROP COLUMN phone;\n")
                .baseline(Baseline.scripts("1.0", Map.of("V1__a.sql", released)))
                .build());
        return result.findings().stream()
                .map(finding -> finding.rule().id() + (finding.suppressed() == null ? "" : " suppressed"))
                .sorted()
                .toList();
    }

    @Test
    void anExceptionHoldsUpToTheDayBefore() throws CannotCheckException {
        assertThat(found(LocalDate.of(2027, 1, 30))).containsExactly("column-dropped suppressed");
    }

    @Test
    void onItsDayItIsOver() throws CannotCheckException {
        assertThat(found(LocalDate.of(2027, 1, 31))).containsExactly("column-dropped", "suppression-expired");
    }

    /** A clock that was set back makes them live again, and that is all it does. */
    @Test
    void aWrongClockMovesNothingButTheirEnd() throws CannotCheckException {
        assertThat(found(LocalDate.EPOCH)).isEqualTo(found(LocalDate.of(2027, 1, 30)));
        assertThat(found(LocalDate.of(9999, 12, 31))).isEqualTo(found(LocalDate.of(2027, 1, 31)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Etc/GMT+12"})
    void everywhereIsTheSameDay(String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            LocalDate from = LocalDate.now(ZoneOffset.UTC);
            LocalDate asked = CheckRequest.builder().build().today();
            assertThat(asked).isBetween(from, LocalDate.now(ZoneOffset.UTC));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void nothingElseAsksForTheTime() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(CheckRequest.Builder.class.getName())
                .should()
                .callMethodWhere(asksForTheTime())
                .because("the same project has the same verdict at any time")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.schemacompat"));
    }

    private static DescribedPredicate<JavaAccess<?>> asksForTheTime() {
        return DescribedPredicate.describe("asks for the time", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getName();
            return ASKS.contains(owner) && (name.equals("now") || name.startsWith("system"))
                    || owner.equals("java.lang.System") && name.equals("currentTimeMillis");
        });
    }
}
