package org.yiping.console.ui.camera;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiping.console.store.CameraUse;
import org.yiping.console.store.CameraUse.Turned;
import org.yiping.console.store.Lookup.Found;
import org.yiping.domain.camera.CameraId;
import org.yiping.domain.identity.Actor;

/// What is known of a camera that is turned or sent to a preset. `what` is turn, or what is done with the preset
/// `number`; where a stop does not get through, `number` counts its tries. `reason` is a code, empty where nothing is
/// wrong. Immutable.
record PtzState(
        CameraId camera,
        Kind kind,
        String what,
        int number,
        String reason,
        @Nullable Actor holder,
        @Nullable Instant until) {
    /// Where to, as a share of the greatest speed.
    enum Way {
        LEFT(-1, 0, 0),
        UP(0, 1, 0),
        DOWN(0, -1, 0),
        RIGHT(1, 0, 0),
        NEARER(0, 0, 1),
        WIDER(0, 0, -1);

        private final int pan;
        private final int tilt;
        private final int zoom;

        Way(int pan, int tilt, int zoom) {
            this.pan = pan;
            this.tilt = tilt;
            this.zoom = zoom;
        }

        int pan() {
            return pan;
        }

        int tilt() {
            return tilt;
        }

        int zoom() {
            return zoom;
        }
    }

    /// What is known of it. `ASKED` and `STOPPING` are on their way and not done; `SENT` and `STOP_SENT` are with a
    /// source that says no more of them; `LOST` means that the platform was not reached, `RUNAWAY` that a stop did
    /// not get through or was not done and is sent again, `GAVE_UP` that it is no longer.
    enum Kind {
        IDLE,
        ASKED,
        SENT,
        TURNING,
        STOPPING,
        STOP_SENT,
        STOPPED,
        DONE,
        FAILED,
        LOST,
        HELD,
        RUNAWAY,
        GAVE_UP
    }

    static PtzState turn(CameraId camera, Kind kind, String reason) {
        return new PtzState(camera, kind, "turn", 0, reason, null, null);
    }

    boolean isTurn() {
        return what.equals("turn");
    }

    /// Whether a person has to know: it is not as they wished.
    boolean isBad() {
        return switch (kind) {
            case FAILED, LOST, HELD, RUNAWAY, GAVE_UP -> true;
            default -> false;
        };
    }

    /// What an answer says: `done` where it is that, which tells what was asked for.
    static PtzState of(CameraId of, String what, int number, Found<Turned> found, Kind done) {
        boolean stop = done == Kind.STOPPED;
        return switch (found) {
            case Found.Got<Turned>(Turned t) -> {
                Kind kind = switch (t.state()) {
                    case CameraUse.DONE -> done;
                    case CameraUse.PENDING -> stop ? Kind.STOPPING : Kind.ASKED;
                    case CameraUse.SENT -> stop ? Kind.STOP_SENT : Kind.SENT;
                    case CameraUse.HELD -> Kind.HELD;
                    default -> Kind.FAILED;
                };
                String reason = t.reason() == null ? "" : t.reason();
                yield new PtzState(of, kind, what, number, reason, t.holder(), t.until());
            }
            case Found.Refused<Turned> r -> new PtzState(of, Kind.FAILED, what, number, r.code(), null, null);
            case Found.Unreachable<Turned> _ -> new PtzState(of, Kind.LOST, what, number, "", null, null);
        };
    }
}
