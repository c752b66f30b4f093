package org.yiping.end2end;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.yiping.domain.casework.CaseId;
import org.yiping.fake.Await;
import org.yiping.fake.Desk;
import org.yiping.protocol.SignIn;
import org.yiping.server.Platform;
import org.yiping.server.data.Database;
import org.yiping.server.data.Entry;
import org.yiping.server.data.JournalReader;
import org.yiping.server.data.Ledger;

/// A platform that can be restarted and the consoles of people who work on it. One thread.
final class Town implements AutoCloseable {
    private final Path folder;
    private final List<Desk> desks = new ArrayList<>();
    private final Supplier<Platform> starting;
    Platform platform;

    Town(Path folder) {
        this(folder, () -> Platform.start(folder));
    }

    Town(Path folder, Supplier<Platform> starting) {
        this.folder = folder;
        this.starting = starting;
        platform = starting.get();
    }

    /// Ends the server and starts it again on the same data, on another port.
    void restart() {
        platform.close();
        platform = starting.get();
    }

    /// Somebody's console, signed in and following; `port` is the platform's or that of a wire to it.
    Desk seat(String user, String post, int port) {
        return seat(user, post, port, "s1").start();
    }

    Desk seat(String user, String post, int port, String seat) {
        SignIn.Request who = new SignIn.Request(user, platform.password(user), post, seat);
        Desk desk =
                new Desk(folder.resolve(user + "-" + seat), port, InstantSource.system(), Duration.ofSeconds(20), who);
        desks.add(desk);
        return desk;
    }

    /// Somebody goes home; what the cache has stays.
    void leave(Desk desk) {
        desks.remove(desk);
        desk.close();
    }

    static void awaitState(Desk desk, String id, String state) {
        Await.until(
                id + " is " + state,
                () -> desk.stores
                        .cases()
                        .find(new CaseId(id))
                        .filter(c -> c.progress().state().value().equals(state))
                        .isPresent());
        desk.settle();
    }

    /// The journal's commands in order, each as often as it was applied; its chain is whole. Ends the town.
    List<String> applied() {
        close();
        List<String> commands = new ArrayList<>();
        try (Database database = Database.open(platform.data(), null)) {
            long broken = new Ledger(database).firstBroken();
            if (broken != 0) {
                throw new AssertionError("the chain breaks at " + broken);
            }
            JournalReader journal = new JournalReader(database);
            long last = 0;
            for (List<Entry> page = journal.after(0, 1000); !page.isEmpty(); page = journal.after(last, 1000)) {
                for (Entry e : page) {
                    last = e.revision();
                    if (e.change().kind().equals("record")) {
                        commands.add(String.valueOf(e.origin().commandId()));
                    }
                }
            }
        }
        return commands;
    }

    static Set<String> cases(Desk desk) {
        Set<String> ids = new HashSet<>();
        desk.stores.cases().rows().values().forEach(c -> ids.add(c.id().value()));
        return ids;
    }

    @Override
    public void close() {
        desks.forEach(Desk::close);
        desks.clear();
        platform.close();
    }
}
