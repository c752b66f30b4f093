package org.yiping.end2end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.store.LinkState;
import org.yiping.console.store.Lookup;
import org.yiping.domain.command.Command;
import org.yiping.fake.Await;
import org.yiping.fake.CutProxy;
import org.yiping.fake.Desk;
import org.yiping.server.Photos;
import org.yiping.server.SmallCity;

/// The wire is cut and the server restarted while commands are on their way.
class CutLinkTest {
    private static final int COMMANDS = 120;
    private static final int RESTARTS = 2;

    @TempDir
    Path folder;

    @Test
    void noCommandIsLostOrAppliedTwiceThoughTheWireIsCutAndTheServerRestarted() throws IOException {
        Random random = new Random(20261124);
        try (Town town = new Town(folder);
                CutProxy wire = new CutProxy(town.platform.port())) {
            Desk collector = town.seat("collector", "collector", wire.port());
            Await.until("a link", collector::live);
            List<String> sent = new ArrayList<>();
            Set<String> cases = new HashSet<>();
            for (int i = 0; i < COMMANDS; i++) {
                if (i % 10 == 3) {
                    wire.cutAfter(1 + random.nextInt(2500)); // in the middle of an answer or a frame
                }
                if (i % (COMMANDS / RESTARTS) == COMMANDS / RESTARTS / 2) {
                    wire.down(true);
                    town.restart();
                    wire.target(town.platform.port());
                    wire.down(false);
                }
                Command command = Wishes.report(collector, "case-" + i, SmallCity.WEST);
                sent.add(command.head().id().value());
                cases.add("case-" + i);
                collector.outbox.submit(command).join();
            }
            collector.awaitSettled();

            Desk watcher = town.seat("supervisor", "supervisor", town.platform.port());
            Await.until(
                    "every case at a second console", () -> Town.cases(watcher).equals(cases));
            Await.until("the same revision at both", () -> collector.tables.revision() == watcher.tables.revision());
            assertThat(Town.cases(collector)).isEqualTo(cases);
            assertThat(town.applied()).containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    @Test
    void aPhotoCutInTheMiddleOfItsUploadArrivesWholeAndItsReportOnce() throws IOException {
        byte[] photo = large(Photos.jpeg(11), 5);
        try (Town town = new Town(folder);
                CutProxy wire = new CutProxy(town.platform.port())) {
            Desk collector = town.seat("collector", "collector", wire.port());
            Await.until("a link", collector::live);
            String id = collector.outbox.attach(photo, "image/jpeg").join();
            Command.ReportCase report = (Command.ReportCase) Wishes.report(collector, "with a photo", SmallCity.WEST);
            wire.cutAfterSent(photo.length / 2);
            collector
                    .outbox
                    .submit(new Command.ReportCase(
                            report.head(), report.caseId(), report.action(), report.intake(), List.of(id)))
                    .join();
            collector.awaitSettled();

            Desk watcher = town.seat("supervisor", "supervisor", town.platform.port());
            Town.awaitState(watcher, "with a photo", "to-accept");
            assertThat(watcher.sync.lookup().file(id).join())
                    .isInstanceOfSatisfying(
                            Lookup.Found.Got.class,
                            got -> assertThat(got.value()).isEqualTo(photo));
            assertThat(town.applied()).containsExactly(report.head().id().value());
        }
    }

    /// With so many comments of 64 KB in it, which every decoder passes over.
    private static byte[] large(byte[] jpeg, int comments) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + comments * (2 + 0xFFFF));
        out.put(jpeg, 0, 2);
        for (int i = 0; i < comments; i++) {
            out.put((byte) 0xFF).put((byte) 0xFE).putShort((short) 0xFFFF).put(new byte[0xFFFF - 2]);
        }
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }

    @Test
    void whatIsSeenGrowsStaleWithTheLinkAndLiveWithItAgain() throws IOException {
        try (Town town = new Town(folder);
                CutProxy wire = new CutProxy(town.platform.port())) {
            Desk seat = town.seat("dispatcher", "dispatcher", wire.port());
            Desk collector = town.seat("collector", "collector", town.platform.port());
            collector
                    .outbox
                    .submit(Wishes.report(collector, "before", SmallCity.WEST))
                    .join();
            Town.awaitState(seat, "before", "to-accept");
            Await.until("live rows", () -> seat.stores.cases().freshness().live());

            wire.down(true);
            Await.until(
                    "stale rows and a lost link",
                    () -> !seat.stores.cases().freshness().live()
                            && seat.stores.link().known().orElseThrow() instanceof LinkState.Lost);
            collector
                    .outbox
                    .submit(Wishes.report(collector, "meanwhile", SmallCity.WEST))
                    .join();
            collector.awaitSettled();
            assertThat(Town.cases(seat)).as("old, but still there").containsExactly("before");

            wire.down(false);
            Town.awaitState(seat, "meanwhile", "to-accept");
            Await.until("live rows", () -> seat.stores.cases().freshness().live());
            assertThat(seat.stores.link().known().orElseThrow()).isInstanceOf(LinkState.Live.class);
        }
    }
}
