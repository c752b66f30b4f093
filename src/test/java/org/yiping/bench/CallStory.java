package org.yiping.bench;

import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// One call at an acceptor's seat, from the ring to the registered case, with the hands that play it: what is wrong and
/// where are found by typed words, the caller gives a name, wants to be called back and asks for confidence.
///
/// Every key that is pressed counts, a held Ctrl as well; text counts as text, whatever keys an input method takes for
/// it.
final class CallStory {
    private final Hands hands;
    private final Said said;
    private int keys;

    /// Somebody before a window. `press` presses all keys together; `write` goes to whoever has the focus; `fx` runs on
    /// the FX thread; `await` says whether it came true in time.
    interface Hands {
        Scene scene();

        void press(KeyCode... keys) throws Exception;

        void write(String text) throws Exception;

        <T> T fx(Callable<T> work) throws Exception;

        boolean await(Callable<Boolean> condition) throws Exception;
    }

    /// What the caller says, as far as it is typed. `place` is found among what the platform makes of it where `found`.
    record Said(String what, String place, boolean found, String details, String name) {}

    CallStory(Hands hands, Said said) {
        this.hands = hands;
        this.said = said;
    }

    /// A call is on the screen; afterwards its case is in the outbox. The keys beyond the text.
    int play() throws Exception {
        awaited("no call came", () -> find("call/take") != null);
        press(KeyCode.F2);
        type("intake/class", said.what());
        awaited("no class of these words", () -> find("intake/class-found") != null);
        press(KeyCode.ENTER);
        type("intake/place", said.place());
        if (said.found()) {
            awaited("no place of these words", () -> find("intake/place-found") != null);
        }
        press(KeyCode.ENTER);
        type("intake/description", said.details());
        press(KeyCode.TAB);
        type("intake/caller", said.name());
        tick("intake/call-back");
        tick("intake/confidential");
        press(KeyCode.CONTROL, KeyCode.ENTER);
        awaited("the form did not go", () -> find("intake/class") == null);
        return keys;
    }

    private void press(KeyCode... pressed) throws Exception {
        keys += pressed.length;
        hands.press(pressed);
    }

    /// Into the field the last key led to, and no other.
    private void type(String id, String text) throws Exception {
        awaited(id + " is not where the hands are", () -> holds(id));
        hands.write(text);
    }

    private void tick(String id) throws Exception {
        press(KeyCode.TAB);
        awaited(id + " is not where the hands are", () -> holds(id));
        press(KeyCode.SPACE);
        awaited(id + " was not ticked", () -> find(id) instanceof CheckBox b && b.isSelected());
    }

    private boolean holds(String id) {
        Node owner = hands.scene().getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    private @Nullable Node find(String id) {
        return find(hands.scene(), id);
    }

    /// What is seen of this id. FX thread.
    static @Nullable Node find(Scene scene, String id) {
        return scene.getRoot().lookupAll("*").stream()
                .filter(n -> id.equals(n.getId()) && seen(n))
                .findFirst()
                .orElse(null);
    }

    private static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void awaited(String otherwise, Callable<Boolean> condition) throws Exception {
        if (!hands.await(condition)) {
            throw new IllegalStateException(otherwise);
        }
    }
}
