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
                ? Optional.of(
                        new Sight(watch, hall.ownTime().minus(age), watch.isTimed() ? Footage.ARRIVAL : Footage.SHOWN))
                : Optional.empty();
    }

    /// The picture as it was decoded, to be packed and hashed by a worker; empty where none has come.
    Optional<Callable<Exhibit>> press(Sight sight) {
        return press(sight, grain(sight.watch()));
    }

    /// The same in the place of the largest stream's, which could not be had, and says so.
    Optional<Callable<Exhibit>> instead(Sight sight) {
        Watch watch = sight.watch();
        String grade = grade(watch.stream().map(CameraStream::grade).orElse(""));
        return press(sight, hall.messages().get("evidence.instead", grade, size(watch)));
    }

    /// The same of the largest stream, whose picture came so long after the key.
    Optional<Callable<Exhibit>> largest(Sight sight, Duration after) {
        String grain = grain(sight.watch());
        long seconds = after.toSeconds();
        return press(sight, seconds < 1 ? grain : hall.messages().get("evidence.after", grain, seconds));
    }

    private Optional<Callable<Exhibit>> press(Sight sight, String grain) {
        Watch watch = sight.watch();
        IntBuffer pixels = IntBuffer.allocate(watch.size().pixels());
        if (watch.copy(pixels, 0) == 0) {
            return Optional.empty();
        }
        Camera camera = watch.camera();
        Footage footage = new Footage(
                Footage.PHOTO,
                camera.id(),
                camera.name(),
                corrected(sight.at()),
                corrected(sight.at()),
                sight.clock(),
                null,
                watch.stream()
                        .map(s -> new Footage.Pixels(
                                s.grade(), watch.size().width(), watch.size().height()))
                        .orElse(null));
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
        CameraStream of = watch.stream().orElse(null);
        return of == null
                ? size(watch)
                : hall.messages().get("evidence.grain", size(watch), grade(of.grade()), of.width() + "×" + of.height());
    }

    private static String size(Watch watch) {
        return watch.size().width() + "×" + watch.size().height();
    }

    private String grade(String code) {
        return hall.messages()
                .get(
                        switch (code) {
                            case "main" -> "evidence.main";
                            case "sub" -> "evidence.sub";
                            default -> "evidence.past";
                        });
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
