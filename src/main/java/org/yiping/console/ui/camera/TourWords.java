package org.yiping.console.ui.camera;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.domain.patrol.Tour;

/// How a tour is spoken of (轮巡). Any thread.
final class TourWords {
    private final Messages messages;

    TourWords(Messages messages) {
        this.messages = messages;
    }

    /// Where it runs and through what.
    String what(TourRun run, Tour tour, String list) {
        int count = tour.cameras().size();
        return run.tile() == 0
                ? messages.get("tour.all-of", count, list)
                : messages.get("tour.tile-of", run.tile(), count, list);
    }

    /// What comes next and when, or why nothing does; with how many are passed over.
    String times(Tour tour, int skipped, Instant now) {
        if (skipped == tour.cameras().size()) {
            return messages.get("tour.none-online");
        }
        String words = switch (tour.pace()) {
            case Tour.Pace.Runs _ -> messages.get("tour.next-in", tour.dwell().toSeconds(), seconds(tour.left(now)));
            case Tour.Pace.Rests rests -> rests(rests.until(), now);
        };
        return skipped == 0 ? words : words + " · " + messages.get("tour.skipped", skipped);
    }

    private String rests(@Nullable Instant until, Instant now) {
        return until == null
                ? messages.get("tour.stands")
                : messages.get("tour.returns", seconds(Duration.between(now, until)));
    }

    /// The same in so few words that they stand in the page's line.
    String left(Tour tour, int skipped, Instant now) {
        if (skipped == tour.cameras().size()) {
            return messages.get("tour.left-none");
        }
        return switch (tour.pace()) {
            case Tour.Pace.Runs _ -> messages.get("tour.left", seconds(tour.left(now)));
            case Tour.Pace.Rests(var _, var _, Instant until)
            when until != null -> messages.get("tour.left-held", seconds(Duration.between(now, until)));
            case Tour.Pace.Rests _ -> messages.get("tour.left-paused");
        };
    }

    private static long seconds(Duration left) {
        return Math.max(0, Math.ceilDiv(left.toMillis(), 1000L));
    }
}
