package org.yiping.console.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.yiping.console.fx.Notice;
import org.yiping.console.fx.Sounds;
import org.yiping.console.settings.Theme;
import org.yiping.console.store.OwnSeat;
import org.yiping.console.ui.Action;
import org.yiping.console.ui.Desk;
import org.yiping.console.ui.Hall;
import org.yiping.console.ui.Key;
import org.yiping.domain.shift.Seat;

/// A window's own part of its table: its pages, palette, map of keys, panels, looks, end. FX thread.
final class WindowActions {
    private static final String WALL = "wall"; // not a message: a page
    private static final String DEBRIEF = "debrief"; // not a message: a page
    private static final int SCALE_STEP = 25;
    private static final int VOLUME_STEP = 20;
    private static final int MOST_NUMBERED = 9;

    private final WorkWindow window;
    private final Hall hall;
    private final List<String> pages;
    private final TopBar bar;
    private final Pages reach;
    private final OwnSeat seat;
    private final Desk desk;
    private final NearActions near;

    WindowActions(WorkWindow window, Hall hall, List<String> pages, TopBar bar, Pages reach, Desk desk) {
        this.window = window;
        this.hall = hall;
        this.pages = pages;
        this.bar = bar;
        this.reach = reach;
        this.seat = desk.seat();
        this.desk = desk;
        near = new NearActions(desk, hall, reach);
    }

    List<Action> actions() {
        List<Action> all = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            String page = pages.get(i);
            Action tab = Action.of(
                            TopBar.tabAction(page),
                            hall.messages().get("shell.window"),
                            hall.messages().get("shell.go", bar.title(page)),
                            () -> reach.ask(page))
                    .also(page);
            all.add(i < MOST_NUMBERED ? tab.on(Key.ctrl(KeyCode.valueOf("DIGIT" + (i + 1)))) : tab);
        }
        all.add(own("shell/palette", "shell.palette", () -> window.palette().open())
                .on(Key.ctrl(KeyCode.K)));
        all.add(own("shell/keys", "keys.title", () -> window.sheet().open()).on(Key.of(KeyCode.F1)));
        all.add(own("shell/next-panel", "shell.next-panel", () -> window.jump(1))
                .on(Key.of(KeyCode.F6)));
        all.add(own("shell/previous-panel", "shell.previous-panel", () -> window.jump(-1))
                .on(new Key(KeyCode.F6, false, false, true)));
        if (pages.contains(NearActions.PAGE)) {
            all.addAll(near.actions());
        }
        if (pages.contains(WALL)) {
            all.add(onWall("desk/to-wall", "desk.to-wall", KeyCode.W));
            all.add(onWall("desk/view-to-wall", "desk.view-to-wall", KeyCode.V));
        }
        if (pages.contains(DEBRIEF)) {
            all.add(debrief());
        }
        all.add(state("shell/seat-ready", "seat.be-ready", Seat.READY, KeyCode.DIGIT1));
        all.add(state("shell/seat-busy", "seat.be-busy", Seat.BUSY, KeyCode.DIGIT2));
        all.add(state("shell/seat-break", "seat.be-break", Seat.BREAK, KeyCode.DIGIT3));
        all.add(own("shell/theme", "shell.theme", this::turnTheme));
        all.add(own("shell/larger", "shell.larger", () -> scale(SCALE_STEP)).on(Key.ctrl(KeyCode.EQUALS)));
        all.add(own("shell/smaller", "shell.smaller", () -> scale(-SCALE_STEP)).on(Key.ctrl(KeyCode.MINUS)));
        all.add(own("shell/louder", "shell.louder", () -> volume(VOLUME_STEP)));
        all.add(own("shell/quieter", "shell.quieter", () -> volume(-VOLUME_STEP)));
        all.add(own("shell/quit", "shell.quit", window::quit).on(Key.ctrl(KeyCode.Q)));
        return all;
    }

    /// The wall's page does it: there it is the same action.
    private Action onWall(String id, String words, KeyCode key) {
        Action there = hall.action(id, "desk.group", words, () -> {});
        return there.on(new Key(key, true, false, true)).doing(() -> reach.at(WALL, there));
    }

    /// The review room does it with the case that is picked here.
    private Action debrief() {
        Action there = hall.action("debrief/of-case", "debrief.page", "debrief.of-this-case", () -> {});
        return there.on(new Key(KeyCode.R, true, false, true))
                .doing(() -> reach.at(DEBRIEF, there))
                .refused(desk.pickedCaseId().isEmpty() ? hall.messages().get("debrief.no-case") : "");
    }

    private Action state(String id, String words, String state, KeyCode key) {
        return hall.action(id, "seat.group", words, () -> seat.set(state)).on(Key.alt(key));
    }

    private Action own(String id, String words, Runnable act) {
        return hall.action(id, "shell.window", words, act);
    }

    private void turnTheme() {
        Theme next = hall.themes().look().get().theme() == Theme.HALL ? Theme.OFFICE : Theme.HALL;
        hall.themes().use(next);
        hall.remembered().change(p -> p.withTheme(next));
    }

    /// Of the shift that is now; it is heard at once.
    private void volume(int by) {
        String choice = hall.volumeChoice();
        int next = Math.clamp(hall.volume() + by, 0, 100);
        hall.remembered().change(p -> p.withChoice(choice, Integer.toString(next)));
        hall.notices().show(Notice.info("volume", hall.messages().get("shell.volume", next)));
        hall.play(Sounds.Sound.ARRIVED);
    }

    private void scale(int by) {
        hall.themes().scale(hall.themes().look().get().scalePercent() + by);
        int now = hall.themes().look().get().scalePercent();
        hall.remembered().change(p -> p.withScale(now));
    }
}
