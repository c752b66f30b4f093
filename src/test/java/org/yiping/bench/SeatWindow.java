package org.yiping.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;
import org.yiping.console.ui.control.KeyButton;

/// A console's window with a robot at its keyboard. Every key the window hears counts, a held one once. Used from one
/// thread.
final class SeatWindow implements CallStory.Hands {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Scene scene;
    private final Robot robot;
    private final AtomicInteger heard = new AtomicInteger();

    private SeatWindow(Scene scene, Robot robot) {
        this.scene = scene;
        this.robot = robot;
    }

    static SeatWindow open() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<Scene> found = first();
            if (found.isPresent()) {
                SeatWindow window = new SeatWindow(found.get(), onFx(Robot::new));
                window.fx(() -> {
                    Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
                    found.get().addEventFilter(KeyEvent.KEY_PRESSED, e -> {
                        if (down.add(e.getCode())) {
                            window.heard.incrementAndGet();
                        }
                    });
                    found.get().addEventFilter(KeyEvent.KEY_RELEASED, e -> down.remove(e.getCode()));
                    found.get().getWindow().requestFocus();
                    return true;
                });
                return window;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no window came");
    }

    private static Optional<Scene> first() throws Exception {
        try {
            return onFx(() -> Window.getWindows().stream()
                    .map(Window::getScene)
                    .filter(s -> s != null && find(s.getRoot(), "cases/queue").isPresent())
                    .findFirst());
        } catch (IllegalStateException e) {
            return Optional.empty(); // the toolkit does not stand yet
        }
    }

    int heard() {
        return heard.get();
    }

    /// Down and up in one go. A robot that lets go only after the window has answered holds the key while a page is
    /// built or the heap is looked at; the display repeats what is held, and one Tab is twelve. No hand does that.
    @Override
    public void press(KeyCode... keys) throws Exception {
        fx(() -> {
            List<KeyCode> down = List.of(keys);
            down.forEach(robot::keyPress);
            down.reversed().forEach(robot::keyRelease);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Letters and digits by their keys; other words as an input method brings them, composed and then whole.
    @Override
    public void write(String text) throws Exception {
        if (text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c))) {
            for (char c : text.toCharArray()) {
                press(KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(c))));
            }
            return;
        }
        compose(text, "");
        compose("", text);
    }

    private void compose(String composed, String committed) throws Exception {
        List<InputMethodTextRun> runs = composed.isEmpty()
                ? List.of()
                : List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
        fx(() -> {
            Event.fireEvent(
                    scene.getFocusOwner(),
                    new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, 0));
            return true;
        });
    }

    @Override
    public <T> T fx(Callable<T> work) throws Exception {
        return onFx(work);
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(180, TimeUnit.SECONDS);
    }

    /// Whether it came true in time.
    @Override
    public boolean await(Callable<Boolean> condition) throws Exception {
        return await(condition, PATIENCE);
    }

    boolean await(Callable<Boolean> condition, Duration patience) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (fx(condition)) {
                return true;
            }
            Thread.sleep(30);
        }
        return false;
    }

    /// What is seen of this id. FX thread.
    Optional<Node> node(String id) {
        return find(scene.getRoot(), id);
    }

    @Override
    public Scene scene() {
        return scene;
    }

    /// Whether the button can be pressed now. FX thread.
    boolean ready(String id) {
        return node(id).filter(n -> n instanceof KeyButton b && b.allowed() && !b.isPending())
                .isPresent();
    }

    /// Who hears a key now; empty where nobody with a name does. FX thread.
    String owner() {
        Node owner = scene.getFocusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    /// All that is said in the head of the case in hand. FX thread.
    String head() {
        return words(scene.lookup(".case-head"));
    }

    static String words(Node node) {
        if (node == null) {
            return "";
        }
        return all(node)
                .filter(n -> n instanceof Labeled)
                .map(n -> ((Labeled) n).getText())
                .filter(t -> t != null && !t.isBlank())
                .collect(Collectors.joining(" | "));
    }

    static Optional<Node> find(Node root, String id) {
        return all(root).filter(n -> id.equals(n.getId())).findFirst();
    }

    static Stream<Node> all(Node root) {
        if (!root.isVisible()) {
            return Stream.empty();
        }
        List<Node> found = new ArrayList<>();
        found.add(root);
        if (root instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(c -> all(c).forEach(found::add));
        }
        return found.stream();
    }

    static void say(String words) {
        System.out.println(words);
        System.out.flush();
    }
}
