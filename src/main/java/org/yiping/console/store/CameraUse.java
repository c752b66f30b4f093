package org.yiping.console.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.capture.CaptureId;
import org.yiping.domain.identity.Actor;
import org.yiping.domain.patrol.PatrolRoundId;
import org.yiping.domain.video.Broadcast;
import org.yiping.domain.video.BroadcastId;

/// Cameras in use: their play addresses, turning, speaking, what tiles saw of them. Any thread; answers come on the
/// link's threads and never exceptionally.
///
/// None of this waits in an outbox: a turn or a word that comes minutes later is worse than none. The code of a refusal
/// carries what the platform found wrong after a point, say `VID-4220.quiet-hours`.
public interface CameraUse {
    /// Who has taken a camera goes before this one (`Turned.state`).
    String HELD = "held";
    String PENDING = "pending";
    /// The source has it and says no more of it.
    String SENT = "sent";

    String DONE = "done";
    String FAILED = "failed";

    /// An address of now; `grade` is main or sub.
    CompletableFuture<Found<Address>> play(CameraId camera, String grade);

    /// An address of what was recorded then, a day at most.
    CompletableFuture<Found<Address>> playback(CameraId camera, String grade, Instant from, Instant until);

    /// A picture is no longer watched: ends the viewing its address came with. Nothing waits for it, and nobody is told
    /// where it fails: a platform ends by itself what nobody reads.
    CompletableFuture<Void> leave(CameraId camera, String viewing);

    /// All of them, those of addresses still on their way too: this console closes.
    CompletableFuture<Void> leaveAll();

    /// Turns to the right, up and nearer, -1 to 1 each, until told to stop; a second without a word stops it too, so
    /// that whoever holds on says it again every half second.
    CompletableFuture<Found<Turned>> turn(CameraId camera, double pan, double tilt, double zoom);

    CompletableFuture<Found<Turned>> stop(CameraId camera);

    /// `act` is call, set or delete; a number from 1 to 255.
    CompletableFuture<Found<Turned>> preset(CameraId camera, String act, Preset preset);

    /// What became of a turn, a stop or a preset that was pending, by the name it came with; forgotten after minutes.
    CompletableFuture<Found<Turned>> became(CameraId camera, String use);

    CompletableFuture<Found<List<Preset>>> presets(CameraId camera);

    /// Speaks through a camera's loudspeaker (喊话), under the city's rules.
    CompletableFuture<Found<Said>> speak(CameraId camera, Broadcast.Words words);

    /// Asks for a camera's loudspeaker to speak live through it (对讲); 0 to 100 loud. `held` where another speaks there.
    CompletableFuture<Found<Talked>> talk(CameraId camera, int volume);

    /// The next piece of what is said, G.711 A-law, two seconds at most; numbered from 0, one after the other.
    CompletableFuture<Found<Talked>> say(CameraId camera, String talk, int number, byte[] alaw);

    /// The button is let go.
    CompletableFuture<Found<Talked>> endTalk(CameraId camera, String talk);

    /// Tells what tiles saw, 200 at most in one call.
    CompletableFuture<Found<Told>> observed(List<Observation> seen);

    /// What this seat likes to look at.
    CompletableFuture<Found<List<CameraId>>> favourites();

    /// Keeps them, 500 at most; answers with what was kept.
    CompletableFuture<Found<List<CameraId>>> keepFavourites(List<CameraId> cameras);

    /// What became of today's captures.
    CompletableFuture<Found<CaptureFigures>> captureFigures();

    CompletableFuture<Found<byte[]>> capturePicture(CaptureId capture);

    /// A picture kept with what a patrol found.
    CompletableFuture<Found<byte[]>> patrolPicture(PatrolRoundId round, String fileId);

    /// How long cameras showed a moving picture on a day in the city's time.
    CompletableFuture<Found<CameraDay>> availability(LocalDate day);

    /// A day of cameras up to `until`; one of which nothing is known is not in it.
    record CameraDay(LocalDate day, Instant until, List<Tally> items) {
        public CameraDay {
            items = List.copyOf(items);
        }
    }

    /// Seconds of one camera in each state, and how often a moving picture ended.
    record Tally(CameraId camera, long live, long frozen, long dark, long blurred, long lost, long faults) {
        public long known() {
            return live + frozen + dark + blurred + lost;
        }

        /// 0 to 1 of what is known.
        public double share() {
            return known() == 0 ? 0 : (double) live / known();
        }
    }

    /// Where a picture is played from; `expiresAt` is absent where it holds for good, `viewing` where nothing has to be
    /// ended (`leave`). May carry what opens the picture: `toString` keeps it to itself.
    record Address(
            String url,
            String grade,
            @Nullable Instant expiresAt,
            @Nullable String viewing) {
        @Override
        public String toString() {
            return "Address[" + grade + " until " + expiresAt + "]";
        }
    }

    /// What became of a turn: neither `pending` nor `sent` is done, `reason` says why it failed; `held` with the one
    /// who has the camera, and until when. `use` names one that is pending and can be asked after.
    record Turned(
            String state,
            @Nullable String reason,
            @Nullable Actor holder,
            @Nullable Instant until,
            @Nullable String use) {}

    /// A place a camera goes back to (预置位).
    record Preset(int number, String name) {}

    /// What became of words: neither pending nor sent is heard. Somebody looks at `checkAt` whether they helped.
    record Said(String state, @Nullable String reason, BroadcastId broadcast, Instant checkAt) {}

    /// How a live voice stands: talking, held (`holder` speaks there), or what the source said of its end.
    /// Of neither is it known that somebody heard it; `simulated`: nobody can.
    record Talked(
            String state,
            @Nullable String reason,
            @Nullable String talk,
            long receivedMillis,
            boolean simulated,
            @Nullable Actor holder) {
        public static final String TALKING = "talking";
    }

    /// What a tile saw: live, lost, frozen, dark or blurred.
    record Observation(CameraId camera, String state, Instant at) {}

    record Told(int taken, int ignored) {}

    /// Counts of one day in the city's time; `falseShare` is what people rejected of all they judged, absent while they
    /// judged none.
    record CaptureFigures(
            LocalDate day,
            long received,
            long queued,
            long folded,
            long below,
            long late,
            long confirmed,
            long rejected,
            long expired,
            @Nullable Double falseShare) {}
}
