package org.yiping.domain.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.catalogue.ClassCode;
import org.yiping.domain.identity.Actor;

/// Something a recogniser saw (智能抓拍) and people have to judge: a case, or not. `picture` is the file shown as
/// evidence, named by the SHA-256 of its content; `clip` an address of moving pictures, where there is one. `folded`
/// counts what the same camera saw of the same class again, at `lastAt` last. `rules` is the version it was let in by.
/// `decision` is absent while it waits. Immutable; any thread.
public record Capture(
        CaptureId id,
        CameraId camera,
        Seen seen,
        Instant at,
        String picture,
        @Nullable String clip,
        int folded,
        Instant lastAt,
        boolean simulated,
        String rules,
        @Nullable Decision decision) {
    /// What it is in the recogniser's words (`alarm`, `name`) and the city's (`classCode`), and how sure the recogniser
    /// was, from 0 to 1.
    public record Seen(String alarm, String name, ClassCode classCode, double confidence) {}

    /// What became of it: `outcome` is confirmed, rejected or expired; `reason` a code of the rules, may be empty.
    public record Decision(
            String outcome,
            Actor by,
            Instant at,
            String reason,
            String note,
            @Nullable CaseId caseId) {
        public static final String CONFIRMED = "confirmed";
        public static final String REJECTED = "rejected";
        public static final String EXPIRED = "expired";
    }

    /// The same, seen once more.
    public Capture again(Instant when) {
        Instant last = when.isAfter(lastAt) ? when : lastAt;
        return new Capture(id, camera, seen, at, picture, clip, folded + 1, last, simulated, rules, decision);
    }

    public Capture decided(Decision how) {
        return new Capture(id, camera, seen, at, picture, clip, folded, lastAt, simulated, rules, how);
    }
}
