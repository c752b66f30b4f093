package org.yiping.console.ui.camera;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Messages;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.control.Icons;
import org.yiping.console.ui.control.KeyButton;
import org.yiping.domain.camera.Camera;

/// What a person does with the selected tile's camera besides looking at it: turn it and speak through it. FX thread.
final class CameraWork {
    private final Desk desk;
    private final Hall hall;
    private final Messages messages;
    private final CameraSheets sheets;
    private final PtzBar turning;
    private final SpeakSheet speaking;
    private final KeyButton speak;
    private @Nullable Camera camera;

    /// `pictures` are what its forms lie over.
    CameraWork(Desk desk, Hall hall, Region pictures) {
        this.desk = desk;
        this.hall = hall;
        this.messages = hall.messages();
        sheets = new CameraSheets(pictures);
        turning = new PtzBar(desk, hall, sheets);
        speaking = new SpeakSheet(desk, hall, sheets);
        speak = new KeyButton(messages, "speak/open", messages.get("speak.open"), "B", this::speak)
                .icon(Icons.CALL_OUT)
                .low();
        turning.add(speak);
    }

    Region over() {
        return sheets.root();
    }

    Region bar() {
        return turning.root();
    }

    Speaking speaking() {
        return speaking;
    }

    void start() {
        turning.start();
    }

    void stop() {
        turning.stop();
        sheets.close();
    }

    /// Every second, and whenever another tile or camera is selected.
    void at(@Nullable Camera next) {
        camera = next == null ? null : desk.stores().cameras().find(next.id()).orElse(next);
        turning.at(camera);
        long due = speaking.due(hall.now());
        speak.words(due == 0 ? messages.get("speak.open") : messages.get("speak.open-due", due));
        speaking.tick();
    }

    List<Action> actions() {
        return new ArrayList<>(turning.actions());
    }

    private void speak() {
        Camera of = camera;
        if (of != null) {
            speaking.open(of, "");
        }
    }
}
