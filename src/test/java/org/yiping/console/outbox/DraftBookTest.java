package org.yiping.console.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.cache.DraftRow;
import org.yiping.console.store.LinkState;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;
import org.yiping.fake.Await;
import org.yiping.fake.CutProxy;
import org.yiping.fake.Desk;
import org.yiping.fake.FakePlatform;
import org.yiping.fake.ManualClock;
import org.yiping.fake.Samples;
import org.yiping.protocol.Kinds;

class DraftBookTest {
    private static final CaseId CASE = new CaseId("c1");

    private final ManualClock clock = new ManualClock(Samples.NOON);
    private FakePlatform platform;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        platform = new FakePlatform(clock);
        platform.put(Kinds.CASE, "c1", Samples.aCase("c1", "to-dispatch"));
    }

    @AfterEach
    void close() throws IOException {
        platform.close();
    }

    private Desk desk() {
        return new Desk(folder, platform.port(), clock);
    }

    @Test
    void whatWasTypedIsOnTheDiskWhileTheConsoleStillRunsAndThereWhenItStartsAgain() {
        String rare = "𠮷 \u202Eabc😀 龑".repeat(500);
        try (Desk desk = desk().offline()) {
            desk.outbox.drafts().keep(CASE, "action-return-to-file", "不属");
            desk.outbox.drafts().keep(CASE, "action-return-to-file", rare);
            Await.until("written behind", () -> written(desk).equals(List.of(rare)));
        }
        try (Desk desk = desk().offline()) {
            assertThat(desk.outbox.drafts().find(CASE, "action-return-to-file")).hasValueSatisfying(d -> {
                assertThat(d.text()).isEqualTo(rare);
                assertThat(d.at()).isEqualTo(Samples.NOON);
            });
            desk.outbox.drafts().keep(CASE, "action-return-to-file", "");
            Await.until("gone from the disk", () -> written(desk).isEmpty());
        }
    }

    @Test
    void theServerMayGoWhileSomebodyTypesAndThatIsSaid() throws IOException {
        try (CutProxy wire = new CutProxy(platform.port());
                Desk desk = new Desk(folder, wire.port(), clock).start()) {
            Await.until("a link", desk::live);
            desk.outbox.drafts().keep(CASE, Drafts.BESIDE, "已电");
            wire.down(true);
            Await.until("lost", () -> desk.stores.link().known().orElse(null) instanceof LinkState.Lost);
            desk.outbox.drafts().keep(CASE, Drafts.BESIDE, "已电话告知");
            Await.until("on the disk all the same", () -> written(desk).equals(List.of("已电话告知")));
            var _ = desk.outbox
                    .submit(new Aside.AddNote(new Command.Head(new CommandId("n2"), 0, null), CASE, "已电话告知", List.of()))
                    .join();
            assertThat(desk.outbox.drafts().find(CASE, Drafts.BESIDE)).isPresent();
            wire.down(false);
            desk.awaitSettled();
            assertThat(desk.outbox.drafts().find(CASE, Drafts.BESIDE)).isEmpty();
        }
        assertThat(platform.timesApplied).containsEntry("n2", 1);
    }

    @Test
    void theDraftOfANoteGoesWhenThePlatformHasTheNoteAndNotBefore() {
        try (Desk desk = desk().start()) {
            desk.awaitRevision(1);
            desk.outbox.drafts().keep(CASE, Drafts.BESIDE, "已电话告知");
            platform.faults.silent(true);
            var _ = desk.outbox
                    .submit(new Aside.AddNote(new Command.Head(new CommandId("n1"), 0, null), CASE, "已电话告知", List.of()))
                    .join();
            Await.until(
                    "accepted",
                    () -> desk.outbox.drafts().find(CASE, Drafts.BESIDE).isEmpty());
            assertThat(desk.outbox.deliveries().find(new CommandId("n1")))
                    .hasValueSatisfying(d -> assertThat(d.state()).isInstanceOf(Delivery.State.Accepted.class));
            platform.faults.silent(false);
        }
    }

    @Test
    void whatNeverLeftIsTakenBackAndIsNotSentLater() {
        try (Desk desk = desk().offline()) {
            var _ = desk.outbox.submit(Samples.act("k1", "c1")).join();
            // between two tries: while one is under way nobody knows
            Await.until(
                    "taken back",
                    () -> desk.outbox.withdraw(new CommandId("k1")).join());
            assertThat(desk.outbox.pending(CASE)).isEmpty();
            assertThat(desk.outbox.withdraw(new CommandId("k1")).join()).isFalse();
        }
        try (Desk desk = desk().start()) {
            var _ = desk.outbox.submit(Samples.act("k2", "c1")).join();
            desk.awaitRevision(2).awaitSettled();
            assertThat(desk.outbox.withdraw(new CommandId("k2")).join()).isFalse();
        }
        assertThat(platform.timesApplied).containsOnlyKeys("k2");
    }

    private static List<String> written(Desk desk) {
        try {
            return desk.cache.drafts().all().stream().map(DraftRow::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
