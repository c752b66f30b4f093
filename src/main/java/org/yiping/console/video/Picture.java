package org.yiping.console.video;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What can be said of a camera's picture at one moment. Only pictures that differ from one another count: libvlc
/// repeats the last one for as long as it likes and calls that playing. Immutable.
public sealed interface Picture {
    /// The same with its moments by another clock.
    default Picture by(UnaryOperator<Instant> clock) {
        return switch (this) {
            case Connecting(Instant since) -> new Connecting(clock.apply(since));
            case Stalled(Instant since) -> new Stalled(clock.apply(since));
            case Frozen(Instant last, int tries, Instant next) ->
                new Frozen(clock.apply(last), tries, clock.apply(next));
            case Offline(Fault fault, Instant since, int tries, Instant next) ->
                new Offline(fault, clock.apply(since), tries, clock.apply(next));
            case Live _, NoDecoder _ -> this;
        };
    }

    /// No two different pictures yet.
    record Connecting(Instant since) implements Picture {}

    /// It moves (实况). `age` of the newest picture; `motion` of the last six, oldest first, each 0 to 1.
    record Live(double framesPerSecond, Duration age, List<Double> motion) implements Picture {
        public Live {
            motion = List.copyOf(motion);
        }
    }

    /// No new picture for a second or more.
    record Stalled(Instant since) implements Picture {}

    /// Pictures come, but it has been the same one for three seconds or more (画面静止): not to be taken for live.
    record Frozen(Instant lastChange, int tries, Instant nextTry) implements Picture {}

    /// The stream cannot be had; it is tried again at `nextTry`, or just now when that has passed. With the fault
    /// `REFUSED` it is not tried again.
    record Offline(Fault fault, Instant since, int tries, Instant nextTry) implements Picture {}

    /// This machine cannot decode at all. `detail` is for the log and the diagnostics page.
    record NoDecoder(String detail) implements Picture {
        /// Which libvlc is here instead of one that can be used; empty where it is none, or cannot be loaded.
        public Optional<String> otherVersion() {
            return VlcOpening.otherVersion(detail);
        }
    }

    /// Why a stream cannot be had.
    enum Fault {
        /// Not there: refused, unknown address, unknown protocol. libvlc tells no more.
        UNREACHABLE,
        /// The other side ended it.
        ENDED,
        /// Connected, but no picture within ten seconds.
        NO_PICTURE,
        /// The camera lists no stream.
        NO_STREAM,
        /// Name or password were refused (凭据被拒). Not tried again with these: cameras lock out who guesses.
        REFUSED,
        /// This post may not see the camera, by the platform's word.
        FORBIDDEN,
        /// The platform calls the device offline.
        DEVICE_OFFLINE,
        /// Who answers for the camera's picture does not answer.
        SOURCE_SILENT,
        /// Who answers for the camera's picture does not let the platform in.
        SOURCE_REFUSES,
        /// Who answers for the camera's picture does not know it.
        NOT_AT_SOURCE,
        /// The platform that gives out addresses is not reached.
        NO_PLATFORM,
        /// The platform has no address for it, for a reason this console does not know.
        NO_ADDRESS,
        /// The process that decodes ended or hung; another one is started.
        DECODER,
        /// There is no room in the memory that pictures lie in.
        NO_ROOM
    }
}
