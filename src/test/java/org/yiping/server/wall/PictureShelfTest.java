package org.yiping.server.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.WallPicture;
import org.yiping.domain.wall.WallPictures;
import org.yiping.fake.ManualClock;

class PictureShelfTest {
    private static final Instant NOON = Instant.parse("2026-09-01T04:00:00Z");
    private static final NodeId LEFT = new NodeId("left");
    private static final Box ONE = new Box(0, 0, 1920, 1080);
    private static final Box TWO = new Box(1920, 0, 1920, 1080);

    private final ManualClock clock = new ManualClock(NOON);
    private long passed;
    private final PictureShelf shelf = new PictureShelf(clock, () -> passed);

    @Test
    void aDeskThatAskedLooksForHalfAMinute() {
        assertThat(shelf.looked("wall")).isFalse();
        shelf.look("wall", 0);
        pass(30);
        assertThat(shelf.looked("wall")).isTrue();
        assertThat(shelf.looked("other")).isFalse();
        pass(1);
        assertThat(shelf.looked("wall")).isFalse();
    }

    @Test
    void aClockThatIsSetMakesNobodyLookLonger() {
        shelf.look("wall", 0);
        clock.advance(Duration.ofHours(-1));
        passed += PictureShelf.LOOKED.toNanos() + 1;
        assertThat(shelf.looked("wall")).isFalse();
    }

    @Test
    void theNewestPictureOfEachWindowIsToldAndOnlyWhatWasNotToldBefore() {
        put(ONE, NOON, 1);
        put(TWO, NOON, 2);
        WallPictures all = shelf.look("wall", 0);
        assertThat(all.items())
                .extracting(p -> Objects.requireNonNull(p.jpeg())[0])
                .containsExactly((byte) 1, (byte) 2);
        put(ONE, NOON.minusSeconds(1), 9); // came late
        assertThat(shelf.look("wall", all.revision()).revision()).isEqualTo(all.revision());
        pass(5);
        put(TWO, NOON.plusSeconds(5), 3);
        WallPictures later = shelf.look("wall", all.revision());
        assertThat(later.items()).extracting(WallPicture::jpeg).containsExactly(null, new byte[] {3});
        assertThat(later.items()).extracting(WallPicture::taken).containsExactly(NOON, NOON.plusSeconds(5));
        assertThat(shelf.look("other", 0).items()).isEmpty();
    }

    @Test
    void whoHeardAnotherPlatformBeforeIsToldAll() {
        put(ONE, NOON, 1);
        assertThat(shelf.look("wall", 57).items().getFirst().jpeg()).isNotNull();
    }

    @Test
    void aFastClockMakesNoPictureYounger() {
        put(ONE, NOON.plusSeconds(600), 1);
        assertThat(shelf.look("wall", 0).items().getFirst().taken()).isEqualTo(NOON);
    }

    @Test
    void aClockThatIsPutBackMakesNoPictureYoungerAndKeepsTheNextOnesIn() {
        put(ONE, NOON, 1);
        pass(20);
        clock.advance(Duration.ofHours(-1));
        Instant now = NOON.plusSeconds(20).minus(Duration.ofHours(1));
        long told = shelf.look("wall", 0).revision();
        assertThat(shelf.look("wall", 0).items().getFirst().taken()).isEqualTo(now.minusSeconds(20));

        pass(1);
        put(ONE, now.plusSeconds(1), 2);
        WallPictures after = shelf.look("wall", told);
        assertThat(after.items().getFirst().taken()).isEqualTo(now.plusSeconds(1));
        assertThat(after.items().getFirst().jpeg()).containsExactly(2);
    }

    @Test
    void whatNobodyRenewsIsForgottenAndSeenToBe() {
        put(ONE, NOON, 1);
        long before = shelf.look("wall", 0).revision();
        pass(120);
        assertThat(shelf.look("wall", 0).items()).hasSize(1);
        pass(1);
        WallPictures after = shelf.look("wall", before);
        assertThat(after.items()).isEmpty();
        assertThat(after.revision()).isNotEqualTo(before);
    }

    @Test
    void thereIsRoomForSoManyAndThoseAreRenewed() {
        for (int i = 0; i < PictureShelf.MOST; i++) {
            assertThat(put(new Box(i, 0, 1, 1), NOON, i)).isTrue();
        }
        assertThat(put(ONE, NOON, 1)).isFalse();
        assertThat(put(new Box(0, 0, 1, 1), NOON.plusMillis(1), 1)).isTrue();
        pass(121);
        assertThat(put(ONE, NOON, 1)).isTrue();
    }

    private boolean put(Box monitor, Instant taken, int content) {
        return shelf.put("wall", LEFT, new WallPicture.Shot(monitor, taken, new byte[] {(byte) content}));
    }

    private void pass(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        passed += Duration.ofSeconds(seconds).toNanos();
    }
}
