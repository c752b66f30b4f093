package org.yiping.console.ui.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Numbers;
import org.yiping.console.store.CameraUse.CaptureFigures;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;

/// What became of today's captures (今日抓拍), as the platform counts them: asked for when something moved, at most every
/// few seconds. What was never told is a dash and no zero. FX thread.
final class CaptureSums {
    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofSeconds(30);
    private static final String UNKNOWN = "—";
    private static final double HUNDRED = 100;

    private final Desk desk;
    private final Hall hall;
    private final Runnable found;
    private @Nullable CaptureFigures figures;
    private Instant asked = Instant.EPOCH;
    private boolean wanted;

    CaptureSums(Desk desk, Hall hall, Runnable found) {
        this.desk = desk;
        this.hall = hall;
        this.found = found;
    }

    /// Something moved.
    void ask() {
        wanted = true;
        tick(hall.now());
    }

    void tick(Instant now) {
        Duration since = Duration.between(asked, now);
        if (since.compareTo(wanted ? OFTEN : SELDOM) < 0 && !since.isNegative()) {
            return;
        }
        wanted = false;
        asked = now;
        desk.lookup().cameras().ifPresent(use -> {
            var _ = use.captureFigures()
                    .thenAccept(answer -> hall.fx().execute(() -> {
                        // where nobody answers, the count of before would pass for the one of now
                        figures = answer instanceof Found.Got<CaptureFigures>(CaptureFigures got) ? got : null;
                        found.run();
                    }));
        });
    }

    String seen() {
        return hall.messages().get("capture.sum-seen", number(figures == null ? null : figures.received()));
    }

    String judged() {
        CaptureFigures now = figures;
        return hall.messages()
                .get(
                        "capture.sum-judged",
                        number(now == null ? null : now.confirmed()),
                        number(now == null ? null : now.rejected()),
                        number(now == null ? null : now.folded()));
    }

    /// Of all that people judged, what they rejected; nobody has judged any: not known.
    String falseShare() {
        Double share = figures == null ? null : figures.falseShare();
        return hall.messages()
                .get(
                        "capture.sum-false",
                        share == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f %%", share * HUNDRED));
    }

    private static String number(@Nullable Long count) {
        return count == null ? UNKNOWN : Numbers.whole(count);
    }
}
