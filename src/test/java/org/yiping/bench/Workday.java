package org.yiping.bench;

import java.util.List;
import java.util.Set;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/// A shift at one seat without its pauses: cases from report to dispatch, calls, notes, searches, the
/// palette and every page, in rounds that differ by their number. What the hall has to bring is said
/// (`wants case`, `wants call`), and the end of each round. One thread.
final class Workday {
    private static final List<String> SEARCHES = List.of("blshlj", "lj", "示范路", "138", "井盖", "e", "没有这样的");
    private static final List<KeyCode> PAGES =
            List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT1);
    /// Every so many rounds somebody calls.
    private static final int CALL = 2;
    private static final int MOST_TABS = 8;
    private static final int MOST_LOOKS = 50;

    private final SeatWindow window;
    private final Shortest shortest;
    private final PaletteWalk palette;
    private final String place;

    /// Callers are at `place`, which the platform finds.
    Workday(SeatWindow window, Set<String> done, String place) {
        this.window = window;
        this.shortest = new Shortest(window);
        this.palette = new PaletteWalk(window, done);
        this.place = place;
    }

    /// Goes on until somebody ends the program.
    int work() throws Exception {
        for (int round = 1; true; round++) {
            SeatWindow.say("wants case");
            take();
            note("已电话回访，第 " + round + " 次");
            shortest.whole();
            search(SEARCHES.get(round % SEARCHES.size()));
            must("the palette", palette.reach("shell/theme"));
            for (KeyCode page : PAGES) {
                window.press(KeyCode.CONTROL, page);
                Thread.sleep(100); // it is looked at
            }
            if (round % CALL == 0) {
                SeatWindow.say("wants call");
                new CallStory(window, new CallStory.Said("blshlj", place, true, "门口一堆垃圾，挡住盲道", "张三")).play();
            }
            SeatWindow.say("round " + round);
        }
    }

    /// The case that was wanted comes while the queue is worked through: rows are put in, the first is taken.
    private void take() throws Exception {
        for (int i = 0; i < MOST_LOOKS && !window.fx(() -> window.ready("case/action-pass")); i++) {
            Thread.sleep(200);
            window.press(KeyCode.F5);
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.press(KeyCode.HOME);
        }
        shortest.until("a case in hand", "case/action-pass");
    }

    private void note(String words) throws Exception {
        window.press(KeyCode.ALT, KeyCode.N);
        holds("case/beside-text");
        window.write(words);
        for (int i = 0; i < MOST_TABS && !window.fx(() -> window.owner().equals("case/beside-note")); i++) {
            window.press(KeyCode.TAB);
        }
        holds("case/beside-note");
        shortest.until("the note's button", "case/beside-note");
        window.press(KeyCode.SPACE);
        must(
                "the note sent",
                window.await(() -> window.node("case/beside-text")
                        .filter(t ->
                                t instanceof TextField field && field.getText().isEmpty())
                        .isPresent()));
        shortest.until("the note taken", "case/action-pass");
    }

    private void search(String words) throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.F);
        holds("cases/filter");
        window.write(words);
        answered(words);
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.press(KeyCode.DELETE);
        answered("");
        window.press(KeyCode.CONTROL, KeyCode.L);
    }

    private void answered(String words) throws Exception {
        must(
                "rows for \"" + words + "\"",
                window.await(() -> window.node("cases/queue")
                        .filter(q -> words.equals(q.getProperties().get("answered")))
                        .isPresent()));
    }

    private void holds(String id) throws Exception {
        if (!window.await(() -> window.owner().equals(id))) {
            throw new IllegalStateException("the focus is not in " + id + " but in " + window.fx(window::owner));
        }
    }

    private static void must(String what, boolean so) {
        if (!so) {
            throw new IllegalStateException(what + " did not come");
        }
    }
}
