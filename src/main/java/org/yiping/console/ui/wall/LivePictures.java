package org.yiping.console.ui.wall;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.domain.wall.Box;
import org.yiping.domain.wall.NodeId;
import org.yiping.domain.wall.Region;
import org.yiping.domain.wall.WallId;
import org.yiping.domain.wall.WallPicture;
import org.yiping.domain.wall.WallPictures;

/// The newest pictures of the wall's windows while a desk looks at them (画面): asked for one question at a time, drawn
/// up beside the toolkit, kept in memory and nowhere else. FX thread.
///
/// What the platform refuses is not shown any longer, whatever came before; what is not reached grows old.
final class LivePictures {
    private static final Duration EVERY = Duration.ofSeconds(2);
    /// Somebody who may not look may do so later, or at another platform.
    private static final Duration REFUSED = Duration.ofSeconds(30);

    private final Desk desk;
    private final Hall hall;
    private final WallShape shape;
    private final Map<Window, Drawn> all = new HashMap<>();
    private Instant next = Instant.MIN;
    private long revision;
    private boolean asking;
    private boolean looking;

    private record Window(NodeId node, Box monitor) {}

    /// `given` is whether the answer had it, `image` is absent where it had not, or no picture is in it.
    private record Drawn(
            Window window,
            Instant taken,
            boolean given,
            @Nullable Image image) {}

    private sealed interface Heard {
        record Pictures(long revision, List<Drawn> items) implements Heard {}

        record Refused() implements Heard {}

        record Nothing() implements Heard {}
    }

    /// A picture in its place on the wall, and how old it is.
    record Live(Region at, Image image, Duration age) {
        boolean late() {
            return age.compareTo(WallPicture.LATE) > 0;
        }
    }

    LivePictures(Desk desk, Hall hall, WallShape shape) {
        this.desk = desk;
        this.hall = hall;
        this.shape = shape;
    }

    /// Asks where it is time to; `told` when there is an answer.
    void ask(Instant now, Runnable told) {
        looking = true;
        boolean setBack = next.isAfter(now.plus(REFUSED));
        if (asking || (now.isBefore(next) && !setBack)) {
            return;
        }
        asking = true;
        next = now.plus(EVERY);
        var _ = desk.lookup()
                .pictures(WallId.OWN.value(), revision)
                .thenAccept(found -> hall.background()
                        .run(
                                () -> drawn(found),
                                heard -> {
                                    asking = false;
                                    if (looking) {
                                        take(heard);
                                        told.run();
                                    }
                                },
                                _ -> asking = false));
    }

    private static Heard drawn(Found<WallPictures> found) {
        return switch (found) {
            case Found.Got<WallPictures>(WallPictures got) ->
                new Heard.Pictures(
                        got.revision(),
                        got.items().stream()
                                .map(p -> new Drawn(
                                        new Window(p.node(), p.monitor()), p.taken(), p.jpeg() != null, image(p)))
                                .toList());
            case Found.Refused<WallPictures> _ -> new Heard.Refused();
            case Found.Unreachable<WallPictures> _ -> new Heard.Nothing();
        };
    }

    private static @Nullable Image image(WallPicture picture) {
        byte[] jpeg = picture.jpeg();
        Image image = jpeg == null ? null : new Image(new ByteArrayInputStream(jpeg));
        return image == null || image.isError() ? null : image;
    }

    private void take(Heard heard) {
        switch (heard) {
            case Heard.Pictures(long as, List<Drawn> items) -> {
                Map<Window, Drawn> before = Map.copyOf(all);
                all.clear();
                revision = as;
                for (Drawn item : items) {
                    Drawn kept = before.get(item.window);
                    if (item.image != null) {
                        all.put(item.window, item);
                    } else if (kept != null && kept.taken.equals(item.taken)) {
                        all.put(item.window, kept);
                    } else if (!item.given) {
                        revision = 0; // a platform that began anew thinks we have it
                    }
                }
            }
            case Heard.Refused _ -> {
                all.clear();
                revision = 0;
                next = next.plus(REFUSED).minus(EVERY);
            }
            case Heard.Nothing _ -> {}
        }
    }

    /// What is to be seen now, on the wall as it was told last: nothing that is too old to say anything, and nothing
    /// while strangers are in the hall.
    List<Live> shown(Instant now) {
        List<Live> shown = new ArrayList<>();
        if (desk.stores().veil().on()) {
            return shown;
        }
        all.values().forEach(p -> {
            Image image = p.image;
            Duration age = Duration.between(p.taken, now);
            // how old one is that a clock dated far ahead nobody knows
            boolean dated = age.compareTo(WallPicture.LATE.negated()) >= 0;
            if (image != null && dated && age.compareTo(WallPicture.KEPT) <= 0) {
                shape.place(p.window.node, p.window.monitor)
                        .ifPresent(at -> shown.add(new Live(at, image, age.isNegative() ? Duration.ZERO : age)));
            }
        });
        return shown;
    }

    /// Nobody looks any more.
    void forget() {
        looking = false;
        all.clear();
        revision = 0;
        next = Instant.MIN;
    }
}
