package org.yiping.console.cache;

// long because what a cache does when it is opened, damaged or shared is played side by side

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiping.console.cache.OutboxRow.Progress;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.command.CommandId;
import org.yiping.fake.ManualClock;
import org.yiping.fake.Samples;
import org.yiping.protocol.CommandCodec;

class CacheTest {
    private static final Owner OWNER = new Owner(URI.create("http://127.0.0.1:1"), "u", "dispatcher");

    private final ManualClock clock = new ManualClock(Samples.NOON);
    private final List<Note> notes = new ArrayList<>();

    @TempDir
    Path folder;

    private Cache open() {
        return open(OWNER);
    }

    private Cache open(Owner owner) {
        notes.clear();
        return switch (Cache.open(folder, owner, clock)) {
            case Opening.Ready ready -> {
                notes.addAll(ready.notes());
                yield ready.cache();
            }
            case Opening.Failed failed -> throw new AssertionError(failed);
        };
    }

    private static Row row(String id, String text) {
        return Row.put("case", id, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> rows(Cache cache) throws IOException {
        Map<String, String> rows = new HashMap<>();
        cache.facts().load("case", (id, body) -> rows.put(id, new String(body, StandardCharsets.UTF_8)));
        return rows;
    }

    private OutboxRow command(String id) {
        return new OutboxRow(
                new CommandId(id),
                OWNER.key(OWNER.address()),
                CommandCodec.encode(Samples.act(id, "c1")),
                clock.instant(),
                Progress.NEW);
    }

    private static int files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return (int) files.count();
        }
    }

    @Test
    void rowsAndCursorAreThereAfterReopening() throws IOException {
        try (Cache cache = open()) {
            cache.facts().batch(List.of(row("a", "1"), row("b", "2")), new Cursor(7, Samples.NOON));
            cache.facts().batch(List.of(row("a", "3"), Row.gone("case", "b")), new Cursor(9, Samples.NOON));
        }
        try (Cache cache = open()) {
            assertThat(rows(cache)).containsExactly(Map.entry("a", "3"));
            assertThat(cache.facts().cursor()).isEqualTo(new Cursor(9, Samples.NOON));
            assertThat(notes).isEmpty();
        }
    }

    @Test
    void aSnapshotTakesThePlaceOfItsKindsOnly() throws IOException {
        try (Cache cache = open()) {
            cache.facts()
                    .batch(
                            List.of(row("a", "1"), Row.put("document", "city", new byte[] {1})),
                            new Cursor(1, Samples.NOON));
            cache.facts().replace(List.of("case"), List.of(row("z", "9")), new Cursor(50, Samples.NOON));
            assertThat(rows(cache)).containsExactly(Map.entry("z", "9"));
            List<String> documents = new ArrayList<>();
            cache.facts().load("document", (id, _) -> documents.add(id));
            assertThat(documents).containsExactly("city");
        }
    }

    @Test
    void rowsOfAnotherUserAreForgottenAndTheirCommandsKept() throws IOException {
        try (Cache cache = open()) {
            cache.facts().batch(List.of(row("a", "masked for u")), new Cursor(7, Samples.NOON));
            cache.outbox().add(List.of(command("k1")));
        }
        try (Cache cache = open(new Owner(OWNER.server(), "v", "dispatcher"))) {
            assertThat(rows(cache)).isEmpty();
            assertThat(cache.facts().cursor().revision()).isZero();
            assertThat(cache.outbox().all()).hasSize(1);
        }
    }

    @Test
    void aStageMovesByCompareAndSetOnly() throws IOException {
        try (Cache cache = open()) {
            OutboxTable outbox = cache.outbox();
            outbox.add(List.of(command("k1"), command("k1"), command("k2")));
            assertThat(outbox.all())
                    .extracting(OutboxRow::id)
                    .containsExactly(new CommandId("k1"), new CommandId("k2"));
            Progress sending = new Progress(Stage.SENDING, 1, null, null);
            assertThat(outbox.move(new CommandId("k1"), Stage.QUEUED, sending)).isTrue();
            assertThat(outbox.move(new CommandId("k1"), Stage.QUEUED, sending)).isFalse();
            assertThat(outbox.revive(new CommandId("k1"), command("k1").request()))
                    .isFalse();
        }
        try (Cache cache = open()) {
            assertThat(cache.outbox().all())
                    .extracting(r -> r.progress().stage())
                    .containsExactly(Stage.QUEUED, Stage.QUEUED);
        }
    }

