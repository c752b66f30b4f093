package org.yiping.console.video;

// long because its picture, the tries for its stream and who is told change together

import static org.yiping.console.video.Picture.Fault.NO_ADDRESS;

import java.nio.IntBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yiping.console.video.Addresses.Given;
import org.yiping.console.video.Addresses.Viewing;
import org.yiping.console.video.CameraPlayer.Listener;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.camera.CameraStream;
import org.yiping.domain.camera.Device;

/// One stream being decoded in one size for everybody who watches it so. Any thread.
final class SharedDecode {
    private static final Logger log = LoggerFactory.getLogger(SharedDecode.class);

    private final Source source;
    private final Camera camera;
    private final Decoder decoder;
    private final Frames frames;
    private final Memory memory;
    private final @Nullable Tape tape;
    private final Surroundings around;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final PictureWatch watch;
    private final Object telling = new Object();
    private Class<?> toldKind = Picture.Connecting.class;
    private CameraStream stream;
    /// Of that stream's address, and of the one that plays: a listed stream may move while it plays.
    private Viewing viewing = Viewing.NONE;

    private Viewing playing = Viewing.NONE;
    private Turn turn = Turn.NONE;
    private boolean over;
    private boolean renewed;
    private boolean held;
    /// What opens it has not been proven by a picture of this try.
    private boolean unproven = true;
    private int questions;

    /// How far a try to open the stream has come.
    private enum Turn {
        /// Nothing is being opened: it plays, or waits for its next try.
        NONE,
        /// Too many others open theirs.
        WAITING,
        /// It has its place among those that open.
        OPENING,
        /// It has, and waits for another to be let in by the same login.
        BEHIND,
        /// Not tried, because what would open it had been refused to another.
        BARRED
    }

    /// What tells one decode from another: a camera and the stream as it lists it. Two cameras whose addresses are
    /// asked for may list the same.
    record Source(CameraId camera, CameraStream stream, FrameSize size) {
        boolean isAskedFor() {
            return stream.url().isEmpty();
        }
    }

    /// What all decodes share.
    record Surroundings(SteadyClock clock, Openings openings, Addresses addresses, Doors doors) {}

    /// Its pictures and where they are from.
    record Memory(Frames frames, Decoders of) {}

    SharedDecode(Source source, Camera camera, Decoder decoder, Memory memory, Surroundings around, Backoff backoff) {
        this.source = source;
        this.camera = camera;
        this.decoder = decoder;
        this.memory = memory;
        frames = memory.frames;
        tape = memory.of.tape(frames, source.stream.past() ? null : camera.id()).orElse(null);
        this.around = around;
        stream = source.stream;
        watch = new PictureWatch(around.clock.instant(), backoff);
    }

    Source source() {
        return source;
    }

    void add(Listener listener) {
        listeners.add(listener);
    }

    /// True when nobody is left.
    boolean remove(Listener listener) {
        listeners.remove(listener);
        return listeners.isEmpty();
    }

    synchronized void start() {
        if (over) {
            return;
        }
        Instant now = around.clock.instant();
        if (around.openings.isRefused(account())) {
            watch.failed(now, Picture.Fault.REFUSED);
            turn = Turn.BARRED;
            return;
        }
        if (!around.openings.begin(this, now)) {
            turn = Turn.WAITING;
            return;
        }
        turn = Turn.OPENING;
        unproven = true;
        watch.started(now);
        if (source.isAskedFor()) {
            ask();
        } else {
            play();
        }
    }

    /// By an address that is known.
    private void play() {
        Instant now = around.clock.instant();
        if (around.openings.isRefused(account())) {
            unaddressed(Picture.Fault.REFUSED);
            turn = Turn.BARRED;
            return;
        }
        boolean waited = turn == Turn.BEHIND;
        if (!around.openings.logIn(this, account(), now)) {
            turn = Turn.BEHIND;
            return;
        }
        turn = Turn.OPENING;
        if (waited) {
            watch.started(now);
        }
        around.openings.tried(account());
        playing = viewing;
        decoder.play(stream.url(), source.size, frames, new Pictures());
    }

