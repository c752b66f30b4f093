package org.yiping.bench;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/// The shortest way of a case over a seat, as a trained hand goes it: what is proposed is looked at and
/// confirmed, and the next case must lie in the hand by itself.
final class Shortest {
    private final SeatWindow window;

    Shortest(SeatWindow window) {
        this.window = window;
    }

    /// The most keys that one of these cases took.
    int most(String task, int cases) throws Exception {
        int most = 0;
        for (int i = 0; i < cases; i++) {
            int before = window.heard();
            String first = switch (task) {
                case "alone", "accept" -> "case/action-pass";
                case "file" -> "case/action-file";
                default -> "case/action-dispatch";
            };
            until(first + " in hand", first);
            String head = window.fx(window::head);
            switch (task) {
                case "alone" -> whole();
                case "accept" -> accept();
                case "file" -> file();
                default -> dispatch();
            }
            if (i < cases - 1) {
                must(
                        "the next case in hand",
                        window.await(() -> !number(window.head()).equals(number(head))));
            } else {
                must("the last one gone on", window.await(() -> !window.ready(last(task))));
            }
            int keys = window.heard() - before;
            SeatWindow.say(number(head) + ": " + keys + " keys");
            most = Math.max(most, keys);
        }
        Thread.sleep(1500); // the last command is on its way
        return most;
    }

    private static String last(String task) {
        return switch (task) {
            case "accept" -> "case/action-pass";
            case "file" -> "case/action-file";
            default -> "case/action-dispatch";
        };
    }

    /// The case in hand over all three desks.
    void whole() throws Exception {
        accept();
        until("to file", "case/action-file");
        file();
        until("to dispatch", "case/action-dispatch");
        dispatch();
    }

    private void accept() throws Exception {
        window.press(KeyCode.P);
    }

    /// The criterion is shown; where the class has several, one is chosen by its number; then it is confirmed.
    private void file() throws Exception {
        window.press(KeyCode.F);
        must(
                "the criterion shown",
                window.await(() -> window.node("case/confirm").isPresent()));
        boolean chosen = window.fx(() -> criteria().isPresent());
        if (!chosen) {
            window.press(KeyCode.DIGIT1);
            must("a criterion chosen", window.await(() -> criteria().isPresent()));
        }
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
    }

    private Optional<Node> criteria() {
        return SeatWindow.all(window.scene().getRoot())
                .filter(n -> n.getId() != null && n.getId().startsWith("case/criterion-"))
                .filter(n -> n instanceof ToggleButton b && b.isSelected())
                .findFirst();
    }

    /// The proposed department stands on the button before it is pressed.
    private void dispatch() throws Exception {
        must(
                "a department proposed",
                window.await(() -> window.node("aids/department-1").isPresent()));
        window.press(KeyCode.D);
    }

    void until(String what, String button) throws Exception {
        must(what, window.await(() -> window.ready(button)));
    }

    private void must(String what, boolean so) throws Exception {
        if (!so) {
            throw new IllegalStateException(what + " did not come; head: " + window.fx(window::head) + "; focus in "
                    + window.fx(window::owner));
        }
    }

    /// The case's number is the longest word of digits and letters in its head.
    private static String number(String head) {
        String longest = "";
        for (String word : head.split("[ |·]+")) {
            if (word.matches("[A-Z0-9-]{8,}") && word.length() > longest.length()) {
                longest = word;
            }
        }
        return longest;
    }
}