    @Test
    void aSecondConsoleGetsASeatOfItsOwnAndSaysSo() throws IOException {
        try (Cache first = open();
                Cache second = open()) {
            assertThat(notes).containsExactly(new Note.SecondSeat(folder.resolve("seat-2")));
            first.outbox().add(List.of(command("k1")));
            second.outbox().add(List.of(command("k2")));
            assertThat(first.outbox().all()).hasSize(1);
            assertThat(second.outbox().all()).hasSize(1);
        }
    }

    @Test
    void whatAVanishedSecondConsoleLeftIsSentByTheNextOne() throws IOException {
        String photo = "ab".repeat(32);
        Cache first = open();
        try (Cache second = open()) {
            second.outbox().add(List.of(command("k2")));
            second.files().keep(photo, new byte[] {1, 2}, "image/png");
        }
        first.close();
        try (Cache cache = open()) {
            assertThat(notes).containsExactly(new Note.Adopted(1));
            assertThat(cache.outbox().all()).extracting(OutboxRow::id).containsExactly(new CommandId("k2"));
            assertThat(cache.files().waiting(photo)).isPresent();
        }
        open().close();
        assertThat(notes).isEmpty();
    }

    @Test
    void draftsAVanishedSecondConsoleLeftAreThereAgainAndTheNewestOfTwoStays() throws IOException {
        Cache first = open();
        try (Cache second = open()) {
            second.drafts().write(List.of(draft("c1", "of the second", 5), draft("c2", "older", 1)));
            first.drafts().write(List.of(draft("c2", "newer", 2)));
        }
        first.close();
        try (Cache cache = open()) {
            assertThat(cache.drafts().all())
                    .extracting(DraftRow::text)
                    .containsExactlyInAnyOrder("of the second", "newer");
            cache.drafts().write(List.of(draft("c1", "", 6)));
        }
        try (Cache cache = open()) {
            assertThat(cache.drafts().all()).extracting(DraftRow::text).containsExactly("newer");
        }
    }

    private static DraftRow draft(String about, String text, int seconds) {
        return new DraftRow(new CaseId(about), "beside", text, Samples.NOON.plusSeconds(seconds));
    }

