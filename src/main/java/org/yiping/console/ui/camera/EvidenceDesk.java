package org.yiping.console.ui.camera;

// long because what is taken, what waits and what becomes of each change together

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Subscriptions;
import org.yiping.console.outbox.Delivery;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.video.CameraPlayer;
import org.yiping.console.video.FrameSize;
import org.yiping.console.video.Tape;
import org.yiping.console.video.Watch;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.casework.Case;
import org.yiping.domain.casework.CaseId;
import org.yiping.domain.casework.Footage;
import org.yiping.domain.command.Aside;
import org.yiping.domain.command.Command;
import org.yiping.domain.command.CommandId;

/// Takes pictures and clips from cameras and puts them into cases (视频取证). FX thread; files are read, pictures packed
/// and hashed by workers.
///
/// Nothing that was taken is lost by taking the next: what waits for its case is kept, a few at most, each with what
/// has become of it. A thing is called stored only when the platform has said so.
final class EvidenceDesk {
    static final Duration CLIP = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(2);

    /// What one piece of an upload may be.
    static final long MOST_BYTES = 19L << 20;

    private static final int MOST_WAITING = 5;
    private static final int KEEP_EVERY_SECONDS = 5;

    private final Desk desk;
    private final Hall hall;
    private final CameraPlayer player;
    private final Shutter shutter;
    private final Deque<Held> waiting = new ArrayDeque<>();
    /// Snapshots whose picture is still being fetched.
    private final List<LargestPicture> fetching = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private Runnable changed = () -> {};
    /// What is said of taking, over what has become of the first: it is being taken, or why it was not.
    private @Nullable EvidenceState taking;

    private @Nullable Recording recording;

    private record Recording(Watch watch, Tape.Take take, Instant since) {}

    /// What was taken, and what has become of it.
    private static final class Held {
        final Exhibit exhibit;
        EvidenceState state = new EvidenceState.Ready();

        Held(Exhibit exhibit) {
            this.exhibit = exhibit;
        }

        boolean isSent() {
            return state instanceof EvidenceState.Queued || isStored();
        }

        boolean isStored() {
            return state instanceof EvidenceState.Stored;
        }

        boolean isPacked() {
            return state instanceof EvidenceState.Working;
        }
    }

    EvidenceDesk(Desk desk, Hall hall, CameraPlayer player) {
        this.desk = desk;
        this.hall = hall;
        this.player = player;
        this.shutter = new Shutter(desk, hall);
    }

    /// Another watch of what a watch shows: what is kept stays while we read it, whatever becomes of the tile.
    private Watch also(Watch watch) {
        return player.watch(watch.camera(), watch.size(), _ -> {});
    }

    void onChange(Runnable told) {
        changed = told;
    }

    void show() {
        hide();
        subscriptions.add(desk.outbox().deliveries().subscribe(_ -> hall.fx().execute(this::delivered)));
        subscriptions.listen(hall.ticker().now(), _ -> second());
    }

    /// A recording ends with the page and waits there; so does a snapshot, with what was seen.
    void hide() {
        List.copyOf(fetching).forEach(LargestPicture::giveUp);
        stop();
        subscriptions.close();
    }

    EvidenceState state() {
        Held first = waiting.peekFirst();
        if (taking != null) {
            return taking;
        }
        return first == null ? new EvidenceState.Nothing() : first.state;
    }

    Optional<Exhibit> exhibit() {
        return Optional.ofNullable(waiting.peekFirst()).map(h -> h.exhibit);
    }

    /// Whether the first is on its way to its case or there.
    boolean isSent() {
        Held first = waiting.peekFirst();
        return first != null && first.isSent();
    }

    int waiting() {
        return waiting.size();
    }

    /// How many wait behind the first and are not on their way.
    int open() {
        return (int) waiting.stream().skip(1).filter(h -> !h.isSent()).count();
    }

    Optional<Duration> recording() {
        return Optional.ofNullable(recording).map(r -> Duration.between(r.since, hall.ownTime()));
    }

    /// A picture of the largest stream the camera has, or the tile's where that cannot be had at once, which says so.
    /// The tile's is of the moment the key was pressed; only a live one is worth anything.
    void snapshot(Watch watch) {
        Shutter.Sight sight = shutter.live(watch).orElse(null);
        FrameSize size = LargestPicture.beyond(watch).orElse(null);
        if (sight == null) {
            say(new EvidenceState.Failed("evidence.not-live"));
        } else if (size == null) {
            snapshot(sight);
        } else if (!isFull()) {
            shutter.instead(sight)
                    .ifPresentOrElse(
                            seen -> fetch(watch, size, seen), () -> say(new EvidenceState.Failed("evidence.not-live")));
        }
    }

    private void fetch(Watch shown, FrameSize size, Callable<Exhibit> seen) {
        Instant pressed = hall.ownTime();
        LargestPicture[] self = new LargestPicture[1];
        self[0] = new LargestPicture(hall.fx(), came -> {
            fetching.remove(self[0]);
            work(came.flatMap(shutter::live)
                    .flatMap(sight -> shutter.largest(sight, Duration.between(pressed, hall.ownTime())))
                    .orElse(seen));
        });
        fetching.add(self[0]);
        say(new EvidenceState.Fetching());
        self[0].begin(player, shown, size);
    }

    /// The picture that is looked at, with its own time.
    void snapshot(Shutter.Sight sight) {
        if (!isFull()) {
            shutter.press(sight).ifPresentOrElse(this::work, () -> say(new EvidenceState.Failed("evidence.not-live")));
        }
    }