    /// Each try has an address of its own: the last one may have expired, and a media server forgets who left it.
    private void ask() {
        int question = ++questions;
        var _ = around.addresses
                .fresh(camera, source.stream)
                .whenComplete((given, _) -> answered(question, given == null ? new Given.None(NO_ADDRESS) : given));
    }

    /// An answer that comes when its try was given up is no answer.
    private void answered(int question, Given given) {
        synchronized (this) {
            if (over || question != questions) {
                begun(given).end();
                return;
            }
            switch (given) {
                case Given.At(CameraStream fresh, Viewing begun)
                when !fresh.url().isEmpty() -> {
                    stream = fresh;
                    viewing = begun;
                    play();
                }
                case Given.At(CameraStream _, Viewing begun) -> {
                    begun.end();
                    unaddressed(NO_ADDRESS);
                }
                case Given.None(Picture.Fault why) -> unaddressed(why);
            }
        }
        tell();
    }

    private static Viewing begun(@Nullable Given given) {
        return given instanceof Given.At(CameraStream _, Viewing begun) ? begun : Viewing.NONE;
    }

    private void unaddressed(Picture.Fault why) {
        turnOver();
        decoder.stop(); // the stream of the last try must not play on under words that deny it
        left();
        watch.failed(around.clock.instant(), why);
    }

    /// The stream is closed: what was begun for it ends, and the next try of one that is asked for has its own.
    private void left() {
        playing.end();
        playing = Viewing.NONE;
        if (source.isAskedFor()) {
            viewing.end();
            viewing = Viewing.NONE;
        }
    }

    /// What must not be tried again once it was refused: addresses that are asked for are others each time, and
    /// what opens the camera is the same while it hangs on the same source.
    private Openings.Account account() {
        Device device = camera.device();
        String address = source.isAskedFor()
                ? source.camera.value() + '@' + (device == null ? "" : device.source())
                : stream.url();
        return new Openings.Account(address, Login.account(stream.url()).orElse(null));
    }

    /// What was refused is tried once more, because somebody says so.
    synchronized boolean tryAgain() {
        Instant now = around.clock.instant();
        if (over || !watch.isRefused() || !around.openings.once(account(), now)) {
            return false;
        }
        watch.mayTryAgain(now);
        return true;
    }

    /// Stops for good and hands the decoder back.
    synchronized Decoder end() {
        over = true;
        turnOver();
        decoder.stop();
        left();
        viewing.end();
        frames.close();
        if (tape != null) {
            memory.of.close(tape);
        }
        return decoder;
    }

    /// Others may open theirs. Who waits for a login still does: what is told is of the stream before it.
    private void opened() {
        if (turn == Turn.OPENING) {
            turnOver();
        }
    }

    private void turnOver() {
        if (turn == Turn.OPENING || turn == Turn.BEHIND) {
            turn = Turn.NONE;
            around.openings.done(this);
        }
    }

    /// What stands still because it was told to is not supervised: it is neither frozen nor tried again. False where
    /// there is nothing to hold; what ended while it was held goes on to its end.
    synchronized boolean hold(boolean still) {
        boolean plays = watch.isRunning() && watch.hasShown();
        if (over || !stream.past() || (still && !held && !plays)) {
            return false;
        }
        if (still != held) {
            held = still;
            decoder.hold(still);
            if (!still && plays) {
                watch.started(around.clock.instant());
            }
        }
        return true;
    }

    synchronized boolean step() {
        if (over || !held) {
            return false;
        }
        decoder.step();
        return true;
    }

