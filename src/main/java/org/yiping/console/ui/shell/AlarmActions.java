package org.yiping.console.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;

/// What a hand can do about the alarms of its seat, in every window. FX thread.
record AlarmActions(SeatAlarms alarms, AlarmSheet sheet, Hall hall) {
    List<Action> actions() {
        Optional<SeatAlarms.Item> first = alarms.waiting().stream().findFirst();
        String none = first.isPresent() ? "" : hall.messages().get(alarms.known() ? "alarm.none" : "alarm.unknown");
        return List.of(
                action("shell/alarms", "alarm.see", sheet::open).on(Key.of(KeyCode.F7)),
                action("shell/alarm-open", "alarm.first", () -> first.ifPresent(alarms::open))
                        .on(new Key(KeyCode.F7, false, false, true))
                        .refused(none),
                action(
                                "shell/alarm-answer",
                                "alarm.answer",
                                () -> first.ifPresent(
                                        i -> alarms.answer(i.value().id())))
                        .on(Key.of(KeyCode.F9))
                        .refused(none),
                action("shell/alarm-shelve", "alarm.shelve", sheet::openToShelve)
                        .on(new Key(KeyCode.F9, false, false, true))
                        .refused(none));
    }

    private Action action(String id, String words, Runnable act) {
        return hall.action(id, "alarm.group", words, act);
    }
}
