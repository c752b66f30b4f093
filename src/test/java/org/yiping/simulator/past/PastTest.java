package org.yiping.simulator.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.city.CityFolder;
import org.yiping.city.Logbook;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.Light;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.server.CityPlatform;
import org.yiping.simulator.city.CityGenerator;
import org.yiping.simulator.client.CityClient;
import org.yiping.simulator.client.TownReader;
import org.yiping.simulator.play.Account;

class PastTest {
    /// A Monday, 16:30 in the city.
    private static final Instant NOW = Instant.parse("2026-11-23T08:30:00Z");

    @TempDir
    private static Path temp;

    private static CityFolder city;

    @BeforeAll
    static void play() throws IOException {
        Path folder = temp.resolve("city");
        new CityGenerator(7).write(folder);
        new Past(folder, 7).write(NOW);
        city = new CityFolder(folder);
    }

    @Test
    void aDayHasAsManyReportsAsACityOf120000CasesAYear() {
        long reports = city.logbook().stream()
                .filter(l -> l.at().isBefore(NOW.minus(Duration.ofHours(2))))
                .filter(l -> l.command() instanceof Command.ReportCase)
                .count();
        assertThat(reports / 46.0 * 24).isBetween(230.0, 400.0);
        assertThat(city.logbook().stream().map(Logbook.Line::at)).isSorted().allMatch(at -> !at.isAfter(NOW));
    }

    @Test
    void nobodyAsksForTheSameForEver() {
        var asked = city.logbook().stream()
                .flatMap(l -> l.command() instanceof Command.ActOnCase a
                        ? Stream.of(a.caseId().value() + " " + a.action().value())
                        : Stream.of())
                .collect(Collectors.groupingBy(a -> a, Collectors.counting()));
        assertThat(asked.values()).allMatch(times -> times <= 8);
    }

    @Test
    void whoWantsACallBackIsMostlyCalledAndMostAreSatisfied() {
        var wanted = city.logbook().stream()
                .flatMap(l -> l.command() instanceof Command.ReportCase r
                                && r.intake().caller() != null
                                && r.intake().caller().callBack()
                        ? Stream.of(r.caseId())
                        : Stream.of())
                .collect(Collectors.toSet());
        List<Command.ActOnCase> calls = city.logbook().stream()
                .flatMap(l -> l.command() instanceof Command.ActOnCase a
                                && a.action().value().equals("call-back")
                        ? Stream.of(a)
                        : Stream.of())
                .toList();
        assertThat(calls).extracting(Command.ActOnCase::caseId).isSubsetOf(wanted);
        var said = calls.stream()
                .collect(Collectors.groupingBy(a -> String.valueOf(a.fields().kind()), Collectors.counting()));
        assertThat(said)
                .as("every outcome is there")
                .containsOnlyKeys("very-satisfied", "satisfied", "dissatisfied", "not-reached");
        assertThat(said.get("very-satisfied") + said.get("satisfied")).isGreaterThan(2 * said.get("dissatisfied"));
    }

    @Test
    void whoKnewOnlyTheRoadIsAskedWhereItWas() {
        List<String> located = city.logbook().stream()
                .flatMap(l -> l.command() instanceof Command.ActOnCase a
                                && a.action().value().equals("locate")
                        ? Stream.of(a.caseId().value())
                        : Stream.of())
                .toList();
        List<String> vague = city.logbook().stream()
                .filter(l -> l.at().isBefore(NOW.minus(Duration.ofHours(4))))
                .flatMap(l -> l.command() instanceof Command.ReportCase r
                                && r.intake().place().position() == null
                        ? Stream.of(r.caseId().value())
                        : Stream.of())
                .toList();
        assertThat(vague).isNotEmpty();
        assertThat(located).containsAll(vague);
    }

    @Test
    void theSameSeedAndEndGiveTheSameLogbook() throws IOException {
        Path again = temp.resolve("again");
        new CityGenerator(7).write(again);
        new Past(again, 7).write(NOW);
        assertThat(new CityFolder(again).logbook()).isEqualTo(city.logbook());
    }

    @Test
    void everyPhotoOfTheLogbookLiesBesideIt() {
        var names = city.photos().stream().map(p -> p.getFileName().toString()).collect(Collectors.toSet());
        List<String> used = city.logbook().stream()
                .flatMap(l -> switch (l.command()) {
                    case Command.ReportCase r -> r.photos().stream();
                    case Command.ActOnCase a -> a.fields().photos().stream();
                    case Command.ReviewCase _, Aside _ -> List.<String>of().stream();
                })
                .toList();
        assertThat(used).isNotEmpty().allMatch(names::contains);
    }

    @Test
    void aServerFoundedOnItOpensWithAFullQueueAndAllThreeLights() throws Exception {
        Path data = temp.resolve("data");
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        try (CityPlatform platform = CityPlatform.start(data, temp.resolve("city"), 0, clock);
                CityClient client = new CityClient(URI.create("http://127.0.0.1:" + platform.port()), clock)) {
            List<Account> accounts = Account.read(data.resolve("accounts.csv"));
            Account eye = accounts.stream()
                    .filter(a -> a.holds("acceptor"))
                    .findFirst()
                    .orElseThrow();
            List<Case> cases = new TownReader(client, new CityClient.As(eye, "acceptor"), accounts)
                    .cases()
                    .orElseThrow()
                    .cases();
            TreeMap<String, Long> states = cases.stream()
                    .collect(Collectors.groupingBy(
                            c -> c.progress().state().value(), TreeMap::new, Collectors.counting()));
            assertThat(states.keySet()).contains("to-accept", "to-dispatch", "to-handle", "handling", "closed");
            assertThat(states.get("to-dispatch")).isBetween(10L, 80L);
            assertThat(states.get("closed")).isGreaterThan(300);
            var workflow = city.workflow();
            assertThat(cases.stream().map(c -> c.light(NOW, workflow)))
                    .contains(Light.GREEN, Light.YELLOW, Light.RED, Light.CLOSED);
            assertThat(cases.stream().map(c -> c.head().number())).doesNotHaveDuplicates();
            assertThat(Files.isDirectory(data.resolve("files"))).isTrue();
        }
    }
}
