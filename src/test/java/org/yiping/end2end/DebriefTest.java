package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.ReplayLookup;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.FlowRecord;
import org.yiping.domain.command.Aside.Debriefing;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.room.Debrief;
import org.yiping.domain.room.DebriefComment;
import org.yiping.domain.room.DebriefId;
import org.yiping.domain.room.PastEntry;
import org.yiping.domain.room.PastPage;
import org.yiping.fake.Await;
import org.yiping.fake.CutProxy;
import org.yiping.fake.Desk;
import org.yiping.server.SmallCity;

/// The past as a console reads it from a real server, and two people over one debrief.
class DebriefTest {
    private static final DebriefId ID = new DebriefId("d-1");

    @TempDir
    Path folder;

    private static PastPage got(Found<PastPage> found) {
        assertThat(found).isInstanceOf(Found.Got.class);
        return ((Found.Got<PastPage>) found).value();
    }

    @Test
    void aConsoleReadsStateAndChangesOfThePast() throws IOException {
        try (Town town = new Town(folder);
                CutProxy wire = new CutProxy(town.platform.port())) {
            Desk collector = town.seat("collector", "collector", town.platform.port());
            Desk supervisor = town.seat("supervisor", "supervisor", wire.port());
            Await.until("links", () -> collector.live() && supervisor.live());
            for (String id : List.of("f-1", "f-2")) {
                collector
                        .outbox
                        .submit(Wishes.report(collector, id, SmallCity.WEST))
                        .join();
                collector.awaitSettled();
            }
            Await.until("both cases", () -> Town.cases(supervisor).containsAll(List.of("f-1", "f-2")));
            ReplayLookup past = supervisor.sync.lookup().replay().orElseThrow();
            Instant later = Instant.now().plus(Duration.ofMinutes(1));

            PastPage all = got(past.changes(null, 0, later).join());
            List<PastEntry> ofSecond = all.entries().stream()
                    .filter(e -> e.fact().about().value().equals("f-2"))
                    .toList();
            assertThat(ofSecond).anySatisfy(e -> assertThat(e.fact()).isInstanceOf(PastEntry.OfRecord.class));
            Case now = supervisor.stores.cases().find(new CaseId("f-2")).orElseThrow();
            assertThat(ofSecond.stream()
                            .filter(e -> e.fact() instanceof PastEntry.OfCase)
                            .toList()
                            .getLast()
                            .fact())
                    .as("the row as the stream brought it")
                    .isEqualTo(new PastEntry.OfCase(now.id(), now));

            PastPage before = got(past.state(null, ofSecond.getFirst().at()).join());
            assertThat(before.entries())
                    .extracting(e -> e.fact().about().value())
                    .contains("f-1")
                    .doesNotContain("f-2");
            PastPage after = got(past.changes(null, before.revision(), later).join());
            assertThat(after.entries())
                    .as("the rest follows on it")
                    .extracting(PastEntry::revision)
                    .containsAll(ofSecond.stream().map(PastEntry::revision).toList());
            PastPage alone = got(past.changes(new CaseId("f-1"), 0, later).join());
            assertThat(alone.entries())
                    .isNotEmpty()
                    .allSatisfy(e -> assertThat(e.fact().about().value()).isEqualTo("f-1"));
            assertThat(alone.entries().stream()
                            .filter(e -> e.fact() instanceof PastEntry.OfRecord(FlowRecord r)
                                    && r.step().action().value().equals("report"))
                            .toList())
                    .hasSize(1);

            wire.down(true);
            assertThat(past.changes(null, 0, later).join()).isInstanceOf(Found.Unreachable.class);
        }
    }

    private static Command.Head head() {
        return new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null);
    }

    private static Debriefing.Sign sign(int comments) {
        return new Debriefing.Sign(head(), ID, 1, "sound", "可以", comments);
    }

    private static Delivery.Refusal refused(Desk desk, Command command) {
        desk.outbox.submit(command).join();
        CommandId id = command.head().id();
        Await.until(
                "a refusal",
                () -> desk.outbox
                        .deliveries()
                        .find(id)
                        .flatMap(Delivery::refusal)
                        .isPresent());
        Delivery.Refusal refusal =
                desk.outbox.deliveries().find(id).flatMap(Delivery::refusal).orElseThrow();
        desk.outbox.discard(id).join();
        return refusal;
    }

    @Test
    void twoCommentAtOnceAndWhoSignsUnawareIsToldAndOnlyOneSigns() {
        try (Town town = new Town(folder)) {
            Desk supervisor = town.seat("supervisor", "supervisor", town.platform.port());
            Desk chief = town.seat("chief", "leader", town.platform.port());
            Await.until("links", () -> supervisor.live() && chief.live());
            Instant now = Instant.now();
            Debrief.Subject hour = new Debrief.Subject(null, now.minus(Duration.ofHours(1)), now);
            supervisor
                    .outbox
                    .submit(new Debriefing.Open(head(), ID, "早高峰", hour))
                    .join();
            Await.until(
                    "it came to the other desk",
                    () -> chief.stores.debriefs().find(ID).isPresent());
            var pin = new DebriefComment.Pin(now.minusSeconds(600), null, null);
            var one = supervisor.outbox.submit(new Debriefing.Comment(head(), ID, 1, pin, "这样看"));
            var two = chief.outbox.submit(new Debriefing.Comment(head(), ID, 1, pin, "那样看"));
            one.join();
            two.join();
            for (Desk desk : List.of(supervisor, chief)) {
                Await.until(
                        "both comments",
                        () -> desk.stores.debriefComments().rows().size() == 2);
                desk.awaitSettled();
            }
            assertThat(refused(supervisor, sign(1)).code()).isEqualTo("DEB-4091");
            supervisor.outbox.submit(sign(2)).join();
            Await.until(
                    "signed",
                    () -> chief.stores
                            .debriefs()
                            .find(ID)
                            .flatMap(Debrief::signature)
                            .isPresent());
            assertThat(refused(chief, sign(2)).code()).isEqualTo("DEB-4090");
            assertThat(chief.stores
                            .debriefs()
                            .find(ID)
                            .flatMap(Debrief::signature)
                            .orElseThrow()
                            .by()
                            .person()
                            .value())
                    .isEqualTo("p-sup");
        }
    }
}
