package org.yiping.console.ui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiping.domain.casework.Attachment;

/// Which photos of a case are laid side by side.
class PhotoPairTest {
    private static final Instant START = Instant.parse("2026-11-24T02:00:00Z");

    @Test
    void whatWasPairedWhenItWasTakenStaysTogetherAndTheRestFollowsInOrder() {
        Attachment wide = photo("wide", "before", 0, null);
        Attachment near = photo("near", "before", 1, null);
        Attachment done = photo("done", "after", 60, null);
        Attachment nearDone = photo("near-done", "after", 61, "near");
        assertThat(PhotoPair.of(List.of(wide, near, done, nearDone)))
                .containsExactly(new PhotoPair(wide, done), new PhotoPair(near, nearDone));
    }

    @Test
    void aMissingSideIsMissingAndAnAfterAloneIsAPairOfItsOwn() {
        Attachment wide = photo("wide", "before", 0, null);
        Attachment done = photo("done", "after", 60, null);
        Attachment more = photo("more", "after", 61, null);
        assertThat(PhotoPair.of(List.of(wide))).containsExactly(new PhotoPair(wide, null));
        assertThat(PhotoPair.of(List.of(wide, done, more)))
                .containsExactly(new PhotoPair(wide, done), new PhotoPair(null, more));
        assertThat(PhotoPair.of(List.of())).isEmpty();
    }

    @Test
    void aCheckShowsTheTroubleBeforeItWasHandledAndTheResultAfterwards() {
        Attachment wide = photo("wide", "before", 0, null);
        Attachment verified = photo("verified", "check", 10, null);
        Attachment done = photo("done", "after", 60, null);
        Attachment checked = photo("checked", "check", 90, null);
        assertThat(PhotoPair.of(List.of(wide, verified, done, checked)))
                .containsExactly(new PhotoPair(wide, done), new PhotoPair(verified, checked));
    }

    @Test
    void soundsAndFilmsAreNotCompared() {
        Attachment sound = new Attachment("sound", "note", "audio/ogg", START, true);
        assertThat(PhotoPair.of(List.of(sound))).isEmpty();
    }

    private static Attachment photo(String id, String phase, int minute, @Nullable String pairOf) {
        return new Attachment(id, phase, "image/*", START.plusSeconds(60L * minute), true, pairOf, null);
    }
}