    @Test
    void tooManyConsolesOnOneFolderAreRefused() {
        List<Cache> caches = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            caches.add(open());
        }
        assertThat(Cache.open(folder, OWNER, clock)).isInstanceOf(Opening.Failed.class);
        caches.forEach(Cache::close);
    }

    @Test
    void damagedFactsAreMovedAsideAndTheOutboxStays() throws IOException {
        try (Cache cache = open()) {
            cache.facts().batch(List.of(row("a", "1")), new Cursor(7, Samples.NOON));
            cache.outbox().add(List.of(command("k1")));
        }
        Files.write(folder.resolve("facts.mv.db"), new byte[8192]);
        try (Cache cache = open()) {
            assertThat(notes).hasSize(1).first().isInstanceOf(Note.Rebuilt.class);
            assertThat(rows(cache)).isEmpty();
            assertThat(cache.facts().cursor().revision()).isZero();
            assertThat(cache.outbox().all()).hasSize(1);
            assertThat(files(folder.resolve("damaged"))).isEqualTo(1);
        }
    }

    @Test
    void rowsThatTurnOutDamagedBeginAnewAndTheirFileIsSetAside() throws IOException {
        try (Cache cache = open()) {
            cache.facts().batch(List.of(row("a", "1")), new Cursor(7, Samples.NOON));
            cache.outbox().add(List.of(command("k1")));
            cache.facts().renew(List.of());
            assertThat(rows(cache)).isEmpty();
            assertThat(cache.facts().cursor()).isEqualTo(Cursor.NONE);
            assertThat(cache.mine()).as("layers on disk stay this owner's").isTrue();
            assertThat(files(folder.resolve("damaged"))).isEqualTo(1);
            cache.facts().batch(List.of(row("b", "2")), new Cursor(9, Samples.NOON));
        }
        try (Cache cache = open()) {
            assertThat(notes).isEmpty();
            assertThat(rows(cache)).containsOnlyKeys("b");
            assertThat(cache.facts().cursor().revision()).isEqualTo(9);
            assertThat(cache.outbox().all()).hasSize(1);
        }
    }

    @Test
    void aSecondCopyThatCannotBeWrittenKeepsNothingFromTheDatabase() throws IOException {
        Files.writeString(folder.resolve("kept"), "no folder");
        try (Cache cache = open()) {
            cache.facts().keep(List.of(Row.put(Facts.DOCUMENT, "city", new byte[] {1})));
            cache.facts().batch(List.of(row("a", "1")), new Cursor(7, Samples.NOON));
        }
        try (Cache cache = open()) {
            assertThat(rows(cache)).containsOnlyKeys("a");
            assertThat(cache.facts().cursor().revision()).isEqualTo(7);
        }
    }

    @Test
    void theSecondCopyIsTheNewestAndGoesWithItsOwner() throws IOException {
        try (Cache cache = open()) {
            cache.facts().keep(List.of(Row.put(Facts.DOCUMENT, "city", new byte[] {1})));
            cache.facts().batch(List.of(Row.put("wall", "wall", new byte[] {1})), new Cursor(7, Samples.NOON));
            clock.advance(Duration.ofMinutes(1));
            cache.facts().batch(List.of(Row.put("wall", "wall", new byte[] {2})), new Cursor(8, Samples.NOON));
            cache.facts().batch(List.of(row("a", "1")), new Cursor(9, clock.instant()));
        }
        Files.delete(folder.resolve("facts.mv.db"));
        try (Cache cache = open()) {
            List<Byte> wall = new ArrayList<>();
            cache.facts().load("wall", (_, body) -> wall.add(body[0]));
            assertThat(wall).containsExactly((byte) 2);
            assertThat(cache.facts().cursor()).isEqualTo(new Cursor(0, Samples.NOON.plusSeconds(60)));
            assertThat(cache.facts().isLost("case")).isTrue();
            assertThat(cache.facts().isLost("wall")).isFalse();
        }
        try (Cache cache = open(new Owner(OWNER.server(), "v", "dispatcher"))) {
            cache.facts().batch(List.of(row("b", "of v")), new Cursor(1, Samples.NOON));
        }
        assertThat(files(folder.resolve("kept"))).isZero();
    }

    @Test
    void aDamagedOutboxIsMovedAsideAndWhatIsReadableIsSaved() throws IOException {
        try (Cache cache = open()) {
            for (int i = 0; i < 20; i++) {
                cache.outbox().add(List.of(command("k" + i)));
            }
        }
        // Both headers are gone, which H2 refuses to open, and the commands are still in the file.
        Path file = folder.resolve("outbox.mv.db");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.write(new byte[2 * 4096]);
        }
        try (Cache cache = open()) {
            assertThat(notes).hasSize(1).first().isInstanceOf(Note.OutboxRescued.class);
            int saved = ((Note.OutboxRescued) notes.getFirst()).saved();
            assertThat(cache.outbox().all()).hasSize(saved);
            assertThat(saved).isEqualTo(20);
        }
    }

    @Test
    void anOutboxDamagedAnywhereNeverStopsTheConsole() throws IOException {
        try (Cache cache = open()) {
            for (int i = 0; i < 5; i++) {
                cache.outbox().add(List.of(command("k" + i)));
            }
        }
        byte[] whole = Files.readAllBytes(folder.resolve("outbox.mv.db"));
        Random random = new Random(11);
        for (int round = 0; round < 8; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 400; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(folder.resolve("outbox.mv.db"), damaged);
            clock.advance(Duration.ofSeconds(1));
            try (Cache cache = open()) {
                cache.outbox().add(List.of(command("new" + round)));
                assertThat(cache.outbox().all()).extracting(OutboxRow::id).contains(new CommandId("new" + round));
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "x");
        assertThat(Cache.open(file, OWNER, clock)).isInstanceOf(Opening.Failed.class);
    }

    @Test
    void timeIsKeptToTheMillisecond() throws IOException {
        Instant at = Instant.parse("2026-11-22T04:00:00.123Z");
        try (Cache cache = open()) {
            cache.facts().batch(List.of(), new Cursor(3, at));
            assertThat(cache.facts().cursor().asOf()).isEqualTo(at);
        }
    }
}