    /// The last half minute, or what there is of it.
    void clip(Watch watch) {
        tape(watch).filter(_ -> !isFull()).ifPresent(tape -> {
            Watch own = also(watch);
            work(() -> {
                try (own) {
                    return exhibit(own.camera(), tape.last(CLIP));
                }
            });
        });
    }

    /// Keeps from now on, until told to stop or it is too long.
    void record(Watch watch) {
        tape(watch).filter(_ -> !isFull()).ifPresent(tape -> {
            Instant since = hall.ownTime();
            recording = new Recording(also(watch), tape.take(since, MOST_BYTES), since);
            say(null);
        });
    }

    void stop() {
        if (recording != null) {
            finish(recording);
        }
    }

    private void finish(Recording of) {
        recording = null;
        work(() -> {
            try (Watch own = of.watch) {
                synchronized (of.take) {
                    return exhibit(own.camera(), of.take.end());
                }
            }
        });
    }

    private void second() {
        List.copyOf(fetching).forEach(LargestPicture::second);
        Recording now = recording;
        if (now == null) {
            return;
        }
        Duration length = Duration.between(now.since, hall.ownTime());
        if (length.compareTo(LONGEST) >= 0) {
            finish(now);
        } else if (length.toSeconds() % KEEP_EVERY_SECONDS == 0) {
            hall.background()
                    .run(
                            () -> {
                                synchronized (now.take) {
                                    return now.take.keep();
                                }
                            },
                            more -> {
                                if (!more && now.equals(recording)) {
                                    finish(now);
                                }
                            },
                            _ -> {});
        }
        changed.run();
    }

    /// Nothing was taken, for this reason; a message's key.
    void fail(String key) {
        say(new EvidenceState.Failed(key));
    }

    private Optional<Tape> tape(Watch watch) {
        Optional<Tape> tape = watch.tape();
        if (tape.isEmpty()) {
            say(new EvidenceState.Failed("evidence.not-kept"));
        }
        return tape;
    }

    /// What its case has makes room.
    private boolean isFull() {
        if (waiting.size() + fetching.size() >= MOST_WAITING) {
            waiting.removeIf(Held::isStored);
        }
        boolean full = waiting.size() + fetching.size() >= MOST_WAITING;
        if (full) {
            say(new EvidenceState.Failed("evidence.full"));
        }
        return full;
    }

    private Exhibit exhibit(Camera camera, Tape.Cut cut) throws IOException {
        if (cut.isEmpty()) {
            throw new IOException("nothing is kept yet");
        }
        return new Exhibit(
                camera,
                shutter.footage(
                        Footage.CLIP, camera, cut.from(), cut.until(), cut.jumped() ? Footage.JUMPED : Footage.ARRIVAL),
                cut.content(),
                "video/mp2t",
                cut.missing(),
                "");
    }

    private void work(Callable<Exhibit> makes) {
        say(new EvidenceState.Working());
        hall.background()
                .run(
                        makes,
                        made -> {
                            waiting.addFirst(new Held(made));
                            say(null);
                        },
                        _ -> say(new EvidenceState.Failed("evidence.failed")));
    }

    Instant corrected(Instant own) {
        return shutter.corrected(own);
    }

    void put(Case into, String note) {
        Held one = waiting.peekFirst();
        if (one == null || one.isSent() || one.isPacked()) {
            return;
        }
        one.state = new EvidenceState.Working();
        say(null);
        Command.Head head = new Command.Head(new CommandId(UUID.randomUUID().toString()), 0, null);
        Exhibit exhibit = one.exhibit;
        var _ = desk.outbox()
                .attach(exhibit.content(), exhibit.mediaType())
                .thenCompose(id -> desk.outbox()
                        .submit(new Aside.AddEvidence(head, into.id(), id, exhibit.footage(), note.strip())))
                .whenComplete((_, failed) -> hall.fx().execute(() -> {
                    one.state = failed == null
                            ? new EvidenceState.Queued(head.id(), into.id())
                            : new EvidenceState.NotKept();
                    delivered();
                }));
    }

    /// What came of the commands: stored is what the platform said or shows.
    private void delivered() {
        waiting.forEach(this::follow);
        changed.run();
    }

    private void follow(Held one) {
        if (!(one.state instanceof EvidenceState.Queued(CommandId command, CaseId into))) {
            return;
        }
        Delivery.State now =
                desk.outbox().deliveries().find(command).map(Delivery::state).orElse(null);
        boolean shown = desk.stores().cases().find(into).stream()
                .flatMap(c -> c.head().photos().stream())
                .anyMatch(a -> a.fileId().equals(one.exhibit.sha256()));
        if (now instanceof Delivery.State.Accepted || shown) {
            one.state = new EvidenceState.Stored(into);
        } else if (now instanceof Delivery.State.Rejected(Delivery.Refusal refusal)) {
            one.state = new EvidenceState.Refused(refusal.title(), refusal.code());
        } else if (now == null) {
            one.state = new EvidenceState.Ready(); // taken back, or thrown away after it was refused
        }
    }

    /// Done with the first: the next one waiting, if there is one. What is being written to the disk stays.
    void drop() {
        Held first = waiting.peekFirst();
        if (first == null || !first.isPacked()) {
            waiting.pollFirst();
            say(null);
        }
    }

    private void say(@Nullable EvidenceState next) {
        taking = next;
        changed.run();
    }
}
