package org.yiping.console.ui.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.store.Lookup.Twin;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.capture.Capture;
import org.yiping.domain.capture.CaptureId;

/// Which case a capture may be already: the nearest of its class, asked for once somebody sees the row, and again after
/// a while. FX thread.
final class CaptureTwins {
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int MOST = 500;

    private final Desk desk;
    private final Hall hall;
    private final Runnable found;
    private final Map<CaptureId, Answer> answers = new HashMap<>();

    private record Answer(Instant at, @Nullable Twin twin) {}

    CaptureTwins(Desk desk, Hall hall, Runnable found) {
        this.desk = desk;
        this.hall = hall;
        this.found = found;
    }

    /// The one known of; where nothing is known it is asked for. Unknown looks like none here: it is a hint and no
    /// ground to judge by.
    Optional<Twin> of(Capture capture, Camera camera) {
        Answer known = answers.get(capture.id());
        if (known == null || known.at().plus(KEPT).isBefore(hall.now())) {
            ask(capture, camera, known);
            known = answers.get(capture.id());
        }
        return known == null ? Optional.empty() : Optional.ofNullable(known.twin());
    }

    void forget() {
        answers.clear();
    }

    private void ask(Capture capture, Camera camera, @Nullable Answer before) {
        if (answers.size() > MOST) {
            answers.clear();
        }
        answers.put(capture.id(), new Answer(hall.now(), before == null ? null : before.twin()));
        if (camera.device() != null && !camera.device().placed()) {
            return; // its place is only a stand-in: near to that means nothing
        }
        var _ = desk.lookup()
                .duplicates(capture.seen().classCode(), camera.position())
                .thenAccept(answer -> {
                    if (answer instanceof Found.Got<List<Twin>>(List<Twin> twins)) {
                        hall.fx().execute(() -> {
                            Twin nearest = twins.stream()
                                    .min(Comparator.comparingDouble(Twin::metres))
                                    .orElse(null);
                            answers.put(capture.id(), new Answer(hall.now(), nearest));
                            found.run();
                        });
                    }
                });
    }
}
