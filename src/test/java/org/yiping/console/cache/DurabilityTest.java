package org.yiping.console.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.cache.OutboxRow.Progress;
import org.yiping.domain.command.CommandId;
import org.yiping.fake.Samples;
import org.yiping.protocol.CommandCodec;

class DurabilityTest {
    private static final Owner OWNER = new Owner(URI.create("http://h"), "u", "p");

    @TempDir
    Path folder;

    @BeforeAll
    static void register() {
        CountedDisk.register();
    }

    private static OutboxRow command(String id) {
        return new OutboxRow(
                new CommandId(id),
                OWNER.key(OWNER.address()),
                CommandCodec.encode(Samples.act(id, "c1")),
                Samples.NOON,
                Progress.NEW);
    }

    @Test
    void aCommandIsShownAsQueuedOnlyAfterAnFsyncThatWaitingOnesShare() throws SQLException, IOException {
        try (Database database = Database.open("counted:" + folder.resolve("outbox"), "outbox.sql", 0);
                OutboxLog log = OutboxLog.open(folder.resolve("outbox.log"))) {
            OutboxTable outbox = new OutboxTable(database, log, OWNER);
            int before = CountedDisk.FORCED.get();
            for (int i = 0; i < 10; i++) {
                int last = CountedDisk.FORCED.get();
                outbox.add(List.of(command("one-" + i)));
                assertThat(CountedDisk.FORCED.get()).isGreaterThan(last);
            }
            int alone = CountedDisk.FORCED.get() - before;
            List<OutboxRow> many = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                many.add(command("many-" + i));
            }
            before = CountedDisk.FORCED.get();
            outbox.add(many);
            assertThat(CountedDisk.FORCED.get() - before).isBetween(1, alone / 2);
        }
    }

    @Test
    void aCommandAFullDiskWouldNotTakeIsSaidAndTheOthersStay() throws SQLException, IOException {
        try (Database database = Database.open("counted:" + folder.resolve("outbox"), "outbox.sql", 0);
                OutboxLog log = OutboxLog.open(folder.resolve("outbox.log"))) {
            OutboxTable outbox = new OutboxTable(database, log, OWNER);
            outbox.add(List.of(command("before")));
            CountedDisk.full(true);
            assertThatThrownBy(() -> outbox.add(List.of(command("refused")))).isInstanceOf(IOException.class);
            CountedDisk.full(false);
            outbox.add(List.of(command("after")));
            assertThat(outbox.all().stream().map(r -> r.id().value())).containsExactly("before", "after");
        } finally {
            CountedDisk.full(false);
        }
    }

    @Test
    void aFullDiskIsSaidAndGotOver() throws SQLException, IOException {
        try (Database database = Database.open("counted:" + folder.resolve("facts"), "facts.sql", 0)) {
            Facts facts = new Facts(
                    database,
                    OWNER.key(OWNER.address()),
                    new FactsCopy(folder, OWNER.key(OWNER.address()), () -> Samples.NOON),
                    false,
                    () -> {},
                    () -> {});
            facts.batch(List.of(row("a", "1")), new Cursor(1, Samples.NOON));
            CountedDisk.full(true);
            assertThatThrownBy(() -> facts.batch(List.of(row("b", "x".repeat(100_000))), new Cursor(2, Samples.NOON)))
                    .isInstanceOf(IOException.class);
            CountedDisk.full(false);
            facts.batch(List.of(row("b", "2")), new Cursor(3, Samples.NOON));
            List<String> ids = new ArrayList<>();
            facts.load("case", (id, _) -> ids.add(id));
            assertThat(ids).containsExactlyInAnyOrder("a", "b");
            assertThat(facts.cursor().revision()).isEqualTo(3);
        } finally {
            CountedDisk.full(false);
        }
    }

    private static Row row(String id, String text) {
        return Row.put("case", id, text.getBytes(StandardCharsets.UTF_8));
    }
}