    void tick() {
        Instant now = around.clock.instant();
        boolean asks;
        synchronized (this) {
            if (over || held) {
                return;
            }
            if (watch.unanswered()
                    .filter(since -> around.doors.haveOpened(stream.url(), since, now))
                    .isPresent()) {
                watch.answersAgain(now);
            }
            switch (watch.tick(now)) {
                case CARRY_ON -> {
                    switch (turn) {
                        case WAITING -> start();
                        case BEHIND -> play();
                        case BARRED -> {
                            if (watch.isRefused() && around.openings.isFree(account())) {
                                turn = Turn.NONE;
                                watch.mayTryAgain(now);
                            }
                        }
                        case NONE, OPENING -> {
                            // nothing is waited for but the stream
                        }
                    }
                }
                case STOP -> {
                    questions++;
                    turnOver();
                    decoder.stop();
                    left();
                    renew();
                }
                case START -> {
                    if (stream.past() && watch.hasShown()) { // a recording has no present to join again
                        decoder.stop();
                        watch.over(now);
                    } else {
                        start();
                    }
                }
            }
            asks = watch.wantsBytes(now);
        }
        if (asks) {
            decoder.askBytes(this::bytes);
        }
        tell();
    }

    /// Asks whether the stream has moved to another address.
    private void renew() {
        if (!source.isAskedFor()) {
            var _ = around.addresses.fresh(camera, stream).whenComplete((given, _) -> moved(given));
        }
    }

    private synchronized void moved(@Nullable Given given) {
        if (over) {
            begun(given).end();
            return;
        }
        if (given instanceof Given.At(CameraStream _, Viewing begun)) {
            if (!viewing.equals(playing)) {
                viewing.end();
            }
            viewing = begun;
        }
        if (given instanceof Given.At(CameraStream fresh, Viewing _)
                && !fresh.url().isEmpty()
                && !fresh.url().equals(stream.url())) {
            stream = fresh;
            if (!renewed) { // an address that is another each time must not make guesses without end
                watch.mayTryAgain(around.clock.instant());
            }
            renewed |= watch.isRefused();
        }
    }

    synchronized Picture picture() {
        return shown();
    }

    private Picture shown() {
        return watch.picture(around.clock.instant()).by(around.clock::shown);
    }

    synchronized boolean isTimed() {
        return FetchedStream.isOurs(stream.url());
    }

    /// Empty where nothing can be kept of such an address.
    synchronized Optional<Tape> tape() {
        return isTimed() ? Optional.ofNullable(tape) : Optional.empty();
    }

    long copy(IntBuffer target, long seen) {
        return frames.copy(target, seen);
    }

    private synchronized void bytes(long total) {
        watch.bytes(around.clock.instant(), total);
    }

    /// In turn, so that nobody is left believing in a picture that froze a moment later.
    private void tell() {
        synchronized (telling) {
            Picture picture;
            synchronized (this) {
                picture = shown();
                if (over || picture.getClass() == toldKind) {
                    return;
                }
                if (!unproven && (picture instanceof Picture.Offline || picture instanceof Picture.Frozen)) {
                    around.openings.doubt(account());
                }
            }
            toldKind = picture.getClass();
            listeners.forEach(listener -> tell(listener, picture));
        }
    }

    /// A listener that fails must not end the supervision of all the others.
    private static void tell(Listener listener, Picture picture) {
        try {
            listener.changed(picture);
        } catch (RuntimeException e) {
            log.error("a listener failed on {}", picture, e);
        }
    }

    private final class Pictures implements Decoder.Target {
        @Override
        public void frame(Frames.Change change) {
            Instant now = around.clock.instant();
            synchronized (SharedDecode.this) {
                opened();
                watch.frame(now, change.isNew(), change.difference());
                if (unproven && change.isNew()) {
                    unproven = false;
                    turnOver();
                    around.openings.accept(account());
                }
            }
            tell();
        }

        @Override
        public void ended(Picture.Fault why) {
            Instant now = around.clock.instant();
            synchronized (SharedDecode.this) {
                if (!over) {
                    opened();
                    if (why == Picture.Fault.REFUSED) {
                        around.openings.refuse(account(), now);
                    }
                    watch.failed(now, why);
                    left();
                    if (why != Picture.Fault.DECODER) {
                        renew();
                    }
                }
            }
            tell();
        }

        @Override
        public void blind(String reason) {
            Instant now = around.clock.instant();
            synchronized (SharedDecode.this) {
                if (!over) {
                    opened();
                    watch.blind(now, reason);
                }
            }
            tell();
        }
    }
}
