package org.yiping.console.ui.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.store.Lookup.Twin;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Words;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.video.VideoRules;

/// Puts captures into words: what was seen, how often, what speaks for caution, what becomes of it. FX thread.
final class CaptureWords {
    private final Desk desk;
    private final Hall hall;
    private final Words words;
    private final CaptureOrder order;
    private final CaptureDeeds deeds;
    private final CaptureTwins twins;

    CaptureWords(Desk desk, Hall hall, CaptureOrder order, CaptureDeeds deeds, CaptureTwins twins) {
        this.desk = desk;
        this.hall = hall;
        this.order = order;
        this.deeds = deeds;
        this.twins = twins;
        words = new Words(desk.stores(), hall.messages());
    }

    CaptureFace face(Capture c) {
        return new CaptureFace(
                c,
                name(c),
                text("capture.sure", String.format(Locale.ROOT, "%.2f", c.seen().confidence())),
                camera(c).map(Camera::name).orElse(c.camera().value()),
                words.moment(c.at(), hall.now()),
                repeats(c),
                note(c));
    }

    /// In the recogniser's words, in English by the catalogue.
    String name(Capture c) {
        return words.english()
                ? desk.city()
                        .flatMap(f -> f.rules().catalogue().find(c.seen().classCode()))
                        .map(words::name)
                        .orElse(c.seen().name())
                : c.seen().name();
    }

    private String repeats(Capture c) {
        VideoRules.Captures rules =
                desk.city().map(f -> f.rules().video()).orElse(VideoRules.NONE).captures();
        Duration window = rules.of(c.seen().alarm())
                .flatMap(m -> Optional.ofNullable(m.window()))
                .orElse(rules.window());
        return text(c.folded() == 0 ? "capture.once" : "capture.repeats", window.toMinutes(), c.folded() + 1);
    }

    private CaptureFace.Note note(Capture c) {
        if (deeds.busy().contains(c.id()) && !order.hasLeft(c.id())) {
            Delivery sent = deeds.underWay(c.id());
            Instant now = hall.ownTime();
            long seconds = sent == null
                    ? 0
                    : Math.max(0, Duration.between(sent.queuedAt(), now).toSeconds());
            boolean expired = sent != null && sent.state() instanceof Delivery.State.Expired;
            boolean files = deeds.own(c.id()).flatMap(o -> o).isPresent();
            return new CaptureFace.Note(
                    CaptureFace.Stage.PENDING,
                    text(expired ? "capture.unsent" : files ? "capture.confirming" : "capture.rejecting", seconds),
                    false);
        }
        if (order.hasLeft(c.id())) {
            String became = text(deeds.own(c.id())
                    .map(made -> made.isPresent() ? "capture.confirmed" : "capture.rejected")
                    .orElse("capture.left"));
            return new CaptureFace.Note(CaptureFace.Stage.LEFT, became, false);
        }
        return camera(c)
                .flatMap(camera -> twins.of(c, camera))
                .map(t -> new CaptureFace.Note(CaptureFace.Stage.OPEN, alike(t), true))
                .orElse(new CaptureFace.Note(CaptureFace.Stage.OPEN, "", false));
    }

    private String alike(Twin t) {
        return text("capture.alike", t.value().head().number().value(), words.metres(t.metres()));
    }

    String reason(VideoRules.Reason reason) {
        return words.english() && !reason.nameEnglish().isBlank() ? reason.nameEnglish() : reason.name();
    }

    private Optional<Camera> camera(Capture c) {
        return desk.stores().cameras().find(c.camera());
    }

    private String text(String key, Object... args) {
        return hall.messages().get(key, args);
    }
}
