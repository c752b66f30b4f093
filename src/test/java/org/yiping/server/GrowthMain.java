package org.yiping.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.Person;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;
import org.yiping.protocol.CommandCodec;
import org.yiping.protocol.CommandRequest;
import org.yiping.protocol.Json;
import org.yiping.server.access.Principal;
import org.yiping.server.command.Answer;

/// Measures how the database file grows: commands at a steady rate from some senders, half new cases, half steps on
/// cases drawn from all there are. Arguments: folder, seconds, commands a second, senders, and perhaps a storage
/// address to compare with.
public final class GrowthMain {
    private static final int LOADED = 20_000;

    private GrowthMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        int seconds = Integer.parseInt(args[1]);
        int rate = Integer.parseInt(args[2]);
        int senders = Integer.parseInt(args[3]);
        String storage = args.length > 4 ? args[4] : null;
        try (Server server = Server.start(
                new Options(folder.resolve("data"), 0, SmallCity.in(folder), "", storage, null),
                Clock.systemUTC(),
                _ -> {})) {
            preload(server);
            Path file = folder.resolve("data/yiping.mv.db");
            long before = Files.size(file);
            long syncs = server.database().syncs();
            AtomicLong sent = new AtomicLong();
            AtomicLong applied = new AtomicLong();
            AtomicLong worst = new AtomicLong();
            long start = System.nanoTime();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int s = 0; s < senders; s++) {
                    threads.execute(() -> {
                        Random random = new Random(sent.get());
                        while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds)) {
                            long n = sent.getAndIncrement();
                            long due = start + n * 1_000_000_000L / rate;
                            LockSupport.parkNanos(due - System.nanoTime());
                            long begun = System.nanoTime();
                            if (send(server, n, random) instanceof Answer.Applied) {
                                applied.incrementAndGet();
                            }
                            worst.accumulateAndGet(System.nanoTime() - begun, Math::max);
                        }
                    });
                }
            }
            long took = System.nanoTime() - start;
            long after = Files.size(file);
            System.out.printf(
                    "commands %d applied %d per second %.0f batches %d per batch %.1f slowest %d ms%n",
                    sent.get(),
                    applied.get(),
                    sent.get() * 1e9 / took,
                    server.database().syncs() - syncs,
                    (double) sent.get() / (server.database().syncs() - syncs),
                    worst.get() / 1_000_000);
            System.out.printf("file %d KB, grown %d bytes per command%n", after / 1024, (after - before) / sent.get());
        }
        System.out.printf("after closing %d KB%n", Files.size(folder.resolve("data/yiping.mv.db")) / 1024);
    }

    /// As many cases as a console keeps, because random steps on few cases would flatter the storage.
    private static void preload(Server server) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                int from = i * LOADED / 500;
                threads.execute(() -> {
                    for (int n = from; n < from + LOADED / 500; n++) {
                        send(server, Wishes.report("old-" + n, SmallCity.WEST), "collector");
                    }
                });
            }
        }
    }

    private static Answer send(Server server, long n, Random random) {
        return n % 2 == 0
                ? send(server, Wishes.report("case-" + n, SmallCity.WEST), "collector")
                : send(server, Wishes.act("old-" + random.nextInt(LOADED), "pass", 0, Map.of()), "acceptor");
    }

    private static Answer send(Server server, Object body, String post) {
        CommandRequest request = Json.mapper().readValue(Json.mapper().writeValueAsString(body), CommandRequest.class);
        Command command =
                CommandCodec.decode(new CommandId(java.util.UUID.randomUUID().toString()), request);
        Person person = new Person(new PersonId("p"), "p", List.of(new PostCode(post)), List.of(), null);
        Principal who = new Principal("s", new Actor(person.id(), new PostCode(post), new SeatId("seat-1")), person);
        return server.desk().submit(who, command, Integer.toHexString(request.hashCode()));
    }
}
