package org.yiping.console;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.yiping.console.fx.Frames;
import org.yiping.console.fx.Fx;
import org.yiping.console.ui.shell.Shell;

/// A dispatcher's fingers, played: keys pressed in the queue's filter, and how long each takes from the key to the
/// picture with the rows it asked for. For measurements. FX thread.
///
/// A script has a stroke a line: `view KEY` chooses a view, `key C` presses a letter or a digit, `clear` empties the
/// field, `F5` sorts anew; in an empty field `compose LETTERS` has an input method compose, `commit WORDS` ends that.
final class Typing {
    private static final String LIST = "#cases/queue";
    private static final String FIELD = "#cases/filter";
    /// Where an answer does not come within it the stroke counts with it.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Fx fx;
    private final Shots.Scenes scenes;
    private final Frames frames = Frames.platform();
    private final Consumer<List<Took>> done;
    private final Deque<String> script;
    private final Duration pause;
    private final List<Took> took = new ArrayList<>();
    private @Nullable Robot robot;
    private @Nullable String awaited;
    private String stroke = "";
    private long pressed;
    private int number;

    /// One stroke, and the time from its key to the picture.
    record Took(String stroke, long nanos) {}

    Typing(Fx fx, Shots.Scenes scenes, List<String> script, Duration pause, Consumer<List<Took>> done) {
        this.fx = fx;
        this.scenes = scenes;
        this.script = new ArrayDeque<>(script);
        this.pause = pause;
        this.done = done;
    }

    void start() {
        robot = new Robot();
        list().getProperties().addListener((MapChangeListener<Object, Object>) change -> {
            if ("answered".equals(change.getKey()) && change.wasAdded()) {
                answered(String.valueOf(change.getValueAdded()));
            }
        });
        next();
    }

    private void next() {
        String line = script.poll();
        if (line == null) {
            done.accept(took);
            return;
        }
        int space = line.indexOf(' ');
        String what = space < 0 ? line : line.substring(0, space);
        String words = space < 0 ? "" : line.substring(space + 1);
        Window window = scene().getWindow();
        if (!window.isFocused()) {
            window.requestFocus(); // keys go to one of the seat's windows only
        }
        TextField field = field();
        field.requestFocus();
        stroke = line;
        number++;
        pressed = System.nanoTime();
        switch (what) {
            case "view" -> view(words);
            case "key" -> {
                await(field.getText() + words);
                press(KeyCode.getKeyCode(words.toUpperCase(Locale.ROOT)));
            }
            case "clear" -> clear(field);
            case "compose" -> {
                method(field, words, "");
                later();
            }
            case "commit" -> {
                await(words);
                method(field, "", words);
            }
            case "F5" -> {
                press(KeyCode.F5);
                later();
            }
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void clear(TextField field) {
        if (field.getText().isEmpty()) {
            later();
            return;
        }
        field.selectAll();
        await("");
        press(KeyCode.BACK_SPACE);
    }

    private void view(String key) {
        fx.execute(() -> {
            if (scene().lookup("#cases/view-" + key) instanceof Button button) {
                button.fire();
            }
            later();
        });
    }

    private void await(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        awaited = wanted;
        int asked = number;
        fx.after(PATIENCE, () -> {
            if (number == asked && awaited != null) {
                awaited = null;
                took.add(new Took(stroke + " (no answer)", PATIENCE.toNanos()));
                later();
            }
        });
    }

    private void answered(String words) {
        if (words.equals(awaited)) {
            awaited = null;
            String what = stroke;
            long from = pressed;
            frames.next(() -> what, painted -> {
                long nanos = System.nanoTime() - from;
                fx.execute(() -> {
                    took.add(new Took(painted, nanos));
                    later();
                });
            });
        }
    }

    private void later() {
        fx.after(pause, this::next);
    }

    private void press(@Nullable KeyCode code) {
        Robot hand = robot;
        if (code == null || hand == null) {
            throw new IllegalArgumentException("no such key: " + stroke);
        }
        hand.keyPress(code);
        hand.keyRelease(code);
    }

    private static void method(TextField field, String composed, String committed) {
        List<InputMethodTextRun> runs = composed.isEmpty()
                ? List.of()
                : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
        Event.fireEvent(
                field,
                new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, composed.length()));
    }

    private Scene scene() {
        return found().orElseThrow(() -> new IllegalStateException("no queue is shown"));
    }

    private Optional<Scene> found() {
        return scenes.now().stream()
                .map(Shell.NamedScene::scene)
                .filter(s -> s.lookup(LIST) != null)
                .findFirst();
    }

    private ListView<?> list() {
        return (ListView<?>) scene().lookup(LIST);
    }

    private TextField field() {
        return (TextField) scene().lookup(FIELD);
    }
}
