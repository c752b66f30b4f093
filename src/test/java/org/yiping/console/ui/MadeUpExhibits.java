package org.yiping.console.ui;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.Attachment;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.identity.PersonId;
import org.yiping.domain.identity.PostCode;
import org.yiping.domain.identity.SeatId;

/// A clip and a snapshot of some camera.
final class MadeUpExhibits {
    private MadeUpExhibits() {}

    /// A few cases have them.
    static List<Attachment> with(List<Attachment> photos, int number, Instant now) {
        return number % 97 == 41
                ? Stream.concat(photos.stream(), of(now).stream()).toList()
                : photos;
    }

    /// Seen a quarter of an hour ago.
    private static List<Attachment> of(Instant now) {
        Instant seen = now.minusSeconds(900);
        Actor by = new Actor(new PersonId("p-dispatcher"), new PostCode("dispatcher"), new SeatId("seat-3"));
        CameraId camera = new CameraId("51010000001320000017");
        String name = "芳草街 · 肖家河市场";
        return List.of(
                new Attachment(
                        "9f2c".repeat(16),
                        Attachment.EVIDENCE,
                        "video/mp2t",
                        now.minusSeconds(880),
                        true,
                        null,
                        new Footage(Footage.CLIP, camera, name, seen.minusSeconds(18), seen, Footage.ARRIVAL, by)),
                new Attachment(
                        "04be".repeat(16),
                        Attachment.EVIDENCE,
                        "image/png",
                        now.minusSeconds(870),
                        true,
                        null,
                        new Footage(Footage.PHOTO, camera, name, seen, seen, Footage.ARRIVAL, by)));
    }
}
