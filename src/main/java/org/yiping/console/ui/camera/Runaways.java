package org.yiping.console.ui.camera;

import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Sounds;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.camera.PtzState.Kind;
import org.yiping.domain.camera.Camera;

/// Says loudly that a camera may go on turning because its stop did not get through, until it has. FX thread.
final class Runaways {
    private static final int LOUD = 40;

    private final Desk desk;
    private final Hall hall;
    private final PtzWords words;

    Runaways(Desk desk, Hall hall, PtzWords words) {
        this.desk = desk;
        this.hall = hall;
        this.words = words;
    }

    void told(PtzState s, @Nullable PtzHand hand) {
        String matter = "ptz/runaway-" + s.camera().value();
        Kind kind = s.kind();
        if (kind == Kind.STOPPED || kind == Kind.STOP_SENT || kind == Kind.HELD) {
            hall.notices().dismiss(matter);
        } else if (kind == Kind.RUNAWAY || kind == Kind.GAVE_UP) {
            show(matter, s, hand);
        }
    }

    private void show(String matter, PtzState s, @Nullable PtzHand hand) {
        Messages messages = hall.messages();
        String called = desk.stores()
                .cameras()
                .find(s.camera())
                .map(Camera::name)
                .orElse(s.camera().value());
        if (s.number() == 1) {
            hall.play(Sounds.Sound.REFUSED, LOUD);
        }
        Notice notice = Notice.danger(matter, messages.get("ptz.runaway-what", called), words.of(s, ""), "CAM-3020");
        hall.notices().show(notice.with(new Notice.Action(messages.get("ptz.stop-again"), true, () -> {
            if (hand != null) {
                hand.stopAgain(s.camera());
            }
        })));
    }
}
