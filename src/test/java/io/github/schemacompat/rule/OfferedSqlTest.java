package io.github.schemacompat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.fidelity.RealEngine;
import io.github.schemacompat.result.CheckResult;
import io.github.schemacompat.source.Location;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever SQL a finding of any fixture offers passes the gate, and the engines take it. */
class OfferedSqlTest {
    private static final String FIX = "V9999__fix.sql";

    /** Their SQL comes behind the statement, to make up for it; that of all others comes in its place. */
    private static final Set<String> BEHIND = Set.of("table-renamed");

    /** What can be taken out for what is offered, so that the other statements still run before it. */
    private static final Pattern WHOLE_STATEMENT = Pattern.compile("^CREATE UNIQUE .*; -- expect: [^;]+$");

    /**
     * @param fixture where the finding comes from
     * @param finding that offers SQL
     * @param repaired the scripts with what is offered
     */
    private record Offer(Fixture fixture, Finding finding, Fixture repaired) {
        String name() {
            return fixture.path() + ": " + finding.rule().id() + " " + finding.object();
        }
    }

    @TestFactory
    Stream<DynamicTest> passesTheGate() throws CannotCheckException {
        List<Offer> offers = offers();
        assertThat(offers)
                .extracting(offer -> offer.finding().rule().id())
                .contains("column-renamed", "required-column-added", "table-renamed", "column-default-dropped");
        return offers.stream().map(offer -> DynamicTest.dynamicTest(offer.name(), () -> passes(offer)));
    }

    private static void passes(Offer offer) throws CannotCheckException {
        CheckResult result = FixtureRun.of(offer.repaired()).result();
        assertThat(result.findings())
                .filteredOn(finding ->
                        finding.location() != null && finding.location().file().equals(FIX))
                .filteredOn(finding -> !isTheLesserEvil(finding, offer))
                .extracting(Finding::message)
                .isEmpty();
        assertThat(result.findings())
                .noneMatch(finding ->
                        finding.rule().id().equals(offer.finding().rule().id())
                                && finding.object().equals(offer.finding().object()));
    }

    /** A column that is no longer written has to become nullable, and readers of the release before are warned of that. */
    private static boolean isTheLesserEvil(Finding finding, Offer offer) {
        return offer.finding().rule().id().equals("deprecated-still-required")
                && finding.rule().id().equals("column-made-nullable")
                && finding.severity() == Severity.WARNING;
    }

    @TestFactory
    Stream<DynamicContainer> runs() throws CannotCheckException {
        return runs(RealEngine.ALL.stream().filter(RealEngine::inEveryBuild));
    }

    static Stream<DynamicContainer> runs(Stream<RealEngine> engines) throws CannotCheckException {
        List<Offer> offers = offers();
        return engines.map(engine -> {
            FixtureDatabase database = FixtureDatabase.of(engine);
            Set<String> paths = database.fixtures().map(Fixture::path).collect(Collectors.toSet());
            List<Offer> own = offers.stream()
                    .filter(offer -> paths.contains(offer.fixture().path()))
                    .toList();
            assertThat(own).isNotEmpty();
            return DynamicContainer.dynamicContainer(
                    engine.dialect().displayName(),
                    own.stream()
                            .map(offer -> DynamicTest.dynamicTest(offer.name(), () -> run(database, offer)))
                            .onClose(database::close));
        });
    }

    private static void run(FixtureDatabase database, Offer offer) throws SQLException {
        database.clear();
        database.run(offer.repaired().scripts().values());
    }

    private static List<Offer> offers() throws CannotCheckException {
        List<Offer> offers = new ArrayList<>();
        for (Fixture fixture : Fixture.all()) {
            if (fixture.isTwin()) {
                continue;
            }
            for (Finding finding : FixtureRun.of(fixture).result().findings()) {
                if (!finding.fixSql().isBlank()) {
                    offers.add(new Offer(fixture, finding, repaired(fixture, finding)));
                }
            }
        }
        return offers;
    }

    private static Fixture repaired(Fixture fixture, Finding finding) {
        Map<String, String> scripts = new LinkedHashMap<>();
        Collection<Map<String, String>> releases = fixture.releases().values();
        releases.forEach(scripts::putAll);
        if (BEHIND.contains(finding.rule().id())) {
            fixture.scripts().forEach(scripts::putIfAbsent);
        }
        Location place = Objects.requireNonNull(finding.location());
        if (WHOLE_STATEMENT.matcher(place.line()).find()) {
            fixture.scripts().forEach(scripts::putIfAbsent);
            scripts.computeIfPresent(place.file(), (path, text) -> text.replace(place.line(), ""));
        }
        scripts.put(FIX, finding.fixSql() + "\n");
        return new Fixture(
                fixture.rule(),
                fixture.name(),
                fixture.dialect(),
                fixture.settings(),
                fixture.releases(),
                scripts,
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
