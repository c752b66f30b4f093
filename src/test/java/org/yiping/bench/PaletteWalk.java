package org.yiping.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/// Every action of the palette, by keys alone: opened with Ctrl K, found by its first letters or by
/// arrows, run with Enter. Reached is what the window then says it has done, or refused with its reason.
final class PaletteWalk {
    private static final List<String> PAGES = List.of("workbench", "map", "video", "duty", "assessment");
    private static final int MOST = 400;
    private static final int LETTERS = 6;
    private static final Duration LOOKED_AT = Duration.ofSeconds(5);
    private static final Duration GIVEN_UP = Duration.ofSeconds(20);
    /// Ends the console: the last of all.
    private static final String QUIT = "shell/quit";

    private final SeatWindow window;
    private final Set<String> done;

    PaletteWalk(SeatWindow window, Set<String> done) {
        this.window = window;
        this.done = done;
    }

    /// How many actions could not be reached. From the first page all of them are tried; from the others what stands in
    /// the window only there.
    int walk() throws Exception {
        if (!window.await(() -> window.ready("case/action-pass") || window.ready("case/action-dispatch"))) {
            throw new IllegalStateException("no case in hand");
        }
        Set<String> tried = new LinkedHashSet<>();
        List<String> unreached = new ArrayList<>();
        for (String page : PAGES) {
            show(page);
            for (int i = 0; i < MOST; i++) {
                home(page);
                Optional<String> next = next(tried);
                if (next.isEmpty()) {
                    break;
                }
                String id = next.get();
                tried.add(id);
                if (!reach(id)) {
                    unreached.add(id);
                }
            }
            SeatWindow.say("up to " + page + ": " + tried.size() + " actions, not reached: " + unreached);
        }
        SeatWindow.say(String.join(" ", tried));
        return unreached.size();
    }

    private void show(String page) throws Exception {
        String tab = "shell/tab-" + page;
        if (!reach(tab)) {
            throw new IllegalStateException("no page " + page);
        }
    }

    /// Out of whatever the last action opened, and back to the page.
    private void home(String page) throws Exception {
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ESCAPE);
        show(page);
    }

    private Optional<String> next(Set<String> tried) throws Exception {
        open();
        List<String> ids =
                window.fx(() -> list().getItems().stream().map(PaletteWalk::id).toList());
        window.press(KeyCode.ESCAPE);
        return ids.stream()
                .filter(id -> !tried.contains(id) && !id.equals(QUIT))
                .findFirst();
    }

    /// By its first letters where they can be typed, then by arrows.
    boolean reach(String id) throws Exception {
        done.remove(id);
        open();
        String letters = window.fx(() -> list().getItems().stream()
                .filter(e -> id(e).equals(id))
                .map(e -> typable(words(e)))
                .findFirst()
                .orElse(""));
        for (char c : letters.toCharArray()) {
            window.press(KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(c))));
        }
        int at = window.fx(
                () -> list().getItems().stream().map(PaletteWalk::id).toList().indexOf(id));
        if (at < 0) {
            window.press(KeyCode.ESCAPE);
            return false; // it is not on offer any more
        }
        for (int i = 0; i < at; i++) {
            window.press(KeyCode.DOWN);
        }
        window.press(KeyCode.ENTER);
        if (!window.await(() -> done.contains(id), LOOKED_AT)) {
            window.press(KeyCode.ESCAPE); // it may stand in the system's own window, which asks for a file
        }
        return window.await(() -> done.contains(id), GIVEN_UP);
    }

    private void open() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.K);
        boolean open = window.await(() -> window.node("workbench/palette-typed")
                .filter(n ->
                        n instanceof TextField t && t.isFocused() && t.getText().isEmpty())
                .isPresent());
        if (!open) {
            throw new IllegalStateException("the palette did not open");
        }
    }

    private ListView<?> list() {
        return (ListView<?>) window.node("workbench/palette-list").orElseThrow();
    }

    private static String typable(String words) {
        StringBuilder letters = new StringBuilder();
        for (char c : words.toLowerCase(Locale.ROOT).toCharArray()) {
            if (letters.length() == LETTERS || c < 'a' || c > 'z') {
                break;
            }
            letters.append(c);
        }
        return letters.toString();
    }

    private static String id(Object entry) {
        return part(entry, "id=");
    }

    private static String words(Object entry) {
        return part(entry, "words=");
    }

    /// A line of the palette is a record of the shell's own: it is read by what it says of itself.
    private static String part(Object entry, String name) {
        String said = entry.toString();
        int from = said.indexOf(name) + name.length();
        int to = said.indexOf(", ", from);
        return said.substring(from, to < 0 ? said.length() : to);
    }
}
