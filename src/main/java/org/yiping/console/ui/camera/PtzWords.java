package org.yiping.console.ui.camera;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.store.Me;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Words;
import org.yiping.domain.camera.Camera;
import org.yiping.domain.camera.Device;

/// What becomes of a turning camera, and why it cannot be turned, in words. FX thread.
final class PtzWords {
    private final Desk desk;
    private final Messages messages;
    private final Words words;

    PtzWords(Desk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
        this.words = new Words(desk.stores(), messages);
    }

    /// Why this seat cannot do that with the camera; empty where nothing is known against it. A platform without a
    /// directory says itself what it cannot do.
    Optional<String> refusal(@Nullable Camera camera, String ability) {
        if (camera == null) {
            return Optional.of(messages.get("ptz.no-camera"));
        }
        if (desk.lookup().cameras().isEmpty()) {
            return Optional.of(messages.get("ptz.no-platform"));
        }
        if (camera.state().offline()) {
            return Optional.of(messages.get("ptz.why-offline"));
        }
        Device device = camera.device();
        if (device == null) {
            return Optional.empty();
        }
        if (!device.can(ability)) {
            return Optional.of(messages.get(
                    switch (ability) {
                        case Device.PTZ -> "ptz.cannot-turn";
                        case Device.PRESETS -> "ptz.cannot-preset";
                        default -> "speak.no-speaker";
                    }));
        }
        Optional<Me> me = desk.me();
        return me.filter(m -> !device.steeredBy(m.actor().post()))
                .map(m -> messages.get("ptz.no-right", words.post(m.actor().post())));
    }

    /// Of a simulated camera nothing is called turned: its orders are taken, and its picture stays as it is.
    String of(PtzState state, String preset) {
        boolean turn = state.isTurn();
        boolean simulated = desk.stores()
                .cameras()
                .find(state.camera())
                .filter(c -> c.state().simulated())
                .isPresent();
        String why = why(state.reason());
        return switch (state.kind()) {
            case IDLE -> "";
            case ASKED -> turn ? messages.get("ptz.asked") : messages.get("ptz.preset-asked", preset);
            case SENT -> turn ? messages.get("ptz.sent") : messages.get("ptz.preset-sent", preset);
            case TURNING -> messages.get(simulated ? "ptz.turning-simulated" : "ptz.turning");
            case STOPPING -> messages.get("ptz.stopping");
            case STOP_SENT -> messages.get("ptz.stop-sent");
            case STOPPED -> messages.get(simulated ? "ptz.stopped-simulated" : "ptz.stopped");
            case DONE -> messages.get(simulated ? "ptz.preset-done-simulated" : "ptz.preset-done", preset);
            case FAILED -> messages.get(isUnsure(state.reason()) ? "ptz.unsure" : "ptz.failed", why);
            case LOST -> messages.get("ptz.lost");
            case HELD -> held(state);
            case RUNAWAY -> messages.get("ptz.runaway", state.number(), why);
            case GAVE_UP -> messages.get("ptz.gave-up", state.number(), why);
        };
    }

    private String held(PtzState state) {
        var by = state.holder();
        var until = state.until();
        if (by == null || until == null) {
            return messages.get("ptz.held-by-somebody");
        }
        return messages.get("ptz.held", words.person(by.person()), words.post(by.post()), words.second(until));
    }

    /// Whether nobody knows that it did not happen: it was not answered, or not in time.
    static boolean isUnsure(String reason) {
        return switch (reason) {
            case "VID-5030", "silent", "no-answer", "timeout", "late" -> true;
            default -> false;
        };
    }

    /// A code of the platform or of a camera's source; one that nobody knows stands as it is.
    String why(String code) {
        return switch (code) {
            case "" -> messages.get("ptz.why-nothing");
            case "VID-4030", "AUT-4030" -> messages.get("ptz.why-no-right");
            case "VID-4031", "refused" -> messages.get("ptz.why-refused");
            case "VID-4040", "unknown", "RES-4040" -> messages.get("ptz.why-unknown");
            case "VID-4091", "offline" -> messages.get("ptz.why-offline");
            case "VID-4221", "unable" -> messages.get("ptz.why-unable");
            case "VID-4222", "not-offered" -> messages.get("talk.not-offered");
            case "VID-5030", "silent", "no-answer" -> messages.get("ptz.why-silent");
            case "timeout", "late" -> messages.get("ptz.why-late");
            case "failed", "fail", "error" -> messages.get("ptz.why-failed");
            case "busy" -> messages.get("ptz.why-busy");
            case "no-preset" -> messages.get("ptz.why-no-preset");
            default -> code;
        };
    }
}
