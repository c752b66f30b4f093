package org.yiping.soak;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.end2end.Wishes;
import org.yiping.fake.Await;
import org.yiping.fake.CutProxy;
import org.yiping.fake.Desk;
import org.yiping.figures.Row;
import org.yiping.protocol.SignIn;
import org.yiping.server.Child;
import org.yiping.server.JournalStory;
import org.yiping.server.SmallCity;

/// The server as it ships and a console without windows, ten commands a second through the outbox, the
/// wire between them cut at seeded times: nothing lost, nothing doubled, and what both keep grows with
/// what there is to keep and no more.
final class PushSoak implements Soak {
    private static final long PULSE_NANOS = 100_000_000;
    /// A case with its flow record, its key and its place in every index: what one command leaves behind for good.
    private static final double SERVER_HEAP_BYTES_A_COMMAND = 4000;
    private static final double CONSOLE_HEAP_BYTES_A_COMMAND = 8000;

    private final Set<String> submitted = new LinkedHashSet<>();
    private int cuts;
    private double fileBefore;
    private double cacheBefore;

    @Override
    public List<Row> run(Stretch stretch) throws Exception {
        Path folder = stretch.folder();
        List<Row> rows = new ArrayList<>();
        try (Child server = Child.asShipped(folder);
                CutProxy wire = new CutProxy(server.port());
                Desk desk = new Desk(
                        folder.resolve("console"), wire.port(), InstantSource.system(), Duration.ofSeconds(20))) {
            desk.start(new SignIn.Request("collector", server.password("collector"), "collector", "s1"));
            Vitals serves = new Vitals("server", server.pid());
            Vitals shows = Vitals.own("console");
            stretch.watch(serves, shows);
            submit(desk); // the first case lays out what there is once
            fileBefore = KillSoak.bytes(folder.resolve("data"));
            cacheBefore = KillSoak.bytes(folder.resolve("console"));
            work(stretch, desk, wire);
            Await.until(
                    "every command is settled",
                    () -> desk.outbox.deliveries().rows().size() == 0);
            Await.until("every case is shown", () -> desk.stores.cases().rows().size() >= submitted.size());
            long missing = submitted.stream()
                    .filter(id -> desk.stores.cases().find(new CaseId(id)).isEmpty())
                    .count();
            double grown = submitted.size() / 1_048_576.0;
            rows.add(Row.atMost("never_shown", (double) missing, "cases", 0));
            rows.addAll(serves.rows(new Vitals.Slack(8 + SERVER_HEAP_BYTES_A_COMMAND * grown, 200, 6, 12)));
            rows.addAll(shows.rows(new Vitals.Slack(8 + CONSOLE_HEAP_BYTES_A_COMMAND * grown, 64, 6, 12)));
        }
        JournalStory story = JournalStory.read(folder.resolve("data"));
        long lost = submitted.stream()
                .filter(id -> !story.commands().containsKey(id))
                .count();
        rows.add(Row.told("commands", (double) submitted.size(), "commands"));
        rows.add(Row.told("cuts", (double) cuts, "cuts"));
        rows.add(Row.atMost("lost", (double) lost, "commands", 0));
        rows.add(Row.atMost("doubled", (double) story.twice().size(), "commands", 0));
        rows.add(Row.atMost("journal_broken_at", (double) story.firstBroken(), "revision", 0));
        rows.add(Row.atMost(
                "server_file_bytes_per_change",
                (KillSoak.bytes(folder.resolve("data")) - fileBefore) / (2.0 * submitted.size()),
                "bytes",
                5000));
        rows.add(Row.atMost(
                "console_file_bytes_per_command",
                (KillSoak.bytes(folder.resolve("console")) - cacheBefore) / submitted.size(),
                "bytes",
                12_000));
        return rows;
    }

    private void work(Stretch stretch, Desk desk, CutProxy wire) throws Exception {
        Random random = new Random(20261122);
        Duration cut = Duration.ofMillis(1500);
        while (stretch.goesOn()) {
            submit(desk);
            if (stretch.elapsed().compareTo(cut) >= 0) {
                if (random.nextBoolean()) {
                    wire.cut();
                } else {
                    wire.cutAfter(200 + random.nextInt(4000)); // in the middle of a frame or an answer
                }
                cuts++;
                cut = stretch.elapsed().plusMillis(500 + random.nextInt(4000));
            }
            LockSupport.parkNanos(PULSE_NANOS);
        }
    }

    private void submit(Desk desk) {
        String id = "soak-" + submitted.size();
        submitted.add(id);
        desk.outbox
                .submit(Wishes.report(new Command.Head(new CommandId(id), 0, null), id, SmallCity.WEST))
                .join();
    }
}
