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
import org.yiping.domain.casework.Footage;

/// Takes the picture a tile shows, with its facts (抓图). FX thread.
final class Shutter {
    private final Desk desk;
    private final Hall hall;

    Shutter(Desk desk, Hall hall) {
        this.desk = desk;
        this.hall = hall;
    }

    /// The newest picture as it was decoded, to be packed and hashed by a worker; empty where none is live: what stands
    /// still is worth nothing.
    Optional<Callable<Exhibit>> press(Watch watch) {
        if (!(watch.picture() instanceof Picture.Live(double _, Duration age, var _))) {
            return Optional.empty();
        }
        Instant seen = hall.ownTime().minus(age);
        IntBuffer pixels = IntBuffer.allocate(watch.size().pixels());
        if (watch.copy(pixels, 0) == 0) {
            return Optional.empty();
        }
        Camera camera = watch.camera();
        Footage footage = footage(Footage.PHOTO, camera, seen, seen);
        Map<String, String> facts =
                Still.facts(footage, camera, desk.me().map(Me::actor).orElse(null));
        return Optional.of(() -> {
            byte[] png =
                    Still.png(pixels.array(), watch.size().width(), watch.size().height(), facts);
            return new Exhibit(camera, footage, png, "image/png", Duration.ZERO);
        });
    }

    Footage footage(String kind, Camera camera, Instant from, Instant until) {
        return new Footage(kind, camera.id(), camera.name(), corrected(from), corrected(until), Footage.ARRIVAL, null);
    }

    /// The platform's second stands still for one: what is less than two is no difference of clocks.
    Instant corrected(Instant own) {
        Duration ahead = Duration.between(hall.ownTime(), hall.now());
        return ahead.abs().compareTo(Duration.ofSeconds(2)) < 0 ? own : own.plus(ahead);
    }
}
