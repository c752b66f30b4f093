package org.yiping.console.ui.camera;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.video.Broadcast;
import org.yiping.domain.video.VideoRules;

/// Why something may not be said aloud now, before the platform is asked; it has the last word. Pure.
final class SpeakCheck {
    static final int LONGEST = 500;

    private SpeakCheck() {}

    /// A code as the platform gives it: missing, too-long, no-speaker, quiet-hours, too-loud, repeats, too-often.
    /// `earlier` are broadcasts this seat knows of; one that failed was not heard and does not count.
    static Optional<String> refusal(
            VideoRules rules,
            Camera camera,
            Broadcast.Words words,
            Instant now,
            ZoneId zone,
            Collection<Broadcast> earlier) {
        if (words.text().isBlank()) {
            return Optional.of("missing");
        }
        if (words.text().length() > LONGEST) {
            return Optional.of("too-long");
        }
        return rules.refusal(camera, words, LocalTime.ofInstant(now, zone))
                .or(() -> tooOften(rules, camera, now, earlier));
    }

    private static Optional<String> tooOften(
            VideoRules rules, Camera camera, Instant now, Collection<Broadcast> earlier) {
        return earlier.stream()
                        .filter(b ->
                                b.camera().equals(camera.id()) && !b.state().equals("failed"))
                        .anyMatch(b -> now.isBefore(b.at().plus(rules.speaking().pause())))
                ? Optional.of("too-often")
                : Optional.empty();
    }
}
