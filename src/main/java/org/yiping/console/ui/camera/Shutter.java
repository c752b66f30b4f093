package org.yiping.console.ui.camera;

import java.nio.IntBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.yiping.console.store.Me;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.video.Picture;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.casework.Footage;

/// Takes the picture a tile shows, with its facts (抓图). FX thread.
final class Shutter {
    private final Desk desk;
    private final Hall hall;

    Shutter(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
    }

    /// A picture that is looked at: when it was to be seen by this machine's time, and what that is by
    /// (`Footage.clock`).
    record Sight(Watch watch, Instant at, String clock) {}

    /// What is live now; empty where nothing is: what stands still is worth nothing.
    Optional<Sight> live(Watch watch) {
        return watch.picture() instanceof Picture.Live(double _, Duration age, var _)
                ? Optional.of(new Sight(watch, hall.ownTime().minus(age), Footage.ARRIVAL))
                : Optional.empty();
    }

    /// The picture as it was decoded, to be packed and hashed by a worker; empty where none has come.
    Optional<Callable<Exhibit>> press(Sight sight) {
        Watch watch = sight.watch();
        IntBuffer pixels = IntBuffer.allocate(watch.size().pixels());
        if (watch.copy(pixels, 0) == 0) {
            return Optional.empty();
        }
        Camera camera = watch.camera();
        Footage footage = footage(Footage.PHOTO, camera, sight.at(), sight.at(), sight.clock());
        String grain = grain(watch);
        Map<String, String> facts =
                Still.facts(footage, camera, desk.me().map(Me::actor).orElse(null));
        return Optional.of(() -> {
            byte[] png =
                    Still.png(pixels.array(), watch.size().width(), watch.size().height(), facts);
            return new Exhibit(camera, footage, png, "image/png", Duration.ZERO, grain);
        });
    }

    /// A picture is decoded as large as its tile: among many it has far fewer pixels than its stream, which is no
    /// secret.
    private String grain(Watch watch) {
        String own = watch.size().width() + "×" + watch.size().height();
        CameraStream of = watch.stream().orElse(null);
        if (of == null) {
            return own;
        }
        String grade = switch (of.grade()) {
            case "main" -> hall.messages().get("evidence.main");
            case "sub" -> hall.messages().get("evidence.sub");
            default -> hall.messages().get("evidence.past");
        };
        return hall.messages().get("evidence.grain", own, grade, of.width() + "×" + of.height());
    }

    Footage footage(String kind, Camera camera, Instant from, Instant until, String clock) {
        return new Footage(kind, camera.id(), camera.name(), corrected(from), corrected(until), clock, null);
    }

    /// A moment of evidence in words, with how far off it may be.
    static String when(String time, Footage of) {
        return of.unsure().isZero() ? time : time + " ±" + of.unsure().toSeconds() + " s";
    }

    /// The platform's second stands still for one: what is less than two is no difference of clocks.
    Instant corrected(Instant own) {
        Duration ahead = Duration.between(hall.ownTime(), hall.now());
        return ahead.abs().compareTo(Duration.ofSeconds(2)) < 0 ? own : own.plus(ahead);
    }
}
